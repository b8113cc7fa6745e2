#include "wasm/diffusion/answers.h"

#include "core/gaussian.h"
#include "core/rng.h"
#include "diffusion/standardise.h"
#include "wasm/core/request.h"
#include "wasm/diffusion/input.h"

namespace proofground::border {
namespace {

using diffusion::Oracle;
using diffusion::Step;

std::vector<double> of_each(const diffusion::Schedule& schedule, double Step::* member) {
  std::vector<double> values;
  values.reserve(schedule.steps.size());
  for (const Step& step : schedule.steps) values.push_back(step.*member);
  return values;
}

std::vector<double> affordable_places(const Fields& request, const Oracle& oracle) {
  std::vector<double> x = read_places(request, "x", oracle.d());
  require_affordable(static_cast<double>(x.size()) / oracle.d(), oracle, "x");
  return x;
}

val to_js(const diffusion::Denoised& at) {
  Result out;
  out.doubles("x0", at.x0).doubles("eps", at.eps).doubles("score", at.score).doubles("logDensity", at.log_density);
  return out.get();
}

}  // namespace

val diffusion_schedule(const val& spec) {
  const diffusion::Schedule schedule = read_schedule(Fields(spec, ""));
  Result out;
  out.doubles("beta", of_each(schedule, &Step::beta))
      .doubles("alpha", of_each(schedule, &Step::alpha))
      .doubles("alphaBar", of_each(schedule, &Step::alpha_bar))
      .doubles("noise", of_each(schedule, &Step::noise))
      .doubles("snr", of_each(schedule, &Step::snr))
      .doubles("posteriorVariance", of_each(schedule, &Step::variance))
      .doubles("posteriorMeanXt", of_each(schedule, &Step::mean_xt))
      .doubles("posteriorMeanX0", of_each(schedule, &Step::mean_x0))
      .doubles("elboWeight", of_each(schedule, &Step::weight));
  return out.get();
}

val diffusion_mixture_oracle(const val& request) {
  const Fields fields(request, "");
  const Oracle oracle(read_distribution(fields));
  const double alpha_bar = fields.number("alphaBar");
  // Outside [0, 1] the core refuses it.
  const double noise = alpha_bar >= 0 && alpha_bar <= 1 ? 1 - alpha_bar : 0;
  return to_js(oracle.denoise(alpha_bar, noise, affordable_places(fields, oracle)));
}

double diffusion_gaussian_kl(const val& request) {
  const Fields fields(request, "");
  const std::vector<double> mu1 = fields.numbers("mu1");
  constexpr std::size_t kMost = 1000;
  require(mu1.size() <= kMost, "mu1", "at most 1000 numbers", static_cast<double>(mu1.size()));
  return gaussian_kl({mu1, fields.numbers("sigma1")}, {fields.numbers("mu2"), fields.numbers("sigma2")});
}

val diffusion_oracle(const val& request) {
  const Fields fields(request, "");
  const Oracle oracle(read_distribution(fields.object("data")));
  const AtStep at = read_step(fields, read_schedule(fields.object("schedule")), 0);
  require_density(oracle, at);
  return to_js(oracle.denoise(at.step, affordable_places(fields, oracle)));
}

val diffusion_standardised(const val& request) {
  const Fields fields(request, "");
  return doubles(diffusion::standardised(fields.numbers("points"), fields.integer("d", 1, kMostCoordinates)));
}

val diffusion_draw(const val& request) {
  const Fields fields(request, "");
  const Oracle oracle(read_distribution(fields.object("data")));
  Rng rng(required_seed(fields));
  return doubles(oracle.draw(read_count(fields, "count", oracle.d()), rng));
}

}  // namespace proofground::border
