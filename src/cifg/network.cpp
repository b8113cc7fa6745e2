#include "cifg/network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/require.h"
#include "nn/panels.h"

namespace proofground::cifg {
namespace {

constexpr int kMostInputs = 64, kMostUnits = 512;
constexpr std::array kNames{"f", "o", "c", "i"};

std::array<const NetworkWeights::Gate*, 4> gates_of(const NetworkWeights& weights) {
  return {&weights.f, &weights.o, &weights.c, &weights.i};
}
std::array<NetworkWeights::Gate*, 4> gates_of(NetworkWeights& weights) {
  return {&weights.f, &weights.o, &weights.c, &weights.i};
}

int gate_count(CellKind cell) { return cell == CellKind::cifg ? 3 : 4; }

void require_numbers(const std::vector<float>& values, int count, const std::string& field) {
  require(values.size() == static_cast<std::size_t>(count), field.c_str(), (std::to_string(count) + " numbers").c_str(),
          static_cast<double>(values.size()));
  for (const float value : values) require(std::isfinite(value), field.c_str(), "finite numbers", value);
}

/// Copies rows into panels. @param from (rows x columns), row-major
void to_panels(const float* from, int rows, int columns, float* to) {
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) to[nn::place(rows, r, c)] = *from++;
}

}  // namespace

int parameter_count(const NetworkShape& shape) {
  return gate_count(shape.cell) * shape.dh * (shape.dx + shape.dh + 1) + shape.dh + 1;
}

Network::Network(const NetworkShape& shape)
    : shape_(shape), gates_(gate_count(shape.cell)), inputs_(nn::padded(shape.dx)), units_(nn::padded(shape.dh)) {
  require(shape.dx >= 1 && shape.dx <= kMostInputs, "dx", "an integer from 1 to 64", shape.dx);
  require(shape.dh >= 1 && shape.dh <= kMostUnits, "dh", "an integer from 1 to 512", shape.dh);
  b_ = nn::panel_size(inputs_ + units_, gates_ * units_);
  v_ = b_ + static_cast<std::size_t>(gates_) * units_;
  b_y_ = v_ + units_;
}

std::size_t Network::w_at(int k, int unit, int input) const {
  return nn::place(inputs_ + units_, input, k * units_ + unit);
}
std::size_t Network::u_at(int k, int unit, int from) const {
  return nn::place(inputs_ + units_, inputs_ + from, k * units_ + unit);
}
std::size_t Network::b_at(int k, int unit) const { return b_ + static_cast<std::size_t>(k) * units_ + unit; }

void Network::initialise(Rng& rng, double forget_bias, float* parameters) const {
  const auto [cell, dx, dh] = shape_;
  std::fill_n(parameters, size(), 0.0F);
  const auto draw = [&](int inputs) {
    const double limit = std::sqrt(3.0 / inputs);
    return static_cast<float>(rng.uniform(-limit, limit));
  };
  const auto draw_gate = [&](int k, double bias) {
    for (int j = 0; j < dh; ++j)
      for (int l = 0; l < dx; ++l) parameters[w_at(k, j, l)] = draw(dx);
    for (int j = 0; j < dh; ++j)
      for (int l = 0; l < dh; ++l) parameters[u_at(k, j, l)] = draw(dh);
    for (int j = 0; j < dh; ++j) parameters[b_at(k, j)] = static_cast<float>(bias);
  };
  draw_gate(0, forget_bias);
  draw_gate(1, 0);
  draw_gate(2, 0);
  for (int j = 0; j < dh; ++j) parameters[v_ + j] = draw(dh);
  if (cell == CellKind::lstm) draw_gate(3, -forget_bias);
}

NetworkWeights Network::weights(const float* parameters) const {
  const auto [cell, dx, dh] = shape_;
  NetworkWeights weights;
  weights.shape = shape_;
  const auto gates = gates_of(weights);
  for (int k = 0; k < gates_; ++k) {
    for (int j = 0; j < dh; ++j) {
      for (int l = 0; l < dx; ++l) gates[k]->W.push_back(parameters[w_at(k, j, l)]);
      for (int l = 0; l < dh; ++l) gates[k]->U.push_back(parameters[u_at(k, j, l)]);
      gates[k]->b.push_back(parameters[b_at(k, j)]);
    }
  }
  weights.V.assign(parameters + v_, parameters + v_ + dh);
  weights.b_y = parameters[b_y_];
  return weights;
}

void Network::set_weights(const NetworkWeights& weights, float* parameters) const {
  const auto [cell, dx, dh] = shape_;
  require(weights.shape.cell == cell, "cell", "the network's", "another one");
  require(weights.shape.dx == dx, "dx", std::to_string(dx).c_str(), weights.shape.dx);
  require(weights.shape.dh == dh, "dh", std::to_string(dh).c_str(), weights.shape.dh);
  const auto gates = gates_of(weights);
  for (std::size_t k = 0; k < gates.size(); ++k) {
    const bool there = static_cast<int>(k) < gates_;
    require_numbers(gates[k]->W, there ? dh * dx : 0, std::string("W_") + kNames[k]);
    require_numbers(gates[k]->U, there ? dh * dh : 0, std::string("U_") + kNames[k]);
    require_numbers(gates[k]->b, there ? dh : 0, std::string("b_") + kNames[k]);
  }
  require_numbers(weights.V, dh, "V");
  require_numbers({weights.b_y}, 1, "b_y");

  std::fill_n(parameters, size(), 0.0F);
  for (int k = 0; k < gates_; ++k) {
    for (int j = 0; j < dh; ++j) {
      for (int l = 0; l < dx; ++l) parameters[w_at(k, j, l)] = gates[k]->W[j * dx + l];
      for (int l = 0; l < dh; ++l) parameters[u_at(k, j, l)] = gates[k]->U[j * dh + l];
      parameters[b_at(k, j)] = gates[k]->b[j];
    }
  }
  std::copy(weights.V.begin(), weights.V.end(), parameters + v_);
  parameters[b_y_] = weights.b_y;
}

bool Network::is_padded_with_zeros(const float* parameters) const {
  const auto zeros = [&](std::size_t from, std::size_t to) {
    return std::all_of(parameters + from, parameters + to, [](float value) { return value == 0; });
  };
  const int rows = inputs_ + units_;
  for (int k = 0; k < gates_; ++k) {
    for (int j = 0; j < units_; ++j) {
      for (int r = 0; r < rows; ++r) {
        const bool used = j < shape_.dh && (r < inputs_ ? r < shape_.dx : r - inputs_ < shape_.dh);
        if (!used && parameters[nn::place(rows, r, k * units_ + j)] != 0) return false;
      }
    }
    if (!zeros(b_at(k, shape_.dh), b_at(k, units_))) return false;
  }
  return zeros(v_ + shape_.dh, b_y_) && zeros(b_y_ + 1, size());
}

NetworkTape::NetworkTape(const Network& network, int T, int batch, Keep keep)
    : T_(T),
      batch_(batch),
      dx_(network.shape_.dx),
      dh_(network.shape_.dh),
      keep_(keep),
      first_h_(nn::panel_size(batch, network.inputs_)),
      input_(nn::panel_size(batch, network.inputs_ + network.units_)),
      gates_(nn::panel_size(batch, network.gates_ * network.units_)),
      state_(nn::panel_size(batch, network.units_)) {
  require(T >= 1, "T", "1 or more", T);
  require(batch >= 1, "batch", "1 or more", batch);
  const auto steps = static_cast<std::size_t>(T);
  xh_.resize((steps + 1) * input_);
  z_.resize(steps * gates_);
  forget_.resize(steps * state_);
  pass_.resize(steps * state_);
  c_.resize(keep == Keep::shown ? (steps + 1) * state_ : state_);
  if (keep == Keep::shown) shown_.resize(steps * 3 * state_);
  delta_h_.resize(state_);
  delta_c_.resize(state_);
  transposed_.resize(nn::panel_size(network.gates_ * network.units_, network.units_));
  for (std::vector<float>* values : {&target_, &weight_, &y_, &dy_}) values->resize(steps * batch);
}

void NetworkTape::set(const Sequences& sequences) {
  require(sequences.T == T_, "T", std::to_string(T_).c_str(), sequences.T);
  require(sequences.batch == batch_, "batch", std::to_string(batch_).c_str(), sequences.batch);
  const std::size_t rows = target_.size();
  const auto one_each = [](const std::vector<float>& values, std::size_t count, const char* field) {
    require(values.size() == count, field, "one number for each step of each sequence",
            static_cast<double>(values.size()));
  };
  one_each(sequences.x, rows * dx_, "x");
  one_each(sequences.target, rows, "target");
  one_each(sequences.weight, rows, "weight");
  for (int t = 0; t < T_; ++t)
    to_panels(sequences.x.data() + static_cast<std::size_t>(t) * batch_ * dx_, batch_, dx_, xh_.data() + t * input_);
  std::copy(sequences.target.begin(), sequences.target.end(), target_.begin());
  std::copy(sequences.weight.begin(), sequences.weight.end(), weight_.begin());
}

void NetworkTape::copy(Shown what, int t, int sequence, float* to) const {
  require(t >= 0 && t < T_, "t", "a step", t);
  require(sequence >= 0 && sequence < batch_, "sequence", "one of the batch", sequence);
  require(keep_ == Keep::shown || what == Shown::f || what == Shown::h, "what", "what the tape keeps", "another");
  const float* from = nullptr;
  switch (what) {
    case Shown::f:
      from = forget_.data() + t * state_;
      break;
    case Shown::i:
    case Shown::o:
    case Shown::c_tilde:
      from = shown_.data() + (3 * t + (what == Shown::i ? 0 : what == Shown::o ? 1 : 2)) * state_;
      break;
    case Shown::c:
      from = c_.data() + (t + 1) * state_;
      break;
    case Shown::h:
      from = xh_.data() + (t + 1) * input_ + first_h_;
      break;
  }
  for (int j = 0; j < dh_; ++j) to[j] = from[nn::place(batch_, sequence, j)];
}

}  // namespace proofground::cifg
