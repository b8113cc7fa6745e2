#include "cifg/claims/recomputed.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "cifg/claims/moved_numbers.h"
#include "core/check.h"

namespace proofground::cifg {
namespace {

constexpr double kFarthest = 1e-10;        // that a complex nudge moves a number
constexpr double kFarthestCentral = 1e-5;  // that a real one does
constexpr double kTooFar = 1e-3;

/// All the numbers of one unit at one step.
template <class Number>
struct Unit {
  std::array<Number, 3> z;
  Number f, one_minus_f, o, c_tilde, c, tanh_c, h;
};

/// A walk of one sequence with one nudge by `by`.
template <class Number>
class Walk {
 public:
  Walk(const Problem<double>& problem, const States<double>& states, int sequence, const Nudge& nudge,
       const Edges& edges, double by)
      : problem_(problem),
        s_(states),
        dx_(problem.sizes.dx),
        dh_(problem.sizes.dh),
        batch_(problem.sizes.batch),
        sequence_(sequence),
        nudge_(nudge),
        edges_(edges),
        by_(by),
        h_(dh_),
        c_(dh_),
        units_(dh_) {
    const bool parameter = nudge.of == Nudge::Of::W || nudge.of == Nudge::Of::U || nudge.of == Nudge::Of::b;
    at_all_steps_ = parameter;
    first_ = parameter ? 0 : std::max(nudge.t, 0);
    for (int j = 0; j < dh_; ++j) {
      const bool start = first_ == 0;
      const std::size_t i = start ? static_cast<std::size_t>(sequence_) * dh_ + j : index(first_ - 1, j);
      h_[j] = number<Number>(start ? problem.h0[i] : s_.h[i], nudged(-1, Node::h, j));
      c_[j] = number<Number>(start ? problem.c0[i] : s_.c[i], nudged(-1, Node::c, j));
    }
  }

  [[nodiscard]] int first() const { return first_; }

  /// Goes step t, calls done(unit j's numbers, j, row of the states) for each unit.
  template <class Done>
  void step(int t, Done&& done) {
    const auto gates = problem_.params.gates();
    const std::array through{edges_.U_f, edges_.U_o, edges_.U_c};
    const bool held = !at_all_steps_ && t == nudge_.t + 1;
    for (int j = 0; j < dh_; ++j) {
      Unit<Number>& unit = units_[j];
      for (int k = 0; k < 3; ++k) unit.z[k] = sum(*gates[k], k, t, j, held && !through[k]);
      finish(unit, t, j, held && !edges_.cell);
    }
    for (int j = 0; j < dh_; ++j) {
      h_[j] = units_[j].h;
      c_[j] = units_[j].c;
      done(units_[j], j, index(t, j));
    }
  }

 private:
  [[nodiscard]] std::size_t index(int t, int j) const {
    return (static_cast<std::size_t>(t) * batch_ + sequence_) * dh_ + j;
  }
  /// By how much this node is nudged.
  [[nodiscard]] double nudged(int t, Node node, int j) const {
    const bool here = nudge_.of == Nudge::Of::node && nudge_.t == t && nudge_.node == node && nudge_.row == j;
    return here ? by_ : 0;
  }
  [[nodiscard]] double nudged(Nudge::Of of, int gate, int row, int column) const {
    const bool here = nudge_.of == of && nudge_.gate == gate && nudge_.row == row && nudge_.column == column;
    return here ? by_ : 0;
  }
  /// A number without what moved it.
  [[nodiscard]] Number still(const Number& a, double value) const {
    return std::is_same_v<Number, double> ? a : number<Number>(value);
  }

  /// Whether the numbers of W_k x_t + b_k for unit j are of account: all values, where they are not put back; else what is nudged.
  [[nodiscard]] bool sees_input(int k, int t, int j) const {
    if (std::is_same_v<Number, double>) return true;
    if (nudge_.of == Nudge::Of::x) return nudge_.t == t;
    return at_all_steps_ && nudge_.of != Nudge::Of::U && nudge_.gate == k && nudge_.row == j;
  }

  /// z_k of unit j at step t. @param cut nothing comes through U_k
  [[nodiscard]] Number sum(const Gate<double>& gate, int k, int t, int j, bool cut) const {
    Number z{};
    if (sees_input(k, t, j)) add_input(z, gate, k, t, j);
    if (cut) return z;  // its value is put back
    for (int m = 0; m < dh_; ++m) {
      const Number u = number<Number>(gate.U[static_cast<std::size_t>(j) * dh_ + m], nudged(Nudge::Of::U, k, j, m));
      z = z + u * h_[m];
    }
    return z;
  }

  void add_input(Number& z, const Gate<double>& gate, int k, int t, int j) const {
    z = number<Number>(gate.b[j], nudged(Nudge::Of::b, k, j, 0));
    for (int m = 0; m < dx_; ++m) {
      const double x = problem_.x[(static_cast<std::size_t>(t) * batch_ + sequence_) * dx_ + m];
      const bool here = nudge_.of == Nudge::Of::x && nudge_.t == t && nudge_.row == m;
      const Number w = number<Number>(gate.W[static_cast<std::size_t>(j) * dx_ + m], nudged(Nudge::Of::W, k, j, m));
      z = z + w * number<Number>(x, here ? by_ : 0);
    }
  }

  /// A node: its value put back, and the nudge, if it is this one's.
  void settle(Number& a, double value, int t, Node node, int j) const {
    put_back(a, value);
    if (const double by = nudged(t, node, j); by != 0) a = a + number<Number>(0, by);
  }

  void finish(Unit<Number>& unit, int t, int j, bool cut) {
    const std::size_t i = index(t, j);
    settle(unit.z[0], s_.z_f[i], t, Node::z_f, j);
    settle(unit.z[1], s_.z_o[i], t, Node::z_o, j);
    settle(unit.z[2], s_.z_c[i], t, Node::z_c, j);
    unit.f = sigma(unit.z[0]);
    unit.one_minus_f = sigma(-unit.z[0]);
    settle(unit.f, s_.f[i], t, Node::f, j);
    put_back(unit.one_minus_f, s_.one_minus_f[i]);
    unit.o = sigma(unit.z[1]);
    settle(unit.o, s_.o[i], t, Node::o, j);
    unit.c_tilde = tanh_of_number(unit.z[2]);
    settle(unit.c_tilde, s_.c_tilde[i], t, Node::c_tilde, j);
    const Number before = cut ? still(c_[j], t == 0 ? problem_.c0[i] : s_.c[index(t - 1, j)]) : c_[j];
    unit.c = mixed(unit.f, unit.one_minus_f, before, unit.c_tilde);
    settle(unit.c, s_.c[i], t, Node::c, j);
    unit.tanh_c = tanh_of_number(unit.c);
    put_back(unit.tanh_c, s_.tanh_c[i]);
    unit.h = unit.o * unit.tanh_c;
    settle(unit.h, s_.h[i], t, Node::h, j);
  }

  const Problem<double>& problem_;
  const States<double>& s_;
  int dx_, dh_, batch_, sequence_;
  Nudge nudge_;
  Edges edges_;
  double by_;
  bool at_all_steps_ = false;
  int first_ = 0;
  std::vector<Number> h_, c_;  // of the step before
  std::vector<Unit<Number>> units_;
};

double farthest(const Unit<Size>& unit) {
  double most = std::max({unit.z[0].moved, unit.z[1].moved, unit.z[2].moved});
  most = std::max({most, unit.f.moved, unit.o.moved, unit.c_tilde.moved, unit.c.moved, unit.h.moved});
  return most;
}

/// L of one sequence from step `from` on, in doubles, with a number moved by `by`.
double loss_with(const Problem<double>& problem, const States<double>& states, int sequence, const Nudge& nudge,
                 double by) {
  Walk<double> walk(problem, states, sequence, nudge, {}, by);
  double loss = 0;
  for (int t = walk.first(); t < problem.sizes.T; ++t)
    walk.step(t, [&](const Unit<double>& unit, int, std::size_t i) { loss += problem.g[i] * unit.h; });
  return loss;
}

double value_of(const Problem<double>& problem, int sequence, const Nudge& nudge) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  const auto at = [](int row, int columns, int column) { return static_cast<std::size_t>(row) * columns + column; };
  const Gate<double>& gate = *problem.params.gates()[nudge.gate];
  switch (nudge.of) {
    case Nudge::Of::W:
      return gate.W[at(nudge.row, dx, nudge.column)];
    case Nudge::Of::U:
      return gate.U[at(nudge.row, dh, nudge.column)];
    case Nudge::Of::b:
      return gate.b[nudge.row];
    case Nudge::Of::x:
      return problem.x[at(nudge.t * batch + sequence, dx, nudge.row)];
    case Nudge::Of::node:
      break;
  }
  return (nudge.node == Node::h ? problem.h0 : problem.c0)[at(sequence, dh, nudge.row)];
}

bool of_parameter(const Nudge& nudge) {
  return nudge.of == Nudge::Of::W || nudge.of == Nudge::Of::U || nudge.of == Nudge::Of::b;
}

/// Whether what the nudge does to h_t is a part of the loss.
bool counts(const Nudge& nudge, const Edges& edges, int t) { return edges.loss || of_parameter(nudge) || t != nudge.t; }

}  // namespace

Derivative Walked::total() const {
  Derivative sum;
  for (const Derivative& part : loss) {
    sum.value += part.value;
    sum.size += part.size;
    sum.moved = part.moved;
  }
  return sum;
}

Walked sizes_of_walk(const Problem<double>& problem, const States<double>& states, int sequence, const Nudge& nudge,
                     const Edges& edges) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  Walked out{std::vector<Derivative>(T), std::vector<Derivative>(static_cast<std::size_t>(T) * dh)};
  double most = 1;
  Walk<Size> sizes(problem, states, sequence, nudge, edges, 1);
  for (int t = sizes.first(); t < T; ++t) {
    sizes.step(t, [&](const Unit<Size>& unit, int j, std::size_t i) {
      most = worst(most, farthest(unit));
      out.c[static_cast<std::size_t>(t) * dh + j].size = unit.c.moved;
      if (counts(nudge, edges, t)) out.loss[t].size += std::abs(problem.g[i]) * unit.h.moved;
    });
  }
  for (Derivative& each : out.loss) each.moved = most;
  for (Derivative& each : out.c) each.moved = most;
  return out;
}

Walked walk(const Problem<double>& problem, const States<double>& states, int sequence, const Nudge& nudge,
            const Edges& edges) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  Walked out = sizes_of_walk(problem, states, sequence, nudge, edges);
  const double epsilon = kFarthest / out.loss[0].moved;
  Walk<Complex> values(problem, states, sequence, nudge, edges, epsilon);
  for (int t = values.first(); t < T; ++t) {
    values.step(t, [&](const Unit<Complex>& unit, int j, std::size_t i) {
      out.c[static_cast<std::size_t>(t) * dh + j].value = unit.c.im / epsilon;
      if (counts(nudge, edges, t)) out.loss[t].value += problem.g[i] * (unit.h.im / epsilon);
    });
  }
  return out;
}

Derivative derivative(const Problem<double>& problem, const States<double>& states, int sequence, const Nudge& nudge) {
  if (!of_parameter(nudge)) return walk(problem, states, sequence, nudge).total();
  Derivative sum;
  for (int i = 0; i < problem.sizes.batch; ++i) {
    const Derivative one = walk(problem, states, i, nudge).total();
    sum.value += one.value;
    sum.size += one.size;
    sum.moved = worst(sum.moved, one.moved);
  }
  return sum;
}

Central central_difference(const Problem<double>& problem, const States<double>& states, int sequence,
                           const Nudge& nudge, double moved) {
  const double value = value_of(problem, sequence, nudge);
  const double spacing = std::numeric_limits<double>::epsilon() * std::abs(value);
  const double by = std::max(kFarthestCentral / moved, spacing * 4);
  if (!(by * moved <= kTooFar)) return {std::numeric_limits<double>::quiet_NaN(), by, 0};
  const bool all = of_parameter(nudge);
  const auto difference = [&](double step) {
    // The steps that doubles take.
    const double up = (value + step) - value, down = value - (value - step);
    double change = 0;
    for (int i = all ? 0 : sequence; i < (all ? problem.sizes.batch : sequence + 1); ++i)
      change += loss_with(problem, states, i, nudge, up) - loss_with(problem, states, i, nudge, -down);
    return change / (up + down);
  };
  const double small = difference(by);
  return {small, by, std::abs(difference(2 * by) - small)};
}

}  // namespace proofground::cifg
