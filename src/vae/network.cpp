// Compiled for speed: the decoder, for every place of a map.
#include "vae/network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/require.h"
#include "nn/lanes.h"
#include "nn/panels.h"

namespace proofground::vae {
namespace {

constexpr std::array<char, 4> kTag{'P', 'G', 'V', 'A'};
constexpr std::uint32_t kVersion = 1;
/// Examples that go through a network at once.
constexpr int kBlock = 64;
/// Squares of such numbers, summed, stay finite in float.
constexpr double kLargestData = 1e6;

void require_range(int value, int least, int most, const char* field, const char* expected) {
  require(value >= least && value <= most, field, expected, value);
}

NetworkShape valid(const NetworkShape& shape) {
  require_valid(shape);
  return shape;
}

void require_labels(const NetworkShape& shape, std::size_t m, const std::vector<int>& labels) {
  require(labels.size() == (shape.classes == 0 ? 0 : m), "labels",
          "one for each point, and only of a network of classes", static_cast<double>(labels.size()));
  for (const int label : labels)
    require(label >= 0 && label < shape.classes, "labels", "classes from 0 to classes - 1", label);
}

/// What an MLP says of m examples, (m x out). @param values (m x d), then come classes
std::vector<double> answers(const nn::Mlp& mlp, const std::vector<float>& weights, const std::vector<double>& values,
                            int d, const std::vector<int>& labels) {
  const int m = static_cast<int>(values.size()) / d, out = mlp.shape().out;
  nn::Tape tape = mlp.tape(std::min(kBlock, m));
  const int rows = tape.rows;
  std::vector<double> result(static_cast<std::size_t>(m) * out);
  for (int done = 0; done < m; done += rows) {
    const int some = std::min(rows, m - done);
    std::fill(tape.x.begin(), tape.x.end(), 0.0F);
    for (int i = 0; i < some; ++i) {
      const double* value = &values[static_cast<std::size_t>(done + i) * d];
      for (int k = 0; k < d; ++k) tape.x[nn::place(rows, i, k)] = static_cast<float>(value[k]);
      if (!labels.empty()) tape.x[nn::place(rows, i, d + labels[done + i])] = 1;
    }
    mlp.forward(weights.data(), tape);
    for (int i = 0; i < some; ++i) {
      double* answer = &result[static_cast<std::size_t>(done + i) * out];
      for (int k = 0; k < out; ++k) answer[k] = static_cast<double>(tape.y[nn::place(rows, i, k)]);
    }
  }
  return result;
}

}  // namespace

void require_valid(const NetworkShape& shape) {
  require_range(shape.dx, 1, 1024, "dx", "a whole number from 1 to 1024");
  require_range(shape.dz, 1, 64, "dz", "a whole number from 1 to 64");
  require_range(shape.width, 1, 512, "width", "a whole number from 1 to 512");
  require_range(shape.depth, 0, 8, "depth", "a whole number from 0 to 8");
  require(shape.classes == 0 || (shape.classes >= 2 && shape.classes <= 64), "classes", "a whole number from 2 to 64",
          shape.classes);
  const bool any = shape.likelihood == Likelihood::gaussian;
  require(any ? shape.noise_var >= 1e-6 && shape.noise_var <= 1e6 : shape.noise_var == 1, "noiseVar",
          any ? "a number from 1e-6 to 1e6" : "1 of a Bernoulli likelihood", shape.noise_var);
}

void require_points(const NetworkShape& shape, const std::vector<double>& x, const std::vector<int>& labels) {
  require(!x.empty(), "x", "1 or more points", 0);
  require_rows(x.size(), shape.dx, "x");
  require_data(x.data(), static_cast<int>(x.size()), "x");
  const bool bernoulli = shape.likelihood == Likelihood::bernoulli;
  for (const double value : x) {
    require(bernoulli ? value >= 0 && value <= 1 : std::abs(value) <= kLargestData, "x",
            bernoulli ? "numbers from 0 to 1" : "numbers of at most 1e6 in size", value);
  }
  require_labels(shape, x.size() / shape.dx, labels);
}

Network::Network(const NetworkShape& shape)
    : shape_(valid(shape)),
      encoder_({shape.dx + shape.classes, 2 * shape.dz, shape.width, shape.depth}),
      decoder_({shape.dz + shape.classes, shape.dx, shape.width, shape.depth}, encoder_.end()),
      weights_(decoder_.end()) {}

Network::Network(const NetworkShape& shape, Rng& rng) : Network(shape) {
  for (const nn::Mlp* mlp : {&encoder_, &decoder_})
    for (const nn::Dense& layer : mlp->layers()) layer.initialise(rng, weights_.data());
}

int Network::parameters() const {
  int count = 0;
  for (const nn::Mlp* mlp : {&encoder_, &decoder_})
    for (const nn::Dense& layer : mlp->layers()) count += (layer.in() + 1) * layer.out();
  return count;
}

Codes Network::encode(const std::vector<double>& x, const std::vector<int>& labels) const {
  require_points(shape_, x, labels);
  const std::vector<double> said = answers(encoder_, weights_, x, shape_.dx, labels);
  const int dz = shape_.dz;
  Codes codes;
  for (std::size_t i = 0; i < said.size(); i += 2 * dz) {
    for (int j = 0; j < dz; ++j) {
      codes.mu.push_back(said[i + j]);
      const auto r = static_cast<float>(said[i + dz + j]);
      const nn::f32x4 held =
          nn::splat(kLogVarBound) * nn::tanh_and_slope(nn::splat(r) * nn::splat(1 / kLogVarBound)).value;
      codes.log_var.push_back(static_cast<double>(held[0]));
    }
  }
  return codes;
}

Outputs Network::decode(const std::vector<double>& z, const std::vector<int>& labels) const {
  require(!z.empty(), "z", "1 or more places", 0);
  require_rows(z.size(), shape_.dz, "z");
  require_finite(z.data(), static_cast<int>(z.size()), "z");
  for (const double value : z) require(std::abs(value) <= kLargestData, "z", "numbers of at most 1e6 in size", value);
  require_labels(shape_, z.size() / shape_.dz, labels);
  Outputs outputs{answers(decoder_, weights_, z, shape_.dz, labels), {}};
  const LikelihoodTerms terms = likelihood();
  for (std::size_t i = 0; i < outputs.natural.size(); i += shape_.dx)
    outputs.log_partition.push_back(terms.log_partition(&outputs.natural[i]));
  return outputs;
}

void Network::write(ByteWriter& out) const {
  for (const int value :
       {shape_.dx, shape_.dz, shape_.width, shape_.depth, shape_.classes, static_cast<int>(shape_.likelihood)})
    out.value(static_cast<std::int32_t>(value));
  out.value(shape_.noise_var);
  out.floats(weights_);
}

Network Network::read(ByteReader& in, const char* field) {
  NetworkShape shape;
  for (int* value : {&shape.dx, &shape.dz, &shape.width, &shape.depth, &shape.classes})
    *value = in.value<std::int32_t>();
  const int likelihood = in.value<std::int32_t>();
  require(likelihood == 0 || likelihood == 1, field, "a likelihood that is 0 or 1", likelihood);
  shape.likelihood = likelihood == 0 ? Likelihood::bernoulli : Likelihood::gaussian;
  shape.noise_var = in.value<double>();
  try {
    require_valid(shape);
  } catch (const InvalidArgument& error) {
    throw InvalidArgument(std::string(field) + "." + error.field(), error.expected(), error.got());
  }
  Network network(shape);
  in.floats(network.weights_);
  require(network.is_padded_with_zeros(network.weights_), field, "zeros as padding", "other numbers");
  return network;
}

std::vector<std::uint8_t> Network::save() const {
  ByteWriter out(kTag, kVersion);
  write(out);
  return out.finish();
}

Network Network::load(const std::vector<std::uint8_t>& bytes, const char* field) {
  ByteReader in(bytes, kTag, kVersion, field);
  Network network = read(in, field);
  in.finish();
  return network;
}

}  // namespace proofground::vae
