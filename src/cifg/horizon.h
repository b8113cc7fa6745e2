// The memory horizon: how much of c_t reaches c_T, through the cell alone and through everything.
//
//   J_t = dc_T/dc_t = diag(P_t) + R_t,   P_t = f_{t+1} * ... * f_T,   J_T = 1
//   Q_t = J_{t+1} K_{t+1} + Q_{t+1} O_{t+1}            dc_T/dh_t, by K, O and s of linear_cell.h, Q_T = 0
//   R_t = R_{t+1} diag(f_{t+1}) + Q_t diag(s_t)        R_T = 0
//
// "The forget gate keeps the gradient" is P_t alone. R_t is what passes through some h on the way: it is carried along by itself,
// so that it has its digits also where it is small beside P_t.
//
// Norms are 2-norms (two_norm.h). Plain doubles: what they cannot hold is refused (overflow.h) or 0. Of long sequences, where that
// matters, backflow.h has the logarithms.
//
// Source: the chain rule on cell.h; Pascanu, Mikolov and Bengio (2013) for the norm as what vanishes or explodes.
//
// One sequence (batch 1). The loss plays no part.
#pragma once

#include <vector>

#include "cifg/cell.h"

namespace proofground::cifg {

struct Horizon {
  std::vector<double> product;    ///< (T x dh) P_t
  std::vector<double> jacobian;   ///< (T x dh x dh) J_t, row-major: row i of c_T, column j of c_t
  std::vector<double> norm;       ///< (T) |J_t|
  std::vector<double> through_h;  ///< (T) |R_t|
  /// (T) |diag(P_t)|, the largest product, and |R_t| / (|diag(P_t)| + |R_t|): 0 where all stays in the cell, 1 where all goes through h
  std::vector<double> product_norm, share;
};

/// Of a valid problem with batch 1. @param states of forward()
Horizon horizon_of(const Problem<double>& problem, const States<double>& states);

}  // namespace proofground::cifg
