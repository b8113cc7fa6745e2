#include "svm/method_choice.h"

#include <algorithm>
#include <cmath>

namespace proofground {

namespace {

// Tried on 30 fits of 200 to 5000 points, d = 1 to 8, C up to 1e6, rbf, linear and poly: prices of half and twice as
// much, 250 to 1000 points at most, and shares from 0 to 1. With a share of 1 what has more free points than the rank of
// its kernel waits longest: 5000 points, a cubic kernel in 8 dimensions, C = 1e4 do not end in 20 s instead of in 4.

/// A pair step on so many points costs what an active-set step does beside its factorisation.
constexpr double kFactorisation = 8;
/// Pair steps between two active-set steps, at least: they find the points that leave their bounds.
constexpr double kPairSteps = 100;
/// Least share of the price that SMO spends first.
constexpr double kLeastShare = 0.02;

/// SMO is left to end a fit that it would end for this many times the price: its gap falls faster towards the end.
constexpr double kWorth = 4;

/// An active-set step of the most points that holds less than this share of them was too small a part.
constexpr double kFewHeld = 0.1;
constexpr double kGrowth = 1.5;
constexpr int kMostPoints = 1000;

}  // namespace

bool MethodChoice::due(int m, int points, double gap, double objective) {
  if (patience_ == kAlternate) return m >= 2;
  next_look_ = work_ + kPairSteps * points;
  if (m < 2 || work_ < kPairSteps * points) return false;
  const double size = m;
  price_ = dearer_ * (size * size * size / kFactorisation + size * points);
  const double rate = (objective_ - objective) / work_;
  const double share = rate_ > 0 ? std::clamp(rate / rate_, kLeastShare, 1.0) : 1.0;
  if (work_ < price_ * share) return false;
  const bool falls = gap > 0 && gap < gap_;
  const double predicted = work_ * std::log(gap / tolerance_) / std::log(gap_ / gap);
  if (falls && predicted < kWorth * price_) return false;
  next_look_ = 0;
  return true;
}

void MethodChoice::active_set_step(int m, int held, bool moved, double fall, double gap, double objective) {
  ++iterations_;
  if (m == most_points_ && held < kFewHeld * m) most_points_ = std::min(kMostPoints, static_cast<int>(kGrowth * m));
  dearer_ = moved ? 1 : 2 * dearer_;
  rate_ = fall / price_;
  work_ = next_look_ = 0;
  start(gap, objective);
}

}  // namespace proofground
