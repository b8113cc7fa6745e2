// The linear-Gaussian model against identities that its formulas do not use.
#include <gtest/gtest.h>

#include "vae/linear_gaussian.h"

namespace proofground::vae {
namespace {

TEST(VaeLinearGaussian, Golden) {
  const Elbo e = linear_gaussian_elbo({3, 2, {1, .5, -.5, 1, 2, 1}, {0, 1, -1}, .25}, {1, 0, 2}, {{.5, .25}, {.1, .2}});
  EXPECT_NEAR(e.log_px, -4.689481548738437999718071, 1e-14);
  EXPECT_NEAR(e.elbo, -12.29588556064825538746093, 1e-14);
  EXPECT_NEAR(e.gap, 7.606404011909817387742864, 1e-14);
  EXPECT_NEAR(e.best_diag_elbo, -4.861367318289850245325056, 1e-14);
  EXPECT_NEAR(e.posterior_mean[0], 1.410256410256410256410256, 1e-14);
  EXPECT_NEAR(e.posterior_cov[1], -0.05128205128205128205128205, 1e-14);
}

}  // namespace
}  // namespace proofground::vae
