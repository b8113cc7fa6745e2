#include "wasm/vae/train.h"

#include <climits>
#include <string>
#include <utility>

#include "diffusion/datasets.h"
#include "vae/evidence.h"
#include "vae/overlap.h"
#include "vae/posterior.h"
#include "wasm/core/request.h"

namespace proofground::border {
namespace {

using vae::Network;

/// Most places that are decoded, and points of a toy data set, at once.
constexpr int kMostPlaces = 1 << 16;

vae::Likelihood likelihood_of(const Fields& fields) {
  const bool gaussian = choice(fields, "likelihood", {"bernoulli", "gaussian"}, "bernoulli or gaussian") == 1;
  return gaussian ? vae::Likelihood::gaussian : vae::Likelihood::bernoulli;
}

vae::TrainMistake mistake_of(const Fields& fields) {
  if (!fields.has("mistake")) return vae::TrainMistake::none;
  // In the order of TrainMistake.
  return static_cast<vae::TrainMistake>(choice(fields, "mistake",
                                               {"", "kl-mean", "sigma", "kept-eps", "kl-sign", "no-variance"},
                                               "kl-mean, sigma, kept-eps, kl-sign, no-variance or \"\""));
}

std::vector<int> labels_of(const Fields& fields) {
  return fields.has("labels") ? fields.integers("labels", 0, INT_MAX) : std::vector<int>();
}

vae::Window window_of(const Fields& fields) {
  const Fields window = fields.object("window");
  return window.check([&] {
    const vae::Window given{window.number("x0"),
                            window.number("y0"),
                            window.number("width"),
                            window.number("height"),
                            window.integer("columns", 1, INT_MAX),
                            window.integer("rows", 1, INT_MAX)};
    vae::require_valid(given);
    return given;
  });
}

Network network_of(const Fields& fields) { return Network::load(fields.bytes("network"), "network"); }

int draws_of(const Fields& fields) { return fields.integer("draws", 2, 10'000); }
vae::Exact exact_of(const Fields& fields) { return fields.flag_or("exact", true) ? vae::Exact::yes : vae::Exact::no; }

val terms(const vae::Terms& terms) {
  Result out;
  out.number("elbo", terms.elbo).number("reconstruction", terms.reconstruction).number("kl", terms.kl);
  return out.get();
}

val to_js(const vae::Evaluation& evaluation) {
  Result sampled(terms(evaluation.sampled)), out;
  sampled.number("error", evaluation.error);
  out.value("sampled", sampled.get()).value("exact", evaluation.exact ? terms(*evaluation.exact) : val::null());
  out.doubles("klPerDimension", evaluation.kl_per_dimension);
  return out.get();
}

}  // namespace

std::unique_ptr<vae::Trainer> start_vae_training(const val& request, const val& saved) {
  const Fields fields(request, "");
  vae::TrainSettings settings;
  vae::NetworkShape& shape = settings.shape;
  shape.dx = fields.integer("dx", 1, INT_MAX);
  shape.dz = fields.integer("dz", 1, INT_MAX);
  shape.width = fields.integer("width", 1, INT_MAX);
  shape.depth = fields.integer("depth", 0, INT_MAX);
  shape.likelihood = likelihood_of(fields);
  shape.noise_var = shape.likelihood == vae::Likelihood::gaussian ? fields.number("noiseVar") : 1;
  vae::TrainData data{fields.numbers("x"), labels_of(fields)};
  shape.classes = data.labels.empty() ? 0 : fields.integer("classes", 2, INT_MAX);
  settings.held_out = fields.integer("heldOut", 1, INT_MAX);
  settings.beta = fields.number("beta");
  settings.batch = fields.integer("batch", 1, INT_MAX);
  settings.learning_rate = fields.number("learningRate");
  settings.ema_decay = fields.number("emaDecay");
  settings.seed = required_seed(fields);
  settings.mistake = mistake_of(fields);
  if (saved.isUndefined()) return std::make_unique<vae::Trainer>(std::move(data), settings);
  return std::make_unique<vae::Trainer>(std::move(data), settings, read_bytes(saved, "saved"));
}

val vae_encode(const val& request) {
  const Fields fields(request, "");
  const vae::Codes codes = network_of(fields).encode(fields.numbers("x"), labels_of(fields));
  Result out;
  out.doubles("mu", codes.mu).doubles("logVar", codes.log_var);
  return out.get();
}

val vae_decode(const val& request) {
  const Fields fields(request, "");
  const Network network = network_of(fields);
  Result out;
  out.doubles("mean", network.means(network.decode(fields.numbers("z"), labels_of(fields))));
  return out.get();
}

val vae_sample(const val& request) {
  const Fields fields(request, "");
  const Network network = network_of(fields);
  const int count = fields.integer("count", 1, kMostPlaces);
  Rng rng(required_seed(fields));
  std::vector<double> z(static_cast<std::size_t>(count) * network.shape().dz);
  for (double& value : z) value = rng.normal();
  Result out;
  out.doubles("z", z).doubles("mean", network.means(network.decode(z, labels_of(fields))));
  return out.get();
}

val vae_evaluate(const val& request) {
  const Fields fields(request, "");
  const Network network = network_of(fields);
  return to_js(vae::evaluate(network, fields.numbers("x"), labels_of(fields), draws_of(fields), required_seed(fields),
                             exact_of(fields)));
}

val vae_evidence(const val& request) {
  const Fields fields(request, "");
  const vae::Evidence evidence = vae::evidence(network_of(fields), fields.numbers("x"), labels_of(fields));
  Result out;
  out.number("logPx", evidence.log_px).number("error", evidence.error).number("elbo", evidence.elbo);
  out.number("reconstruction", evidence.reconstruction).number("kl", evidence.kl).number("gap", evidence.gap);
  out.doubles("posteriorMean", evidence.posterior_mean).doubles("posteriorCov", evidence.posterior_cov);
  return out.get();
}

val vae_posterior(const val& request) {
  const Fields fields(request, "");
  const vae::Posterior posterior = vae::posterior(network_of(fields), fields.numbers("x"), labels_of(fields),
                                                  window_of(fields), fields.maybe_number("logPx"));
  Result out;
  out.doubles("density", posterior.density).doubles("q", posterior.q).number("logPx", posterior.log_px);
  return out.get();
}

val vae_overlap(const val& request) {
  const Fields fields(request, "");
  const vae::Overlap overlap =
      vae::overlap(network_of(fields), fields.numbers("x"), labels_of(fields), window_of(fields));
  Result out;
  out.doubles("aggregate", overlap.aggregate).number("divergence", overlap.divergence);
  out.number("information", overlap.information).number("klMean", overlap.kl_mean);
  out.number("overlap", overlap.overlap).number("error", overlap.error);
  return out.get();
}

std::vector<double> vae_toy(const val& request) {
  const Fields fields(request, "");
  const std::string name = fields.text("name");
  const int n = fields.integer("n", 1, kMostPlaces);
  require(name != "letters", "name", "moons, roll, spirals, gaussians or board", name);
  return diffusion::dataset(name, n, required_seed(fields), "");
}

val vae_progress(const vae::Trainer& trainer, const val& request) {
  const Fields fields(request, "");
  const int draws = draws_of(fields);
  const vae::Progress progress = trainer.evaluate(draws, exact_of(fields));
  Result out;
  out.value("training", to_js(progress.training)).value("heldOut", to_js(progress.held_out));
  return out.get();
}

}  // namespace proofground::border
