#include "wasm/digits/diffusion.h"

#include <optional>
#include <utility>

#include "digits/inversion.h"
#include "digits/packed.h"
#include "wasm/core/request.h"
#include "wasm/schedule/input.h"

namespace proofground::border {
namespace {

using diffusion::Schedule;
using digits::Denoiser;

/// Labels are looked at in the core.
constexpr int kMostClasses = 32;

digits::Images read_images(const Fields& fields) {
  return {fields.numbers("images"), fields.integers("labels", 0, kMostClasses)};
}

std::vector<int> read_classes(const Fields& fields) {
  return fields.integers("classes", digits::kNoClass, kMostClasses);
}

void read_method(const Fields& fields, int T, digits::SampleSettings& settings) {
  fields.check([&] {
    if (choice(fields, "kind", {"ancestral", "ddim"}, "ancestral or ddim") == 0) {
      settings.method = diffusion::SampleMethod::ancestral;
      settings.variance = static_cast<diffusion::ReverseVariance>(
          choice(fields, "variance", {"posterior", "forward"}, "posterior or forward"));
    } else {
      settings.method = diffusion::SampleMethod::ddim;
      settings.eta = fields.number("eta");
      settings.steps = fields.integer("steps", 1, T);
    }
    return 0;
  });
}

}  // namespace

std::unique_ptr<digits::Trainer> start_digits_training(const val& request, const val& saved) {
  const Fields fields(request, "");
  const digits::Images images = read_images(fields);
  const Schedule schedule = read_schedule(fields.object("schedule"));
  digits::TrainSettings settings;
  settings.shape.d = fields.integer("d", 1, 256);
  settings.shape.classes = fields.integer("classes", 1, kMostClasses);
  settings.shape.features = fields.integer("features", 2, 256);
  settings.shape.width = fields.integer("width", 1, 512);
  settings.shape.depth = fields.integer("depth", 1, 8);
  settings.label_dropout = fields.number("labelDropout");
  settings.batch = fields.integer("batch", 1, 8192);
  settings.learning_rate = fields.number("learningRate");
  settings.ema_decay = fields.number("emaDecay");
  settings.seed = required_seed(fields);
  std::optional<Denoiser> begin;
  if (fields.has("network")) begin = digits::read_network(fields.bytes("network"), "network");
  if (saved.isUndefined()) return std::make_unique<digits::Trainer>(images, schedule, settings, begin);
  return std::make_unique<digits::Trainer>(images, schedule, settings, begin, read_bytes(saved, "saved"));
}

std::vector<double> digits_errors(digits::Trainer& trainer, const val& request) {
  const Fields fields(request, "");
  return trainer.errors(read_images(fields), fields.integers("at", 1, trainer.T()),
                        fields.integer("draws", 1, 1'000'000));
}

std::unique_ptr<digits::Sampler> start_digits_sampling(const val& request) {
  const Fields fields(request, "");
  Denoiser network = digits::read_network(fields.bytes("network"), "network");
  const Schedule schedule = read_schedule(fields.object("schedule"));
  digits::SampleSettings settings;
  read_method(fields.object("method"), schedule.T(), settings);
  settings.classes = read_classes(fields);
  settings.guidance = fields.number("guidance");
  settings.seed = required_seed(fields);
  if (fields.has("start")) settings.start = fields.numbers("start");
  if (fields.has("known")) {
    const Fields known = fields.object("known");
    settings.known = {known.numbers("images"), known.numbers("mask")};
  }
  return std::make_unique<digits::Sampler>(std::move(network), schedule, settings);
}

std::vector<double> digits_inverted(const val& request) {
  const Fields fields(request, "");
  const Denoiser network = digits::read_network(fields.bytes("network"), "network");
  const Schedule schedule = read_schedule(fields.object("schedule"));
  return digits::inverted(network, schedule, fields.numbers("images"), read_classes(fields),
                          fields.number_or("guidance", 1), fields.integer("steps", 1, schedule.T()));
}

std::vector<double> digits_arc(const val& request) {
  const Fields fields(request, "");
  return digits::arc(fields.numbers("from"), fields.numbers("to"), fields.integer("count", 2, 1000));
}

}  // namespace proofground::border
