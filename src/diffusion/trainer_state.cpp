// Saving a trainer and going on from what was saved.
//
//   "PGTR" 1  settings  counters  network  averaged  m  v
//
// Settings are those of each_setting(): all but the learning rate, which may change. The rest is written by
// nn/train_state.h and denoiser.h, and the frame around it by core/bytes.h.
#include <array>
#include <cstdint>
#include <utility>

#include "core/require.h"
#include "diffusion/trainer.h"

namespace proofground::diffusion {
namespace {

constexpr std::array<char, 4> kTag{'P', 'G', 'T', 'R'};
constexpr std::uint32_t kVersion = 1;
constexpr const char* kField = "saved";

}  // namespace

/// What a saved state must share with the training that goes on from it. @param each WriteSame or RequireSame
template <class Each>
void Trainer::each_setting(const Each& each) const {
  each("data", data_fingerprint_);
  each("schedule", schedule_fingerprint_);
  each("batch", static_cast<std::int32_t>(settings_.batch));
  each("emaDecay", settings_.ema_decay);
  each("loss", static_cast<std::int32_t>(settings_.loss));
  each("asPrinted", static_cast<std::int32_t>(settings_.as_printed));
  each("seed", settings_.seed);
}

std::vector<std::uint8_t> Trainer::save() const {
  ByteWriter out(kTag, kVersion);
  each_setting(nn::WriteSame{out});
  state_.write_counters(out);
  live_.write(out);
  state_.write_arrays(out, averaged_.weights());
  return out.finish();
}

Trainer::Trainer(const Mixture& data, const Schedule& schedule, const TrainSettings& settings,
                 const std::vector<std::uint8_t>& saved)
    : Trainer(data, schedule, settings) {
  ByteReader in(saved, kTag, kVersion, kField);
  each_setting(nn::RequireSame{in, kField});
  state_.read_counters(in, kField);
  Denoiser network = Denoiser::read(in, kField);
  nn::require_same(network.shape() == settings.shape, kField, "shape");
  nn::require_same(network.frequencies() == live_.frequencies(), kField, "frequencies");
  live_ = std::move(network);
  state_.read_arrays(in, averaged_.weights(), live_.mlp().layers(), kField);
  in.finish();
}

}  // namespace proofground::diffusion
