// The second route of problem 3's claims: derivatives from small nudges, without backpropagation.
//
// Forwards, step by step from the equations: a number (a parameter, x, h_0, c_0, or an intermediate a of unit j at step t) is moved
// by i epsilon, and what reaches the loss is its derivative:
//
//   dL/da = Im L(a + i epsilon) / epsilon        no difference is taken: exact to rounding and epsilon^2
//
// At every node the real part is put back to that of the states, which states_error compares with the equations one step at a time:
// rounding is not carried on, however the cell amplifies it. sigma and tanh are written by real and imaginary part:
//
//   Im sigma(a + i b) = sin b / (2 (cosh a + cos b))        Im tanh(a + i b) = sin 2b / (cosh 2a + cos 2b)
//
// Beside it a walk of sizes: the same sums and products of absolute values. Its end is the size of a derivative: all that was added up,
// which rounding is relative to. It says, too, how far the farthest number was moved; epsilon is 1e-10 over that.
//
// A nudge may be held to some of the edges out of step t:  h_t -> loss,  h_t -> z_k,t+1 through U_k,  c_t -> c_{t+1}. Later steps are free.
//
// central_difference: the same walk in plain doubles, from both sides.
//
// Independent of cell.h's forward and backward; only the problem's types are shared.
#pragma once

#include <vector>

#include "cifg/cell.h"

namespace proofground::cifg {

/// The intermediates of a step, in the order of the way forward.
enum class Node { z_f, z_o, z_c, f, o, c_tilde, c, h };

struct Derivative {
  double value = 0;
  double size = 0;   ///< sum of the absolute values of all that was added up
  double moved = 0;  ///< how far the farthest number on the way is moved, per unit of the nudge
};

/// What is moved.
struct Nudge {
  enum class Of { W, U, b, x, node };
  Of of = Of::node;
  int gate = 0;         ///< W, U, b: 0 f, 1 o, 2 c
  int row = 0;          ///< W, U, b: the unit; x: the entry; node: the unit
  int column = 0;       ///< W, U
  Node node = Node::h;  ///< node; of step -1 (h_0, c_0) only c and h
  int t = 0;            ///< x, node: the step, counted from 0; W, U, b: at all steps
};

/// The edges out of the nudged step that the nudge may take.
struct Edges {
  bool loss = true, U_f = true, U_o = true, U_c = true, cell = true;
};

/// What came of a nudge.
struct Walked {
  std::vector<Derivative> loss;  ///< (T) of the part <g_s, h_s> of the loss
  std::vector<Derivative> c;     ///< (T dh) of c_s, 0 before the nudge
  [[nodiscard]] Derivative total() const;
};

/// One sequence's walk.
Walked walk(const Problem<double>& problem, const States<double>& states, int sequence, const Nudge& nudge,
            const Edges& edges = {});

/// The sizes alone.
Walked sizes_of_walk(const Problem<double>& problem, const States<double>& states, int sequence, const Nudge& nudge,
                     const Edges& edges = {});

/// The derivative of the whole loss: of a parameter over all sequences, of anything else over its own.
Derivative derivative(const Problem<double>& problem, const States<double>& states, int sequence, const Nudge& nudge);

/// A central difference (L(a + by) - L(a - by)) / 2 by. Its step moves no number by much more than 1e-5.
struct Central {
  double value = 0;  ///< NaN where doubles are too coarse for such a step
  double by = 0;     ///< the step
  double step_error =
      0;  ///< by how much it differs from that of a step twice as large: four times what the step costs it
};
/// @param moved of the derivative
Central central_difference(const Problem<double>& problem, const States<double>& states, int sequence,
                           const Nudge& nudge, double moved);

/// The farthest that one of the states is from its equation, relative to what is added up there. NaN if one is NaN.
double states_error(const Problem<double>& problem, const States<double>& states);

/// The loss, summed anew from the states.
Derivative summed_loss(const Problem<double>& problem, const States<double>& states);

/// Below this, numbers have lost digits by underflow on the way.
inline constexpr double kUnderflow = 1e-285;

}  // namespace proofground::cifg
