#include "cifg/lstm.h"

#include <complex>
#include <cstddef>
#include <utility>

#include "cifg/gates.h"
#include "cifg/sigmoid.h"

namespace proofground::cifg {
namespace {

std::size_t product_of(int a, int b) { return static_cast<std::size_t>(a) * static_cast<std::size_t>(b); }

template <class Scalar>
LstmStates<Scalar> states_of_size(std::size_t count) {
  LstmStates<Scalar> s;
  for (auto* each : {&s.z_f, &s.z_i, &s.z_o, &s.z_c, &s.f, &s.one_minus_f, &s.i, &s.one_minus_i, &s.o, &s.one_minus_o,
                     &s.c_tilde, &s.c, &s.tanh_c, &s.h})
    each->resize(count);
  return s;
}

template <class Scalar>
LstmDeltas<Scalar> deltas_of_size(std::size_t count) {
  LstmDeltas<Scalar> d;
  for (auto* each : {&d.h, &d.c, &d.f, &d.i, &d.o, &d.c_tilde, &d.z_f, &d.z_i, &d.z_o, &d.z_c}) each->resize(count);
  return d;
}

/// Entry i of all that follows from the z. @param c_before of the same unit
template <class Scalar>
void activate(LstmStates<Scalar>& s, std::size_t i, const Scalar& c_before) {
  const auto [f, one_minus_f] = sigmoids(s.z_f[i]);
  const auto [in, one_minus_in] = sigmoids(s.z_i[i]);
  const auto [o, one_minus_o] = sigmoids(s.z_o[i]);
  s.f[i] = f;
  s.one_minus_f[i] = one_minus_f;
  s.i[i] = in;
  s.one_minus_i[i] = one_minus_in;
  s.o[i] = o;
  s.one_minus_o[i] = one_minus_o;
  s.c_tilde[i] = tanh_of(s.z_c[i]);
  s.c[i] = f * c_before + in * s.c_tilde[i];
  s.tanh_c[i] = tanh_of(s.c[i]);
  s.h[i] = o * s.tanh_c[i];
}

/// Entry i of all deltas. @param from_h, from_c what steps t + 1 and on give to h and c of this unit
template <class Scalar>
void differentiate(const LstmStates<Scalar>& s, LstmDeltas<Scalar>& d, std::size_t i, const Scalar& c_before,
                   const Scalar& g, const Scalar& from_h, const Scalar& from_c) {
  d.h[i] = g + from_h;
  d.o[i] = d.h[i] * s.tanh_c[i];
  d.c[i] = d.h[i] * s.o[i] * tanh_slope(s.c[i]) + from_c;
  d.f[i] = d.c[i] * c_before;
  d.i[i] = d.c[i] * s.c_tilde[i];
  d.c_tilde[i] = d.c[i] * s.i[i];
  d.z_f[i] = d.f[i] * s.f[i] * s.one_minus_f[i];
  d.z_i[i] = d.i[i] * s.i[i] * s.one_minus_i[i];
  d.z_o[i] = d.o[i] * s.o[i] * s.one_minus_o[i];
  d.z_c[i] = d.c_tilde[i] * tanh_slope(s.z_c[i]);
}

}  // namespace

template <class Scalar>
LstmStates<Scalar> forward(const LstmProblem<Scalar>& problem) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  auto s = states_of_size<Scalar>(product_of(problem.sizes.rows(), dh));
  const std::array zs{&s.z_f, &s.z_i, &s.z_o, &s.z_c};
  for (int row = 0; row < problem.sizes.rows(); ++row) {
    const std::size_t at = product_of(row, dh);
    const bool first = row < batch;
    const std::size_t before = first ? at : at - product_of(batch, dh);
    const Scalar* h_before = (first ? problem.h0.data() : s.h.data()) + before;
    const Scalar* c_before = (first ? problem.c0.data() : s.c.data()) + before;
    set_z(problem.params, problem.sizes, problem.x.data() + product_of(row, dx), h_before, zs, at);
    for (int j = 0; j < dh; ++j) activate(s, at + j, c_before[j]);
  }
  return s;
}

template <class Scalar>
Scalar loss_of(const LstmProblem<Scalar>& problem, const LstmStates<Scalar>& states) {
  Scalar loss{};
  for (std::size_t i = 0; i < states.h.size(); ++i) loss += problem.g[i] * states.h[i];
  return loss;
}

template <class Scalar>
LstmGradients<Scalar> backward(const LstmProblem<Scalar>& problem, const LstmStates<Scalar>& s) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  LstmGradients<Scalar> out;
  out.loss = loss_of(problem, s);
  out.params = zeros_like(problem.params);
  out.x.resize(problem.x.size());
  out.deltas = deltas_of_size<Scalar>(s.h.size());
  LstmDeltas<Scalar>& d = out.deltas;
  const std::array dzs{&d.z_f, &d.z_i, &d.z_o, &d.z_c};
  std::vector<Scalar> from_h(product_of(batch, dh)), from_c(product_of(batch, dh));
  for (int row = problem.sizes.rows() - 1; row >= 0; --row) {
    const std::size_t at = product_of(row, dh), sequence = product_of(row % batch, dh);
    const bool first = row < batch;
    const std::size_t before = first ? at : at - product_of(batch, dh);
    const Scalar* h_before = (first ? problem.h0.data() : s.h.data()) + before;
    const Scalar* c_before = (first ? problem.c0.data() : s.c.data()) + before;
    for (int j = 0; j < dh; ++j) {
      const std::size_t i = at + j;
      differentiate(s, d, i, c_before[j], problem.g[i], from_h[sequence + j], from_c[sequence + j]);
      from_c[sequence + j] = d.c[i] * s.f[i];
      from_h[sequence + j] = Scalar{};
    }
    const std::size_t input = product_of(row, dx);
    add_back(problem.params, problem.sizes, problem.x.data() + input, h_before, dzs, at, out.params,
             out.x.data() + input, from_h.data() + sequence);
  }
  out.h0 = std::move(from_h);
  out.c0 = std::move(from_c);
  return out;
}

using Complex = std::complex<double>;
template LstmStates<double> forward(const LstmProblem<double>&);
template LstmStates<Complex> forward(const LstmProblem<Complex>&);
template double loss_of(const LstmProblem<double>&, const LstmStates<double>&);
template Complex loss_of(const LstmProblem<Complex>&, const LstmStates<Complex>&);
template LstmGradients<double> backward(const LstmProblem<double>&, const LstmStates<double>&);

}  // namespace proofground::cifg
