#include "core/claim.h"

#include <algorithm>

namespace proofground {

Verdict Claim::verdict() const {
  if (checks.empty()) return Verdict::vacuous;
  const bool all_pass =
      std::all_of(checks.begin(), checks.end(), [](const Check& check) { return check.verdict() == Verdict::pass; });
  return all_pass ? Verdict::pass : Verdict::fail;
}

}  // namespace proofground
