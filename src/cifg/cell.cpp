#include "cifg/cell.h"

#include <array>
#include <complex>
#include <cstddef>
#include <string>

#include "cifg/gates.h"
#include "cifg/sigmoid.h"
#include "core/require.h"

namespace proofground::cifg {
namespace {

void require_array(const std::vector<double>& values, std::size_t count, const std::string& field) {
  require(values.size() == count, field.c_str(), (std::to_string(count) + " numbers").c_str(),
          static_cast<double>(values.size()));
  require_finite(values.data(), static_cast<int>(values.size()), field.c_str());
}

template <class Scalar>
void resize_all(States<Scalar>& s, std::size_t count) {
  for (auto* each :
       {&s.z_f, &s.z_o, &s.z_c, &s.f, &s.one_minus_f, &s.o, &s.one_minus_o, &s.c_tilde, &s.c, &s.tanh_c, &s.h})
    each->resize(count);
}

template <class Scalar>
void resize_all(Deltas<Scalar>& d, std::size_t count) {
  for (auto* each : {&d.h, &d.c, &d.f, &d.o, &d.c_tilde, &d.z_f, &d.z_o, &d.z_c}) each->resize(count);
}

}  // namespace

void require_valid(const Problem<double>& problem) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  require(dx >= 1 && dx <= kMostNumbers, "dx", "an integer from 1 to 1048576", dx);
  require(dh >= 1 && dh <= kMostNumbers, "dh", "an integer from 1 to 1048576", dh);
  require(T >= 1 && T <= kMostNumbers, "T", "an integer from 1 to 1048576", T);
  require(batch >= 1 && batch <= kMostNumbers, "batch", "an integer from 1 to 1048576", batch);
  const auto affordable = [](double count, const char* field) {
    require(count <= kMostNumbers, field, "arrays of at most 1048576 numbers", count);
  };
  affordable(1.0 * dh * dx, "dx");
  affordable(1.0 * dh * dh, "dh");
  affordable(1.0 * T * batch * dx, "T");
  affordable(1.0 * T * batch * dh, "T");
  constexpr std::array names{"f", "o", "c"};
  const auto gates = problem.params.gates();
  for (std::size_t k = 0; k < gates.size(); ++k) {
    require_array(gates[k]->W, product_of(dh, dx), std::string("params.W_") + names[k]);
    require_array(gates[k]->U, product_of(dh, dh), std::string("params.U_") + names[k]);
    require_array(gates[k]->b, dh, std::string("params.b_") + names[k]);
  }
  require_array(problem.x, product_of(problem.sizes.rows(), dx), "x");
  require_array(problem.h0, product_of(batch, dh), "h0");
  require_array(problem.c0, product_of(batch, dh), "c0");
  require_array(problem.g, product_of(problem.sizes.rows(), dh), "g");
}

template <class Scalar>
States<Scalar> forward(const Problem<Scalar>& problem) {
  States<Scalar> s;
  resize_all(s, product_of(problem.sizes.rows(), problem.sizes.dh));
  go_forward(problem, s, std::array{&s.z_f, &s.z_o, &s.z_c}, [&s](std::size_t i, const Scalar& c_before) {
    const auto [f, one_minus_f] = sigmoids(s.z_f[i]);
    const auto [o, one_minus_o] = sigmoids(s.z_o[i]);
    s.f[i] = f;
    s.one_minus_f[i] = one_minus_f;
    s.o[i] = o;
    s.one_minus_o[i] = one_minus_o;
    s.c_tilde[i] = tanh_of(s.z_c[i]);
    s.c[i] = f * c_before + one_minus_f * s.c_tilde[i];
    s.tanh_c[i] = tanh_of(s.c[i]);
    s.h[i] = o * s.tanh_c[i];
  });
  return s;
}

template <class Scalar>
Scalar loss_of(const Problem<Scalar>& problem, const States<Scalar>& states) {
  return dot(problem.g, states.h);
}

template <class Scalar>
Gradients<Scalar> backward(const Problem<Scalar>& problem, const States<Scalar>& s) {
  Gradients<Scalar> out;
  Deltas<Scalar>& d = out.deltas;
  resize_all(d, s.h.size());
  go_back(problem, s, out, std::array{&d.z_f, &d.z_o, &d.z_c},
          [&](std::size_t i, const Scalar& c_before, const Scalar& from_h, const Scalar& from_c) {
            d.h[i] = problem.g[i] + from_h;
            d.o[i] = d.h[i] * s.tanh_c[i];
            d.c[i] = d.h[i] * s.o[i] * tanh_slope(s.c[i]) + from_c;
            d.f[i] = d.c[i] * (c_before - s.c_tilde[i]);
            d.c_tilde[i] = d.c[i] * s.one_minus_f[i];
            d.z_f[i] = d.f[i] * s.f[i] * s.one_minus_f[i];
            d.z_o[i] = d.o[i] * s.o[i] * s.one_minus_o[i];
            d.z_c[i] = d.c_tilde[i] * tanh_slope(s.z_c[i]);
          });
  return out;
}

using Complex = std::complex<double>;
template States<double> forward(const Problem<double>&);
template States<Complex> forward(const Problem<Complex>&);
template double loss_of(const Problem<double>&, const States<double>&);
template Complex loss_of(const Problem<Complex>&, const States<Complex>&);
template Gradients<double> backward(const Problem<double>&, const States<double>&);
template Gradients<Complex> backward(const Problem<Complex>&, const States<Complex>&);

}  // namespace proofground::cifg
