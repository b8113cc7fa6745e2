// The claims of one lab, found by id: what the labs' claims have in common.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "core/check.h"
#include "core/require.h"

namespace proofground {

/// What came of a claim, with the picture that it is drawn from: a variant of the lab's pictures.
template <class Picture>
struct ClaimResult {
  Claim claim;
  bool broken = false;
  Picture picture;
};

/// One line of a lab's table. Every check takes (problem, solution, options, broken) and answers with a Checked of its
/// own picture; by<check> answers with one of any.
template <class Problem, class Solution, class Options, class Picture>
struct ClaimRow {
  const char* id;
  ClaimResult<Picture> (*check)(const Problem&, const Solution&, const Options&, bool broken);

  template <auto check_one>
  static ClaimResult<Picture> by(const Problem& problem, const Solution& solution, const Options& options,
                                 bool broken) {
    auto checked = check_one(problem, solution, options, broken);
    return {std::move(checked.claim), broken, std::move(checked.picture)};
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
