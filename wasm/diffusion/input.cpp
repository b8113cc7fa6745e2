#include "wasm/diffusion/input.h"

#include <string>
#include <utility>

namespace proofground::border {
namespace {

using diffusion::Mixture;
using diffusion::Schedule;

constexpr double kMostWork = 1e9;

void require_count(std::size_t count, const char* field, const char* expected) {
  require(count >= 1 && count <= kMostComponents, field, expected, static_cast<double>(count));
}

Mixture read_cloud(const Fields& fields, int d) {
  std::vector<double> points = fields.numbers("points");
  require(points.size() % d == 0, "points", "n d numbers", static_cast<double>(points.size()));
  require_count(points.size() / d, "points", "1 to 20000 points");
  require_finite(points.data(), static_cast<int>(points.size()), "points");
  return diffusion::empirical(std::move(points), d, fields.number("spread"));
}

Mixture read_mixture(const Fields& fields, int d) {
  Mixture mixture;
  mixture.d = d;
  mixture.weights = fields.numbers("weights");
  require_count(mixture.weights.size(), "weights", "1 to 20000 numbers");
  mixture.means = fields.numbers("means");
  mixture.covariances = fields.numbers("covariances");
  require(!mixture.covariances.empty() && mixture.covariances.size() <= kMostEntries, "covariances",
          "k d d numbers, at most 4194304", static_cast<double>(mixture.covariances.size()));
  return mixture;
}

}  // namespace

Mixture read_distribution(const Fields& fields) {
  return fields.check([&] {
    const int d = fields.integer("d", 1, kMostCoordinates);
    Mixture mixture = fields.has("points") ? read_cloud(fields, d) : read_mixture(fields, d);
    diffusion::require_valid(mixture);
    return mixture;
  });
}

AtStep read_step(const Fields& request, const Schedule& schedule, int least) {
  AtStep at;
  at.t = request.integer("t", least, schedule.T());
  if (at.t > 0) at.step = schedule.at(at.t);
  return at;
}

int read_count(const Fields& request, const char* name, int d) { return request.integer(name, 1, kMostEntries / d); }

std::vector<double> read_places(const Fields& request, const char* name, int d) {
  std::vector<double> x = request.numbers(name);
  require(x.size() % d == 0, name, "m d numbers", static_cast<double>(x.size()));
  require_finite(x.data(), static_cast<int>(x.size()), name);
  return x;
}

void require_affordable(double places, const diffusion::Oracle& oracle, const char* field) {
  // If components have different shapes, each coordinate is transformed with all the others.
  const double work = places * oracle.size() * (oracle.variance() ? 1 : oracle.d() * oracle.d());
  require(work <= kMostWork, field,
          "places, or draws and steps, times components (and d d of their own) of at most 1e9", work);
}

void require_density(const diffusion::Oracle& oracle, const AtStep& at) {
  require(oracle.least_spread(at.step.alpha_bar, at.step.noise) > 0, "t", "at least 1 where a covariance is singular",
          at.t);
}

}  // namespace proofground::border
