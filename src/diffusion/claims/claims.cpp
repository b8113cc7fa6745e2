#include "diffusion/claims/claims.h"

#include <array>

#include "core/require.h"
#include "diffusion/claims/bridge.h"
#include "diffusion/claims/denoising_mean.h"
#include "diffusion/claims/forward_process.h"
#include "diffusion/claims/noise_mse.h"
#include "diffusion/claims/posterior.h"
#include "diffusion/claims/samplers.h"
#include "diffusion/claims/score.h"
#include "diffusion/claims/simple_loss.h"

namespace proofground::diffusion {
namespace {

void require_valid(const Schedule& schedule) {
  require(schedule.T() >= 1 && schedule.T() <= kMostSteps, "schedule", "1 to 100000 steps", schedule.T());
  for (const Step& step : schedule.steps)
    require(step.beta >= kSmallestParameter && step.beta < 1, "schedule.beta", "a number from 1e-100 to less than 1",
            step.beta);
}

void require_valid(const ClaimOptions& options, int T, int d) {
  require(options.t >= 1 && options.t <= T, "t", "an integer from 1 to T", options.t);
  const auto point = [d](const std::vector<double>& x, const char* field) {
    require(x.empty() || x.size() == static_cast<std::size_t>(d), field, "d numbers or none",
            static_cast<double>(x.size()));
    require_finite(x.data(), static_cast<int>(x.size()), field);
  };
  point(options.x0, "x0");
  point(options.xt, "xt");
  point(options.eps, "eps");
  point(options.guess, "guess");
}

using Row = ClaimRow<Mixture, Schedule, ClaimOptions, ClaimPicture>;
constexpr std::array kClaims{
    Row{"4a", {"alpha", "root", "same-noise", "one-noise"}, Row::by<check_forward_process>},
    Row{"4b", {"swap", "beta", "index"}, Row::by<check_posterior>},
    Row{"4c", {"alpha", "no-root", "x0-root", "score", "affine", "exact"}, Row::by<check_denoising_mean>},
    Row{"4d", {"beta", "half", "alpha", "forward-variance"}, Row::by<check_noise_mse>},
    Row{"4r1", {"root", "index", "step"}, Row::by<check_simple_loss>},
    Row{"4r2", {"factor", "root", "alpha"}, Row::by<check_score>},
    Row{"4r3", {"root", "no-shrink", "index", "same-steps", "other-start"}, Row::by<check_samplers>},
    Row{"4bridge", {"no-prior", "no-first", "entropy-sign", "one-point"}, Row::by<check_bridge>},
};

}  // namespace

ClaimResult check_claim(const std::string& id, const Mixture& data, const Schedule& schedule,
                        const ClaimOptions& options, const Mistake& mistake) {
  require_valid(data);
  require_valid(schedule);
  require_valid(options, schedule.T(), data.d);
  return find_claim(kClaims, id).check(data, schedule, options, mistake);
}

std::vector<std::string> mistakes(const std::string& id) { return find_claim(kClaims, id).mistakes(); }

}  // namespace proofground::diffusion
