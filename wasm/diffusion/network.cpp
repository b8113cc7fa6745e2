#include "wasm/diffusion/network.h"

#include <string>
#include <utility>

#include "diffusion/quality.h"
#include "wasm/core/request.h"
#include "wasm/diffusion/input.h"

namespace proofground::border {
namespace {

using diffusion::Denoiser;
using diffusion::NoiseSource;
using diffusion::SampleMethod;
using diffusion::SampleSettings;
using diffusion::Schedule;

/// Draws over which an oracle's best variance is averaged.
constexpr int kDrawsForVariance = 1000;

diffusion::DenoiserShape read_shape(const Fields& fields) {
  return fields.check([&] {
    diffusion::DenoiserShape shape;
    shape.d = fields.integer("d", 1, 16);
    shape.embedding = static_cast<diffusion::Embedding>(
        choice(fields, "embedding", {"sinusoidal", "fourier"}, "sinusoidal or fourier"));
    shape.features = fields.integer("features", 2, 256);
    shape.width = fields.integer("width", 1, 512);
    shape.depth = fields.integer("depth", 1, 8);
    diffusion::require_valid(shape);
    return shape;
  });
}

/// @param d coordinates of the request  @param places how many at once
std::unique_ptr<NoiseSource> read_source(const Fields& fields, const Schedule& schedule, int d, double places,
                                         std::uint64_t seed) {
  return fields.check([&]() -> std::unique_ptr<NoiseSource> {
    if (choice(fields, "kind", {"oracle", "network"}, "oracle or network") == 0) {
      const diffusion::Mixture data = read_distribution(fields.object("data"));
      require(data.d == d, "data.d", "the request's d", data.d);
      require_affordable(places, diffusion::Oracle(data), "data");
      return diffusion::oracle_source(data, schedule, kDrawsForVariance, seed);
    }
    Denoiser network = Denoiser::load(fields.bytes("network"), "network");
    require(network.shape().d == d, "network", "a network of the request's d", network.shape().d);
    return diffusion::network_source(std::move(network), schedule);
  });
}

void read_method(const Fields& fields, int T, SampleSettings& settings) {
  fields.check([&] {
    settings.method =
        static_cast<SampleMethod>(choice(fields, "kind", {"ancestral", "ddim", "flow"}, "ancestral, ddim or flow"));
    if (settings.method == SampleMethod::ancestral) {
      settings.variance = static_cast<diffusion::ReverseVariance>(
          choice(fields, "variance", {"posterior", "forward", "optimal"}, "posterior, forward or optimal"));
      return 0;
    }
    if (settings.method == SampleMethod::ddim) settings.eta = fields.number("eta");
    settings.steps = fields.integer("steps", 1, T);
    return 0;
  });
}

}  // namespace

std::unique_ptr<diffusion::Trainer> start_training(const val& request, const val& saved) {
  const Fields fields(request, "");
  const diffusion::Mixture data = read_distribution(fields.object("data"));
  const Schedule schedule = read_schedule(fields.object("schedule"));
  diffusion::TrainSettings settings;
  settings.shape = read_shape(fields.object("shape"));
  settings.batch = fields.integer("batch", 1, 8192);
  settings.learning_rate = fields.number("learningRate");
  settings.ema_decay = fields.number("emaDecay");
  settings.loss = static_cast<diffusion::Loss>(choice(fields, "loss", {"simple", "elbo"}, "simple or elbo"));
  settings.as_printed = fields.flag_or("asPrinted", false);
  settings.seed = required_seed(fields);
  if (saved.isUndefined()) return std::make_unique<diffusion::Trainer>(data, schedule, settings);
  return std::make_unique<diffusion::Trainer>(data, schedule, settings, read_bytes(saved, "saved"));
}

std::unique_ptr<diffusion::Sampler> start_sampling(const val& request) {
  const Fields fields(request, "");
  const Schedule schedule = read_schedule(fields.object("schedule"));
  const int d = fields.integer("d", 1, kMostCoordinates);
  SampleSettings settings;
  read_method(fields.object("method"), schedule.T(), settings);
  settings.count = read_count(fields, "count", d);
  settings.seed = required_seed(fields);
  // The draws for the best variance are not the particles.
  auto source = read_source(fields.object("eps"), schedule, d, settings.count + kDrawsForVariance, settings.seed + 1);
  return std::make_unique<diffusion::Sampler>(schedule, std::move(source), settings);
}

std::vector<double> eps_of(const val& request) {
  const Fields fields(request, "");
  const Schedule schedule = read_schedule(fields.object("schedule"));
  const int d = fields.integer("d", 1, kMostCoordinates);
  const int t = fields.integer("t", 1, schedule.T());
  const std::vector<double> x = read_places(fields, "x", d);
  return read_source(fields.object("eps"), schedule, d, static_cast<double>(x.size()) / d, 1)->eps(x, t);
}

val quality_of(const val& request) {
  const Fields fields(request, "");
  const std::vector<double> x = fields.numbers("x"), y = fields.numbers("y");
  const int d = fields.integer("d", 1, kMostCoordinates);
  const int projections = fields.integer("projections", 1, 10'000);
  const double sliced = diffusion::sliced_wasserstein(x, y, d, projections, required_seed(fields));
  const diffusion::EnergyDistance energy = diffusion::energy_distance(x, y, d);
  Result out;
  out.number("slicedWasserstein", sliced).number("energy", energy.unbiased).number("energyOfAll", energy.of_all);
  return out.get();
}

}  // namespace proofground::border
