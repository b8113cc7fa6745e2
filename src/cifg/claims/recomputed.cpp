#include "cifg/claims/recomputed.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "core/check.h"

namespace proofground::cifg {
namespace {

constexpr double kFarthest = 1e-10;        // that a complex nudge moves a number
constexpr double kFarthestCentral = 1e-5;  // that a real one does
constexpr double kTooFar = 1e-3;

// ---- numbers that are moved: complex ones, sizes, doubles ------------------------------------------------------------

struct Complex {
  double re = 0, im = 0;
};
Complex operator+(const Complex& a, const Complex& b) { return {a.re + b.re, a.im + b.im}; }
Complex operator*(const Complex& a, const Complex& b) { return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re}; }
Complex operator-(const Complex& a) { return {-a.re, -a.im}; }

/// A value, and the sum of the absolute values of all ways in which the nudge reaches it.
struct Size {
  double value = 0, moved = 0;
};
Size operator+(const Size& a, const Size& b) { return {a.value + b.value, a.moved + b.moved}; }
Size operator*(const Size& a, const Size& b) {
  return {a.value * b.value, std::abs(a.value) * b.moved + a.moved * std::abs(b.value)};
}
Size operator-(const Size& a) { return {-a.value, a.moved}; }

/// value + i by, and what that is of the other kinds.
void make(Complex& to, double value, double by) { to = {value, by}; }
void make(Size& to, double value, double by) { to = {value, by}; }
void make(double& to, double value, double by) { to = value + by; }
template <class Number>
Number number(double value, double by = 0) {
  Number made;
  make(made, value, by);
  return made;
}

/// The value put back to that of the states. A double has no other part: it stays.
void put_back(Complex& a, double value) { a.re = value; }
void put_back(Size& a, double value) { a.value = value; }
void put_back(double&, double) {}

/// sin b and cos b to rounding for |b| <= 2 kFarthest, and far beyond: what is left out is below b^4 / 24.
double sine(double b) { return b - b * b * b / 6; }
double cosine(double b) { return 1 - b * b / 2; }

double sigma(double a) { return 1 / (1 + std::exp(-a)); }
/// Numerator and denominator are times exp(-|a|), which does not overflow.
Complex sigma(const Complex& z) {
  const double e = std::exp(-std::abs(z.re)), along = cosine(z.im);
  const double below = 1 + e * (2 * along + e);
  return {(z.re < 0 ? e * (e + along) : 1 + e * along) / below, e * sine(z.im) / below};
}
Size sigma(const Size& z) {
  const double e = std::exp(-std::abs(z.value));
  return {(z.value < 0 ? e : 1) / (1 + e), z.moved * e / ((1 + e) * (1 + e))};
}

double tanh_of_number(double a) { return std::tanh(a); }
/// tanh z = 2 sigma(2 z) - 1
Complex tanh_of_number(const Complex& z) {
  const double e = std::exp(-2 * std::abs(z.re));
  const double below = 1 + e * (2 * cosine(2 * z.im) + e);
  return {std::copysign(1 - e * e, z.re) / below, 2 * e * sine(2 * z.im) / below};
}
Size tanh_of_number(const Size& z) {
  const double e = std::exp(-2 * std::abs(z.value));
  return {std::copysign(1 - e, z.value) / (1 + e), z.moved * 4 * e / ((1 + e) * (1 + e))};
}

// ---- one walk --------------------------------------------------------------------------------------------------------

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
    if (const double by = nudged(t, Node::f, j); by != 0) unit.one_minus_f = unit.one_minus_f + -number<Number>(0, by);
    unit.o = sigma(unit.z[1]);
    settle(unit.o, s_.o[i], t, Node::o, j);
    unit.c_tilde = tanh_of_number(unit.z[2]);
    settle(unit.c_tilde, s_.c_tilde[i], t, Node::c_tilde, j);
    const Number before = cut ? still(c_[j], t == 0 ? problem_.c0[i] : s_.c[index(t - 1, j)]) : c_[j];
    unit.c = unit.f * before + unit.one_minus_f * unit.c_tilde;
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

/// |a - right|, relative to size.
double relative(double a, double right, double size) { return std::abs(a - right) / (size + kUnderflow); }

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

double states_error(const Problem<double>& problem, const States<double>& s) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  const auto gates = problem.params.gates();
  const std::array zs{&s.z_f, &s.z_o, &s.z_c};
  double most = 0;
  for (std::size_t i = 0; i < s.h.size(); ++i) {
    const std::size_t row = i / dh, j = i % dh, before = row < static_cast<std::size_t>(batch) ? row : row - batch;
    const bool first = row < static_cast<std::size_t>(batch);
    const double* h = (first ? problem.h0.data() : s.h.data()) + before * dh;
    const double c_before = (first ? problem.c0 : s.c)[before * dh + j];
    for (std::size_t k = 0; k < 3; ++k) {
      double z = gates[k]->b[j], size = std::abs(z);
      const auto add = [&](double w, double v) {
        z += w * v;
        size += std::abs(w * v);
      };
      for (int m = 0; m < dx; ++m) add(gates[k]->W[j * dx + m], problem.x[row * dx + m]);
      for (int m = 0; m < dh; ++m) add(gates[k]->U[j * dh + m], h[m]);
      most = worst(most, relative((*zs[k])[i], z, size));
    }
    const auto same = [&](double a, double right) { most = worst(most, relative(a, right, std::abs(right))); };
    same(s.f[i], sigma(s.z_f[i]));
    same(s.one_minus_f[i], sigma(-s.z_f[i]));
    same(s.o[i], sigma(s.z_o[i]));
    same(s.one_minus_o[i], sigma(-s.z_o[i]));
    same(s.c_tilde[i], std::tanh(s.z_c[i]));
    const double kept = s.f[i] * c_before, written = s.one_minus_f[i] * s.c_tilde[i];
    most = worst(most, relative(s.c[i], kept + written, std::abs(kept) + std::abs(written)));
    same(s.tanh_c[i], std::tanh(s.c[i]));
    same(s.h[i], s.o[i] * s.tanh_c[i]);
  }
  return most;
}

Derivative summed_loss(const Problem<double>& problem, const States<double>& states) {
  Derivative sum;
  for (std::size_t i = states.h.size(); i-- > 0;) {
    sum.value += problem.g[i] * states.h[i];
    sum.size += std::abs(problem.g[i] * states.h[i]);
  }
  return sum;
}

}  // namespace proofground::cifg
