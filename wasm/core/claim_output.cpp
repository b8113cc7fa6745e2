#include "wasm/core/claim_output.h"

#include <climits>
#include <vector>

namespace proofground::border {
namespace {

const char* word(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "pass";
    case Verdict::fail:
      return "fail";
    case Verdict::vacuous:
      break;
  }
  return "vacuous";
}

val checks(const std::vector<Check>& all) {
  val list = val::array();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Check& check = all[i];
    Result one;
    one.text("id", check.id)
        .number("value", check.value)
        .number("bound", check.bound)
        .number("tolerance", check.tolerance)
        .text("verdict", word(check.verdict()));
    list.set(i, one.get());
  }
  return list;
}

}  // namespace

std::uint64_t read_seed(const Fields& options) {
  return static_cast<std::uint64_t>(options.integer_or("seed", 0, INT_MAX, 1));
}

val claim_to_js(const Claim& claim, bool broken, const val& picture) {
  Result out;
  out.text("id", claim.id)
      .text("verdict", word(claim.verdict()))
      .text("reason", claim.reason)
      .flag("broken", broken)
      .value("checks", checks(claim.checks))
      .value("picture", picture);
  return out.get();
}

}  // namespace proofground::border
