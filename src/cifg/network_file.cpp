#include "cifg/network_file.h"

#include <array>

#include "core/bytes.h"
#include "core/require.h"

namespace proofground::cifg {
namespace {

constexpr std::array<char, 4> kTag{'P', 'G', 'R', 'N'};
constexpr std::uint32_t kVersion = 1;
constexpr int kMostInputs = 64, kMostUnits = 512;

/// Every list of a network's weights, in the order of the file.
template <class Weights, class Each>
void each_list(Weights& weights, const Each& each) {
  for (auto* gate : {&weights.f, &weights.o, &weights.c, &weights.i})
    for (auto* list : {&gate->W, &gate->U, &gate->b}) each(*list);
  each(weights.V);
}

void resize(NetworkWeights& weights) {
  const auto dx = static_cast<std::size_t>(weights.shape.dx), dh = static_cast<std::size_t>(weights.shape.dh);
  for (NetworkWeights::Gate* gate : {&weights.f, &weights.o, &weights.c, &weights.i}) {
    if (gate == &weights.i && weights.shape.cell == CellKind::cifg) continue;
    gate->W.resize(dh * dx);
    gate->U.resize(dh * dh);
    gate->b.resize(dh);
  }
  weights.V.resize(dh);
}

}  // namespace

std::vector<std::uint8_t> save_network(const NetworkWeights& weights) {
  ByteWriter out(kTag, kVersion);
  out.value(static_cast<std::int32_t>(weights.shape.cell));
  out.value(static_cast<std::int32_t>(weights.shape.dx));
  out.value(static_cast<std::int32_t>(weights.shape.dh));
  each_list(weights, [&](const std::vector<float>& list) { out.floats(list); });
  out.value(weights.b_y);
  return out.finish();
}

NetworkWeights load_network(const std::vector<std::uint8_t>& bytes, const char* field) {
  ByteReader in(bytes, kTag, kVersion, field);
  NetworkWeights weights;
  const auto cell = in.value<std::int32_t>();
  require(cell == 0 || cell == 1, field, "a CIFG-LSTM or a standard LSTM", cell);
  weights.shape = {cell == 0 ? CellKind::cifg : CellKind::lstm, in.value<std::int32_t>(), in.value<std::int32_t>()};
  require(weights.shape.dx >= 1 && weights.shape.dx <= kMostInputs, field, "1 to 64 inputs", weights.shape.dx);
  require(weights.shape.dh >= 1 && weights.shape.dh <= kMostUnits, field, "1 to 512 units", weights.shape.dh);
  const auto count = static_cast<std::size_t>(parameter_count(weights.shape));
  require(in.left() == count * sizeof(float), field, "as many weights as the sizes say",
          static_cast<double>(in.left()));
  resize(weights);
  each_list(weights, [&](std::vector<float>& list) { in.floats(list); });
  std::vector<float> b_y(1);
  in.floats(b_y);
  weights.b_y = b_y[0];
  in.finish();
  return weights;
}

}  // namespace proofground::cifg
