#include "cifg/claims/nodes.h"

#include <cmath>
#include <cstddef>
#include <limits>

namespace proofground::cifg {

namespace {

Nudge nudge_of(std::size_t node, std::size_t row, std::size_t unit, int batch) {
  return {Nudge::Of::node, 0, static_cast<int>(unit), 0, static_cast<Node>(node), static_cast<int>(row) / batch};
}

}  // namespace

NodeDerivatives node_derivatives(const Problem<double>& problem, const States<double>& states) {
  NodeDerivatives out;
  const std::size_t dh = problem.sizes.dh;
  const int batch = problem.sizes.batch;
  for (std::size_t k = 0; k < kNodes; ++k)
    for (std::size_t i = 0; i < states.h.size(); ++i)
      out[k].push_back(
          derivative(problem, states, static_cast<int>(i / dh) % batch, nudge_of(k, i / dh, i % dh, batch)));
  return out;
}

std::array<std::vector<double>*, kNodes> lists_of(Deltas<double>& d) {
  return {&d.z_f, &d.z_o, &d.z_c, &d.f, &d.o, &d.c_tilde, &d.c, &d.h};
}

std::array<const std::vector<double>*, kNodes> lists_of(const Deltas<double>& d) {
  return {&d.z_f, &d.z_o, &d.z_c, &d.f, &d.o, &d.c_tilde, &d.c, &d.h};
}

double rounding_of_loss(const Problem<double>& problem, const States<double>& s) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  const auto gates = problem.params.gates();
  double sum = 0;
  for (std::size_t i = 0; i < s.h.size(); ++i) {
    const std::size_t row = i / dh, j = i % dh;
    const bool first = row < static_cast<std::size_t>(batch);
    const double* h = first ? problem.h0.data() + row * dh : s.h.data() + (row - batch) * dh;
    // What is added up at each node, and how many terms.
    std::array<double, kNodes> sizes{0, 0, 0, s.f[i], s.o[i], std::abs(s.c_tilde[i]), 0, std::abs(s.h[i])};
    for (std::size_t k = 0; k < gates.size(); ++k) {
      double size = std::abs(gates[k]->b[j]);
      for (int m = 0; m < dx; ++m) size += std::abs(gates[k]->W[j * dx + m] * problem.x[row * dx + m]);
      for (int m = 0; m < dh; ++m) size += std::abs(gates[k]->U[j * dh + m] * h[m]);
      sizes[k] = size * (dx + dh);
    }
    sizes[6] = std::abs(s.c[i]) + 2 * std::abs(s.c_tilde[i]);  // its two terms may cancel
    for (std::size_t k = 0; k < kNodes; ++k) {
      const int sequence = static_cast<int>(row) % batch;
      sum += sizes[k] * sizes_of_walk(problem, s, sequence, nudge_of(k, row, j, batch)).total().size;
    }
    sum += std::abs(problem.g[i] * s.h[i]) * problem.sizes.rows();
  }
  return 4 * std::numeric_limits<double>::epsilon() * sum;
}

}  // namespace proofground::cifg
