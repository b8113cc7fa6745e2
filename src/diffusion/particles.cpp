#include "diffusion/particles.h"

#include <Eigen/Core>
#include <limits>
#include <utility>

#include "core/require.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Particles measured(std::vector<double> x, int d) {
  Moments moments = moments_of(x, d);
  return {std::move(x), std::move(moments)};
}

}  // namespace

Moments moments_of(const std::vector<double>& x, int d) {
  const Eigen::Map<const Matrix> points(x.data(), static_cast<Eigen::Index>(x.size()) / d, d);
  const Eigen::RowVectorXd mean = points.colwise().mean();
  const Matrix apart = points.rowwise() - mean;
  const Matrix covariance = apart.transpose() * apart / static_cast<double>(points.rows());
  return {{mean.begin(), mean.end()}, {covariance.data(), covariance.data() + covariance.size()}};
}

Noised noised_particles(const Oracle& oracle, const Schedule& schedule, int t, int count, std::uint64_t seed,
                        bool walk) {
  require(t >= 0 && t <= schedule.T(), "t", "an integer from 0 to T", t);
  require(count >= 1, "count", "at least 1", count);
  Rng streams(seed);
  Rng data(streams.bits()), noise(streams.bits()), steps(streams.bits());
  const Step step = t == 0 ? Step{} : schedule.at(t);
  Noised result;
  result.x0 = oracle.draw(count, data);
  std::vector<double> eps(result.x0.size());
  for (double& value : eps) value = noise.normal();
  result.closed = measured(noised(step, result.x0, eps), oracle.d());
  if (walk) result.walked = measured(walked(schedule, t, result.x0, steps), oracle.d());
  result.exact = oracle.moments(step.alpha_bar, step.noise);
  result.prior_kl = t == 0 ? std::numeric_limits<double>::infinity()
                           : prior_kl(step.alpha_bar, step.noise, oracle.mean_square(), oracle.d());
  return result;
}

}  // namespace proofground::diffusion
