// Every tolerance of the native tests, in one table.
//
// PROOFGROUND_TOLERANCE_SCALE in the environment multiplies all of them: 0 makes every inexact comparison fail and so
// prints the true residuals, 10 shows which tests sit near their limits.
#pragma once

#include <cstdlib>

namespace proofground::tolerance {

inline double scale() {
  static const double value = [] {
    const char* text = std::getenv("PROOFGROUND_TOLERANCE_SCALE");
    return text == nullptr ? 1.0 : std::atof(text);
  }();
  return value;
}

// svm/packed.h against the standard library, relative: two units in the last place, four for tanh.
inline double exp() { return 5e-16 * scale(); }
inline double tanh() { return 1e-15 * scale(); }
// core/rng.h's logarithm against the standard library's, relative.
inline double log() { return 5e-16 * scale(); }
// Kernel rows against the scalar formula, relative to max(1, |k|): rounding of the sums, times the degree for poly.
inline double kernel() { return 1e-13 * scale(); }
// Squared distances by two orders of summing, relative to the sizes of what is added up.
inline double map() { return 1e-12 * scale(); }

// Golden data, as the file's own "tolerance" states them: tau / S, then the errors allowed at that tau.
struct Golden {
  double tau, dual, primal, value, b, delta;
};
inline Golden golden_fine() {
  return {1e-10, 1e-9 * scale(), 1e-9 * scale(), 1e-8 * scale(), 1e-8 * scale(), 1e-6 * scale()};
}
inline Golden golden_coarse() { return {1e-3, 1e-3 * scale(), 0, 2e-2 * scale(), 2e-2 * scale(), 0}; }

// The same for the golden balls: tau / S, mu / sqrt(S), distance2 and rho / S.
struct GoldenBall {
  double tau, objective, mu, distance2, rho, alpha, alpha_sum;
};
inline GoldenBall golden_ball_fine() {
  return {1e-10, 1e-9 * scale(), 1e-8 * scale(), 1e-8 * scale(), 1e-8 * scale(), 1e-6 * scale(), 1e-9 * scale()};
}
inline GoldenBall golden_ball_coarse() { return {1e-3, 1e-4 * scale(), 5e-3 * scale(), 2e-2 * scale(), 0, 0, 0}; }

// The golden diffusion cases, as that file states them, but schedules are held to what their header promises.
struct GoldenDiffusion {
  double schedule, vector, kl, bayes_error, moment;
};
inline GoldenDiffusion golden_diffusion() {
  return {1e-12 * scale(), 1e-10 * scale(), 1e-9 * scale(), 1e-9 * scale(), 1e-10 * scale()};
}

// The golden cells, as that file states them: arrays relative to max(1, max |b|), and numbers that vanish one by one.
struct GoldenCell {
  double array, vanishing;
};
inline GoldenCell golden_cell() { return {1e-11 * scale(), 1e-8 * scale()}; }
// Gradients through time against the complex step, relative to max(1, max |b|) of each list: rounding of a few hundred terms.
inline double complex_step() { return 1e-12 * scale(); }
// Parts of a gradient against the whole, relative to the sizes of what is summed.
inline double ledger() { return 1e-13 * scale(); }

// The golden cases of the VAE, as that file states them: arrays as above; a divergence relative, with an absolute part for each
// dimension, whose exp(v) - 1 - v cancels in the reference.
struct GoldenVae {
  double array, kl, kl_per_dimension, elbo;
};
inline GoldenVae golden_vae() { return {1e-11 * scale(), 1e-10 * scale(), 1e-15 * scale(), 1e-10 * scale()}; }

// nn/lanes.h against the standard library, relative: its polynomial, and rounding of a float's few operations.
inline double exp_float() { return 2e-7 * scale(); }
// sigmoid of z and of -z in float, relative: exp, a sum, a quotient and a product, each rounded.
inline double sigmoid_float() { return 2.5e-7 * scale(); }
// tanh in float, relative, next to 0 too: exp(r) - 1, the two sums and the quotient, each rounded.
inline double tanh_float() { return 2.5e-7 * scale(); }
// Slopes of tanh and sigmoid in float, relative, where they are flat too: products of three such numbers.
inline double slope_float() { return 4e-7 * scale(); }
// nn/sine.h, absolute, of angles up to 1e4.
inline double sine() { return 1e-14 * scale(); }
// Sums of floats against sums of doubles, relative to the sizes of what is added up: some hundred roundings of 6e-8.
inline double product_float() { return 2e-6 * scale(); }
// A network in float against the same one in double, relative to the largest entry: products as above, layer after
// layer.
inline double network_float() { return 1e-5 * scale(); }
// Central differences in double against the complex step, relative: h^2 and rounding over h, at h = 1e-5.
inline double central_difference() { return 1e-8 * scale(); }
// One step of Adam in float against the formula in double, relative.
inline double adam_float() { return 1e-6 * scale(); }
// A step of training a recurrent network in float, its gradient as network_float(), against the same in double: loss and norms relative,
// weights absolute at a rate of 0.01.
inline double training_float() { return 2e-5 * scale(); }
// Deterministic samplers and distances against closed forms.
inline double closed_form() { return 1e-12 * scale(); }
/// Estimates from draws, in standard errors. Of the seeded draws of the tests; a wrong formula is tens of them away.
inline double standard_errors() { return 4.5 * scale(); }

// Properties of solved problems. Fits of the properties stop at this KKT gap, relative to the scale of y.
inline constexpr double kPropertyGap = 1e-9;
/// Identities (sums, complementarity, the same quantity by two routes), relative to the sizes of what is summed.
inline double identity() { return 1e-10 * scale(); }
/// Objectives of two runs that each stopped at kPropertyGap, relative.
inline double objective() { return 1e-6 * scale(); }
/// How far a KKT condition may be off at kPropertyGap, in units of y times the scale of y.
inline double kkt() { return 4 * kPropertyGap * scale(); }
/// Function values of two such runs, in units of y times the scale of y.
inline double function() { return 1e-4 * scale(); }

}  // namespace proofground::tolerance
