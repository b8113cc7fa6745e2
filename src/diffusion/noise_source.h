// Where a sampler's eps comes from: the exact E[eps | x_t] of a distribution, or a network.
#pragma once

#include <memory>
#include <vector>

#include "diffusion/denoiser.h"
#include "diffusion/mixture.h"

namespace proofground::diffusion {

class NoiseSource {
 public:
  NoiseSource() = default;
  NoiseSource(const NoiseSource&) = delete;
  NoiseSource& operator=(const NoiseSource&) = delete;
  virtual ~NoiseSource() = default;

  [[nodiscard]] virtual int d() const = 0;
  /// eps at m particles and step t. @param x (m x d) @return (m x d)
  virtual std::vector<double> eps(const std::vector<double>& x, int t) = 0;
  /// E|E[eps | x_t]|^2 / d, in [0, 1]: gives the best scalar variance of the step down from t (samplers.h).
  /// @param at_hand (m x d) eps of particles at step t
  virtual double share_known(const std::vector<double>& at_hand, int t) = 0;
};

/// The exact eps of a distribution. share_known is estimated on `draws` draws from q_t, not on the particles.
/// @throws InvalidArgument  as Oracle
std::unique_ptr<NoiseSource> oracle_source(const Mixture& data, const Schedule& schedule, int draws,
                                           std::uint64_t seed);

/// A network's. It knows no data: share_known is the mean of |eps_theta|^2 at the particles themselves.
std::unique_ptr<NoiseSource> network_source(Denoiser network, const Schedule& schedule);

}  // namespace proofground::diffusion
