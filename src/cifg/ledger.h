// The gradient ledger: the gradients of backpropagation through time, split by where they came from.
//
//   L = sum_s <g_s, h_s>         the source s is the step of the loss that a part of a gradient began at
//   delta h_t = sum over s and p = loss, U_f, U_o, U_c of delta h_t^{s,p}
//     loss   g_s, at t = s only
//     U_k    U_k' delta z_k,t+1^s
//   delta c_t = sum over s and p = loss, U_f, U_o, U_c, cell of delta c_t^{s,p}
//     cell   delta c_{t+1}^s * f_{t+1}
//     other  delta h_t^{s,p} * o_t * (1 - tanh^2 c_t)
//   dL/dW_k  = sum over s and p of sum_t delta z_k,t^{s,p} x_t'        likewise U_k (with h_{t-1}) and b_k (with 1)
//     delta z_k^{s,p} is what delta c_t^{s,p} (k = f, c) or delta h_t^{s,p} (k = o) makes of itself
//
// so that a path p is the last edge on the way back to t, and the delta of a source without a path is the sum over its paths. Each
// entry is a gradient of its own, in double; the sums over sources and paths are those of cell.h to rounding.
//
// Source: cell.h; that every delta is linear in g.
//
// One sequence (batch 1). Not for training: T^2 numbers for each unit.
#pragma once

#include <cstddef>
#include <vector>

#include "cifg/cell.h"

namespace proofground::cifg {

/// Paths into h_t; the fifth, of c_t only, is `cell`.
inline constexpr int kPathsToH = 4;
inline constexpr int kPathsToC = 5;
enum class Path { loss, U_f, U_o, U_c, cell };

struct Ledger {
  std::vector<double> h;  ///< (T x 4 x T x dh) of delta h_t: entry ((s 4 + path) T + t) dh + j; 0 for t > s
  std::vector<double> c;  ///< (T x 5 x T x dh) of delta c_t, likewise
  /// Each (T x 5 x size of the parameter), by source and path; of o the fifth is 0.
  Params<double> params;
};

/// Sums of a ledger's entries: over all paths, all sources, or both.
struct LedgerSums {
  struct Parts {
    std::vector<double> h, c;
    Params<double> params;
  };
  Parts by_source;  ///< (T x T x dh) each, and (T x size of the parameter)
  Parts by_path;    ///< (4 x T x dh), (5 x T x dh), (5 x size)
  Parts total;      ///< (T x dh) each, (size): delta h, delta c and the gradients of cell.h to rounding
};

/// Most numbers of each of a ledger's lists, those of all parameters together: what a page can wait for.
inline constexpr int kMostLedgerNumbers = 1 << 20;

/// @throws InvalidArgument naming batch: not 1; T or dh: lists above kMostLedgerNumbers
void require_ledger_size(const Sizes& sizes);

/// Of a valid problem of that size. @param states of forward()
Ledger ledger_of(const Problem<double>& problem, const States<double>& states);

LedgerSums sums_of(const Ledger& ledger, const Sizes& sizes);

}  // namespace proofground::cifg
