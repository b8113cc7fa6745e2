// Compiled for speed: every q over every line that it can reach.
#include "vae/overlap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/exp.h"
#include "vae/kl.h"

namespace proofground::vae {
namespace {

/// Standard deviations that a q reaches: beyond, it has less than 1e-13.
constexpr double kReach = 7.5;
constexpr double kLinesInSd = 2;
/// Lines are never further apart than this: the smaller of two densities has a kink.
constexpr double kWidest = 0.1;
constexpr int kMostPlaces = 1 << 18;
constexpr double kLog2Pi = 1.8378770664093453;

struct Line {
  double low = 0, step = 1;
  int count = 1;
  [[nodiscard]] double at(int k) const { return low + k * step; }
};

/// One coordinate of one q over the lines that it reaches.
struct Span {
  int first = 0, last = 0;
  std::vector<double> density;  // (last - first)
};

void cover(const Line& line, double mean, double log_var, Span& span) {
  const double sd = std::exp(0.5 * log_var);
  span.first = std::clamp(static_cast<int>(std::ceil((mean - kReach * sd - line.low) / line.step)), 0, line.count);
  span.last =
      std::clamp(static_cast<int>(std::floor((mean + kReach * sd - line.low) / line.step)) + 1, span.first, line.count);
  span.density.resize(span.last - span.first);
  for (int k = span.first; k < span.last; ++k) {
    const double offset = (line.at(k) - mean) / sd;
    span.density[k - span.first] = -0.5 * (offset * offset);
  }
  exp_below_zero(span.density.data(), span.density.size());
  const double height = 1 / (sd * std::sqrt(2 * std::numbers::pi));
  for (double& density : span.density) density *= height;
}

/// 1/n sum of all q at every place. @return (lines[1] x lines[0])
std::vector<double> aggregate_over(const Codes& codes, const std::array<Line, 2>& lines) {
  const std::size_t n = codes.mu.size() / 2;
  std::vector<double> sum(static_cast<std::size_t>(lines[0].count) * lines[1].count);
  std::array<Span, 2> spans;
  for (std::size_t i = 0; i < n; ++i) {
    for (int j = 0; j < 2; ++j) cover(lines[j], codes.mu[2 * i + j], codes.log_var[2 * i + j], spans[j]);
    for (int b = spans[1].first; b < spans[1].last; ++b) {
      double* row = &sum[static_cast<std::size_t>(b) * lines[0].count];
      const double share = spans[1].density[b - spans[1].first] / static_cast<double>(n);
      for (int a = spans[0].first; a < spans[0].last; ++a) row[a] += share * spans[0].density[a - spans[0].first];
    }
  }
  return sum;
}

/// Lines that cover every q and the prior.
std::array<Line, 2> lines_over(const Codes& codes) {
  std::array<Line, 2> lines;
  std::array<double, 2> step{};
  for (int j = 0; j < 2; ++j) {
    double low = -kReach, high = kReach, narrowest = kLinesInSd * kWidest;
    for (std::size_t at = j; at < codes.mu.size(); at += 2) {
      const double sd = std::exp(0.5 * codes.log_var[at]);
      low = std::min(low, codes.mu[at] - kReach * sd);
      high = std::max(high, codes.mu[at] + kReach * sd);
      narrowest = std::min(narrowest, sd);
    }
    lines[j].low = low;
    lines[j].step = high - low;
    step[j] = narrowest / kLinesInSd;
  }
  const double places = (lines[0].step / step[0] + 1) * (lines[1].step / step[1] + 1);
  const double wider = std::max(1.0, std::sqrt(places / kMostPlaces));
  for (int j = 0; j < 2; ++j) {
    lines[j].count = std::max(2, static_cast<int>(std::ceil(lines[j].step / (step[j] * wider))) + 1);
    lines[j].step /= lines[j].count - 1;
  }
  return lines;
}

double log_prior(const std::array<Line, 2>& lines, int a, int b) {
  const double x = lines[0].at(a), y = lines[1].at(b);
  return -0.5 * (x * x + y * y) - kLog2Pi;
}

/// Every `stride`-th line of the grid.
struct Sums {
  double divergence = 0, information = 0, overlap = 0;
};

Sums sums_over(const Codes& codes, const std::array<Line, 2>& lines, const std::vector<double>& aggregate,
               const std::vector<double>& log_aggregate, int stride) {
  const double cell = lines[0].step * lines[1].step * stride * stride;
  Sums sums;
  for (int b = 0; b < lines[1].count; b += stride) {
    for (int a = 0; a < lines[0].count; a += stride) {
      const std::size_t at = static_cast<std::size_t>(b) * lines[0].count + a;
      const double prior = log_prior(lines, a, b);
      if (aggregate[at] > 0) sums.divergence += cell * aggregate[at] * (log_aggregate[at] - prior);
      sums.overlap += cell * std::min(aggregate[at], exp_below_zero(prior));
    }
  }
  const std::size_t n = codes.mu.size() / 2;
  std::array<Span, 2> spans;
  for (std::size_t i = 0; i < n; ++i) {
    double sum = 0;
    for (int j = 0; j < 2; ++j) cover(lines[j], codes.mu[2 * i + j], codes.log_var[2 * i + j], spans[j]);
    const auto from = [&](const Span& span) { return (span.first + stride - 1) / stride * stride; };
    for (int b = from(spans[1]); b < spans[1].last; b += stride) {
      const double of_b = spans[1].density[b - spans[1].first], y = (lines[1].at(b) - codes.mu[2 * i + 1]);
      const double log_b = -0.5 * (y * y * std::exp(-codes.log_var[2 * i + 1]) + codes.log_var[2 * i + 1]) - kLog2Pi;
      const double inverse = std::exp(-codes.log_var[2 * i]), half = 0.5 * codes.log_var[2 * i];
      for (int a = from(spans[0]); a < spans[0].last; a += stride) {
        const double q = of_b * spans[0].density[a - spans[0].first], x = lines[0].at(a) - codes.mu[2 * i];
        const double log_density = log_b - 0.5 * (x * x * inverse) - half;
        sum += q * (log_density - log_aggregate[static_cast<std::size_t>(b) * lines[0].count + a]);
      }
    }
    sums.information += cell * sum / static_cast<double>(n);
  }
  return sums;
}

}  // namespace

Overlap overlap_of(const Codes& codes, const Window& window) {
  const std::array<Line, 2> lines = lines_over(codes);
  const std::vector<double> aggregate = aggregate_over(codes, lines);
  std::vector<double> log_aggregate(aggregate.size());
  for (std::size_t k = 0; k < aggregate.size(); ++k) log_aggregate[k] = aggregate[k] > 0 ? std::log(aggregate[k]) : 0;
  const Sums fine = sums_over(codes, lines, aggregate, log_aggregate, 1);
  const Sums coarse = sums_over(codes, lines, aggregate, log_aggregate, 2);
  Overlap result;
  result.divergence = fine.divergence;
  result.information = fine.information;
  result.overlap = fine.overlap;
  result.error = std::max({std::abs(fine.divergence - coarse.divergence),
                           std::abs(fine.information - coarse.information), std::abs(fine.overlap - coarse.overlap)});
  const double n = static_cast<double>(codes.mu.size()) / 2;
  for (std::size_t at = 0; at < codes.mu.size(); ++at) result.kl_mean += kl_term(codes.mu[at], codes.log_var[at]) / n;
  const std::array<Line, 2> shown{Line{window.x(0), window.width / window.columns, window.columns},
                                  Line{window.y(0), window.height / window.rows, window.rows}};
  result.aggregate = aggregate_over(codes, shown);
  return result;
}

Overlap overlap(const Network& network, const std::vector<double>& x, const std::vector<int>& labels,
                const Window& window) {
  require_plane(network);
  require_valid(window);
  return overlap_of(network.encode(x, labels), window);
}

}  // namespace proofground::vae
