// Saving a trainer and going on from what was saved.
#include <array>
#include <cmath>

#include "core/require.h"
#include "diffusion/trainer.h"

namespace proofground::diffusion {
namespace {

constexpr std::array<char, 4> kTag{'P', 'G', 'T', 'R'};
constexpr std::uint32_t kVersion = 1;
constexpr const char* kField = "saved";

void require_same(bool same, const char* what) {
  require(same, kField, (std::string("a state of the same ") + what).c_str(), "one of another");
}

double share_in(ByteReader& in) {
  const auto value = in.value<double>();
  require(value >= 0 && value <= 1, kField, "powers from 0 to 1", value);
  return value;
}

}  // namespace

void Trainer::write_settings(ByteWriter& out) const {
  out.value(data_mark_);
  out.value(schedule_mark_);
  out.value(static_cast<std::int32_t>(settings_.batch));
  out.value(settings_.ema_decay);
  out.value(static_cast<std::int32_t>(settings_.loss));
  out.value(static_cast<std::int32_t>(settings_.as_printed));
  out.value(settings_.seed);
}

void Trainer::require_same_settings(ByteReader& in) const {
  require_same(in.value<std::uint64_t>() == data_mark_, "data");
  require_same(in.value<std::uint64_t>() == schedule_mark_, "schedule");
  require_same(in.value<std::int32_t>() == settings_.batch, "batch");
  require_same(in.value<double>() == settings_.ema_decay, "emaDecay");
  require_same(in.value<std::int32_t>() == static_cast<int>(settings_.loss), "loss");
  require_same(in.value<std::int32_t>() == static_cast<int>(settings_.as_printed), "asPrinted");
  require_same(in.value<std::uint64_t>() == settings_.seed, "seed");
}

std::vector<std::uint8_t> Trainer::save() const {
  ByteWriter out(kTag, kVersion);
  write_settings(out);
  out.value(steps_);
  out.value(adam_.power1);
  out.value(adam_.power2);
  out.value(mean_.power);
  const Rng::State rng = rng_.state();
  for (const std::uint64_t word : rng.words) out.value(word);
  out.value(rng.spare);
  out.value(static_cast<std::int32_t>(rng.has_spare));
  live_.write(out);
  out.floats(averaged_.weights());
  out.floats(adam_.m);
  out.floats(adam_.v);
  return out.finish();
}

Trainer::Trainer(const Mixture& data, const Schedule& schedule, const TrainSettings& settings,
                 const std::vector<std::uint8_t>& saved)
    : Trainer(data, schedule, settings) {
  ByteReader in(saved, kTag, kVersion, kField);
  require_same_settings(in);
  steps_ = in.value<std::int64_t>();
  require(steps_ >= 0 && steps_ <= 1LL << 53, kField, "steps from 0 to 2^53", static_cast<double>(steps_));
  adam_.power1 = share_in(in);
  adam_.power2 = share_in(in);
  mean_.power = share_in(in);
  Rng::State rng;
  for (std::uint64_t& word : rng.words) word = in.value<std::uint64_t>();
  rng.spare = in.value<double>();
  rng.has_spare = in.value<std::int32_t>() != 0;
  try {
    rng_ = Rng(rng);
  } catch (const InvalidArgument& error) {
    throw InvalidArgument(kField, error.expected(), error.got());
  }
  Denoiser network = Denoiser::read(in, kField);
  require_same(network.shape() == settings.shape, "shape");
  require_same(network.frequencies() == live_.frequencies(), "frequencies");
  live_ = std::move(network);
  for (std::vector<float>* values : {&averaged_.weights(), &adam_.m, &adam_.v}) {
    in.floats(*values);
    require(live_.mlp().is_padded_with_zeros(*values), kField, "zeros as padding", "other numbers");
  }
  for (const float value : adam_.v) require(value >= 0, kField, "squares of at least 0", value);
  in.finish();
}

}  // namespace proofground::diffusion
