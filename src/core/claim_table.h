// The table of a lab's claims, found by id: what the claims of all labs have in common.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "core/check.h"
#include "core/require.h"

namespace proofground {

/// A claim that was checked, with the data that it is drawn from: a variant of the lab's pictures.
template <class Picture, class Certificate = std::monostate>
struct ClaimResult {
  Claim claim;
  bool broken = false;
  Picture picture;
  std::optional<Certificate> broken_certificate = std::nullopt;  ///< as in Checked
};

/// One row of a lab's table. Every check takes (problem, solution, options, broken) and returns a Checked of its own
/// picture; by<check> returns it as the lab's variant.
template <class Problem, class Solution, class Options, class Picture, class Certificate = std::monostate>
struct ClaimRow {
  using Result = ClaimResult<Picture, Certificate>;
  const char* id;
  Result (*check)(const Problem&, const Solution&, const Options&, bool broken);

  template <auto check_one>
  static Result by(const Problem& problem, const Solution& solution, const Options& options, bool broken) {
    auto checked = check_one(problem, solution, options, broken);
    return {std::move(checked.claim), broken, std::move(checked.picture), std::move(checked.broken_certificate)};
  }
};

/// The row with this id. @throws InvalidArgument naming the ids that there are
template <class Row, std::size_t count>
const Row& find_claim(const std::array<Row, count>& table, const std::string& id) {
  std::string known;
  for (const Row& row : table) {
    if (id == row.id) return row;
    known += std::string(known.empty() ? "" : ", ") + row.id;
  }
  throw InvalidArgument("claim", "one of " + known, id);
}

}  // namespace proofground
