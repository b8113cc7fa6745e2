#include "cifg/updates.h"

#include <array>
#include <cstddef>

namespace proofground::cifg {
namespace {

/// delta z_t u_t' for each t, and the sums from T back. @param dz (T x rows) @param u (columns) of step t
template <class Input>
void add_steps(const std::vector<double>& dz, std::size_t T, std::size_t columns, const Input& input,
               std::vector<double>& step, std::vector<double>& so_far) {
  const std::size_t rows = dz.size() / T, size = rows * columns;
  step.resize(T * size);
  so_far.resize(T * size);
  for (std::size_t t = T; t-- > 0;) {
    const double* u = input(t);
    for (std::size_t k = 0; k < size; ++k) {
      const std::size_t at = t * size + k;
      step[at] = dz[t * rows + k / columns] * u[k % columns];
      so_far[at] = (t + 1 < T ? so_far[at + size] : 0.0) + step[at];
    }
  }
}

}  // namespace

Updates updates_of(const Problem<double>& problem, const States<double>& s, const Deltas<double>& deltas) {
  const std::size_t T = problem.sizes.T, dh = problem.sizes.dh, dx = problem.sizes.dx;
  constexpr double kOne = 1;
  const auto x = [&](std::size_t t) { return problem.x.data() + t * dx; };
  const auto h_before = [&](std::size_t t) { return t == 0 ? problem.h0.data() : s.h.data() + (t - 1) * dh; };
  const auto one = [&](std::size_t) { return &kOne; };
  Updates out;
  const std::array dzs{&deltas.z_f, &deltas.z_o, &deltas.z_c};
  for (std::size_t k = 0; k < dzs.size(); ++k) {
    Gate<double>& step = *out.step.gates()[k];
    Gate<double>& so_far = *out.so_far.gates()[k];
    add_steps(*dzs[k], T, dx, x, step.W, so_far.W);
    add_steps(*dzs[k], T, dh, h_before, step.U, so_far.U);
    add_steps(*dzs[k], T, 1, one, step.b, so_far.b);
  }
  return out;
}

}  // namespace proofground::cifg
