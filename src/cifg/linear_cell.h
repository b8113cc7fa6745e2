// A cell linearised at the states of one sequence: how a small change of (c_{t-1}, h_{t-1}) changes (c_t, h_t).
//
//   dc_t = f_t * dc_{t-1} + K_t dh_{t-1}        K_t = sum of diag(dc_t/dz_k) U_k over the gates k that c_t sees
//   dh_t = s_t * dc_t     + O_t dh_{t-1}        s_t = o_t * (1 - tanh^2 c_t),   O_t = diag(dh_t/dz_o) U_o
//
//   CIFG  dc_t/dz_f = (c_{t-1} - c~_t) * f_t (1 - f_t)    dc_t/dz_c = (1 - f_t) * (1 - c~_t^2)
//   LSTM  dc_t/dz_f = c_{t-1} * f_t (1 - f_t)             dc_t/dz_c = i_t * (1 - c~_t^2)
//        dc_t/dz_i = c~_t * i_t (1 - i_t)
//   both  dh_t/dz_o = tanh(c_t) * o_t (1 - o_t)
//
// The two cells differ in nothing else: what goes back through them (backflow.h) is written once.
//
// Source: as cell.h and lstm.h. One sequence, not a batch.
#pragma once

#include <vector>

#include "cifg/lstm.h"

namespace proofground::cifg {

struct LinearCell {
  /// One gate on the way from h_{t-1}.
  struct Gate {
    std::vector<double> U;      ///< (dh x dh)
    std::vector<double> slope;  ///< (T x dh) dc_t/dz_k, or dh_t/dz_o
  };
  int T = 0, dh = 0;
  std::vector<double> f, s;  ///< (T x dh)
  std::vector<Gate> into_c;  ///< of f first
  Gate into_h;

  /// What changes of (c_t, h_t) count, taken back to h_{t-1}: to += c K_t + h O_t, row by row. @param t counted from 0
  /// @param c, h, to (rows x dh)
  void add_to_h_before(int t, const double* c, const double* h, double* to, int rows) const;
};

/// @param problem of batch 1 @param states of forward()
LinearCell linearised(const Problem<double>& problem, const States<double>& states);
LinearCell linearised(const LstmProblem<double>& problem, const LstmStates<double>& states);

}  // namespace proofground::cifg
