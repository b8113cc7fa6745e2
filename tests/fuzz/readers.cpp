// Saved networks and trainings as somebody may have made them: what is read is refused with a sentence, or is a state that goes on and is
// saved as the same bytes. The frame (tag, version, checksum) is put around the fuzzer's bytes, which would else seldom get past it.
#include <algorithm>
#include <cstring>
#include <memory>

#include "bytes.h"
#include "cifg/network_file.h"
#include "cifg/trainer.h"
#include "core/bytes.h"
#include "core/require.h"

using namespace proofground;

namespace {

using Saved = std::vector<std::uint8_t>;

cifg::TrainSettings settings() {
  cifg::TrainSettings settings;
  settings.dh = 2;
  settings.batch = 2;
  return settings;
}
std::unique_ptr<const cifg::Task> task() { return cifg::make_task(cifg::Adding{.T = 4}, settings().seed); }

const Saved& training() {
  static const Saved saved = [] {
    cifg::Trainer trainer(task(), settings());
    trainer.advance(3);
    return trainer.save();
  }();
  return saved;
}

const Saved& network() {
  static const Saved saved = cifg::save_network(cifg::Trainer(task(), settings()).weights());
  return saved;
}

/// The checksum that belongs to the bytes before it.
void seal(Saved& saved) {
  if (saved.size() < 16) return;
  Fingerprint sum;
  sum.take(saved.data(), saved.size() - 8);
  const std::uint64_t value = sum.get();
  std::memcpy(saved.data() + saved.size() - 8, &value, sizeof value);
}

/// Edits of a good one: places and what is put there, and another length. Without its first byte the bytes are taken as they are.
Saved edited(fuzz::Bytes& bytes, const Saved& good) {
  Saved saved = good;
  if (bytes.below(8) == 0) saved.resize(bytes.byte() * 4);
  while (!bytes.empty()) {
    const std::size_t at = static_cast<std::size_t>(bytes.byte()) * 256 + bytes.byte();
    const int value = bytes.byte();
    if (!saved.empty()) saved[at % saved.size()] = static_cast<std::uint8_t>(value);
  }
  return saved;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  const int kind = bytes.below(4);
  const Saved& good = kind < 2 ? network() : training();
  Saved saved = edited(bytes, good);
  if (kind % 2 == 0) seal(saved);
  try {
    if (kind < 2) {
      const cifg::NetworkWeights weights = cifg::load_network(saved, "saved");
      fuzz::hold(cifg::save_network(weights) == saved, "a network is saved as it was read", 0);
      cifg::Trainer(task(), settings()).begin_with(weights);
    } else {
      cifg::Trainer trainer(task(), settings(), saved);
      fuzz::hold(trainer.save() == saved, "a training is saved as it was read", static_cast<double>(trainer.steps()));
      trainer.advance(2);
      const double error = trainer.evaluate().error;
      fuzz::hold(!(error < 0), "an error that is not negative", error);
    }
  } catch (const InvalidArgument&) {
    // Refused, with a sentence: as it should be.
  }
  return 0;
}
