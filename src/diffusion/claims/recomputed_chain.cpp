#include "diffusion/claims/recomputed_chain.h"

#include <algorithm>
#include <cmath>

namespace proofground::diffusion {

namespace {
constexpr double kLeastBeta = 1e-8;  // below it a broken claim is not 1e-10 off
}  // namespace

RecomputedChain recompute(const Schedule& schedule) {
  RecomputedChain e{{1}, {0}, 0};
  for (const Step& step : schedule.steps) {
    e.alpha_bar.push_back((1 - step.beta) * e.alpha_bar.back());
    e.noise.push_back((1 - step.beta) * e.noise.back() + step.beta);
    e.largest_beta = std::max(e.largest_beta, step.beta);
  }
  return e;
}

Square completed(double beta, double alpha_bar_prev, double noise_prev) {
  const double alpha = 1 - beta, variance = 1 / (alpha / beta + 1 / noise_prev);
  return {variance, variance * std::sqrt(alpha) / beta, variance * std::sqrt(alpha_bar_prev) / noise_prev};
}

std::string vacuous_reason(const RecomputedChain& chain) { return chain.largest_beta < kLeastBeta ? "no-noise" : ""; }

}  // namespace proofground::diffusion
