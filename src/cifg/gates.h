// What one step has in common for every kind of cell: its gates' z from x_t and h_{t-1}, and what delta z gives back.
//
//   z_k  = W_k x_t + U_k h_{t-1} + b_k
//   back   dL/dx_t += W_k' delta z_k      dL/dh_{t-1} += U_k' delta z_k
//          dL/dW_k += delta z_k x_t'      dL/dU_k += delta z_k h_{t-1}'      dL/db_k += delta z_k
//
// Params is one of a cell: its gates() are what this knows of it.
#pragma once

#include <cstddef>

#include "cifg/cell.h"
#include "cifg/products.h"

namespace proofground::cifg {

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

}  // namespace proofground::cifg
