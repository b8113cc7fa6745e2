// The recurrent network in double, by the formulas of cifg/network.h as they stand there first: what the one in float is compared with.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "cifg/network.h"
#include "core/rng.h"

namespace proofground::cifg::test {

/// All numbers of weights in one row: W, U, b of f, o, c (and i), V, b_y.
inline std::vector<double> flat(const NetworkWeights& weights) {
  std::vector<double> all;
  for (const auto* gate : {&weights.f, &weights.o, &weights.c, &weights.i})
    for (const auto* values : {&gate->W, &gate->U, &gate->b}) all.insert(all.end(), values->begin(), values->end());
  all.insert(all.end(), weights.V.begin(), weights.V.end());
  all.push_back(weights.b_y);
  return all;
}

struct Answer {
  double loss = 0;
  std::vector<double> y;                       ///< (T batch)
  std::vector<double> gradient;                ///< as flat()
  std::vector<double> f, i, o, c_tilde, c, h;  ///< (T batch x dh)
};

struct Reference {
  NetworkShape shape;
  std::vector<double> theta;  ///< as flat()

  [[nodiscard]] int gates() const { return shape.cell == CellKind::cifg ? 3 : 4; }
  [[nodiscard]] int per_gate() const { return shape.dh * (shape.dx + shape.dh + 1); }
  [[nodiscard]] std::size_t W(int k, int j, int l) const { return k * per_gate() + j * shape.dx + l; }
  [[nodiscard]] std::size_t U(int k, int j, int l) const {
    return k * per_gate() + shape.dh * shape.dx + j * shape.dh + l;
  }
  [[nodiscard]] std::size_t b(int k, int j) const { return (k + 1) * per_gate() - shape.dh + j; }
  [[nodiscard]] std::size_t V(int j) const { return gates() * per_gate() + j; }
  [[nodiscard]] std::size_t b_y() const { return V(shape.dh); }

  static double sigma(double z) { return 1 / (1 + std::exp(-z)); }

  /// @param truncate as Network::backward()
  [[nodiscard]] Answer operator()(const Sequences& s, int truncate = 0) const {
    Answer a;
    a.y.resize(static_cast<std::size_t>(s.T) * s.batch);
    a.gradient.resize(theta.size());
    for (auto* values : {&a.f, &a.i, &a.o, &a.c_tilde, &a.c, &a.h}) values->resize(a.y.size() * shape.dh);
    for (int sequence = 0; sequence < s.batch; ++sequence) {
      for (int t = 0; t < s.T; ++t) forward(s, t, sequence, a);
      std::vector<double> by_h(shape.dh), by_c(shape.dh);
      for (int t = s.T - 1; t >= 0; --t) {
        if (truncate > 0 && (s.T - 1 - t) % truncate == 0) {
          by_h.assign(shape.dh, 0);
          by_c.assign(shape.dh, 0);
        }
        backward(s, t, sequence, by_h, by_c, a);
      }
    }
    return a;
  }

 private:
  [[nodiscard]] double before(const std::vector<double>& states, int t, int batch, std::size_t at) const {
    return t == 0 ? 0 : states[at - static_cast<std::size_t>(batch) * shape.dh];
  }

  void forward(const Sequences& s, int t, int sequence, Answer& a) const {
    const auto [cell, dx, dh] = shape;
    const std::size_t row = static_cast<std::size_t>(t) * s.batch + sequence;
    a.y[row] = theta[b_y()];
    for (int j = 0; j < dh; ++j) {
      std::array<double, 4> z{};
      for (int k = 0; k < gates(); ++k) {
        z[k] = theta[b(k, j)];
        for (int l = 0; l < dx; ++l) z[k] += theta[W(k, j, l)] * s.x[row * dx + l];
        for (int l = 0; l < dh; ++l) z[k] += theta[U(k, j, l)] * before(a.h, t, s.batch, row * dh + l);
      }
      const std::size_t at = row * dh + j;
      a.f[at] = sigma(z[0]);
      a.o[at] = sigma(z[1]);
      a.c_tilde[at] = std::tanh(z[2]);
      a.i[at] = cell == CellKind::cifg ? 1 - a.f[at] : sigma(z[3]);
      a.c[at] = a.f[at] * before(a.c, t, s.batch, at) + a.i[at] * a.c_tilde[at];
      a.h[at] = a.o[at] * std::tanh(a.c[at]);
      a.y[row] += theta[V(j)] * a.h[at];
    }
    a.loss += s.weight[row] * (a.y[row] - s.target[row]) * (a.y[row] - s.target[row]);
  }

  void backward(const Sequences& s, int t, int sequence, std::vector<double>& by_h, std::vector<double>& by_c,
                Answer& a) const {
    const auto [cell, dx, dh] = shape;
    const std::size_t row = static_cast<std::size_t>(t) * s.batch + sequence;
    const double dy = 2 * s.weight[row] * (a.y[row] - s.target[row]);
    a.gradient[b_y()] += dy;
    std::vector<double> back(dh);
    for (int j = 0; j < dh; ++j) {
      const std::size_t at = row * dh + j;
      const double f = a.f[at], i = a.i[at], o = a.o[at], c_tilde = a.c_tilde[at], tanh_c = std::tanh(a.c[at]);
      const double c_before = before(a.c, t, s.batch, at), delta_h = by_h[j] + dy * theta[V(j)];
      a.gradient[V(j)] += dy * a.h[at];
      const double delta_c = by_c[j] + delta_h * o * (1 - tanh_c * tanh_c);
      std::array<double, 4> delta{};
      delta[0] = delta_c * (cell == CellKind::cifg ? c_before - c_tilde : c_before) * f * (1 - f);
      delta[1] = delta_h * tanh_c * o * (1 - o);
      delta[2] = delta_c * i * (1 - c_tilde * c_tilde);
      delta[3] = delta_c * c_tilde * i * (1 - i);
      by_c[j] = delta_c * f;
      for (int k = 0; k < gates(); ++k) {
        a.gradient[b(k, j)] += delta[k];
        for (int l = 0; l < dx; ++l) a.gradient[W(k, j, l)] += delta[k] * s.x[row * dx + l];
        for (int l = 0; l < dh; ++l) {
          a.gradient[U(k, j, l)] += delta[k] * before(a.h, t, s.batch, row * dh + l);
          back[l] += delta[k] * theta[U(k, j, l)];
        }
      }
    }
    by_h = back;
  }
};

/// Sequences of normal numbers; every third step asks for nothing where `masked`.
inline Sequences drawn(const NetworkShape& shape, int T, int batch, Rng& rng, bool masked = false) {
  Sequences s{T, batch, {}, {}, {}};
  for (int k = 0; k < T * batch * shape.dx; ++k) s.x.push_back(static_cast<float>(rng.normal()));
  for (int k = 0; k < T * batch; ++k) {
    s.target.push_back(static_cast<float>(rng.normal()));
    s.weight.push_back(masked && k / batch % 3 == 1 ? 0 : static_cast<float>(rng.uniform(0.5, 1) / (T * batch)));
  }
  return s;
}

/// A network with its weights, all of them drawn, biases too, and what one pass through it comes to.
struct Pass {
  Pass(const NetworkShape& shape, const Sequences& sequences, std::uint64_t seed, int truncate = 0,
       Keep keep = Keep::training)
      : network(shape),
        parameters(network.size()),
        gradient(network.size(), 7.0F),
        tape(network, sequences.T, sequences.batch, keep) {
    Rng rng(seed);
    network.initialise(rng, 1, parameters.data());
    NetworkWeights weights = network.weights(parameters.data());
    for (auto* gate : {&weights.f, &weights.o, &weights.c, &weights.i})
      for (float& value : gate->b) value += static_cast<float>(rng.normal() / 2);
    weights.b_y = 0.3F;
    network.set_weights(weights, parameters.data());
    run(sequences, truncate);
  }
  void run(const Sequences& sequences, int truncate = 0) {
    tape.set(sequences);
    network.forward(parameters.data(), tape);
    loss = network.loss(tape);
    network.backward(parameters.data(), tape, truncate, gradient.data());
  }
  [[nodiscard]] Reference reference() const { return {network.shape(), flat(network.weights(parameters.data()))}; }
  [[nodiscard]] std::vector<double> flat_gradient() const { return flat(network.weights(gradient.data())); }

  Network network;
  std::vector<float> parameters, gradient;
  NetworkTape tape;
  double loss = 0;
};

}  // namespace proofground::cifg::test
