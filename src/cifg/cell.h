// The LSTM whose input gate is coupled to its forget gate (CIFG), and its gradients by backpropagation through time (BPTT).
//
//   z_k  = W_k x_t + U_k h_{t-1} + b_k          k = f, o, c
//   f_t  = sigma(z_f)    o_t = sigma(z_o)    c~_t = tanh(z_c)
//   c_t  = f_t * c_{t-1} + (1 - f_t) * c~_t
//   h_t  = o_t * tanh(c_t)
//   L    = sum over t and the batch of <g_t, h_t>
//
//   with delta a = dL/da, backwards from delta c_{T+1} = delta z_{T+1} = 0:
//   delta h_t  = g_t + U_f' delta z_f,t+1 + U_o' delta z_o,t+1 + U_c' delta z_c,t+1
//   delta o_t  = delta h_t * tanh(c_t)
//   delta c_t  = delta h_t * o_t * (1 - tanh^2 c_t) + delta c_{t+1} * f_{t+1}
//   delta f_t  = delta c_t * (c_{t-1} - c~_t)
//   delta c~_t = delta c_t * (1 - f_t)
//   delta z_f  = delta f_t * f_t (1 - f_t)    delta z_o = delta o_t * o_t (1 - o_t)    delta z_c = delta c~_t * (1 - c~_t^2)
//   dL/dW_k    = sum_t delta z_k,t x_t'    dL/dU_k = sum_t delta z_k,t h_{t-1}'    dL/db_k = sum_t delta z_k,t
//   dL/dx_t    = sum_k W_k' delta z_k,t    dL/dh_0 and dL/dc_0 as delta h_t (without g_t) and delta c_{t+1} * f_{t+1} at t = 0
//
// 1 - f is sigma(-z_f), and the slopes of sigma and tanh are formed from z (sigmoid.h): nothing is lost where a gate saturates.
//
// The scalar is double, or complex for complex steps. All matrices are row-major; row (t, i) of a batch of sequences is t batch + i.
//
// Source: the assignment's problem 3; Greff et al., "LSTM: a search space odyssey" (2017), variant CIFG, without peepholes.
//
// Not for training (network.h): no SIMD, and every number is kept.
#pragma once

#include <array>
#include <vector>

namespace proofground::cifg {

struct Sizes {
  int dx = 1, dh = 1;  ///< numbers in x_t, and in h_t and c_t
  int T = 1;           ///< steps
  int batch = 1;       ///< sequences
  /// Rows (t, i).
  [[nodiscard]] int rows() const { return T * batch; }
  bool operator==(const Sizes&) const = default;
};

/// The weights of one of f, o and c~.
template <class Scalar>
struct Gate {
  std::vector<Scalar> W;  ///< (dh x dx)
  std::vector<Scalar> U;  ///< (dh x dh)
  std::vector<Scalar> b;  ///< (dh)
};

template <class Scalar>
struct Params {
  Gate<Scalar> f, o, c;
  [[nodiscard]] std::array<Gate<Scalar>*, 3> gates() { return {&f, &o, &c}; }
  [[nodiscard]] std::array<const Gate<Scalar>*, 3> gates() const { return {&f, &o, &c}; }
};

template <class Scalar>
struct Problem {
  Sizes sizes;
  Params<Scalar> params;
  std::vector<Scalar> x;       ///< (T batch x dx)
  std::vector<Scalar> h0, c0;  ///< (batch x dh)
  std::vector<Scalar> g;       ///< (T batch x dh) what the loss weighs h with
};

/// All that the way forward comes to, (T batch x dh) each.
template <class Scalar>
struct States {
  std::vector<Scalar> z_f, z_o, z_c;
  std::vector<Scalar> f, one_minus_f, o, one_minus_o, c_tilde, c, tanh_c, h;
};

/// delta a = dL/da, (T batch x dh) each.
template <class Scalar>
struct Deltas {
  std::vector<Scalar> h, c, f, o, c_tilde, z_f, z_o, z_c;
};

template <class Scalar>
struct Gradients {
  Scalar loss{};
  Params<Scalar> params;
  std::vector<Scalar> x;       ///< (T batch x dx)
  std::vector<Scalar> h0, c0;  ///< (batch x dh)
  Deltas<Scalar> deltas;
};

/// Most numbers that one of the arrays of a problem may have.
inline constexpr int kMostNumbers = 1 << 20;

/// @throws InvalidArgument naming dx, dh, T or batch: below 1, or arrays above kMostNumbers; params.W_f ..., x, h0, c0, g: another
/// number of entries than the sizes say, or one that is not finite or above kLargestMagnitude
void require_valid(const Problem<double>& problem);

/// The states of a valid problem.
template <class Scalar>
States<Scalar> forward(const Problem<Scalar>& problem);

/// L of states that forward() made.
template <class Scalar>
Scalar loss_of(const Problem<Scalar>& problem, const States<Scalar>& states);

/// Every gradient, by BPTT. @param states of forward()
template <class Scalar>
Gradients<Scalar> backward(const Problem<Scalar>& problem, const States<Scalar>& states);

/// Number of parameters, 3 dh (dx + dh + 1); of a standard LSTM with its four gates 4 dh (dx + dh + 1).
constexpr int parameter_count(const Sizes& sizes) { return 3 * sizes.dh * (sizes.dx + sizes.dh + 1); }

}  // namespace proofground::cifg
