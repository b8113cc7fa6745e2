// What every kind of cell has in common: its gates' z from x_t and h_{t-1}, what delta z gives back, and the way through all steps.
//
//   z_k  = W_k x_t + U_k h_{t-1} + b_k
//   back   dL/dx_t += W_k' delta z_k      dL/dh_{t-1} += U_k' delta z_k
//          dL/dW_k += delta z_k x_t'      dL/dU_k += delta z_k h_{t-1}'      dL/db_k += delta z_k
//          dL/dc_{t-1} = delta c_t * f_t
//
// Params is one of a cell: its gates() are what this knows of it. What a unit makes of its z, and of what comes back to its h and c, is
// the cell's own.
#pragma once

#include <cstddef>

#include "cifg/cell.h"
#include "cifg/products.h"

namespace proofground::cifg {

inline std::size_t product_of(int a, int b) { return static_cast<std::size_t>(a) * static_cast<std::size_t>(b); }

/// Parameters of the same sizes, all 0.
template <class Params>
Params zeros_like(const Params& params) {
  Params zeros;
  const auto from = params.gates();
  const auto to = zeros.gates();
  for (std::size_t k = 0; k < from.size(); ++k) {
    to[k]->W.resize(from[k]->W.size());
    to[k]->U.resize(from[k]->U.size());
    to[k]->b.resize(from[k]->b.size());
  }
  return zeros;
}

/// z of every gate. @param x (dx) @param h_before (dh) @param z (gates) of lists with dh entries from `at` on
template <class Params, class Lists, class Scalar>
void set_z(const Params& params, const Sizes& sizes, const Scalar* x, const Scalar* h_before, const Lists& z,
           std::size_t at) {
  const auto gates = params.gates();
  for (std::size_t k = 0; k < gates.size(); ++k) {
    Scalar* of_gate = z[k]->data() + at;
    for (int j = 0; j < sizes.dh; ++j) of_gate[j] = gates[k]->b[j];
    add_product(gates[k]->W, x, sizes.dx, of_gate, sizes.dh);
    add_product(gates[k]->U, h_before, sizes.dh, of_gate, sizes.dh);
  }
}

/// What delta z of every gate gives back. @param dz as z above @param gradients of params @param to_x (dx) dL/dx_t, @param to_h (dh) dL/dh_{t-1}: added to
template <class Params, class Lists, class Scalar>
void add_back(const Params& params, const Sizes& sizes, const Scalar* x, const Scalar* h_before, const Lists& dz,
              std::size_t at, Params& gradients, Scalar* to_x, Scalar* to_h) {
  const auto gates = params.gates();
  const auto grads = gradients.gates();
  for (std::size_t k = 0; k < gates.size(); ++k) {
    const Scalar* of_gate = dz[k]->data() + at;
    add_transposed(gates[k]->W, of_gate, sizes.dx, to_x, sizes.dh);
    add_transposed(gates[k]->U, of_gate, sizes.dh, to_h, sizes.dh);
    add_outer(of_gate, x, sizes.dx, grads[k]->W, sizes.dh);
    add_outer(of_gate, h_before, sizes.dh, grads[k]->U, sizes.dh);
    for (int j = 0; j < sizes.dh; ++j) grads[k]->b[j] += of_gate[j];
  }
}

/// Where the numbers of row (t, i) begin, and the state that they come from.
template <class Scalar>
struct Row {
  std::size_t input, at, sequence;    ///< its dx numbers, its dh ones, and those of its sequence
  const Scalar *h_before, *c_before;  ///< (dh) h_{t-1}, c_{t-1}
};

template <template <class> class Problem, template <class> class States, class Scalar>
Row<Scalar> row_of(const Problem<Scalar>& problem, const States<Scalar>& s, int row) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  const std::size_t at = product_of(row, dh);
  const bool first = row < batch;
  const std::size_t before = first ? at : at - product_of(batch, dh);
  return {product_of(row, dx), at, product_of(row % batch, dh), (first ? problem.h0.data() : s.h.data()) + before,
          (first ? problem.c0.data() : s.c.data()) + before};
}

/// All states. @param s of their sizes @param zs its z of every gate
/// @param activate (i, c_before) sets entry i of all that follows from the z
template <class Problem, class States, class Lists, class Activate>
void go_forward(const Problem& problem, States& s, const Lists& zs, const Activate& activate) {
  for (int row = 0; row < problem.sizes.rows(); ++row) {
    const auto [input, at, sequence, h_before, c_before] = row_of(problem, s, row);
    set_z(problem.params, problem.sizes, problem.x.data() + input, h_before, zs, at);
    for (int j = 0; j < problem.sizes.dh; ++j) activate(at + j, c_before[j]);
  }
}

/// All gradients. @param out with deltas of their sizes @param dzs its delta z of every gate
/// @param differentiate (i, c_before, from_h, from_c) sets entry i of the deltas; from_h, from_c: what steps t + 1 and on give to h and c
template <class Problem, class States, class Gradients, class Lists, class Differentiate>
void go_back(const Problem& problem, const States& s, Gradients& out, const Lists& dzs,
             const Differentiate& differentiate) {
  out.loss = dot(problem.g, s.h);
  out.params = zeros_like(problem.params);
  out.x.resize(problem.x.size());
  // Until the first step is done, what comes back from the step after: sum_k U_k' delta z_k and delta c * f. At t = T nothing does.
  out.h0.resize(problem.h0.size());
  out.c0.resize(problem.c0.size());
  for (int row = problem.sizes.rows() - 1; row >= 0; --row) {
    const auto [input, at, sequence, h_before, c_before] = row_of(problem, s, row);
    for (int j = 0; j < problem.sizes.dh; ++j) {
      const std::size_t i = at + j;
      auto &from_h = out.h0[sequence + j], &from_c = out.c0[sequence + j];
      differentiate(i, c_before[j], from_h, from_c);
      from_c = out.deltas.c[i] * s.f[i];
      from_h = {};
    }
    add_back(problem.params, problem.sizes, problem.x.data() + input, h_before, dzs, at, out.params,
             out.x.data() + input, out.h0.data() + sequence);
  }
}

}  // namespace proofground::cifg
