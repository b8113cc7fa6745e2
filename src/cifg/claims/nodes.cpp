#include "cifg/claims/nodes.h"

#include <cmath>
#include <cstddef>
#include <limits>

namespace proofground::cifg {

NodeDerivatives node_derivatives(const Problem<double>& problem, const States<double>& states) {
  NodeDerivatives out;
  const int dh = problem.sizes.dh, batch = problem.sizes.batch;
  for (std::size_t k = 0; k < kNodes; ++k)
    for (int row = 0; row < problem.sizes.rows(); ++row)
      for (int j = 0; j < dh; ++j)
        out[k].push_back(
            derivative(problem, states, row % batch, {Nudge::Of::node, 0, j, 0, static_cast<Node>(k), row / batch}));
  return out;
}

std::array<std::vector<double>*, kNodes> lists_of(Deltas<double>& d) {
  return {&d.z_f, &d.z_o, &d.z_c, &d.f, &d.o, &d.c_tilde, &d.c, &d.h};
}

std::array<const std::vector<double>*, kNodes> lists_of(const Deltas<double>& d) {
  return {&d.z_f, &d.z_o, &d.z_c, &d.f, &d.o, &d.c_tilde, &d.c, &d.h};
}

double rounding_of_loss(const Problem<double>& problem, const States<double>& s, const NodeDerivatives& nodes) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  const auto gates = problem.params.gates();
  const std::array<const std::vector<double>*, 5> others{&s.f, &s.o, &s.c_tilde, &s.c, &s.h};
  double sum = 0;
  for (std::size_t i = 0; i < s.h.size(); ++i) {
    const std::size_t row = i / dh, j = i % dh;
    const bool first = row < static_cast<std::size_t>(batch);
    const double* h = first ? problem.h0.data() + row * dh : s.h.data() + (row - batch) * dh;
    for (std::size_t k = 0; k < gates.size(); ++k) {
      double size = std::abs(gates[k]->b[j]);
      for (int m = 0; m < dx; ++m) size += std::abs(gates[k]->W[j * dx + m] * problem.x[row * dx + m]);
      for (int m = 0; m < dh; ++m) size += std::abs(gates[k]->U[j * dh + m] * h[m]);
      sum += nodes[k][i].size * size * (dx + dh);
    }
    for (std::size_t k = 0; k < others.size(); ++k) sum += nodes[3 + k][i].size * std::abs((*others[k])[i]);
    // c_t is a mean of two numbers, which may cancel.
    sum += nodes[6][i].size * std::abs(s.c_tilde[i]);
    sum += std::abs(problem.g[i] * s.h[i]) * problem.sizes.rows();
  }
  return 4 * std::numeric_limits<double>::epsilon() * sum;
}

}  // namespace proofground::cifg
