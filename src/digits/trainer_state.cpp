// Saving a trainer and going on from what was saved.
//
//   "PGDT" 1  settings  counters  network  averaged  m  v
//
// Settings are those of each_setting(): all but the learning rate, which may change. The rest is written by
// nn/train_state.h and denoiser.h, and the frame around it by core/bytes.h.
#include <array>
#include <cstdint>
#include <utility>

#include "digits/trainer.h"

namespace proofground::digits {
namespace {

constexpr std::array<char, 4> kTag{'P', 'G', 'D', 'T'};
constexpr std::uint32_t kVersion = 1;
constexpr const char* kField = "saved";

}  // namespace

/// What a saved state must share with the training that goes on from it. @param each WriteSame or RequireSame
template <class Each>
void Trainer::each_setting(const Each& each) const {
  each("images", data_fingerprint_);
  each("schedule", schedule_fingerprint_);
  each("first network", begin_fingerprint_);
  each("labelDropout", settings_.label_dropout);
  each("batch", static_cast<std::int32_t>(settings_.batch));
  each("emaDecay", settings_.ema_decay);
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

Trainer::Trainer(const Images& data, const diffusion::Schedule& schedule, const TrainSettings& settings,
                 const std::optional<Denoiser>& begin, const std::vector<std::uint8_t>& saved)
    : Trainer(data, schedule, settings, begin) {
  ByteReader in(saved, kTag, kVersion, kField);
  each_setting(nn::RequireSame{in, kField});
  state_.read_counters(in, kField);
  Denoiser network = Denoiser::read(in, kField);
  nn::require_same(network.shape() == settings.shape, kField, "shape");
  live_ = std::move(network);
  state_.read_arrays(in, averaged_.weights(), live_.mlp().layers(), kField);
  in.finish();
}

}  // namespace proofground::digits
