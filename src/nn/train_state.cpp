#include "nn/train_state.h"

#include <string>

#include "core/require.h"

namespace proofground::nn {
namespace {

constexpr std::int64_t kMostSteps = 1LL << 53;  // whole numbers up to it are exact in double

double read_power(ByteReader& in, const char* field) {
  const auto value = in.value<double>();
  require(value >= 0 && value <= 1, field, "powers from 0 to 1", value);
  return value;
}

Rng read_generator(ByteReader& in, const char* field) {
  Rng::State state;
  for (std::uint64_t& word : state.words) word = in.value<std::uint64_t>();
  state.spare = in.value<double>();
  state.has_spare = in.value<std::int32_t>() != 0;
  try {
    return Rng(state);
  } catch (const InvalidArgument& error) {
    throw InvalidArgument(field, error.expected(), error.got());
  }
}

}  // namespace

void TrainState::step(double rate, const float* gradient, std::vector<float>& weights, std::vector<float>& averaged) {
  adam.step(rate, gradient, weights.data());
  mean.take(weights.data(), averaged.data(), weights.size());
  ++steps;
}

void TrainState::write_counters(ByteWriter& out) const {
  out.value(steps);
  out.value(adam.power1);
  out.value(adam.power2);
  out.value(mean.power);
  const Rng::State state = rng.state();
  for (const std::uint64_t word : state.words) out.value(word);
  out.value(state.spare);
  out.value(static_cast<std::int32_t>(state.has_spare));
}

void TrainState::write_arrays(ByteWriter& out, const std::vector<float>& averaged) const {
  out.floats(averaged);
  out.floats(adam.m);
  out.floats(adam.v);
}

void TrainState::read_counters(ByteReader& in, const char* field) {
  steps = in.value<std::int64_t>();
  require(steps >= 0 && steps <= kMostSteps, field, "steps from 0 to 2^53", static_cast<double>(steps));
  adam.power1 = read_power(in, field);
  adam.power2 = read_power(in, field);
  mean.power = read_power(in, field);
  rng = read_generator(in, field);
}

void TrainState::read_arrays(ByteReader& in, std::vector<float>& averaged, const std::vector<Dense>& layers,
                             const char* field) {
  read_arrays(
      in, averaged, [&](const std::vector<float>& values) { return are_padded_with_zeros(layers, values); }, field);
}

void TrainState::read_arrays(ByteReader& in, std::vector<float>& averaged,
                             const std::function<bool(const std::vector<float>&)>& is_padded, const char* field) {
  for (std::vector<float>* values : {&averaged, &adam.m, &adam.v}) {
    in.floats(*values);
    require(is_padded(*values), field, "zeros as padding", "other numbers");
  }
  for (const float value : adam.v) require(value >= 0, field, "squares of at least 0", value);
}

void require_same(bool same, const char* field, const char* what) {
  require(same, field, (std::string("a state of the same ") + what).c_str(), "one of another");
}

}  // namespace proofground::nn
