// Compiled for speed: every point of a training, with all of its nodes.
#include "vae/evaluate.h"

#include <algorithm>
#include <cmath>

#include "core/require.h"
#include "vae/kl.h"

namespace proofground::vae {
namespace {

/// Places that are decoded at once.
constexpr int kPlaces = 4096;
/// Nodes for each coordinate of z.
constexpr int kNodes1 = 24, kNodes2 = 6;

/// Orthonormal Hermite polynomials of degree 0..count at x, the last two, and the sum of the squares of those below.
struct Hermite {
  double last = 1, before = 0, squares = 0;
};
Hermite hermite(int count, double x) {
  Hermite h;
  for (int k = 0; k < count; ++k) {
    h.squares += h.last * h.last;
    const double next = (x * h.last - std::sqrt(static_cast<double>(k)) * h.before) / std::sqrt(k + 1.0);
    h.before = h.last;
    h.last = next;
  }
  return h;
}

/// The root between two places of different sign.
double root_between(int count, double low, double high) {
  const bool rising = hermite(count, high).last > 0;
  for (int k = 0; k < 100; ++k) {
    const double middle = 0.5 * (low + high);
    ((hermite(count, middle).last > 0) == rising ? high : low) = middle;
  }
  return 0.5 * (low + high);
}

/// Nodes in the space of z, offsets in standard deviations, with one weight each.
struct Nodes {
  std::vector<double> offsets;  // (count x dz)
  std::vector<double> weights;  // (count)
};

Nodes product_rule(int dz) {
  const NormalRule rule = normal_rule(dz == 1 ? kNodes1 : kNodes2);
  if (dz == 1) return {rule.nodes, rule.weights};
  Nodes nodes;
  for (std::size_t a = 0; a < rule.nodes.size(); ++a) {
    for (std::size_t b = 0; b < rule.nodes.size(); ++b) {
      nodes.offsets.push_back(rule.nodes[a]);
      nodes.offsets.push_back(rule.nodes[b]);
      nodes.weights.push_back(rule.weights[a] * rule.weights[b]);
    }
  }
  return nodes;
}

/// log p(x_i | mu_i + sd_i offset) at `each` offsets for every point, handed on point by point.
class Points {
 public:
  Points(const Network& network, const std::vector<double>& x, const std::vector<int>& labels, const Codes& codes)
      : network_(network), terms_(network.likelihood()), x_(x), labels_(labels), codes_(codes) {}

  [[nodiscard]] int count() const { return static_cast<int>(x_.size()) / terms_.dx; }

  /// @param offset (dz) of the next place, called in order  @param use the point and its (each) values
  template <class Offset, class Use>
  void visit(int each, const Offset& offset, const Use& use) const {
    const int dz = network_.shape().dz, some = std::max(1, kPlaces / each);
    std::vector<double> z, values(each);
    std::vector<int> told;
    for (int first = 0; first < count(); first += some) {
      const int last = std::min(first + some, count());
      z.clear();
      told.clear();
      for (int i = first; i < last; ++i) {
        for (int k = 0; k < each; ++k)
          for (int j = 0; j < dz; ++j) z.push_back(codes_.mu[i * dz + j] + sd(i * dz + j) * offset(k, j));
        if (!labels_.empty()) told.insert(told.end(), each, labels_[i]);
      }
      const Outputs outputs = network_.decode(z, told);
      for (int i = first; i < last; ++i) {
        const double* x = &x_[static_cast<std::size_t>(i) * terms_.dx];
        for (int k = 0; k < each; ++k) {
          const std::size_t at = static_cast<std::size_t>(i - first) * each + k;
          values[k] = terms_.log_density(x, &outputs.natural[at * terms_.dx], outputs.log_partition[at]);
        }
        use(values);
      }
    }
  }

 private:
  [[nodiscard]] double sd(int at) const { return std::exp(0.5 * codes_.log_var[at]); }

  const Network& network_;
  LikelihoodTerms terms_;
  const std::vector<double>& x_;
  const std::vector<int>& labels_;
  const Codes& codes_;
};

}  // namespace

NormalRule normal_rule(int count) {
  std::vector<double> roots;
  for (int degree = 1; degree <= count; ++degree) {
    // The roots of one degree lie between those of the degree below, all of them inside 2 sqrt(degree).
    const double end = 2 * std::sqrt(static_cast<double>(degree));
    std::vector<double> ends{-end}, next;
    ends.insert(ends.end(), roots.begin(), roots.end());
    ends.push_back(end);
    for (int k = 0; k < degree; ++k) next.push_back(root_between(degree, ends[k], ends[k + 1]));
    roots = next;
  }
  NormalRule rule{roots, {}};
  for (const double node : roots) rule.weights.push_back(1 / hermite(count, node).squares);
  return rule;
}

Evaluation evaluate(const Network& network, const std::vector<double>& x, const std::vector<int>& labels, int draws,
                    std::uint64_t seed, Exact exact) {
  require(draws >= 2 && draws <= 10'000, "draws", "a whole number from 2 to 10000", draws);
  const Codes codes = network.encode(x, labels);
  const int dz = network.shape().dz;
  const Points points(network, x, labels, codes);
  const double n = points.count();
  Evaluation result;
  result.kl_per_dimension.assign(dz, 0);
  double kl = 0;
  for (std::size_t at = 0; at < codes.mu.size(); ++at) {
    const double term = kl_term(codes.mu[at], codes.log_var[at]) / n;
    result.kl_per_dimension[at % dz] += term;
    kl += term;
  }

  Rng rng(seed);
  double sum = 0, variances = 0;
  points.visit(
      draws, [&](int /*k*/, int /*j*/) { return rng.normal(); },
      [&](const std::vector<double>& values) {
        double mean = 0, square = 0;
        for (const double value : values) mean += value / draws;
        for (const double value : values) square += (value - mean) * (value - mean);
        sum += mean;
        variances += square / (draws - 1.0) / draws;
      });
  result.sampled = {sum / n - kl, sum / n, kl};
  result.error = std::sqrt(variances) / n;

  if (exact == Exact::no || dz > 2) return result;
  const Nodes nodes = product_rule(dz);
  const int each = static_cast<int>(nodes.weights.size());
  double expected = 0;
  points.visit(
      each, [&](int k, int j) { return nodes.offsets[k * dz + j]; },
      [&](const std::vector<double>& values) {
        for (int k = 0; k < each; ++k) expected += nodes.weights[k] * values[k];
      });
  result.exact = Terms{expected / n - kl, expected / n, kl};
  return result;
}

}  // namespace proofground::vae
