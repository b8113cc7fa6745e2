// The cell of problem 3 and its gradients: finite wherever its input is accepted, gates in [0, 1] that sum to 1, and a derivative along a
// drawn direction that is the difference of two losses where the numbers are of a size at which differences say something.
#include <algorithm>

#include "bytes.h"
#include "cifg/cell.h"
#include "core/require.h"

using namespace proofground;

namespace {

using Numbers = std::vector<double>;

Numbers small(fuzz::Bytes& bytes, int count) {
  Numbers values(count);
  for (double& value : values) value = (bytes.byte() - 128) / 64.0;
  return values;
}

double loss_at(cifg::Problem<double> problem, const Numbers& direction, double step) {
  for (std::size_t i = 0; i < direction.size(); ++i) problem.x[i] += step * direction[i];
  return cifg::loss_of(problem, cifg::forward(problem));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  const bool hostile = bytes.below(2) == 0;
  cifg::Problem<double> problem;
  cifg::Sizes& sizes = problem.sizes;
  sizes = {1 + bytes.below(3), 1 + bytes.below(3), 1 + bytes.below(6), 1 + bytes.below(2)};
  const auto drawn = [&](int count) { return hostile ? bytes.numbers(count) : small(bytes, count); };
  for (auto* gate : problem.params.gates())
    *gate = {drawn(sizes.dh * sizes.dx), drawn(sizes.dh * sizes.dh), drawn(sizes.dh)};
  problem.x = drawn(sizes.rows() * sizes.dx);
  problem.h0 = drawn(sizes.batch * sizes.dh);
  problem.c0 = drawn(sizes.batch * sizes.dh);
  problem.g = drawn(sizes.rows() * sizes.dh);
  try {
    cifg::require_valid(problem);
  } catch (const InvalidArgument&) {
    return 0;
  }
  const cifg::States<double> states = cifg::forward(problem);
  for (std::size_t i = 0; i < states.f.size(); ++i) {
    fuzz::hold(states.f[i] >= 0 && states.f[i] <= 1, "a gate in [0, 1]", states.f[i]);
    fuzz::hold(std::abs(states.f[i] + states.one_minus_f[i] - 1) < 1e-15, "f and 1 - f", states.one_minus_f[i]);
    fuzz::hold(std::abs(states.h[i]) <= 1, "|h| at most 1", states.h[i]);
    fuzz::hold(std::isfinite(states.c[i]), "a finite memory", states.c[i]);
  }
  const cifg::Gradients<double> gradients = cifg::backward(problem, states);
  for (const Numbers& list : {gradients.x, gradients.h0, gradients.c0, gradients.params.f.W, gradients.params.o.U})
    for (const double value : list) fuzz::hold(std::isfinite(value), "a finite gradient", value);
  if (hostile) return 0;
  const Numbers direction = small(bytes, sizes.rows() * sizes.dx);
  double along = 0, scale = 1;
  for (std::size_t i = 0; i < direction.size(); ++i) {
    along += gradients.x[i] * direction[i];
    scale += std::abs(gradients.x[i] * direction[i]);
  }
  constexpr double kStep = 1e-5;
  const double difference = (loss_at(problem, direction, kStep) - loss_at(problem, direction, -kStep)) / (2 * kStep);
  // The third derivative times the square of the step, and rounding of a loss over the step.
  fuzz::hold(std::abs(along - difference) <= 1e-5 * scale, "the derivative by x", along - difference);
  return 0;
}
