// Saving a training of a recurrent network and going on from what was saved.
//
//   "PGRT" 1  settings  counters  weights  m  v
//
// Settings are those of each_setting(): all but the learning rate and the clip, which may change. The rest is written by
// nn/train_state.h, and the frame around it by core/bytes.h.
#include <array>
#include <cstdint>
#include <utility>

#include "cifg/trainer.h"

namespace proofground::cifg {
namespace {

constexpr std::array<char, 4> kTag{'P', 'G', 'R', 'T'};
constexpr std::uint32_t kVersion = 1;
constexpr const char* kField = "saved";

}  // namespace

/// What a saved state must share with the training that goes on from it. @param each WriteSame or RequireSame
template <class Each>
void Trainer::each_setting(const Each& each) const {
  each("task", task_->fingerprint());
  each("cell", static_cast<std::int32_t>(settings_.cell));
  each("dh", static_cast<std::int32_t>(settings_.dh));
  each("batch", static_cast<std::int32_t>(settings_.batch));
  each("truncate", static_cast<std::int32_t>(settings_.truncate));
  each("forgetBias", settings_.forget_bias);
  each("seed", settings_.seed);
}

std::vector<std::uint8_t> Trainer::save() const {
  ByteWriter out(kTag, kVersion);
  each_setting(nn::WriteSame{out});
  state_.write_counters(out);
  state_.write_arrays(out, weights_);
  return out.finish();
}

Trainer::Trainer(std::unique_ptr<const Task> task, const TrainSettings& settings,
                 const std::vector<std::uint8_t>& saved)
    : Trainer(std::move(task), settings) {
  ByteReader in(saved, kTag, kVersion, kField);
  each_setting(nn::RequireSame{in, kField});
  state_.read_counters(in, kField);
  const auto is_padded = [&](const std::vector<float>& values) { return network_.is_padded_with_zeros(values.data()); };
  state_.read_arrays(in, weights_, is_padded, kField);
  in.finish();
}

}  // namespace proofground::cifg
