#include "svdd/claims/descent.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/argsort.h"
#include "core/check.h"
#include "svm/centre.h"

namespace proofground::svdd {
namespace {

constexpr int kPool = 16, kMostDraws = 120, kFewestDraws = 16, kMixed = 3;
constexpr double kDrawWork = 2e7;
constexpr int kRounds = 60;
constexpr double kClose = 1e-12;  // relative to F
constexpr double kKernelWork = 1e8;
constexpr int kHalf = 32;      // samples of the line on either side
constexpr double kPast = 2;    // how far it goes, to the cheapest centre and beyond: in lengths of that way
constexpr double kPart = 0.5;  // or to the farthest point: not as far as it

/// A place v as seen from mu.
struct Way {
  std::vector<double> along;  ///< (n) <phi(x_i) - mu, v - mu>
  double square = 0;          ///< |v - mu|^2
};

/// (n) multipliers that make sum_i l_i d2_i largest: the boxes of the farthest points are filled.
std::vector<double> farthest_filled(const std::vector<double>& d2, const std::vector<double>& box) {
  std::vector<double> l(d2.size(), 0);
  double left = 1;
  const std::vector<int> order = argsort(d2);
  for (std::size_t k = order.size(); k-- > 0 && left > 0;) {
    l[order[k]] = std::min(box[order[k]], left);
    left -= l[order[k]];
  }
  return l;
}

/// The way to v = sum_i l_i phi(x_i).
Way way_to(const Problem& problem, const Recomputed& e, const std::vector<double>& l) {
  const Points points = e.points(problem.d);
  Way way;
  way.along.assign(e.n, 0);
  if (problem.kernel.type == KernelType::linear) {
    const std::vector<double> v = sum_about(points, std::vector<double>(problem.d, 0), l);
    for (int i = 0; i < e.n; ++i) way.along[i] = std::inner_product(v.begin(), v.end(), points.row(i), 0.0);
  } else {
    for (int j = 0; j < e.n; ++j) {
      if (l[j] == 0) continue;
      for (int i = 0; i < e.n; ++i)
        way.along[i] += l[j] * evaluate(problem.kernel, points.row(i), points.row(j), problem.d);
    }
  }
  const double mu_v = std::inner_product(l.begin(), l.end(), e.u.begin(), 0.0);
  for (int i = 0; i < e.n; ++i) way.along[i] = (way.along[i] - e.u[i]) - (mu_v - e.norm2);
  way.square = std::max(std::inner_product(l.begin(), l.end(), way.along.begin(), 0.0), 0.0);
  return way;
}

/// (n) squared distances from mu + t (v - mu).
std::vector<double> distances_on(const Recomputed& e, const Way& way, double t) {
  std::vector<double> d2(e.d2);
  for (int i = 0; i < e.n; ++i) d2[i] = std::max(d2[i] - t * (2 * way.along[i] - t * way.square), 0.0);
  return d2;
}

/// F from below: |eta|^2 + max_k (level_k - 2 <eta, v_k - mu>), by those v_k that have been met.
class Model {
 public:
  /// @param l  what makes v  @param level  sum_i l_i |phi(x_i) - mu|^2
  void add(Way way, const std::vector<double>& l, double level) {
    const std::size_t m = ways_.size();
    gram_.emplace_back();
    for (std::size_t k = 0; k < m; ++k) {
      gram_[k].push_back(std::inner_product(l.begin(), l.end(), ways_[k].along.begin(), 0.0));
      gram_[m].push_back(gram_[k][m]);
    }
    gram_[m].push_back(way.square);
    ways_.push_back(std::move(way));
    level_.push_back(level);
    share_.push_back(m == 0 ? 1 : 0);
  }

  /// The way to its lowest place, a mixture of the ways to the v_k: the shares maximise sum level - |sum share (v - mu)|^2.
  [[nodiscard]] Way lowest() {
    length_.clear();
    for (const std::vector<double>& row : gram_)
      length_.push_back(std::inner_product(share_.begin(), share_.end(), row.begin(), 0.0));
    for (int k = 0; k < kExchanges && exchange(); ++k) {
    }
    Way out;
    out.along.assign(ways_[0].along.size(), 0);
    for (std::size_t k = 0; k < ways_.size(); ++k) {
      if (share_[k] == 0) continue;
      for (std::size_t i = 0; i < out.along.size(); ++i) out.along[i] += share_[k] * ways_[k].along[i];
      out.square += share_[k] * length_[k];
    }
    out.square = std::max(out.square, 0.0);
    return out;
  }

 private:
  static constexpr int kExchanges = 2000;

  /// Moves share from the way that gains least by it to the one that gains most. @return whether that was of use
  bool exchange() {
    std::size_t up = 0, down = 0;
    double least = std::numeric_limits<double>::infinity(), most = -least;
    for (std::size_t k = 0; k < ways_.size(); ++k) {
      const double gain = level_[k] - 2 * length_[k];
      if (gain > most) {
        most = gain;
        up = k;
      }
      if (share_[k] > 0 && gain < least) {
        least = gain;
        down = k;
      }
    }
    const double bend = 2 * (gram_[up][up] - 2 * gram_[up][down] + gram_[down][down]);
    if (!(bend > 0) || most - least <= kClose * level_[0]) return false;
    const double step = std::min(share_[down], (most - least) / bend);
    share_[up] += step;
    share_[down] -= step;
    for (std::size_t k = 0; k < length_.size(); ++k) length_[k] += step * (gram_[k][up] - gram_[k][down]);
    return true;
  }

  std::vector<Way> ways_;
  std::vector<std::vector<double>> gram_;  ///< <v_k - mu, v_m - mu>
  std::vector<double> level_, share_;      ///< shares sum to 1
  std::vector<double> length_;             ///< <v_k - mu, mixture - mu>
};

double random_least(const Problem& problem, const Recomputed& e, Rng& rng) {
  const Pool pool = make_pool(problem, e, kPool, rng);
  const double n = e.n;
  const int draws =
      static_cast<int>(std::clamp(kDrawWork / (n * std::log2(n + 2)), double{kFewestDraws}, double{kMostDraws}));
  double least = least_cost(e.d2, e.box);
  for (int k = 0; k < draws; ++k) {
    std::vector<double> eta(pool.size(), 0);
    const double scale = any_scale(rng);
    for (int m = 0; m < kMixed; ++m) eta[rng.below(pool.size())] += scale * rng.normal();
    least = std::min(least, least_cost(moved_distances(e, pool, eta), e.box));
  }
  return least;
}

/// @param reach  how far to either side, in lengths of the way
void draw_line(Descent& out, const Recomputed& e, const Way& way, double reach) {
  for (int k = -kHalf; k <= kHalf; ++k) {
    const double at = reach * k / kHalf;
    out.distance.push_back(at * std::sqrt(way.square));
    out.cost.push_back(least_cost(distances_on(e, way, at), e.box));
  }
}

}  // namespace

Descent descend(const Problem& problem, const Recomputed& recomputed, Rng& rng) {
  const Recomputed& e = recomputed;
  Descent out;
  out.here = least_cost(e.d2, e.box);
  out.least = random_least(problem, e, rng);
  std::vector<double> l = farthest_filled(e.d2, e.box);
  const auto pulling = static_cast<double>(e.n - std::count(l.begin(), l.end(), 0.0));
  const double work = problem.kernel.type == KernelType::linear ? 1 : pulling * e.n * (problem.d + 8.0);
  if (work > kKernelWork) return out;
  const double size = e.n;
  const int rounds = static_cast<int>(
      std::min({double{kRounds}, std::ceil(kKernelWork / work), std::ceil(kDrawWork / (size * std::log2(size + 2)))}));
  Model model;
  Way best;
  double best_cost = std::numeric_limits<double>::infinity();
  for (int round = 0; round < rounds; ++round) {
    model.add(way_to(problem, e, l), l, std::inner_product(l.begin(), l.end(), e.d2.begin(), 0.0));
    Way way = model.lowest();
    const std::vector<double> there = distances_on(e, way, 1);
    const double cost = least_cost(there, e.box);
    l = farthest_filled(there, e.box);
    if (cost < best_cost) {
      best = std::move(way);
      best_cost = cost;
    }
  }
  out.least = std::min(out.least, best_cost);
  if (out.here - best_cost > kQpTolerance * out.here) {
    draw_line(out, e, best, kPast);
  } else {
    // The way to a centre that is no cheaper is rounding: on a line of that length nothing would be seen.
    std::vector<double> farthest(e.n, 0);
    farthest[std::max_element(e.d2.begin(), e.d2.end()) - e.d2.begin()] = 1;
    draw_line(out, e, way_to(problem, e, farthest), kPart);
  }
  return out;
}

}  // namespace proofground::svdd
