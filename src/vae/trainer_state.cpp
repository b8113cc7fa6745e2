// Saving the training of a VAE and going on from what was saved.
//
//   "PGVT" 1  settings  counters  network  averaged  m  v
//
// Settings are those of each_setting(): all but the learning rate, which may change. The rest is written by
// nn/train_state.h and network.h, and the frame around it by core/bytes.h.
#include <array>
#include <cstdint>
#include <utility>

#include "core/require.h"
#include "vae/trainer.h"

namespace proofground::vae {
namespace {

constexpr std::array<char, 4> kTag{'P', 'G', 'V', 'T'};
constexpr std::uint32_t kVersion = 1;
constexpr const char* kField = "saved";

}  // namespace

/// What a saved state must share with the training that goes on from it. @param each WriteSame or RequireSame
template <class Each>
void Trainer::each_setting(const Each& each) const {
  each("x", data_fingerprint_);
  each("heldOut", static_cast<std::int32_t>(settings_.held_out));
  each("beta", settings_.beta);
  each("batch", static_cast<std::int32_t>(settings_.batch));
  each("emaDecay", settings_.ema_decay);
  each("seed", settings_.seed);
  each("mistake", static_cast<std::int32_t>(settings_.mistake));
}

std::vector<std::uint8_t> Trainer::save() const {
  ByteWriter out(kTag, kVersion);
  each_setting(nn::WriteSame{out});
  state_.write_counters(out);
  live_.write(out);
  state_.write_arrays(out, averaged_.weights());
  return out.finish();
}

Trainer::Trainer(TrainData data, const TrainSettings& settings, const std::vector<std::uint8_t>& saved)
    : Trainer(std::move(data), settings) {
  ByteReader in(saved, kTag, kVersion, kField);
  each_setting(nn::RequireSame{in, kField});
  state_.read_counters(in, kField);
  Network network = Network::read(in, kField);
  nn::require_same(network.shape() == settings.shape, kField, "shape");
  live_ = std::move(network);
  state_.read_arrays(
      in, averaged_.weights(), [&](const std::vector<float>& values) { return live_.is_padded_with_zeros(values); },
      kField);
  in.finish();
}

}  // namespace proofground::vae
