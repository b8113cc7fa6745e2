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

/// A grid, and of how many of its lines one is enough for each q by itself.
struct Grid {
  std::array<Line, 2> lines;
  int stride = 1;
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
Grid grid_over(const Codes& codes) {
  Grid grid;
  std::array<Line, 2>& lines = grid.lines;
  std::array<double, 2> step{}, widest{};
  for (int j = 0; j < 2; ++j) {
    double low = -kReach, high = kReach, narrowest = 1;
    for (std::size_t at = j; at < codes.mu.size(); at += 2) {
      const double sd = std::exp(0.5 * codes.log_var[at]);
      low = std::min(low, codes.mu[at] - kReach * sd);
      high = std::max(high, codes.mu[at] + kReach * sd);
      narrowest = std::min(narrowest, sd);
    }
    lines[j].low = low;
    lines[j].step = high - low;
    widest[j] = narrowest / kLinesInSd;
    step[j] = std::min(widest[j], kWidest);
  }
  const double places = (lines[0].step / step[0] + 1) * (lines[1].step / step[1] + 1);
  const double wider = std::max(1.0, std::sqrt(places / kMostPlaces));
  for (int j = 0; j < 2; ++j) {
    lines[j].count = std::max(2, static_cast<int>(std::ceil(lines[j].step / (step[j] * wider))) + 1);
    lines[j].step /= lines[j].count - 1;
  }
  grid.stride = std::max(1, static_cast<int>(std::min(widest[0] / lines[0].step, widest[1] / lines[1].step)));
  return grid;
}

double log_prior(const std::array<Line, 2>& lines, int a, int b) {
  const double x = lines[0].at(a), y = lines[1].at(b);
  return -0.5 * (x * x + y * y) - kLog2Pi;
}

double cell_of(const std::array<Line, 2>& lines, int stride) { return lines[0].step * lines[1].step * stride * stride; }

struct AgainstPrior {
  double divergence = 0, overlap = 0;
};

/// Over every `stride`-th line.
AgainstPrior against_prior(const std::array<Line, 2>& lines, const std::vector<double>& aggregate,
                           const std::vector<double>& log_aggregate, int stride) {
  AgainstPrior sums;
  for (int b = 0; b < lines[1].count; b += stride) {
    for (int a = 0; a < lines[0].count; a += stride) {
      const std::size_t at = static_cast<std::size_t>(b) * lines[0].count + a;
      const double prior = log_prior(lines, a, b);
      if (aggregate[at] > 0) sums.divergence += aggregate[at] * (log_aggregate[at] - prior);
      sums.overlap += std::min(aggregate[at], exp_below_zero(prior));
    }
  }
  const double cell = cell_of(lines, stride);
  return {cell * sums.divergence, cell * sums.overlap};
}

/// 1/n sum_i KL(q_i || aggregate) over every `stride`-th line.
double information_over(const Codes& codes, const std::array<Line, 2>& lines, const std::vector<double>& log_aggregate,
                        int stride) {
  const std::size_t n = codes.mu.size() / 2;
  std::array<Span, 2> spans;
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double *mu = &codes.mu[2 * i], *log_var = &codes.log_var[2 * i];
    for (int j = 0; j < 2; ++j) cover(lines[j], mu[j], log_var[j], spans[j]);
    const std::array<double, 2> precision{std::exp(-log_var[0]), std::exp(-log_var[1])};
    const double height = -0.5 * (log_var[0] + log_var[1]) - kLog2Pi;
    const auto first_of = [&](const Span& span) { return (span.first + stride - 1) / stride * stride; };
    for (int b = first_of(spans[1]); b < spans[1].last; b += stride) {
      const double of_b = spans[1].density[b - spans[1].first], y = lines[1].at(b) - mu[1];
      const double log_b = height - 0.5 * (y * y * precision[1]);
      const double* log_row = &log_aggregate[static_cast<std::size_t>(b) * lines[0].count];
      for (int a = first_of(spans[0]); a < spans[0].last; a += stride) {
        const double x = lines[0].at(a) - mu[0], log_density = log_b - 0.5 * (x * x * precision[0]);
        sum += of_b * spans[0].density[a - spans[0].first] * (log_density - log_row[a]);
      }
    }
  }
  return cell_of(lines, stride) * sum / static_cast<double>(n);
}

}  // namespace

Overlap overlap_of(const Codes& codes, const Window& window) {
  const auto [lines, stride] = grid_over(codes);
  const std::vector<double> aggregate = aggregate_over(codes, lines);
  std::vector<double> log_aggregate(aggregate.size());
  for (std::size_t k = 0; k < aggregate.size(); ++k) log_aggregate[k] = aggregate[k] > 0 ? std::log(aggregate[k]) : 0;
  const AgainstPrior fine = against_prior(lines, aggregate, log_aggregate, 1);
  const AgainstPrior coarse = against_prior(lines, aggregate, log_aggregate, 2);
  Overlap result;
  result.divergence = fine.divergence;
  result.overlap = fine.overlap;
  result.information = information_over(codes, lines, log_aggregate, stride);
  const double information = information_over(codes, lines, log_aggregate, 2 * stride);
  const double n = static_cast<double>(codes.mu.size()) / 2;
  for (std::size_t at = 0; at < codes.mu.size(); ++at) result.kl_mean += kl_term(codes.mu[at], codes.log_var[at]) / n;
  result.error = std::max({std::abs(fine.divergence - coarse.divergence), std::abs(fine.overlap - coarse.overlap),
                           std::abs(result.information - information),
                           std::abs(result.divergence + result.information - result.kl_mean)});
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
