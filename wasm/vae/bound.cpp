#include "wasm/vae/bound.h"

#include <array>

#include "vae/bound_picture.h"
#include "vae/sampled_elbo.h"

namespace proofground::border {
namespace {

struct Problem {
  vae::LinearGaussian model;
  std::vector<double> x;
  vae::DiagonalGaussian q;
};

Problem problem_of(const Fields& fields) {
  Problem out;
  out.model.D = fields.numbers("D");
  out.model.b = fields.numbers("b");
  out.model.noise_var = fields.number("noiseVar");
  out.x = fields.numbers("x");
  out.q = {fields.numbers("qMean"), fields.numbers("qVar")};
  out.model.dx = static_cast<int>(out.model.b.size());
  out.model.dz = static_cast<int>(out.q.mean.size());
  return out;
}

val of(const vae::DrawnTerm& term) {
  Result out;
  out.number("value", term.value).number("error", term.error);
  return out.get();
}

val of(const vae::Outline& outline) {
  Result out;
  out.doubles("mean", outline.mean).doubles("radii", outline.radii);
  return out.get();
}

/// null where there are none. @param names of the densities
template <std::size_t count>
val of(const vae::DensityCurves& curves, const std::array<const char*, count>& names) {
  if (curves.at.empty()) return val::null();
  Result out;
  out.doubles("at", curves.at);
  for (std::size_t k = 0; k < count; ++k) out.doubles(names[k], curves.density[k]);
  return out.get();
}

}  // namespace

val vae_sampled_elbo(const val& request) {
  const Fields fields(request, "");
  const auto [model, x, q] = problem_of(fields);
  const int draws = fields.integer("draws", vae::kLeastElboDraws, vae::kMostElboDraws);
  const int seed = fields.integer("seed", 0, 1'000'000'000);
  const vae::SampledElbo answer = vae::sampled_elbo(model, x, q, draws, static_cast<std::uint64_t>(seed));
  Result out;
  out.value("expectedLogLik", of(answer.expected_log_lik)).value("kl", of(answer.kl)).value("elbo", of(answer.elbo));
  out.value("logPx", of(answer.log_px)).value("gap", of(answer.gap)).number("effective", answer.effective);
  return out.get();
}

val vae_bound_picture(const val& request) {
  const Fields fields(request, "");
  const auto [model, x, q] = problem_of(fields);
  std::array<int, 2> shown{0, 1};
  if (fields.has("shown")) {
    const std::vector<int> given = fields.integers("shown", 0, vae::kMostSize - 1);
    require(given.size() == 2, "shown", "two coordinates of x", static_cast<double>(given.size()));
    shown = {given[0], given[1]};
  }
  const vae::BoundPicture picture = vae::bound_picture(model, x, q, shown);
  Result out;
  out.value("prior", of(picture.prior)).value("q", of(picture.q)).value("best", of(picture.best));
  out.value("posterior", of(picture.posterior)).value("marginal", of(picture.marginal));
  out.value("decoder", of(picture.decoder)).doubles("lattice", picture.lattice);
  out.value("latent", of<4>(picture.latent, {"prior", "q", "best", "posterior"}));
  out.value("data", of<2>(picture.data, {"marginal", "decoder"}));
  return out.get();
}

}  // namespace proofground::border
