// From N(0, I) down to the data: three methods, with one eps.
//
//   ancestral  x_{t-1} = (x_t - beta_t / sqrt(1 - alpha_bar_t) eps) / sqrt(alpha_t) + sigma_t z
//              t         = T..1,   z = 0 at t = 1
//              sigma_t^2 = beta~_t
//                        | beta_t
//                        | beta~_t + beta_t^2 / (alpha_t (1 - alpha_bar_t)) (1 - E|eps*_t|^2 / d)   the best scalar
//
//   DDIM       x_s = x_t / sqrt(a) + (sqrt(1 - alpha_bar_s - sigma^2) - sqrt(1 - alpha_bar_t) / sqrt(a)) eps + sigma z
//              a     = alpha_bar_t / alpha_bar_s
//              sigma = eta sqrt(beta~ of the step from t to s)
//
//   flow       d(x / sqrt(1 - alpha_bar)) = x_0^ dv,   v = sqrt(alpha_bar / (1 - alpha_bar)),   while alpha_bar < 1/2
//              d(x / sqrt(alpha_bar))     = eps dw,    w = 1 / v,                               from there on
//
// The two equations of the flow are the same flow, each in the variable that stays small. It is solved by Heun's
// method, but the last step, to t = 0, where eps is not known, is Euler's, which is DDIM's with eta = 0.
//
// DDIM and flow visit `steps` of the T steps, evenly spaced (schedule.h, thinned). The best scalar variance equals that
// of nelbo.h because E|eps - eps*|^2 = d - E|eps*|^2. E|eps*_t|^2 is estimated: with the oracle on draws from q_t; with
// a network, which has no data, at the particles themselves. If fewer particles are requested than this mean needs,
// more are carried along and not shown.
//
// Particles are doubles. The start and the noise have streams of their own, so a seed gives the same start to all
// methods. No guidance.
//
// Source: the assignment's problem 4 and remark 3; Ho, Jain and Abbeel (2020), algorithm 2; Bao et al., "Analytic-DPM"
// (2022), theorem 1; Song, Meng and Ermon (2021), equations 12 and 14.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/rng.h"
#include "diffusion/nelbo.h"
#include "diffusion/noise_source.h"
#include "diffusion/schedule.h"

namespace proofground::diffusion {

enum class SampleMethod { ancestral, ddim, flow };

struct SampleSettings {
  SampleMethod method = SampleMethod::ancestral;
  ReverseVariance variance = ReverseVariance::posterior;  ///< ancestral
  double eta = 0;                                         ///< ddim, [0, 1]
  int steps = 1;                                          ///< ddim and flow, 1..T
  int count = 1;                                          ///< particles, 1..1e6
  std::uint64_t seed = 1;
};

class Sampler {
 public:
  /// Particles at T. @throws InvalidArgument  eta, steps or count out of range
  Sampler(const Schedule& schedule, std::unique_ptr<NoiseSource> source, const SampleSettings& settings);

  /// Steps in all, and those taken so far.
  [[nodiscard]] int total() const { return chain_.T(); }
  [[nodiscard]] int taken() const { return taken_; }
  /// Where the particles stand on the schedule: T at first, 0 at last.
  [[nodiscard]] int t() const { return place(taken_); }
  /// @param steps >= 1; stops at the end @return whether it is reached @throws InvalidArgument
  bool advance(int steps);
  /// (count x d)
  [[nodiscard]] std::vector<double> x() const;
  /// The same, to be put elsewhere before the first step or between two: begins with the particles that x() gives.
  [[nodiscard]] std::vector<double>& particles() { return x_; }

 private:
  /// t after `taken` steps.
  [[nodiscard]] int place(int taken) const;
  void step();
  void add_noise(double deviation);
  void ancestral(const Step& step);
  void ddim(const Step& step);
  void flow(const Step& step);

  Schedule chain_;  // the steps that are visited
  int T_;           // of the whole schedule
  std::unique_ptr<NoiseSource> source_;
  SampleSettings settings_;
  Rng noise_;
  std::vector<double> x_;
  int taken_ = 0;
};

}  // namespace proofground::diffusion
