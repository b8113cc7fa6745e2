#include "wasm/vae/claim_output.h"

#include "wasm/core/claim_output.h"
#include "wasm/vae/answers.h"

namespace proofground::border {
namespace {

val ellipse(const vae::Ellipse& of) {
  Result out;
  out.doubles("at", of.at).doubles("axes", of.axes);
  return out.get();
}

Result balance(const vae::Balance& of) {
  Result out;
  out.number("logPx", of.log_px).number("elbo", of.elbo).number("gap", of.gap);
  return out;
}

val latent(const vae::LatentPicture& p) {
  Result ellipses;
  ellipses.value("prior", ellipse(p.prior_ellipse))
      .value("q", ellipse(p.q_ellipse))
      .value("posterior", ellipse(p.posterior_ellipse))
      .value("measured", ellipse(p.measured_ellipse))
      .value("best", ellipse(p.best_ellipse));
  Result out;
  out.doubles("z", p.z)
      .doubles("prior", p.prior)
      .doubles("q", p.q)
      .doubles("posterior", p.posterior)
      .doubles("measured", p.measured)
      .value("ellipses", ellipses.get());
  return out.get();
}

val network(const vae::NetworkPicture& p) {
  Result out;
  out.doubles("points", p.points)
      .doubles("x", p.x)
      .value("claimed", balance(p.claimed).get())
      .value("measured", balance(p.measured).get())
      .value("q", ellipse(p.q))
      .number("side", p.side)
      .number("x0", p.x0)
      .number("y0", p.y0)
      .number("width", p.width)
      .doubles("posterior", p.posterior)
      .doubles("encoder", p.encoder);
  return out.get();
}

val picture(const vae::IdentityPicture& p) {
  Result measured = balance(p.measured);
  measured.number("expectedLogLik", p.measured_likelihood).number("kl", p.measured_kl);
  Result out;
  out.value("claimed", to_js(p.claimed))
      .value("intact", to_js(p.intact))
      .value("measured", measured.get())
      .value("latent", latent(p.latent))
      .value("network", network(p.network))
      .number("tolerance", p.tolerance);
  return out.get();
}

val picture(const vae::KlPicture& p) {
  Result out;
  out.doubles("claimed", p.claimed)
      .doubles("intact", p.intact)
      .doubles("measured", p.measured)
      .doubles("drawn", p.drawn)
      .doubles("drawnError", p.drawn_error)
      .number("draws", p.draws)
      .number("total", p.total)
      .number("intactTotal", p.intact_total)
      .number("measuredTotal", p.measured_total)
      .doubles("z", p.z)
      .doubles("prior", p.prior)
      .doubles("q", p.q)
      .doubles("integrand", p.integrand)
      .number("tolerance", p.tolerance);
  return out.get();
}

val estimate(const vae::EstimatePicture& p) {
  Result out;
  out.doubles("mean", p.mean)
      .doubles("error", p.error)
      .doubles("variance", p.variance)
      .doubles("varianceError", p.variance_error)
      .doubles("exactVariance", p.exact_variance)
      .doubles("singles", p.singles);
  return out.get();
}

val picture(const vae::GradientPicture& p) {
  Result out;
  out.doubles("claimed", p.claimed)
      .doubles("intact", p.intact)
      .doubles("measured", p.measured)
      .value("reparameterised", estimate(p.reparameterised))
      .value("score", estimate(p.score))
      .value("intactReparameterised", estimate(p.intact_reparameterised))
      .value("intactScore", estimate(p.intact_score))
      .number("draws", p.draws)
      .number("tolerance", p.tolerance);
  return out.get();
}

val terms(const vae::BoundTerms& of) {
  Result out;
  out.number("reconstruction", of.reconstruction).number("prior", of.prior).number("total", of.total);
  return out.get();
}

val one_step(const vae::OneStep& of) {
  Result out;
  out.value("vae", terms(of.vae))
      .value("diffusion", terms(of.diffusion))
      .number("decoderVar", of.decoder_var)
      .number("entropy", of.entropy);
  return out.get();
}

val picture(const vae::OneStepPicture& p) {
  Result out;
  out.value("claimed", one_step(p.claimed))
      .value("intact", one_step(p.intact))
      .number("gap", p.gap)
      .number("intactGap", p.intact_gap)
      .value("drawn", terms(p.drawn))
      .value("drawnError", terms(p.drawn_error))
      .number("draws", p.draws)
      .doubles("x", p.x)
      .doubles("data", p.data)
      .doubles("model", p.model)
      .doubles("z", p.z)
      .doubles("prior", p.prior)
      .doubles("aggregate", p.aggregate)
      .doubles("decoded", p.decoded)
      .number("tolerance", p.tolerance);
  return out.get();
}

vae::Problem read_problem(const Fields& fields) {
  vae::Problem out{
      read_linear_gaussian(fields), fields.numbers("x"),     {fields.numbers("qMean"), fields.numbers("qVar")},
      fields.number("modes"),       fields.number("modeSd"), fields.number("alphaBar")};
  out.model.dz = static_cast<int>(out.q.mean.size());
  return out;
}

vae::ClaimOptions read_options(const Fields& request) {
  vae::ClaimOptions out;
  if (!request.has("options")) return out;
  const Fields options = request.object("options");
  out.seed = read_seed(options);
  out.draws = options.integer_or("draws", vae::kLeastDraws, vae::kMostDraws, out.draws);
  return out;
}

}  // namespace

val vae_claim(const val& request) {
  const Fields fields(request, "");
  const std::string id = fields.text("id");
  (void)vae::mistakes(id);  // an id that is none is refused before the problem is read
  const Fields given = fields.object("problem");
  const vae::Problem problem = read_problem(given);
  const vae::ClaimOptions options = read_options(fields);
  const vae::Solution solution = given.check([&] { return vae::solution_of(id, problem, options); });
  const vae::ClaimResult result = vae::check_claim(id, problem, solution, options, read_mistake(fields));
  const val drawn = std::visit([](const auto& p) { return picture(p); }, result.picture);
  return claim_to_js(result.claim, result.mistake, result.mistakes, drawn);
}

}  // namespace proofground::border
