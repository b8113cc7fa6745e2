// Making a check: one value against one bound.
#pragma once

#include <optional>
#include <variant>

#include "core/claim.h"

namespace proofground {

/// Relative tolerances of the claims: quadratic programmes, and identities that hold to rounding.
inline constexpr double kQpTolerance = 1e-6;
inline constexpr double kIdentityTolerance = 1e-10;

/// The check that value is at most tolerance scale + allowance.
inline Check check_within(const char* id, double value, double tolerance, double scale, double allowance = 0) {
  return {id, value, tolerance * scale + allowance, tolerance};
}

/// The larger of the two; NaN if either is NaN, which std::max may drop.
inline double worst(double a, double b) { return a != a || b <= a ? a : b; }

/// A claim with the picture that it is drawn from. Certificate: what the lab's solver returns, where breaking a claim may
/// replace it.
template <class Picture, class Certificate = std::monostate>
struct Checked {
  Claim claim;
  Picture picture;
  /// What was judged instead of the given certificate. Nothing when the claim is intact or vacuous, and when the break is
  /// of a formula.
  std::optional<Certificate> broken_certificate = std::nullopt;
};

}  // namespace proofground
