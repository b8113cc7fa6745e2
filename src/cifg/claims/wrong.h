// Backpropagation through time with the mistakes that people make in it: the whole gradient that comes of one, so that everything after
// the wrong line is consistent with it. Plain code, apart from cell.h's; without a mistake it gives the same gradients to rounding.
//
// Of the local derivatives of the cell:
//   lost-minus       dc/df = c_{t-1}                       - c~ is lost
//   plus             dc/df = c_{t-1} + c~                  its sign is lost
//   no-complement    dc/dc~ = 1                            1 - f is forgotten
//   f-for-complement dc/dc~ = f                            i = 1 - f and f exchanged
//   from-difference  1 - f as a difference                 0 from z = 37 on, few digits before
// Of the way back:
//   no-recurrent     delta h_t = g_t                       what comes back through the gates of t + 1 is left out
//   twice            U_f' delta z_f,t+1 is added twice
//   no-transpose     U delta z in the place of U' delta z
//   tanh-h           1 - h^2 in the place of 1 - tanh^2 c
//   f-t              delta c_{t+1} * f_t                   in the place of f_{t+1}
//   tanh-z           1 - z_c^2 in the place of 1 - c~^2
//   sigma-z          z (1 - z) in the place of f (1 - f) and o (1 - o)
// Of the parameters:
//   one-bias         one bias for f and o: the sum of both their gradients
//   last-step        the terms of t = T alone
//   h-t              h_t' in the place of h_{t-1}' in dL/dU
//   outer            h_{t-1} delta z' in the place of delta z h_{t-1}'
//   mean             the mean over t in the place of the sum
// Of the ledger's books, all gradients being right:
//   source           what comes from step t + 1 is booked as that step's loss, wherever it began
//   no-cell          delta c_{t+1} * f_{t+1} is not booked
#pragma once

#include "cifg/cell.h"
#include "cifg/ledger.h"
#include "core/mistake.h"

namespace proofground::cifg {

/// A mistake by its code above, or factors: what "plain" makes too large.
struct Wrong {
  Mistake mistake;
  double loss = 1;   ///< g times this
  double local = 1;  ///< the local derivatives of c_t times this
};

/// dc_t / d(f_t, c~_t, c_{t-1}) of one unit, where its states have index i.
struct LocalDerivatives {
  double by_f, by_c_tilde, by_c_before;
};
LocalDerivatives local_derivatives(const Problem<double>& problem, const States<double>& states, std::size_t i,
                                   const Wrong& wrong);

Gradients<double> wrong_backward(const Problem<double>& problem, const States<double>& states, const Wrong& wrong);

/// The ledger that goes with it. Batch 1.
Ledger wrong_ledger(const Problem<double>& problem, const States<double>& states, const Wrong& wrong);

}  // namespace proofground::cifg
