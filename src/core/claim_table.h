// The table of a lab's claims, found by id: what the claims of all labs have in common.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/check.h"
#include "core/mistake.h"
#include "core/require.h"

namespace proofground {

/// A claim that was checked, with the data that it is drawn from: a variant of the lab's pictures.
template <class Picture, class Certificate = std::monostate>
struct ClaimResult {
  Claim claim;
  std::string mistake;                ///< its code; "" for none
  std::vector<std::string> mistakes;  ///< all codes that this claim can be broken with, "plain" first
  Picture picture;
  std::optional<Certificate> broken_certificate = std::nullopt;  ///< as in Checked
};

/// One row of a lab's table. Every check takes (problem, solution, options, mistake) and returns a Checked of its own
/// picture; by<check> returns it as the lab's variant.
template <class Problem, class Solution, class Options, class Picture, class Certificate = std::monostate>
struct ClaimRow {
  using Result = ClaimResult<Picture, Certificate>;
  const char* id;
  std::array<const char*, 8> named;  ///< the codes of its mistakes besides "plain"; the places left over are null
  Result (*run)(const Problem&, const Solution&, const Options&, const Mistake&);

  template <auto check_one>
  static Result by(const Problem& problem, const Solution& solution, const Options& options, const Mistake& mistake) {
    auto checked = check_one(problem, solution, options, mistake);
    return {std::move(checked.claim),
            mistake.code(),
            {},
            std::move(checked.picture),
            std::move(checked.broken_certificate)};
  }

  [[nodiscard]] std::vector<std::string> mistakes() const {
    std::vector<std::string> codes{"plain"};
    for (const char* code : named)
      if (code != nullptr) codes.emplace_back(code);
    return codes;
  }

  /// @throws InvalidArgument  a mistake that is none of this claim's
  [[nodiscard]] Result check(const Problem& problem, const Solution& solution, const Options& options,
                             const Mistake& mistake) const {
    std::vector<std::string> codes = mistakes();
    if (mistake.made() && std::find(codes.begin(), codes.end(), mistake.code()) == codes.end())
      throw InvalidArgument("broken", "true, false, or one of " + joined(codes), mistake.code());
    Result result = run(problem, solution, options, mistake);
    result.mistakes = std::move(codes);
    return result;
  }
};

/// The row with this id. @throws InvalidArgument naming the ids that there are
template <class Row, std::size_t count>
const Row& find_claim(const std::array<Row, count>& table, const std::string& id) {
  std::vector<std::string> known;
  for (const Row& row : table) {
    if (id == row.id) return row;
    known.emplace_back(row.id);
  }
  throw InvalidArgument("id", "one of " + joined(known), id);
}

}  // namespace proofground
