#include "wasm/vae/answers.h"

#include <numeric>

#include "vae/gradients.h"
#include "vae/kl.h"

namespace proofground::border {
namespace {

vae::VaeParams<double> read_params(const Fields& params, bool with_hidden) {
  vae::VaeParams<double> out;
  if (with_hidden) {
    out.W_e = params.numbers("W_e");
    out.b_e = params.numbers("b_e");
    out.W_d = params.numbers("W_d");
    out.b_d = params.numbers("b_d");
  }
  out.W_mu = params.numbers("W_mu");
  out.b_mu = params.numbers("b_mu");
  out.W_lv = params.numbers("W_lv");
  out.b_lv = params.numbers("b_lv");
  out.W_x = params.numbers("W_x");
  out.b_x = params.numbers("b_x");
  return out;
}

vae::Reconstruction read_reconstruction(const Fields& fields) {
  const std::string kind = fields.text("recon");
  require(kind == "gaussian" || kind == "bernoulli", "recon", R"("gaussian" or "bernoulli")", "\"" + kind + "\"");
  return kind == "gaussian" ? vae::Reconstruction::gaussian : vae::Reconstruction::bernoulli;
}

vae::VaeProblem<double> read_problem(const Fields& fields) {
  vae::VaeProblem<double> problem;
  problem.sizes = {fields.integer("dx", 1, vae::kMostNumbers), fields.integer("dz", 1, vae::kMostNumbers),
                   fields.integer("hidden", 0, vae::kMostNumbers), fields.integer("batch", 1, vae::kMostNumbers)};
  problem.recon = read_reconstruction(fields);
  problem.beta_kl = fields.number("betaKl");
  problem.params = read_params(fields.object("params"), problem.sizes.hidden > 0);
  problem.x = fields.numbers("x");
  problem.eps = fields.numbers("eps");
  vae::require_valid(problem);
  return problem;
}

val gradients_to_js(const vae::VaeGradients& gradients, bool with_hidden) {
  const auto& p = gradients.params;
  Result out;
  if (with_hidden) out.doubles("W_e", p.W_e).doubles("b_e", p.b_e).doubles("W_d", p.W_d).doubles("b_d", p.b_d);
  out.doubles("W_mu", p.W_mu).doubles("b_mu", p.b_mu).doubles("W_lv", p.W_lv).doubles("b_lv", p.b_lv);
  out.doubles("W_x", p.W_x).doubles("b_x", p.b_x);
  out.doubles("x", gradients.x).doubles("mu", gradients.mu).doubles("logVar", gradients.log_var);
  out.doubles("z", gradients.z).doubles("xOut", gradients.x_out);
  return out.get();
}

}  // namespace

vae::LinearGaussian read_linear_gaussian(const Fields& fields) {
  vae::LinearGaussian model;
  model.D = fields.numbers("D");
  model.b = fields.numbers("b");
  model.noise_var = fields.number("noiseVar");
  model.dx = static_cast<int>(model.b.size());
  return model;
}

val to_js(const vae::Elbo& elbo) {
  Result out;
  out.number("elbo", elbo.elbo).number("expectedLogLik", elbo.expected_log_lik).number("kl", elbo.kl);
  out.number("logPx", elbo.log_px).number("gap", elbo.gap);
  out.doubles("posteriorMean", elbo.posterior_mean).doubles("posteriorCov", elbo.posterior_cov);
  out.doubles("bestDiagVar", elbo.best_diag_var).number("bestDiagElbo", elbo.best_diag_elbo);
  return out.get();
}

val vae_kl(const val& request) {
  const Fields fields(request, "");
  const std::vector<double> terms = vae::kl_standard_normal(fields.numbers("mu"), fields.numbers("logVar"));
  Result out;
  out.doubles("perDimension", terms).number("total", std::accumulate(terms.begin(), terms.end(), 0.0));
  return out.get();
}

val vae_gradients(const val& request) {
  const vae::VaeProblem<double> problem = read_problem(Fields(request, ""));
  const vae::VaeStates<double> states = vae::forward(problem);
  const vae::VaeGradients gradients = vae::backward(problem, states);
  Result out;
  out.number("loss", states.loss).doubles("recon", states.recon).doubles("kl", states.kl);
  out.doubles("mu", states.mu).doubles("logVar", states.log_var);
  out.doubles("z", states.z).doubles("xOut", states.x_out);
  out.value("grads", gradients_to_js(gradients, problem.sizes.hidden > 0));
  return out.get();
}

val vae_linear_gaussian(const val& request) {
  const Fields fields(request, "");
  vae::LinearGaussian model = read_linear_gaussian(fields);
  const vae::DiagonalGaussian q{fields.numbers("qMean"), fields.numbers("qVar")};
  model.dz = static_cast<int>(q.mean.size());
  return to_js(vae::linear_gaussian_elbo(model, fields.numbers("x"), q));
}

}  // namespace proofground::border
