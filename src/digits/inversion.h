// The way back: the noise that the noise-free sampler makes an image of, and paths between two noises.
//
//   step down x_s = cos(h) x_t - sin(h) v(x_t, t)          DDIM, eta = 0, in terms of v (denoiser.h)
//   step up   x_t = (x_s + sin(h) v(x_t, t)) / cos(h)
//             cos(h) = sqrt(alpha_bar_t alpha_bar_s) + sqrt((1 - alpha_bar_t) (1 - alpha_bar_s))
//   arc       p_k = ((1 - u) |a| + u |b|) (sin((1 - u) w) a/|a| + sin(u w) b/|b|) / sin w,     u = k / (count - 1)
//             w   = the angle between a and b
//
// v at x_t is not known before x_t is: it is taken at x_s first, and then a few times at the x_t found so far, as long as
// the corrections shrink. Where steps are large they need not. With 50 steps or more real digits come back to 0.001 of
// full ink; with fewer, an image unlike those that the network draws may lead to a noise far larger than N(0, I).
//
// Noise of d coordinates has a length near sqrt(d). Halfway along a straight line it is shorter, and no noise the network has
// seen; along the arc it is not.
//
// Source: Song, Meng and Ermon (2021), section 5.4 (reconstruction) and appendix D.5 (interpolation).
#pragma once

#include <vector>

#include "diffusion/schedule.h"
#include "digits/denoiser.h"

namespace proofground::digits {

/// @param images (m x d) pixels 0..1 @param classes (m) 0..classes-1 or kNoClass @param steps of T, as DDIM's
/// @return (m x d) x_T in units of N(0, I)
/// @throws InvalidArgument  as GuidedSource; images: not d pixels 0..1 for each class; steps outside 1..T
std::vector<double> inverted(const Denoiser& network, const diffusion::Schedule& schedule,
                             const std::vector<double>& images, const std::vector<int>& classes, double guidance,
                             int steps);

/// @param from, to (d) @return (count x d) both ends included
/// @throws InvalidArgument  lengths that differ, none, values not finite; length 0, or opposite directions, between which there
/// is no one arc; count outside 2..1000; fields from, to, count
std::vector<double> arc(const std::vector<double>& from, const std::vector<double>& to, int count);

}  // namespace proofground::digits
