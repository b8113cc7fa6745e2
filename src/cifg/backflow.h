// What goes back through a linearised cell, however small or large it becomes.
//
//   rows of dL/dc_t and dL/dh_t, from dL/dc_{T+1} = dL/dh_{T+1} = 0:
//     dL/dh_t = g_t + dL/dc_{t+1} K_{t+1} + dL/dh_{t+1} O_{t+1}
//     dL/dc_t = dL/dh_t * s_t + dL/dc_{t+1} * f_{t+1}
//   of the cell alone, as if c_{t+1} did not depend on h_t (what "f keeps the gradient" counts):
//     dL/dc_t = g_t * s_t + dL/dc_{t+1} * f_{t+1}
//   the Jacobian P_t = dc_T/dc_t = diag(p_t) + D_t, everything through h included, from P_T = p_T = I, D_T = Q_T = 0:
//     Q_t = P_{t+1} K_{t+1} + Q_{t+1} O_{t+1}         dc_T/dh_t
//     P_t = P_{t+1} diag(f_{t+1}) + Q_t diag(s_t)
//     p_t = p_{t+1} * f_{t+1}                         the product of f: what stays in the cell
//     D_t = D_{t+1} diag(f_{t+1}) + Q_t diag(s_t)     what goes through h
//   P and D each by a recursion of its own: where one is small beside the other two, a difference of these would have
//   no digits.
//
// Every array is kept as numbers near 1 times a power of two, so nothing overflows, and a norm comes as its log10,
// -infinity for 0. An entry that is 1e-300 of the largest of its array counts as 0. |.| of vectors is the Euclidean
// norm, of matrices the 2-norm.
//
// Source: as cell.h; Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks" (2013), for
// the product of Jacobians. One sequence, one loss.
#pragma once

#include <vector>

#include "cifg/linear_cell.h"

namespace proofground::cifg {

/// log10 of sizes.
struct LossFlow {
  std::vector<double> dc, dh;           ///< (T) |dL/dc_t|, |dL/dh_t|
  std::vector<double> dc_through_cell;  ///< (T) |dL/dc_t| of the cell alone
  std::vector<double> dz_f;             ///< (T x dh) |dL/dz_f,t|, unit by unit
};

/// @param g (T x dh) finite
LossFlow loss_flow(const LinearCell& cell, const std::vector<double>& g);

/// log10 of sizes.
struct Memory {
  std::vector<double> norm;          ///< (T) |dc_T/dc_t|
  std::vector<double> through_cell;  ///< (T) |diag(p_t)|
  std::vector<double> through_h;     ///< (T) |D_t|
  std::vector<double> diagonal;      ///< (T x dh) |entry (j, j)| of dc_T/dc_t
  std::vector<double> product;       ///< (T x dh) p_t
};

Memory memory(const LinearCell& cell);

}  // namespace proofground::cifg
