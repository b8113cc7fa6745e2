// Images of given classes from noise, and images with known parts.
//
//   steps       those of diffusion/samplers.h (ancestral with beta~ or beta, DDIM), with the eps of guided.h
//   in-painting after each step, to s:  x_s = sqrt(alpha_bar_s) x_known + sqrt(1 - alpha_bar_s) z   at known pixels
//               at s = 0 that is x_known itself
//
// z is drawn anew at each step where the method draws noise itself. DDIM with eta = 0 draws none: its known pixels keep the
// noise that they start with, so that they move along the same kind of path as the others.
//
// Pixels are moved from 0..1 to -1..1 and back at the border of this class; noise is in units of N(0, I). The start, the
// sampler's noise and that of known pixels have streams of their own.
//
// Source: Lugmayr et al., "RePaint: inpainting using denoising diffusion probabilistic models" (2022), equation 8, without
// its resampling: no step is walked up again, so what is painted knows the known part only through the steps below.
#pragma once

#include <cstdint>
#include <vector>

#include "diffusion/samplers.h"
#include "digits/guided.h"

namespace proofground::digits {

struct Known {
  std::vector<double> images;  ///< (count x d) pixels 0..1, or empty: nothing is known
  std::vector<double> mask;    ///< (d) 1 known, 0 not
};

struct SampleSettings {
  diffusion::SampleMethod method = diffusion::SampleMethod::ddim;               ///< not flow
  diffusion::ReverseVariance variance = diffusion::ReverseVariance::posterior;  ///< ancestral; not best
  double eta = 0;                                                               ///< ddim, [0, 1]
  int steps = 1;                                                                ///< ddim, 1..T
  std::vector<int> classes;                                                     ///< (count) 0..classes-1, or kNoClass
  double guidance = 1;                                                          ///< guided.h
  std::uint64_t seed = 1;
  std::vector<double> start;  ///< (count x d) x_T in units of N(0, I), or empty: drawn
  Known known;
};

class Sampler {
 public:
  /// Images at T.
  /// @throws InvalidArgument  method flow, variance best; as GuidedSource and diffusion::Sampler; start: not d finite numbers
  /// for each class; known.images: not d pixels 0..1 for each class; known.mask: not d of 0 or 1; more than 2^22 pixels in
  /// all
  Sampler(Denoiser network, const diffusion::Schedule& schedule, const SampleSettings& settings);

  /// Steps in all, and those taken so far.
  [[nodiscard]] int total() const { return sampler_.total(); }
  [[nodiscard]] int taken() const { return sampler_.taken(); }
  /// Where the images stand on the schedule: T at first, 0 at last.
  [[nodiscard]] int t() const { return sampler_.t(); }
  /// @param steps >= 1; stops at the end @return whether it is reached @throws InvalidArgument
  bool advance(int steps);
  /// (count x d) x_t in pixels: 0..1 is the range of the data, which noise leaves.
  [[nodiscard]] std::vector<double> x() const;
  /// (count x d) the x_0 that the last step went towards, in pixels; before the first step that of x_T.
  [[nodiscard]] std::vector<double> x0();

 private:
  Sampler(const diffusion::Schedule& schedule, const SampleSettings& settings, std::unique_ptr<GuidedSource> source);
  void keep_known();

  diffusion::Schedule schedule_;
  GuidedSource* source_;  // sampler_ owns it
  diffusion::Sampler sampler_;
  bool draws_noise_;
  Rng known_noise_;
  std::vector<double> known_;      // (count x d) -1..1, or empty
  std::vector<std::size_t> kept_;  // places that are known
  std::vector<double> noise_;      // (kept)
};

}  // namespace proofground::digits
