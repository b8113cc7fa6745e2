#include "core/sample.h"

#include <cmath>

namespace proofground {
namespace {

constexpr double kSampleFloor = 1e-12;

}  // namespace

void Sample::add(double value) {
  count += 1;
  const double change = value - mean;
  mean += change / count;
  sum2 += change * (value - mean);
}

double Sample::error() const { return std::sqrt(sum2 / (count - 1) / count); }

double Sample::z(double expected, double size) const {
  return std::abs(mean - expected) / (error() + kSampleFloor * size);
}

}  // namespace proofground
