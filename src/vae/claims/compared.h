// Numbers that are claimed beside the same by another route, as one check.
#pragma once

#include <string>
#include <vector>

#include "core/check.h"
#include "core/running_stats.h"

namespace proofground::vae {

/// Largest z-score that passes.
inline constexpr double kSigmas = 5;

/// One check: the worst |claimed - right| against a bound.
struct Compared {
  Check check;
  std::vector<double> claimed;
};

/// @param allowance for rounding, beside the tolerance times scale
Compared compared(const char* id, const std::vector<double>& claimed, const std::vector<double>& right, double scale,
                  double allowance);

/// Two numbers of the certificate that shall be the same. What a mistake changes in both is no difference here.
Compared agreeing(const char* id, double a, double b, double scale, double allowance);

/// As compared with another tolerance than that of identities.
Compared compared_within(const char* id, double claimed, double right, double tolerance, double scale);

/// The checks of a claim, or why it is vacuous: with a mistake that changes no number by more than two right answers may differ, while
/// the right ones pass, "no-difference".
/// @param intact the same of the certificate as it is
std::string no_difference(const std::vector<Compared>& claimed, const std::vector<Compared>& intact, bool broken);

/// A z-score.
Compared compared_z(const char* id, double z);

std::vector<Check> checks_of(const std::vector<Compared>& all);

}  // namespace proofground::vae
