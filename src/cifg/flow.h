// How the gradient flows back through a drawn CIFG-LSTM, and through a standard LSTM from the same start.
//
//   W_k = input_gain / sqrt(dx) * N,   U_k = gain / sqrt(dh) * N,   N of independent standard normal entries
//   b_f = forget_bias,   b_o = b_c = 0,   h_0 = c_0 = 0,   x_t = input_scale * N
//   L   = <g_T, h_T>, or the sum of <g_t, h_t> over all t;   g_t = N / sqrt(dh)
//   the LSTM has the same W, U and b of f, o and c, the same x and g; its W_i and U_i are drawn besides, b_i = -b_f
//
// One seed gives the same N for all gains, biases, scales and T: while one of these moves, the picture moves with it.
//
// A gate is open above 0.99, closed below 0.01, flat where its slope f (1 - f) is below 1e-3, and dead where |dL/dz_f|
// would be 0 as a float, in which networks are trained: at most 2^-150, half of the least float.
//
// Source: backflow.h. Not trained weights: those of train.h are other ones.
#pragma once

#include <cstdint>
#include <vector>

#include "cifg/backflow.h"

namespace proofground::cifg {

inline constexpr double kOpen = 0.99, kClosed = 0.01, kFlat = 1e-3;
inline constexpr int kMostFlowUnits = 64, kMostFlowSteps = 1000;

struct FlowRequest {
  int dx = 1, dh = 1, T = 2;  ///< dx and dh 1..64, T 2..1000
  double input_gain = 1;      ///< 0..1000
  double gain = 1;            ///< 0..1000
  double forget_bias = 0;     ///< -1000..1000
  double input_scale = 1;     ///< 0..1000
  bool every_step = false;    ///< where the loss is: at all steps, or at the last one only
  std::uint64_t seed = 0;
};

/// What is to be marked of a gate, added up.
enum GateMark : std::uint8_t { kIsOpen = 1, kIsClosed = 2, kIsFlat = 4, kIsDead = 8 };

/// One cell's way there and back. Sizes are log10, -infinity for 0.
struct FlowOf {
  std::vector<double> f, i, o, c, h;             ///< (T x dh) i: of the CIFG-LSTM 1 - f
  std::vector<int> forget_marks;                 ///< (T x dh) sums of GateMark of f
  std::vector<int> input_marks;                  ///< (T x dh) of i, never dead
  std::vector<double> open, closed, flat, dead;  ///< (dh) share of the steps at which the unit's f is so marked
  LossFlow loss;
  Memory memory;
  int parameters = 0;
};

struct FlowAnswer {
  FlowOf cifg, lstm;
};

/// @throws InvalidArgument naming dx, dh, T, inputGain, gain, forgetBias or inputScale
FlowAnswer flow(const FlowRequest& request);

/// The two problems that are drawn.
struct DrawnCells {
  Problem<double> cifg;
  LstmProblem<double> lstm;
};
DrawnCells drawn_cells(const FlowRequest& request);

}  // namespace proofground::cifg
