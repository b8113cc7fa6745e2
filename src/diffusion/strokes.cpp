#include "diffusion/strokes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace proofground::diffusion {
namespace {

constexpr double kDegreesPerSegment = 5;

double squared(double value) { return value * value; }

}  // namespace

void Strokes::line(Place from, Place to) {
  const double length = std::sqrt(squared(to.x - from.x) + squared(to.y - from.y));
  const double before = segments_.empty() ? 0 : segments_.back().until;
  segments_.push_back({from, to, length, before + length});
}

void Strokes::arc(Place center, double radius_x, double radius_y, double from, double to) {
  const int count = static_cast<int>(std::ceil(std::abs(to - from) / kDegreesPerSegment));
  const auto at = [&](int i) {
    const double angle = std::lerp(from, to, static_cast<double>(i) / count) * std::numbers::pi / 180;
    return Place{center.x + radius_x * std::cos(angle), center.y + radius_y * std::sin(angle)};
  };
  for (int i = 0; i < count; ++i) line(at(i), at(i + 1));
}

void Strokes::add(const Strokes& other, double right) {
  for (const Segment& segment : other.segments_)
    line({segment.from.x + right, segment.from.y}, {segment.to.x + right, segment.to.y});
}

double Strokes::right_end() const {
  double end = 0;
  for (const Segment& segment : segments_) end = std::max({end, segment.from.x, segment.to.x});
  return end;
}

Place Strokes::mean() const {
  Place sum;
  for (const Segment& segment : segments_) {
    const double share = segment.length / segments_.back().until;
    sum.x += share * (segment.from.x + segment.to.x) / 2;
    sum.y += share * (segment.from.y + segment.to.y) / 2;
  }
  return sum;
}

double Strokes::variance() const {
  const Place center = mean();
  double sum = 0;
  for (const Segment& segment : segments_) {
    const double share = segment.length / segments_.back().until;
    const double apart = squared((segment.from.x + segment.to.x) / 2 - center.x) +
                         squared((segment.from.y + segment.to.y) / 2 - center.y);
    sum += share * (apart + squared(segment.length) / 12);
  }
  return sum / 2 + squared(width_);
}

Place Strokes::draw(Rng& rng) const {
  const double along = rng.uniform() * segments_.back().until;
  const auto found = std::upper_bound(segments_.begin(), segments_.end() - 1, along,
                                      [](double value, const Segment& segment) { return value < segment.until; });
  const double part = 1 - (found->until - along) / found->length;
  const double x = std::lerp(found->from.x, found->to.x, part), y = std::lerp(found->from.y, found->to.y, part);
  const double across = rng.normal();
  return {x + width_ * across, y + width_ * rng.normal()};
}

}  // namespace proofground::diffusion
