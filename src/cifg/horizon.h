// The memory horizon: how much of c_t reaches c_T, through the cell alone and through everything.
//
//   one step, (c_t, h_t) -> (c_{t+1}, h_{t+1}), everything at t + 1 but c_t:
//     dc/dc_t = diag(f)                     dc/dh_t = diag((c_t - c~) f (1 - f)) U_f + diag((1 - f)(1 - c~^2)) U_c
//     dh/dc_t = diag(o (1 - tanh^2 c)) dc/dc_t
//     dh/dh_t = diag(o (1 - tanh^2 c)) dc/dh_t + diag(tanh(c) o (1 - o)) U_o
//   J_t = dc_T/dc_t: the product of these (2 dh x 2 dh) matrices from t to T, applied to (1, dh_t/dc_t = diag(o_t (1 - tanh^2 c_t)))
//   J_t = diag(P_t) + R_t,   P_t = f_{t+1} * ... * f_T,   J_T = 1
//
// "The forget gate keeps the gradient" is P_t alone. R_t is what passes through some h on the way: it is carried along by itself,
// so that it has its digits also where it is small beside P_t.
//
// Norms are 2-norms (largest singular values), from the largest eigenvalue of R R' (core/symmetric.h).
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

/// The largest singular value. @param matrix (m x m) @return NaN or infinite where an entry is
double spectral_norm(const double* matrix, int m);

/// Of a valid problem with batch 1. @param states of forward()
Horizon horizon_of(const Problem<double>& problem, const States<double>& states);

}  // namespace proofground::cifg
