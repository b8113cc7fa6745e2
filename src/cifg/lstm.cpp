#include "cifg/lstm.h"

#include <array>
#include <complex>
#include <cstddef>

#include "cifg/gates.h"
#include "cifg/sigmoid.h"

namespace proofground::cifg {
namespace {

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

}  // namespace

template <class Scalar>
LstmStates<Scalar> forward(const LstmProblem<Scalar>& problem) {
  auto s = states_of_size<Scalar>(product_of(problem.sizes.rows(), problem.sizes.dh));
  go_forward(problem, s, std::array{&s.z_f, &s.z_i, &s.z_o, &s.z_c}, [&s](std::size_t i, const Scalar& c_before) {
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
  });
  return s;
}

template <class Scalar>
Scalar loss_of(const LstmProblem<Scalar>& problem, const LstmStates<Scalar>& states) {
  return dot(problem.g, states.h);
}

template <class Scalar>
LstmGradients<Scalar> backward(const LstmProblem<Scalar>& problem, const LstmStates<Scalar>& s) {
  LstmGradients<Scalar> out;
  out.deltas = deltas_of_size<Scalar>(s.h.size());
  LstmDeltas<Scalar>& d = out.deltas;
  go_back(problem, s, out, std::array{&d.z_f, &d.z_i, &d.z_o, &d.z_c},
          [&](std::size_t i, const Scalar& c_before, const Scalar& from_h, const Scalar& from_c) {
            d.h[i] = problem.g[i] + from_h;
            d.o[i] = d.h[i] * s.tanh_c[i];
            d.c[i] = d.h[i] * s.o[i] * tanh_slope(s.c[i]) + from_c;
            d.f[i] = d.c[i] * c_before;
            d.i[i] = d.c[i] * s.c_tilde[i];
            d.c_tilde[i] = d.c[i] * s.i[i];
            d.z_f[i] = d.f[i] * s.f[i] * s.one_minus_f[i];
            d.z_i[i] = d.i[i] * s.i[i] * s.one_minus_i[i];
            d.z_o[i] = d.o[i] * s.o[i] * s.one_minus_o[i];
            d.z_c[i] = d.c_tilde[i] * tanh_slope(s.z_c[i]);
          });
  return out;
}

using Complex = std::complex<double>;
template LstmStates<double> forward(const LstmProblem<double>&);
template LstmStates<Complex> forward(const LstmProblem<Complex>&);
template double loss_of(const LstmProblem<double>&, const LstmStates<double>&);
template Complex loss_of(const LstmProblem<Complex>&, const LstmStates<Complex>&);
template LstmGradients<double> backward(const LstmProblem<double>&, const LstmStates<double>&);

}  // namespace proofground::cifg
