#include "wasm/diffusion/claim_output.h"

#include "wasm/core/claim_output.h"
#include "wasm/diffusion/input.h"

namespace proofground::border {
namespace {

using diffusion::ClaimOptions;

/// Limits of k d^2, the numbers that the general formulas keep, and of T d^3, the operations that the divergence of
/// every step takes. Above them a claim would take minutes, or all of the memory.
constexpr double kMostNumbers = 1e5, kMostSums = 1e9;

Result picture(const diffusion::ForwardPicture& p) {
  Result out;
  out.number("t", p.t)
      .doubles("x0", p.x0)
      .doubles("bySteps", p.by_steps)
      .doubles("closed", p.closed)
      .doubles("signal", p.signal)
      .doubles("noise", p.noise)
      .doubles("signalByRecursion", p.signal_by_recursion)
      .doubles("noiseByRecursion", p.noise_by_recursion)
      .number("priorKl", p.prior_kl);
  return out;
}

Result picture(const diffusion::PosteriorPicture& p) {
  Result out;
  out.number("t", p.t)
      .flag("point", p.point)
      .doubles("x0", p.x0)
      .doubles("xt", p.xt)
      .doubles("mean", p.mean)
      .number("variance", p.variance)
      .doubles("intactMean", p.intact_mean)
      .number("intactVariance", p.intact_variance)
      .doubles("priorMean", p.prior_mean)
      .number("priorVariance", p.prior_variance)
      .doubles("likelihoodMean", p.likelihood_mean)
      .number("likelihoodVariance", p.likelihood_variance)
      .doubles("u", p.u)
      .doubles("prior", p.prior)
      .doubles("likelihood", p.likelihood)
      .doubles("product", p.product);
  return out;
}

Result picture(const diffusion::MeansPicture& p) {
  Result out;
  out.number("t", p.t)
      .doubles("x0", p.x0)
      .doubles("xt", p.xt)
      .doubles("eps", p.eps)
      .doubles("guess", p.guess)
      .doubles("x0Hat", p.x0_hat)
      .doubles("noiseForm", p.noise_form)
      .doubles("posteriorForm", p.posterior_form)
      .doubles("truth", p.truth)
      .doubles("best", p.best)
      .doubles("difference", p.difference)
      .doubles("places", p.places)
      .doubles("predicted", p.predicted)
      .doubles("predictedBest", p.predicted_best)
      .number("bayesError", p.bayes_error)
      .number("bayesErrorSe", p.bayes_error_se)
      .number("bestError", p.best_error)
      .number("floor", p.floor);
  return out;
}

Result picture(const diffusion::BoundPicture& p) {
  Result out;
  out.number("prior", p.prior)
      .number("reconstruction", p.reconstruction)
      .doubles("from", p.from)
      .doubles("to", p.to)
      .doubles("steps", p.steps)
      .doubles("intactSteps", p.intact_steps)
      .number("total", p.total)
      .flag("visible", p.visible)
      .number("drawn", p.drawn)
      .number("drawnError", p.drawn_error);
  return out;
}

Result picture(const diffusion::DivergencePicture& p) {
  Result out;
  out.number("t", p.t)
      .doubles("weight", p.weight)
      .doubles("kl", p.kl)
      .doubles("mse", p.mse)
      .doubles("intactMse", p.intact_mse)
      .number("error2", p.error2)
      .value("bound", picture(p.bound).get());
  return out;
}

Result picture(const diffusion::SimpleLossPicture& p) {
  Result out;
  out.doubles("second", p.second)
      .doubles("used", p.used)
      .doubles("printed", p.printed)
      .doubles("weight", p.weight)
      .number("varianceAtT", p.variance_at_T);
  return out;
}

Result picture(const diffusion::ScorePicture& p) {
  Result out;
  out.number("t", p.t)
      .doubles("x", p.x)
      .doubles("score", p.score)
      .doubles("intactScore", p.intact_score)
      .doubles("tweedie", p.tweedie)
      .doubles("x0", p.x0);
  return out;
}

Result picture(const diffusion::SamplersPicture& p) {
  Result out;
  out.doubles("steps", p.steps)
      .doubles("ancestralMean", p.ancestral_mean)
      .doubles("ancestralSd", p.ancestral_sd)
      .doubles("flowMean", p.flow_mean)
      .doubles("flowSd", p.flow_sd)
      .doubles("intactAncestralMean", p.intact_ancestral_mean)
      .doubles("intactAncestralSd", p.intact_ancestral_sd)
      .doubles("intactFlowMean", p.intact_flow_mean)
      .doubles("intactFlowSd", p.intact_flow_sd)
      .doubles("gap", p.gap)
      .number("mean", p.mean)
      .number("sd", p.sd)
      .number("ancestralLimit", p.ancestral_limit)
      .number("flowLimit", p.flow_limit);
  return out;
}

Result picture(const diffusion::BridgePicture& p) {
  Result out;
  out.number("posterior", p.posterior)
      .number("forward", p.forward)
      .number("best", p.best)
      .number("prior", p.prior)
      .number("entropy", p.entropy)
      .doubles("terms", p.terms)
      .number("intactForward", p.intact_forward)
      .number("intactPrior", p.intact_prior)
      .number("intactEntropy", p.intact_entropy)
      .doubles("intactTerms", p.intact_terms)
      .number("drawn", p.drawn)
      .number("drawnError", p.drawn_error);
  return out;
}

std::vector<double> point_or_nothing(const Fields& options, const char* name) {
  return options.has(name) ? options.numbers(name) : std::vector<double>{};
}

ClaimOptions read_options(const Fields& options) {
  ClaimOptions out;
  out.t = options.integer_or("t", 1, diffusion::kMostSteps, out.t);
  out.x0 = point_or_nothing(options, "x0");
  out.xt = point_or_nothing(options, "xt");
  out.eps = point_or_nothing(options, "eps");
  out.guess = point_or_nothing(options, "guess");
  out.seed = read_seed(options);
  return out;
}

}  // namespace

val diffusion_claim(const val& request) {
  const Fields fields(request, "");
  const diffusion::Mixture data = read_distribution(fields.object("data"));
  const diffusion::Schedule schedule = read_schedule(fields.object("schedule"));
  const double d = data.d;
  require(data.size() * d * d <= kMostNumbers, "data", "k components with k d^2 of at most 1e5", data.size() * d * d);
  require(schedule.T() * d * d * d <= kMostSums, "schedule", "T steps with T d^3 of at most 1e9",
          schedule.T() * d * d * d);
  const Fields options = fields.object("options");
  const ClaimOptions claim_options = read_options(options);
  const std::string id = fields.text("id");
  const diffusion::ClaimResult result = diffusion::check_claim(id, data, schedule, claim_options, read_mistake(fields));
  const val drawn = std::visit([](const auto& p) { return picture(p).get(); }, result.picture);
  return claim_to_js(result.claim, result.mistake, result.mistakes, drawn);
}

}  // namespace proofground::border
