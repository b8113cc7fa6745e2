#include "cifg/cell.h"

#include <complex>
#include <cstddef>
#include <string>
#include <utility>

#include "cifg/gates.h"
#include "cifg/sigmoid.h"
#include "core/require.h"

namespace proofground::cifg {
namespace {

std::size_t product_of(int a, int b) { return static_cast<std::size_t>(a) * static_cast<std::size_t>(b); }

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
  const auto& [dx, dh, T, batch] = problem.sizes;
  States<Scalar> s;
  resize_all(s, product_of(problem.sizes.rows(), dh));
  const std::array zs{&s.z_f, &s.z_o, &s.z_c};
  for (int row = 0; row < problem.sizes.rows(); ++row) {
    const std::size_t at = product_of(row, dh);
    const bool first = row < batch;
    const std::size_t before = first ? at : at - product_of(batch, dh);
    const Scalar* h_before = (first ? problem.h0.data() : s.h.data()) + before;
    const Scalar* c_before = (first ? problem.c0.data() : s.c.data()) + before;
    set_z(problem.params, problem.sizes, problem.x.data() + product_of(row, dx), h_before, zs, at);
    for (std::size_t j = at; j < at + dh; ++j) {
      const auto [f, one_minus_f] = sigmoids(s.z_f[j]);
      const auto [o, one_minus_o] = sigmoids(s.z_o[j]);
      s.f[j] = f;
      s.one_minus_f[j] = one_minus_f;
      s.o[j] = o;
      s.one_minus_o[j] = one_minus_o;
      s.c_tilde[j] = tanh_of(s.z_c[j]);
      s.c[j] = f * c_before[j - at] + one_minus_f * s.c_tilde[j];
      s.tanh_c[j] = tanh_of(s.c[j]);
      s.h[j] = o * s.tanh_c[j];
    }
  }
  return s;
}

template <class Scalar>
Scalar loss_of(const Problem<Scalar>& problem, const States<Scalar>& states) {
  Scalar loss{};
  for (std::size_t i = 0; i < states.h.size(); ++i) loss += problem.g[i] * states.h[i];
  return loss;
}

template <class Scalar>
Gradients<Scalar> backward(const Problem<Scalar>& problem, const States<Scalar>& s) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  Gradients<Scalar> out;
  out.loss = loss_of(problem, s);
  out.params = zeros_like(problem.params);
  out.x.resize(problem.x.size());
  Deltas<Scalar>& d = out.deltas;
  resize_all(d, s.h.size());
  const std::array dzs{&d.z_f, &d.z_o, &d.z_c};
  // What comes back from the step after: sum_k U_k' delta z_k and delta c * f, per sequence. At t = T nothing does.
  std::vector<Scalar> from_h(problem.h0.size()), from_c(problem.c0.size());
  for (int row = problem.sizes.rows() - 1; row >= 0; --row) {
    const std::size_t at = product_of(row, dh), sequence = product_of(row % batch, dh);
    const bool first = row < batch;
    const std::size_t before = first ? at : at - product_of(batch, dh);
    const Scalar* h_before = (first ? problem.h0.data() : s.h.data()) + before;
    const Scalar* c_before = (first ? problem.c0.data() : s.c.data()) + before;
    for (int j = 0; j < dh; ++j) {
      const std::size_t i = at + j;
      d.h[i] = problem.g[i] + from_h[sequence + j];
      d.o[i] = d.h[i] * s.tanh_c[i];
      d.c[i] = d.h[i] * s.o[i] * tanh_slope(s.c[i]) + from_c[sequence + j];
      d.f[i] = d.c[i] * (c_before[j] - s.c_tilde[i]);
      d.c_tilde[i] = d.c[i] * s.one_minus_f[i];
      d.z_f[i] = d.f[i] * s.f[i] * s.one_minus_f[i];
      d.z_o[i] = d.o[i] * s.o[i] * s.one_minus_o[i];
      d.z_c[i] = d.c_tilde[i] * tanh_slope(s.z_c[i]);
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
template States<double> forward(const Problem<double>&);
template States<Complex> forward(const Problem<Complex>&);
template double loss_of(const Problem<double>&, const States<double>&);
template Complex loss_of(const Problem<Complex>&, const States<Complex>&);
template Gradients<double> backward(const Problem<double>&, const States<double>&);
template Gradients<Complex> backward(const Problem<Complex>&, const States<Complex>&);

}  // namespace proofground::cifg
