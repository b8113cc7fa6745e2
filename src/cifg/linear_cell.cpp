#include "cifg/linear_cell.h"

#include <cstddef>

#include "cifg/sigmoid.h"

namespace proofground::cifg {
namespace {

/// What both cells have: f, s, the gate o; and room for the slopes of into_c.
template <class Cell, class CellStates>
LinearCell common(const Cell& problem, const CellStates& states, int gates_into_c) {
  LinearCell cell;
  cell.T = problem.sizes.T;
  cell.dh = problem.sizes.dh;
  cell.f = states.f;
  const std::size_t count = states.f.size();
  cell.s.resize(count);
  cell.into_h = {problem.params.o.U, std::vector<double>(count)};
  for (std::size_t i = 0; i < count; ++i) {
    cell.s[i] = states.o[i] * tanh_slope(states.c[i]);
    cell.into_h.slope[i] = states.tanh_c[i] * states.o[i] * states.one_minus_o[i];
  }
  cell.into_c.resize(gates_into_c);
  for (auto& gate : cell.into_c) gate.slope.resize(count);
  return cell;
}

/// to += diag(slope) U.
void add_scaled_rows(const LinearCell::Gate& gate, int t, int dh, std::vector<double>& to) {
  for (int i = 0; i < dh; ++i) {
    const double slope = gate.slope[static_cast<std::size_t>(t) * dh + i];
    const std::size_t row = static_cast<std::size_t>(i) * dh;
    for (int j = 0; j < dh; ++j) to[row + j] += slope * gate.U[row + j];
  }
}

/// to += A B. @param a (rows x n) @param b (n x n)
void add_product(const double* a, const std::vector<double>& b, double* to, int rows, int n) {
  for (int i = 0; i < rows; ++i, a += n, to += n)
    for (int k = 0; k < n; ++k) {
      const double factor = a[k];
      const double* row = b.data() + static_cast<std::ptrdiff_t>(k) * n;
      for (int j = 0; j < n; ++j) to[j] += factor * row[j];
    }
}

}  // namespace

void LinearCell::add_to_h_before(int t, const double* c, const double* h, double* to, int rows) const {
  const std::size_t size = static_cast<std::size_t>(dh) * dh;
  std::vector<double> K(size), O(size);
  for (const Gate& gate : into_c) add_scaled_rows(gate, t, dh, K);
  add_scaled_rows(into_h, t, dh, O);
  add_product(c, K, to, rows, dh);
  add_product(h, O, to, rows, dh);
}

LinearCell linearised(const Problem<double>& problem, const States<double>& s) {
  LinearCell cell = common(problem, s, 2);
  LinearCell::Gate &f = cell.into_c[0], &c = cell.into_c[1];
  f.U = problem.params.f.U;
  c.U = problem.params.c.U;
  for (std::size_t i = 0; i < s.f.size(); ++i) {
    const double before = i < static_cast<std::size_t>(cell.dh) ? problem.c0[i] : s.c[i - cell.dh];
    f.slope[i] = (before - s.c_tilde[i]) * s.f[i] * s.one_minus_f[i];
    c.slope[i] = s.one_minus_f[i] * tanh_slope(s.z_c[i]);
  }
  return cell;
}

LinearCell linearised(const LstmProblem<double>& problem, const LstmStates<double>& s) {
  LinearCell cell = common(problem, s, 3);
  LinearCell::Gate &f = cell.into_c[0], &in = cell.into_c[1], &c = cell.into_c[2];
  f.U = problem.params.f.U;
  in.U = problem.params.i.U;
  c.U = problem.params.c.U;
  for (std::size_t i = 0; i < s.f.size(); ++i) {
    const double before = i < static_cast<std::size_t>(cell.dh) ? problem.c0[i] : s.c[i - cell.dh];
    f.slope[i] = before * s.f[i] * s.one_minus_f[i];
    in.slope[i] = s.c_tilde[i] * s.i[i] * s.one_minus_i[i];
    c.slope[i] = s.i[i] * tanh_slope(s.z_c[i]);
  }
  return cell;
}

}  // namespace proofground::cifg
