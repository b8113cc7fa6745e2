// Compiled for speed: runs once for each number of a training step.
#include <algorithm>
#include <cstddef>

#include "cifg/network.h"
#include "nn/lanes.h"
#include "nn/panels.h"
#include "nn/product.h"

namespace proofground::cifg {
namespace {

using nn::f32x4, nn::kLanes, nn::kPanel, nn::load, nn::splat, nn::store;

/// 0 for what is next to the denormal numbers: gradients that vanish over many steps would end there, and slow processors down.
f32x4 flushed(f32x4 value) {
  constexpr float kTiny = 1e-30F;
  const f32x4 size = nn::max(value, -value);
  return size < splat(kTiny) ? splat(0) : value;
}

/// One step's numbers, (batch x dh in whole panels) each.
struct Step {
  std::size_t size;       ///< floats of each
  float *f, *o, *c, *i;   ///< z, replaced by the factors of delta z; i null for a CIFG-LSTM
  float *forget, *pass;   ///< f, and o tanh'(c)
  const float* c_before;  ///< c_{t-1}
  float *c_now, *h;       ///< c_t, h_t
  float* shown;           ///< i, o and c~ one behind another, or null
};

void cell_forward(const Step& s) {
  for (std::size_t k = 0; k < s.size; k += kLanes) {
    const auto [f, not_f] = nn::sigmoids(load(s.f + k));
    const auto [o, not_o] = nn::sigmoids(load(s.o + k));
    const auto [c_tilde, slope] = nn::tanh_and_slope(load(s.c + k));
    const f32x4 before = load(s.c_before + k);
    f32x4 input = not_f, by_f = before - c_tilde;
    if (s.i != nullptr) {
      const auto [i, not_i] = nn::sigmoids(load(s.i + k));
      store(s.i + k, c_tilde * (i * not_i));
      input = i;
      by_f = before;
    }
    const f32x4 c = f * before + input * c_tilde;
    const auto [tanh_c, slope_c] = nn::tanh_and_slope(c);
    store(s.f + k, by_f * (f * not_f));
    store(s.o + k, tanh_c * (o * not_o));
    store(s.c + k, input * slope);
    store(s.forget + k, f);
    store(s.pass + k, o * slope_c);
    store(s.c_now + k, c);
    store(s.h + k, o * tanh_c);
    if (s.shown == nullptr) continue;
    store(s.shown + k, input);
    store(s.shown + s.size + k, o);
    store(s.shown + 2 * s.size + k, c_tilde);
  }
}

/// What the way back of one step reads and replaces.
struct StepBack {
  int batch, units;
  float *f, *o, *c, *i;        ///< factors of delta z, replaced by delta z
  const float *forget, *pass;  ///< f, and o tanh'(c)
  float* delta_h;              ///< sum over gates of U' delta z_{t+1}
  float* delta_c;              ///< delta c_{t+1} * f_{t+1}, replaced by that of this step
  const float *dy, *v;         ///< (batch), (units)
};

/// @param sums (units) of each gate in turn: delta z of all sequences is added
template <bool lstm>
void cell_backward(const StepBack& s, float* sums) {
  std::size_t k = 0;
  for (int unit = 0; unit < s.units; unit += kPanel) {
    for (int half = 0; half < kPanel; half += kLanes) {
      const f32x4 v = load(s.v + unit + half);
      f32x4 sum_f{}, sum_o{}, sum_c{}, sum_i{};
      for (int row = 0; row < s.batch; ++row) {
        const std::size_t at = k + static_cast<std::size_t>(row) * kPanel + half;
        const f32x4 delta_h = load(s.delta_h + at) + v * splat(s.dy[row]);
        const f32x4 delta_c = flushed(delta_h * load(s.pass + at) + load(s.delta_c + at));
        const f32x4 f = flushed(delta_c * load(s.f + at)), o = flushed(delta_h * load(s.o + at)),
                    c = flushed(delta_c * load(s.c + at));
        store(s.delta_c + at, delta_c * load(s.forget + at));
        store(s.f + at, f);
        store(s.o + at, o);
        store(s.c + at, c);
        sum_f += f;
        sum_o += o;
        sum_c += c;
        if constexpr (lstm) {
          const f32x4 i = flushed(delta_c * load(s.i + at));
          store(s.i + at, i);
          sum_i += i;
        }
      }
      float* to = sums + unit + half;
      for (const f32x4 sum : {sum_f, sum_o, sum_c, sum_i}) {
        if (!lstm && to >= sums + 3 * static_cast<std::size_t>(s.units)) break;
        store(to, load(to) + sum);
        to += s.units;
      }
    }
    k += static_cast<std::size_t>(s.batch) * kPanel;
  }
}

/// y = <V, h> + b_y of each row. @param h (rows x units) @param v (units)
void read_out(const float* h, int rows, int units, const float* v, float b_y, float* y) {
  for (int row = 0; row < rows; ++row) {
    f32x4 sum{};
    const float* at = h + static_cast<std::size_t>(row) * kPanel;
    for (int unit = 0; unit < units; unit += kPanel, at += static_cast<std::size_t>(rows) * kPanel)
      sum += load(at) * load(v + unit) + load(at + kLanes) * load(v + unit + kLanes);
    y[row] = ((sum[0] + sum[1]) + (sum[2] + sum[3])) + b_y;
  }
}

/// gradient += sum of dy h. @param h (rows x units)
void read_out_backward(const float* h, int rows, int units, const float* dy, float* gradient) {
  for (int unit = 0; unit < units; unit += kPanel, gradient += kPanel) {
    f32x4 left = load(gradient), right = load(gradient + kLanes);
    for (int row = 0; row < rows; ++row, h += kPanel) {
      const f32x4 by = splat(dy[row]);
      left += by * load(h);
      right += by * load(h + kLanes);
    }
    store(gradient, left);
    store(gradient + kLanes, right);
  }
}

}  // namespace

void Network::forward(const float* parameters, NetworkTape& tape) const {
  const int batch = tape.batch_, columns = gates_ * units_;
  const nn::Weights weights{parameters, inputs_ + units_, columns, inputs_ + units_};
  const std::size_t state = tape.state_;
  const bool shown = tape.keep_ == Keep::shown;
  std::fill_n(tape.xh_.begin() + static_cast<std::ptrdiff_t>(tape.first_h_), state, 0.0F);
  std::fill_n(tape.c_.begin(), state, 0.0F);
  float *z = tape.z_.data(), *c = tape.c_.data(), *xh = tape.xh_.data();
  for (int t = 0; t < tape.T_; ++t, z += tape.gates_, xh += tape.input_) {
    nn::product(xh, batch, weights, parameters + b_, z);
    float* h = xh + tape.input_ + tape.first_h_;
    float* c_now = shown ? c + state : c;
    cell_forward({state, z, z + state, z + 2 * state, gates_ == 4 ? z + 3 * state : nullptr,
                  tape.forget_.data() + t * state, tape.pass_.data() + t * state, c, c_now, h,
                  shown ? tape.shown_.data() + 3 * t * state : nullptr});
    c = c_now;
    read_out(h, batch, units_, parameters + v_, parameters[b_y_], tape.y_.data() + static_cast<std::size_t>(t) * batch);
  }
}

double Network::loss(NetworkTape& tape) const {
  double sum = 0;
  for (std::size_t row = 0; row < tape.y_.size(); ++row) {
    const float error = tape.y_[row] - tape.target_[row];
    sum += static_cast<double>(tape.weight_[row]) * error * error;
    tape.dy_[row] = 2 * tape.weight_[row] * error;
  }
  return sum;
}

void Network::backward(const float* parameters, NetworkTape& tape, int truncate, float* gradient) const {
  const int batch = tape.batch_, columns = gates_ * units_, rows = inputs_ + units_;
  const std::size_t state = tape.state_;
  for (int j = 0; j < columns; ++j)
    for (int i = 0; i < units_; ++i)
      tape.transposed_[nn::place(columns, j, i)] = parameters[nn::place(rows, inputs_ + i, j)];
  std::fill(gradient + b_, gradient + size(), 0.0F);
  for (int t = tape.T_ - 1; t >= 0; --t) {
    float* z = tape.z_.data() + t * tape.gates_;
    const float* dy = tape.dy_.data() + static_cast<std::size_t>(t) * batch;
    const int after = tape.T_ - 1 - t;
    const bool cut = after == 0 || (truncate > 0 && after % truncate == 0);
    if (cut) {
      std::fill(tape.delta_h_.begin(), tape.delta_h_.end(), 0.0F);
      std::fill(tape.delta_c_.begin(), tape.delta_c_.end(), 0.0F);
    } else {
      nn::product(z + tape.gates_, batch, {tape.transposed_.data(), columns, units_, columns}, nullptr,
                  tape.delta_h_.data());
    }
    const StepBack step{batch,
                        units_,
                        z,
                        z + state,
                        z + 2 * state,
                        z + 3 * state,
                        tape.forget_.data() + t * state,
                        tape.pass_.data() + t * state,
                        tape.delta_h_.data(),
                        tape.delta_c_.data(),
                        dy,
                        parameters + v_};
    gates_ == 4 ? cell_backward<true>(step, gradient + b_) : cell_backward<false>(step, gradient + b_);
    const float* h = tape.xh_.data() + (t + 1) * tape.input_ + tape.first_h_;
    read_out_backward(h, batch, units_, dy, gradient + v_);
    for (int row = 0; row < batch; ++row) gradient[b_y_] += dy[row];
  }
  nn::product_of_columns({tape.xh_.data(), tape.input_}, {tape.z_.data(), tape.gates_}, tape.T_, batch, rows, columns,
                         gradient);
}

}  // namespace proofground::cifg
