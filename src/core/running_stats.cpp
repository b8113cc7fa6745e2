#include "core/running_stats.h"

#include <cmath>

namespace proofground {
namespace {

constexpr double kLeastError = 1e-12;

}  // namespace

void RunningStats::add(double value) {
  count += 1;
  const double change = value - mean;
  mean += change / count;
  sum2 += change * (value - mean);
}

double RunningStats::error() const { return std::sqrt(sum2 / (count - 1) / count); }

double RunningStats::z(double expected, double size) const {
  return std::abs(mean - expected) / (error() + kLeastError * size);
}

}  // namespace proofground
