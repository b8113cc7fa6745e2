// A pen: points uniform along the length of line segments, plus a small Gaussian width.
//
//   x        = p(s) + width (z_1, z_2),   s uniform on [0, total length],   z ~ N(0, I)
//   mean     = (a + b) / 2                of a segment from a to b
//   variance = |b - a|^2 / 12             along that segment
//
// The mean and the variance of the whole pen are exact. An arc is drawn as many short segments, not as a curve.
#pragma once

#include <vector>

#include "core/rng.h"

namespace proofground::diffusion {

struct Place {
  double x = 0, y = 0;
};

class Strokes {
 public:
  /// @param width standard deviation across and along
  explicit Strokes(double width) : width_(width) {}

  void line(Place from, Place to);
  /// Part of an axis-parallel ellipse, from one angle to another, degrees; clockwise where the second one is smaller.
  void arc(Place center, double radius_x, double radius_y, double from, double to);
  /// Everything of another pen, moved to the right.
  void add(const Strokes& other, double right);

  [[nodiscard]] bool empty() const { return segments_.empty(); }
  [[nodiscard]] double right_end() const;  ///< largest x of the lines
  [[nodiscard]] Place mean() const;
  /// The mean of the variances of both coordinates, the width included.
  [[nodiscard]] double variance() const;
  [[nodiscard]] Place draw(Rng& rng) const;

 private:
  struct Segment {
    Place from, to;
    double length = 0, until = 0;  // until: of all up to its end
  };
  double width_;
  std::vector<Segment> segments_;
};

}  // namespace proofground::diffusion
