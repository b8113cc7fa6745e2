// The claims of problem 3, by id:
//
//   3a local_flow    3b node_deltas    3c parameter_gradients    3ledger ledger_entries    3horizon memory
//
// The certificate is what the library answers with: states, gradients, ledger, horizon (cell.h, ledger.h, horizon.h). Every check takes
// another route: a number is moved by a tiny imaginary part, and followed forwards from the equations (recomputed.h). Bounds are 1e-12
// of the size of what is added up: a sum that cancels may be off by rounding of its terms, and a gradient that has vanished is held to
// its own size, not to 1. The states are compared with the equations step by step, so that a wrong
// forward pass that is consistent with itself is noticed.
//
// "Break it" and the named mistakes put a line of the backpropagation wrong (wrong.h): the whole gradient that comes of it is judged, and
// handed out as the broken certificate.
//
// Vacuous, with the reason:
//   "no-loss"       every g is 0, or as good as 0 beside the other numbers: all gradients are
//   "overflow"      a gradient, or a term of one, leaves the range of doubles
//   "one-step"      T = 1, and the statement is about what passes from step to step
//   "no-difference" the mistake that was asked for changes nothing on these data
// Only what overflows excuses a certificate that is wrong: else its checks are shown, and fail.
//
// Pictures are filled whatever the verdict. What is claimed stands beside what the second route says and the error, entry by entry; an
// entry is wrong where its error is above the tolerance of its check.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cifg/cell.h"
#include "cifg/horizon.h"
#include "cifg/ledger.h"
#include "core/claim_table.h"

namespace proofground::cifg {

/// What is checked.
struct Solution {
  States<double> states;
  Gradients<double> gradients;
  Ledger ledger;    ///< 3ledger
  Horizon horizon;  ///< 3horizon
};

struct ClaimOptions {};

/// A value by three ways, and the error of the first against the second, relative to the size of what is added up.
template <class Lists>
struct Compared {
  Lists claimed, measured, error;
};

/// 3a. (T batch x dh) each.
struct LocalPicture {
  /// dc_t/df_t, dc_t/dc~_t, dc_t/dc_{t-1}: the diagonals.
  Compared<std::vector<double>> by_f, by_c_tilde, by_c_before;
  double off_diagonal = 0;  ///< the largest other entry that was measured
  /// dL/df_t, dL/dc~_t, and the part of dL/dc_{t-1} that comes through the cell.
  Compared<std::vector<double>> flow_f, flow_c_tilde, flow_c_before;
  std::vector<double> delta_c;  ///< dL/dc_t that they are made from
  std::vector<double> bound;    ///< (batch x dh) max(|c_0|, 1), which no |c_t| exceeds
  double tolerance = 0;
};

/// 3b. Every delta.
struct DeltasPicture : Compared<Deltas<double>> {
  double tolerance = 0;
};

/// Gradients of all that is given.
struct GivenGradients {
  Params<double> params;
  std::vector<double> x, h0, c0;
};

/// 3c. The measured ones by complex step; `central` by central differences, NaN where doubles are too coarse for one.
struct ParametersPicture : Compared<GivenGradients> {
  GivenGradients central, central_error;
  Params<double>
      terms;  ///< (T x size) each: what each step adds, with the deltas that are judged. Batch 1, else empty.
  double tolerance = 0, central_tolerance = 0;
  int parameters = 0, lstm_parameters = 0;
};

/// 3ledger.
struct LedgerPicture : Compared<Ledger> {
  double tolerance = 0;
};

/// 3horizon.
struct HorizonPicture {
  /// (T x dh) products of f, (T x dh x dh) dc_T/dc_t
  Compared<std::vector<double>> product, jacobian;
  std::vector<double> norm, through_h;                    ///< (T) claimed
  std::vector<double> measured_norm, measured_through_h;  ///< (T)
  std::vector<double> through;  ///< (T x dh x dh) what was measured to go through some h on the way
  double tolerance = 0;
};

using ClaimPicture = std::variant<LocalPicture, DeltasPicture, ParametersPicture, LedgerPicture, HorizonPicture>;

template <class Picture>
using Checked = proofground::Checked<Picture, Gradients<double>>;
using ClaimResult = proofground::ClaimResult<ClaimPicture, Gradients<double>>;

/// Most operations that a check may take: about two seconds.
inline constexpr double kMostOperations = 7e7;
/// Roughly those of a claim.
double operations(const std::string& id, const Sizes& sizes);

/// The part of the solution that a claim needs, by the library. @throws InvalidArgument  as check_claim
Solution solution_of(const std::string& id, const Problem<double>& problem);

/// Check the claim id on a solution of the problem.
/// @throws InvalidArgument  an id that is none of them, an invalid problem, a solution of another size, more than kMostOperations;
/// 3ledger, 3horizon: batch above 1
ClaimResult check_claim(const std::string& id, const Problem<double>& problem, const Solution& solution,
                        const ClaimOptions& options, const Mistake& mistake);

/// The codes of the mistakes that the claim id can be broken with, "plain" first. @throws InvalidArgument  as above
std::vector<std::string> mistakes(const std::string& id);

}  // namespace proofground::cifg
