// A claim: one statement of the homework, checked on the user's own data.
//
// A check takes a certificate (what a solver returned) and verifies it by a second route, never by the formula that
// produced it. It reports numbers and codes; the words are in the page's messages.
#pragma once

#include <string>
#include <vector>

namespace proofground {

enum class Verdict {
  pass,    ///< every check's value is within its bound
  fail,    ///< at least one is not
  vacuous  ///< the statement's hypothesis is not met on this data: nothing was tested
};

/// One number of a claim: passes iff value <= bound.
struct Check {
  std::string id;        ///< stable code, the key of its label in the page's messages
  double value = 0;      ///< >= 0
  double bound = 0;      ///< largest value that passes (tolerance times the natural scale of this check)
  double tolerance = 0;  ///< relative tolerance that bound was made from
  [[nodiscard]] Verdict verdict() const { return value <= bound ? Verdict::pass : Verdict::fail; }
};

struct Claim {
  std::string id;             ///< as in the address: "1c1"
  std::vector<Check> checks;  ///< empty iff vacuous
  std::string reason;         ///< why vacuous (a code), else empty

  /// vacuous without checks; otherwise fail as soon as one check fails (a NaN fails).
  [[nodiscard]] Verdict verdict() const;
};

}  // namespace proofground
