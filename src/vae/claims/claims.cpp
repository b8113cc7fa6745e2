#include "vae/claims/claims.h"

#include <array>

#include "core/require.h"
#include "vae/claims/gradient_estimates.h"
#include "vae/claims/identity.h"
#include "vae/claims/kl_closed_form.h"
#include "vae/claims/one_step.h"
#include "vae/claims/one_step_bounds.h"
#include "vae/claims/toy_network.h"
#include "vae/claims/two_gradients.h"

namespace proofground::vae {
namespace {

using Row = ClaimRow<Problem, Solution, ClaimOptions, ClaimPicture>;
constexpr std::array kClaims{
    Row{"4v1", {"no-variance", "kl-sign", "kl-mean", "reversed", "mean-only", "marginals"}, Row::by<check_identity>},
    Row{"4v2", {"kl-mean", "sigma", "kl-sign", "no-log"}, Row::by<check_kl_closed_form>},
    Row{"4v3", {"kept-eps", "sigma", "no-score", "kl-sign"}, Row::by<check_two_gradients>},
    Row{"4v4", {"no-variance", "one-point", "sigma", "no-draw", "no-prior", "beta"}, Row::by<check_one_step>},
};

void require_size(const std::vector<double>& values, std::size_t size, const char* field) {
  require(values.size() == size, field, "as many numbers as the problem's sizes say",
          static_cast<double>(values.size()));
}

void require_fitting(const std::string& id, const Problem& problem, const Solution& solution) {
  const std::size_t dz = problem.q.mean.size();
  if (id == "4v1") {
    require_size(solution.elbo.posterior_mean, dz, "solution.posteriorMean");
    require_size(solution.elbo.posterior_cov, dz * dz, "solution.posteriorCov");
    require_size(solution.elbo.best_diag_var, dz, "solution.bestDiagVar");
  }
  if (id == "4v2") {
    require_size(solution.kl, dz, "solution.kl");
    require_size(solution.kl_slopes, 2 * dz, "solution.klSlopes");
  }
  if (id == "4v3") {
    require_size(solution.gradients.gradient, 2 * dz, "solution.gradient");
    require_size(solution.gradients.reparameterised_var, 2 * dz, "solution.reparameterisedVar");
    require_size(solution.gradients.score_var, 2 * dz, "solution.scoreVar");
  }
}

void require_valid(const std::string& id, const Problem& problem) {
  (void)find_claim(kClaims, id);
  require_valid(problem.model, problem.x, problem.q);
  require_valid_data(problem);
}

}  // namespace

Solution solution_of(const std::string& id, const Problem& problem, const ClaimOptions& options) {
  require_valid(id, problem);
  Solution out;
  if (id == "4v1") {
    out.elbo = linear_gaussian_elbo(problem.model, problem.x, problem.q);
    out.toy = trained_toy(options.seed);
  }
  if (id == "4v2") set_kl(problem, out);
  if (id == "4v3") out.gradients = two_gradients(problem);
  if (id == "4v4") out.one_step = one_step_bounds(problem);
  return out;
}

ClaimResult check_claim(const std::string& id, const Problem& problem, const Solution& solution,
                        const ClaimOptions& options, const Mistake& mistake) {
  require_valid(id, problem);
  require(options.draws >= kLeastDraws && options.draws <= kMostDraws, "draws", "a whole number from 100 to 1000000",
          options.draws);
  require_fitting(id, problem, solution);
  return find_claim(kClaims, id).check(problem, solution, options, mistake);
}

std::vector<std::string> mistakes(const std::string& id) { return find_claim(kClaims, id).mistakes(); }

}  // namespace proofground::vae
