#include "wasm/diffusion/plot_data.h"

#include <optional>
#include <string>

#include "core/rng.h"
#include "diffusion/datasets.h"
#include "diffusion/density.h"
#include "diffusion/estimate.h"
#include "diffusion/nelbo.h"
#include "diffusion/particles.h"
#include "diffusion/reverse.h"
#include "wasm/core/request.h"
#include "wasm/core/window.h"
#include "wasm/diffusion/input.h"

namespace proofground::border {
namespace {

using diffusion::Estimate;
using diffusion::Oracle;
using diffusion::Schedule;
using diffusion::Step;

/// Most samples of a map or a curve along either side: more than any screen has.
constexpr int kMostSamples = 8192;

std::vector<double> values_of(const std::vector<Estimate>& estimates) {
  std::vector<double> values;
  values.reserve(estimates.size());
  for (const Estimate& estimate : estimates) values.push_back(estimate.value);
  return values;
}

std::vector<double> errors_of(const std::vector<Estimate>& estimates) {
  std::vector<double> errors;
  errors.reserve(estimates.size());
  for (const Estimate& estimate : estimates) errors.push_back(estimate.error);
  return errors;
}

/// Each times alpha_bar / (1 - alpha_bar): from the error of x_0 to that of eps.
std::vector<Estimate> bayes_errors(std::vector<Estimate> x0_variance, const std::vector<Step>& steps) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const double factor = steps[i].alpha_bar / steps[i].noise;
    x0_variance[i] = {factor * x0_variance[i].value, factor * x0_variance[i].error};
  }
  return x0_variance;
}

/// Drawing at all these steps must take seconds, not hours.
int read_draws(const Fields& request, const Oracle& oracle, std::size_t steps) {
  const int draws = request.integer("draws", 2, kMostEntries);
  require_affordable(static_cast<double>(draws) * static_cast<double>(steps), oracle, "draws");
  return draws;
}

}  // namespace

val diffusion_dataset(const val& request) {
  const Fields fields(request, "");
  const std::string name = fields.text("name");
  const std::string text = name == "letters" ? fields.text("text") : "";
  return doubles(diffusion::dataset(name, read_count(fields, "n", 2), required_seed(fields), text));
}

val diffusion_density(const val& request) {
  const Fields fields(request, "");
  const Oracle oracle(read_distribution(fields.object("data")));
  require(oracle.d() == 2, "data.d", "2", oracle.d());
  const AtStep at = read_step(fields, read_schedule(fields.object("schedule")), 0);
  require_density(oracle, at);
  const Fields window = fields.object("window");
  const diffusion::Grid grid = window.check([&] {
    const auto [x0, x1] = read_ends(window, "x0", "x1");
    const auto [y0, y1] = read_ends(window, "y0", "y1");
    return diffusion::Grid{spaced(x0, x1, window.integer("width", 2, kMostSamples)),
                           spaced(y0, y1, window.integer("height", 2, kMostSamples))};
  });
  const double places = static_cast<double>(grid.x.size()) * static_cast<double>(grid.y.size());
  require(places <= kMostEntries, "window", "at most 4194304 places", places);
  require_affordable(places, oracle, "window");
  return doubles(diffusion::density(oracle, at.step.alpha_bar, at.step.noise, grid));
}

val diffusion_forward(const val& request) {
  const Fields fields(request, "");
  const Oracle oracle(read_distribution(fields.object("data")));
  const Schedule schedule = read_schedule(fields.object("schedule"));
  const int t = fields.integer("t", 0, schedule.T()), count = read_count(fields, "count", oracle.d());
  const bool walk = fields.flag_or("walk", false);
  constexpr double kMostNormals = 2e8;
  const double normals = walk ? static_cast<double>(count) * oracle.d() * t : 0;
  require(normals <= kMostNormals, "count", "a walk of at most 2e8 normals, count d t", normals);
  const diffusion::Noised all = diffusion::noised_particles(oracle, schedule, t, count, required_seed(fields), walk);
  const auto maybe = [&](const auto& member) { return walk ? doubles(member(*all.walked)) : val::null(); };
  using diffusion::Particles;
  Result out;
  out.doubles("x0", all.x0)
      .doubles("closed", all.closed.x)
      .value("walked", maybe([](const Particles& p) { return p.x; }))
      .doubles("mean", all.exact.mean)
      .doubles("covariance", all.exact.covariance)
      .doubles("closedMean", all.closed.moments.mean)
      .doubles("closedCovariance", all.closed.moments.covariance)
      .value("walkedMean", maybe([](const Particles& p) { return p.moments.mean; }))
      .value("walkedCovariance", maybe([](const Particles& p) { return p.moments.covariance; }))
      .number("priorKl", all.prior_kl);
  return out.get();
}

val diffusion_reverse(const val& request) {
  const Fields fields(request, "");
  const Schedule schedule = read_schedule(fields.object("schedule"));
  const int t = fields.integer("t", 1, schedule.T());
  std::optional<std::vector<double>> guess;
  if (fields.has("guess")) guess = fields.numbers("guess");
  const std::vector<double> xt = fields.numbers("xt");
  require(xt.size() <= kMostCoordinates, "xt", "at most 64 numbers", static_cast<double>(xt.size()));
  const diffusion::StepBack back = diffusion::step_back(schedule, t, fields.numbers("x0"), xt, guess);
  std::vector<double> u;
  if (fields.has("curve")) {
    const Fields curve = fields.object("curve");
    u = curve.check([&] {
      const auto [from, to] = read_ends(curve, "from", "to");
      return spaced(from, to, curve.integer("samples", 2, kMostSamples));
    });
  }
  const auto maybe = [](const std::optional<std::vector<double>>& x) { return x ? doubles(*x) : val::null(); };
  const auto density = [&](const diffusion::Ball& ball) {
    return u.empty() || ball.variance == 0 ? val::null() : doubles(diffusion::bell(ball, 0, u));
  };
  Result out;
  out.doubles("eps", back.eps)
      .doubles("priorMean", back.prior.mean)
      .number("priorVariance", back.prior.variance)
      .doubles("likelihoodMean", back.likelihood.mean)
      .number("likelihoodVariance", back.likelihood.variance)
      .doubles("mean", back.posterior.mean)
      .number("variance", back.posterior.variance)
      .doubles("shareXt", back.share_xt)
      .doubles("shareX0", back.share_x0)
      .doubles("noiseForm", back.noise_form)
      .value("posteriorForm", maybe(back.posterior_form))
      .value("x0Hat", maybe(back.x0_hat))
      .value("difference", back.difference ? val(*back.difference) : val::null())
      .number("weight", back.weight)
      .number("error2", back.error2)
      .number("kl", back.kl)
      .number("weightedError", back.weighted_error)
      .value("u", u.empty() ? val::null() : doubles(u))
      .value("prior", density(back.prior))
      .value("likelihood", density(back.likelihood))
      .value("product", density(back.posterior));
  return out.get();
}

val diffusion_nelbo(const val& request) {
  const Fields fields(request, "");
  const Oracle oracle(read_distribution(fields.object("data")));
  const Schedule schedule = read_schedule(fields.object("schedule"));
  const int draws = read_draws(fields, oracle, schedule.steps.size() + 1);
  Rng rng(required_seed(fields));
  const std::vector<Estimate> variance = diffusion::estimated_x0_variances(oracle, schedule.steps, draws, rng);
  const Estimate entropy = diffusion::estimated_entropy(oracle, draws, rng);
  const auto with = [&](diffusion::ReverseVariance choice) {
    return diffusion::nelbo(oracle, schedule, values_of(variance), choice, entropy.value);
  };
  const auto error = [&](diffusion::ReverseVariance choice) {
    return diffusion::nelbo_errors(schedule, values_of(variance), errors_of(variance), choice, oracle.d());
  };
  const auto parts = [&](const diffusion::Nelbo& bound, diffusion::ReverseVariance choice) {
    const diffusion::NelboErrors errors = error(choice);
    Result each;
    each.number("reconstruction", bound.terms.front()).number("reconstructionError", errors.first);
    each.number("steps", bound.later()).number("stepsError", errors.later);
    return each.get();
  };
  using enum diffusion::ReverseVariance;
  const diffusion::Nelbo text = with(posterior), wide = with(forward), least = with(best);
  Result out, split;
  split.value("posterior", parts(text, posterior));
  split.value("forward", parts(wide, forward)).value("best", parts(least, best));
  out.text("by", diffusion::quadrature_affordable(oracle, schedule.steps) ? "quadrature" : "draws")
      .value("parts", split.get())
      .doubles("x0Variance", values_of(variance))
      .doubles("x0VarianceError", errors_of(variance))
      .doubles("bayesError", values_of(bayes_errors(variance, schedule.steps)))
      .number("prior", text.prior)
      .doubles("posterior", text.terms)
      .doubles("forward", wide.terms)
      .doubles("best", least.terms)
      .number("posteriorTotal", text.total)
      .number("forwardTotal", wide.total)
      .number("bestTotal", least.total)
      .number("posteriorError", error(posterior).total())
      .number("forwardError", error(forward).total())
      .number("bestError", error(best).total())
      .number("entropy", entropy.value)
      .number("entropyError", entropy.error);
  return out.get();
}

val diffusion_bayes_error(const val& request) {
  const Fields fields(request, "");
  const Oracle oracle(read_distribution(fields.object("data")));
  const Schedule schedule = read_schedule(fields.object("schedule"));
  const std::vector<double> at = fields.numbers("at");
  std::vector<Step> steps;
  for (const double t : at) {
    require(t >= 1 && t <= schedule.T() && t == static_cast<int>(t), "at", "steps from 1 to T", t);
    steps.push_back(schedule.at(static_cast<int>(t)));
  }
  const int draws = read_draws(fields, oracle, steps.size());
  Rng rng(required_seed(fields));
  const std::vector<Estimate> error = bayes_errors(diffusion::estimated_x0_variances(oracle, steps, draws, rng), steps);
  Result out;
  out.doubles("bayesError", values_of(error)).doubles("error", errors_of(error));
  return out.get();
}

}  // namespace proofground::border
