// Many numbers against the second route, as one check: the worst error, relative to what each is a sum of.
#pragma once

#include <string>
#include <vector>

#include "cifg/cell.h"
#include "cifg/claims/recomputed.h"
#include "core/check.h"

namespace proofground::cifg {

/// Relative to its size a derivative by either route is off by some hundred roundings of 1e-16.
inline constexpr double kExact = 1e-12;

/// The numbers of one check. An error is |claimed - right| / room.
struct Judged {
  const char* id;
  std::vector<double> claimed;  ///< of the certificate
  std::vector<double> right;    ///< by the second route
  std::vector<double> room;     ///< the size of each
  double tolerance = kExact;

  [[nodiscard]] std::vector<double> errors() const;
  [[nodiscard]] Check check() const;
};

/// The largest entry; NaN if one is.
double worst_of(const std::vector<double>& values);

/// Whether all checks pass.
bool passes(const std::vector<Judged>& judged, const std::vector<Check>& others);

/// The loss of a certificate against its sum.
Judged judged_loss(const char* id, const Problem<double>& problem, const States<double>& states, double claimed,
                   double largest);

/// Largest |a - b| / room / tolerance of what is claimed: how much a mistake changes what is judged.
double change(const Judged& judged, const Judged& intact);

/// What rounding is relative to: the size, and a little more where numbers have underflowed on the way.
/// @param largest derivative of the loss
double room_of(const Derivative& of, double largest);

/// The checks' numbers for these derivatives. `claimed` is set by the caller.
Judged judged(const char* id, const std::vector<Derivative>& right, double largest);

/// The largest size, and the farthest that a nudge moved a number.
double largest_of(const std::vector<Derivative>& all, double so_far = 0);

/// "overflow" where a gradient leaves the range of doubles, and the states are right; "no-loss" where g is 0, or as good as 0 beside the
/// largest number; else "".
/// @param states their error
std::string vacuous_reason(const Problem<double>& problem, double states, double largest, bool of_loss);

/// The claim: intact, its checks; with a mistake, kNoDifference where that changes nothing of what is judged. A certificate that fails
/// when it is intact is vacuous by "overflow" only.
/// @param others checks that no mistake changes
Claim verdict_of(const char* id, const std::string& reason, const std::vector<Judged>& judged,
                 const std::vector<Judged>& intact, bool broken, const std::vector<Check>& others);

}  // namespace proofground::cifg
