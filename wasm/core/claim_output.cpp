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

Mistake read_mistake(const Fields& request) {
  if (!request.has("broken")) return {};
  if (request.is_text("broken")) return Mistake(request.text("broken"));
  return request.flag_or("broken", false) ? Mistake("plain") : Mistake();
}

val claim_to_js(const Claim& claim, const std::string& mistake, const std::vector<std::string>& mistakes,
                const val& picture) {
  Result codes(val::array());
  for (std::size_t i = 0; i < mistakes.size(); ++i) codes.text(std::to_string(i).c_str(), mistakes[i]);
  Result out;
  out.text("id", claim.id)
      .text("verdict", word(claim.verdict()))
      .text("reason", claim.reason)
      .flag("broken", !mistake.empty())
      .text("mistake", mistake)
      .value("mistakes", codes.get())
      .value("checks", checks(claim.checks))
      .value("picture", picture);
  return out.get();
}

}  // namespace proofground::border
