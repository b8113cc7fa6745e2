// The standard LSTM, whose input gate is its own, and its gradients by BPTT: what the CIFG-LSTM (cell.h) is compared
// with.
//
//   z_k  = W_k x_t + U_k h_{t-1} + b_k          k = f, i, o, c
//   f_t  = sigma(z_f)    i_t = sigma(z_i)    o_t = sigma(z_o)    c~_t = tanh(z_c)
//   c_t  = f_t * c_{t-1} + i_t * c~_t
//   h_t  = o_t * tanh(c_t)
//   L    = sum over t and the batch of <g_t, h_t>
//
//   with delta a = dL/da, backwards from delta c_{T+1} = delta z_{T+1} = 0:
//   delta h_t  = g_t + sum_k U_k' delta z_k,t+1
//   delta c_t  = delta h_t * o_t * (1 - tanh^2 c_t) + delta c_{t+1} * f_{t+1}
//   delta o_t  = delta h_t * tanh(c_t)      delta f_t  = delta c_t * c_{t-1}
//   delta i_t  = delta c_t * c~_t           delta c~_t = delta c_t * i_t
//   delta z_k, dL/dW_k, dL/dU_k, dL/db_k, dL/dx_t, dL/dh_0, dL/dc_0 as in cell.h
//
// With W_i = -W_f, U_i = -U_f, b_i = -b_f it is the CIFG-LSTM, since sigma(-z) = 1 - sigma(z); then
//   dL/dW_f of the CIFG-LSTM = dL/dW_f - dL/dW_i, and likewise U and b.
//
// Source: Gers, Schmidhuber and Cummins, "Learning to forget" (2000), without peepholes.
//
// Not for training (network.h), and not for users' weights: a problem is taken as valid.
#pragma once

#include <array>
#include <vector>

#include "cifg/cell.h"

namespace proofground::cifg {

template <class Scalar>
struct LstmParams {
  Gate<Scalar> f, i, o, c;
  [[nodiscard]] std::array<Gate<Scalar>*, 4> gates() { return {&f, &i, &o, &c}; }
  [[nodiscard]] std::array<const Gate<Scalar>*, 4> gates() const { return {&f, &i, &o, &c}; }
};

/// As Problem.
template <class Scalar>
struct LstmProblem {
  Sizes sizes;
  LstmParams<Scalar> params;
  std::vector<Scalar> x, h0, c0, g;
};

/// (T batch x dh) each.
template <class Scalar>
struct LstmStates {
  std::vector<Scalar> z_f, z_i, z_o, z_c;
  std::vector<Scalar> f, one_minus_f, i, one_minus_i, o, one_minus_o, c_tilde, c, tanh_c, h;
};

/// delta a = dL/da, (T batch x dh) each.
template <class Scalar>
struct LstmDeltas {
  std::vector<Scalar> h, c, f, i, o, c_tilde, z_f, z_i, z_o, z_c;
};

template <class Scalar>
struct LstmGradients {
  Scalar loss{};
  LstmParams<Scalar> params;
  std::vector<Scalar> x, h0, c0;
  LstmDeltas<Scalar> deltas;
};

template <class Scalar>
LstmStates<Scalar> forward(const LstmProblem<Scalar>& problem);

/// L of states that forward() made.
template <class Scalar>
Scalar loss_of(const LstmProblem<Scalar>& problem, const LstmStates<Scalar>& states);

/// Every gradient, by BPTT. @param states of forward()
template <class Scalar>
LstmGradients<Scalar> backward(const LstmProblem<Scalar>& problem, const LstmStates<Scalar>& states);

/// Number of parameters, 4 dh (dx + dh + 1).
constexpr int lstm_parameter_count(const Sizes& sizes) { return 4 * sizes.dh * (sizes.dx + sizes.dh + 1); }

}  // namespace proofground::cifg
