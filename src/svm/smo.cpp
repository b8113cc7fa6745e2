// Compiled for speed: the iterations of the solver.
#include "svm/smo.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/exact_sum.h"
#include "core/require.h"
#include "svm/active_set.h"
#include "svm/packed.h"
#include "svm/smo_level.h"

namespace proofground {

namespace {

/// Half a unit in the last place of 1: one rounding error, relative.
constexpr double kRounding = 0x1p-53;

/// Rounding errors above this share of the tolerance are put right before a fit ends.
constexpr double kVisible = 0.1;

/// If a step ends this near to the bound or kink it moves to, relative to the largest |u| so far, u is set to it. Some
/// hundred rounding errors; sum u = delta holds to about this times the number of points. Not relative to the box: in
/// one of 1e6, with kernel values of 1e8, every multiplier may be below 1e-8 and count.
constexpr double kSnap = 1e-14;

// Shrinking. Tried on the problems of tests/bench with periods of 50 to 1000, shares of 0.7 to 0.9, child tolerances of
// 0 to 0.3, and a margin that keeps more points. A child's rows are mostly cut from those that are there, so children
// are cheap, and these values save about 5 % of a fit over 300, 0.7 and 0.1. What decides is to shrink at all: 5000
// points, d = 1, C = 100 take 160,000 iterations, nearly all of them among the 80 points next to the edges of the tube.
// Working sets of at most 256..2048 random violators, level 0 never iterated on, came out no faster: at d = 8 each
// iteration of such a child changes two new points, and so costs two rows of level 0 anyway.

/// Iterations between two attempts to shrink (or the number of points, if smaller).
constexpr long kShrinkPeriod = 100;
/// A child is started when it has at most this share of the points. Nearer to 1, children that hardly save anything.
constexpr double kLargestChild = 0.8;
/// A child is solved to this share of the gap that it was started at, not below the final tolerance. 0 solves every
/// child to the end, which at n = 1000, d = 1, C = 100 is 81,000 iterations instead of 46,000: most are lost on points
/// chosen too early.
constexpr double kChildTolerance = 0.2;
/// Share of the cache that level 0 may fill; a child gets half of what its parent left.
constexpr double kCacheShare = 0.75;

long period(const SmoLevel& level) { return std::min(static_cast<long>(level.count()), kShrinkPeriod); }

struct NoObserver {
  void on_step(const SmoStep&) {}
};

}  // namespace

struct Smo::State {
  State(const KernelMatrix& all, const Qp& problem, const SmoOptions& chosen);

  template <class Observer>
  bool advance(long budget, Observer& observer);
  template <class Observer>
  void pair_step(Observer& observer);
  [[nodiscard]] bool active_set_is_due();
  template <class Observer>
  void active_set_step(Observer& observer);

  void start();
  void refresh_offsets(SmoLevel& level);
  bool conclude();
  void refresh_gradient();
  [[nodiscard]] bool drifted() const;
  [[nodiscard]] double missing() const;
  bool refresh();
  bool balance(const std::vector<int>& points);
  void ascend();
  bool descend();
  void finish();
  [[nodiscard]] std::vector<int> candidates(const SmoLevel& level) const;
  [[nodiscard]] double noise(const SmoLevel& level) const;
  void note_memory();

  const KernelMatrix& matrix;
  Qp qp;
  SmoOptions options;
  std::vector<PointTerm> terms;
  std::vector<double> u;
  std::vector<std::unique_ptr<SmoLevel>> levels;
  std::vector<double> scratch;
  double objective = 0, largest_kernel = 0, largest_p = 0;
  double sum = 0;      ///< of u, kept from here on
  double u_scale = 0;  ///< largest |u| so far
  double travel = 0;   ///< sum of |steps| since F of level 0 was last computed afresh
  long steps_since_refresh = 0;
  long iterations = 0, active_set_steps = 0;
  MethodChoice choice;
  double peak_bytes = 0;
  bool finished = false, stalled = false;
};

Smo::State::State(const KernelMatrix& all, const Qp& problem, const SmoOptions& chosen)
    : matrix(all), qp(problem), options(chosen), choice(chosen.tolerance, chosen.patience) {
  require_valid(qp, matrix.size());
  require_positive(options.tolerance, "tolerance");
  require(options.max_iterations >= 0, "max_iterations", "an integer of at least 0",
          static_cast<double>(options.max_iterations));
  require(options.cache_bytes >= 0, "cache_bytes", "a number of at least 0", options.cache_bytes);
  start();
}

void Smo::State::start() {
  const int n = matrix.size();
  terms = point_terms(qp, n);
  u.assign(n, 0);
  // Both multipliers of one point positive would be no minimum (p_+ + p_- >= 0): only their difference is kept.
  for (std::size_t v = 0; v < qp.point.size(); ++v) {
    u[qp.point[v]] += qp.y[v] * qp.a[v];
    largest_p = std::max(largest_p, std::abs(qp.p[v]));
  }
  sum = exact_sum(u);
  for (const double value : u) u_scale = std::max(u_scale, std::abs(value));
  scratch.assign(packed::padded(n), 0);
  levels.push_back(std::make_unique<SmoLevel>(matrix, options.cache_bytes * kCacheShare));
  SmoLevel& level = *levels.front();
  level.tolerance = options.tolerance;
  level.until_shrink = period(level);
  for (int k = 0; k < n; ++k) largest_kernel = std::max(largest_kernel, std::abs(level.diagonal[k]));
  refresh_gradient();
  objective = 0;
  for (int k = 0; k < n; ++k) objective += u[k] * level.F[k] / 2 + terms[k].phi(u[k]);
  choice.start(level.gap(), objective);
}

void Smo::State::refresh_offsets(SmoLevel& level) {
  for (int k = 0; k < level.count(); ++k) {
    const int point = level.points[k];
    level.up[k] = terms[point].up(u[point]);
    level.down[k] = terms[point].down(u[point]);
  }
  level.rescan();
}

/// F of level 0 computed anew: removes the rounding errors of many updates, so that the reported gap is right.
void Smo::State::refresh_gradient() {
  SmoLevel& level = *levels.front();
  std::fill(level.F.begin(), level.F.end(), 0.0);
  for (int k = 0; k < level.count(); ++k)
    if (u[k] != 0) level.add_row(level.F, u[k], k, scratch);
  travel = 0;
  steps_since_refresh = 0;
  refresh_offsets(level);
}

/// The gap that rounding alone can cause: a tolerance below it cannot be met.
double Smo::State::noise(const SmoLevel& level) const {
  double largest_F = 0, largest_u = 0;
  for (int k = 0; k < level.count(); ++k) {
    largest_F = std::max(largest_F, std::abs(level.F[k]));
    largest_u = std::max(largest_u, std::abs(u[level.points[k]]));
  }
  return 4 * kRounding * (largest_F + largest_p + largest_u * largest_kernel);
}

void Smo::State::note_memory() {
  double bytes = 0;
  for (const auto& level : levels) bytes += level->cache.bytes();
  peak_bytes = std::max(peak_bytes, bytes);
}

template <class Observer>
void Smo::State::pair_step(Observer& observer) {
  SmoLevel& level = *levels.back();
  const double m = level.extremes.m;
  const int i = level.extremes.i;
  const double* K_i = level.cache.row(i);
  const int j = level.partner(K_i);
  if (j < 0 || j == i) {
    stalled = true;
    return;
  }
  const double* K_j = level.cache.row(j);
  const int point_i = level.points[i], point_j = level.points[j];
  const PointTerm &term_i = terms[point_i], &term_j = terms[point_j];
  const double u_i = u[point_i], u_j = u[point_j];
  const double b = m - (level.down[j] - level.F[j]);
  const double curvature = level.curvature(i, j, K_i);
  const double room_i = term_i.room_up(u_i), room_j = term_j.room_down(u_j);
  const double t = std::min({b / std::max(curvature, level.floor[i] + level.floor[j]), room_i, room_j});
  // Bounds are met exactly, so that "at the bound" can be read off with ==: also by the one of the two that the
  // rounding of earlier steps would leave a hair short of a bound that both reach.
  const double band = kSnap * (u_scale + t);
  const double new_i = room_i - t > band ? u_i + t : term_i.end_up(u_i);
  const double new_j = room_j - t > band ? u_j - t : term_j.end_down(u_j);
  const double step_i = new_i - u_i, step_j = new_j - u_j;
  if (step_i == 0 && step_j == 0) {
    stalled = true;
    return;
  }
  u[point_i] = new_i;
  u[point_j] = new_j;
  u_scale = std::max({u_scale, std::abs(new_i), std::abs(new_j)});
  level.up[i] = term_i.up(new_i);
  level.down[i] = term_i.down(new_i);
  level.up[j] = term_j.up(new_j);
  level.down[j] = term_j.down(new_j);
  level.extremes = pair_search::update(level.view(), step_i, K_i, step_j, K_j);
  objective += t * (curvature * t / 2 - b);
  travel += t;
  ++steps_since_refresh;
  ++iterations;
  choice.pair_step(level.count());
  observer.on_step({iterations, Method::smo, point_i, point_j, objective, std::max(level.gap(), 0.0)});
}

/// For the present level.
bool Smo::State::active_set_is_due() {
  if (!choice.looks()) return false;
  const SmoLevel& level = *levels.back();
  const std::size_t m = level.free_points(u, terms, choice.most_points()).size();
  return choice.due(static_cast<int>(m), level.count(), level.gap(), objective);
}

template <class Observer>
void Smo::State::active_set_step(Observer& observer) {
  SmoLevel& level = *levels.back();
  const std::vector<int> free = level.free_points(u, terms, choice.most_points());
  FreePoints problem = level.problem_of(free, u, terms);
  problem.band = kSnap * u_scale;
  const FreeStep step = minimise(std::move(problem));
  int held = 0;
  std::vector<int> moved;
  std::vector<double> before, F_before;
  for (std::size_t a = 0; a < free.size(); ++a) {
    const int point = level.points[free[a]];
    const PointTerm& term = terms[point];
    const double old = u[point];
    held += step.held[a];
    moved.push_back(point);
    before.push_back(old);
    F_before.push_back(level.F[free[a]]);
    // Bounds are met exactly, as in a pair step.
    u[point] = !step.held[a] ? old + step.c[a] : step.c[a] > 0 ? term.end_up(old) : term.end_down(old);
  }
  // On its way a step may come far, and the rounding of that is larger than what the next pair steps can put right.
  balance(moved);
  for (std::size_t a = 0; a < free.size(); ++a) {
    const int k = free[a];
    const double now = u[moved[a]], change = now - before[a];
    if (change == 0) continue;
    u_scale = std::max(u_scale, std::abs(now));
    level.up[k] = terms[moved[a]].up(now);
    level.down[k] = terms[moved[a]].down(now);
    level.add_row(level.F, change, k, scratch);
    travel += std::abs(change);
    ++steps_since_refresh;
  }
  level.rescan();
  // From the slopes at both ends: what the step itself says of its fall has the rounding of a long way there and back.
  const double old_objective = objective;
  for (std::size_t a = 0; a < free.size(); ++a) {
    const double now = u[moved[a]];
    objective += (now - before[a]) * (F_before[a] + level.F[free[a]]) / 2 + terms[moved[a]].phi(now) -
                 terms[moved[a]].phi(before[a]);
  }
  ++iterations;
  ++active_set_steps;
  choice.active_set_step(static_cast<int>(free.size()), held, step.solves > 0, old_objective - objective, level.gap(),
                         objective);
  observer.on_step({iterations, Method::active_set, -1, -1, objective, std::max(level.gap(), 0.0)});
}

template <class Observer>
bool Smo::State::advance(long budget, Observer& observer) {
  while (!finished) {
    SmoLevel& level = *levels.back();
    if (level.gap() <= level.tolerance || stalled) {
      if (!conclude()) continue;
      break;
    }
    if (iterations >= options.max_iterations) {
      finish();
      break;
    }
    if (active_set_is_due()) {
      if (budget-- <= 0) break;
      active_set_step(observer);
      continue;
    }
    if (level.until_shrink <= 0) {
      level.tolerance = std::max(level.tolerance, noise(level));
      if (descend()) continue;
      level.until_shrink = period(level);
      continue;
    }
    if (budget-- <= 0) break;
    --level.until_shrink;
    pair_step(observer);
  }
  return finished;
}

/// Ends the present level, which cannot be improved. @return whether the whole problem is finished
bool Smo::State::conclude() {
  if (levels.size() > 1) {
    const bool stuck = std::exchange(stalled, false);
    ascend();
    // A child that was stopped by rounding would stop again at once: now the parent iterates itself.
    if (stuck) levels.back()->until_shrink = period(*levels.back());
    return false;
  }
  const SmoLevel& level = *levels.front();
  if (refresh() && !stalled && level.gap() > level.tolerance) return false;
  finish();
  return true;
}

/// Whether rounding errors of many updates may show in F of level 0.
bool Smo::State::drifted() const {
  const double drift = kRounding * (travel * largest_kernel + static_cast<double>(steps_since_refresh) *
                                                                  (std::abs(levels.front()->extremes.m) + largest_p));
  return drift > kVisible * options.tolerance;
}

/// What every step's rounding has taken from the sum of u.
double Smo::State::missing() const { return sum - exact_sum(u); }

/// Puts the sum right: by the u of these points that is farthest from its bounds and its kink. @return whether there is one
bool Smo::State::balance(const std::vector<int>& points) {
  const double amount = missing();
  int best = -1;
  double room = 2 * std::abs(amount);
  for (const int point : points) {
    const PointTerm& term = terms[point];
    const double here = u[point] == 0 ? 0 : std::min(term.room_up(u[point]), term.room_down(u[point]));
    if (here <= room) continue;
    room = here;
    best = point;
  }
  if (best < 0) return false;
  u[best] += amount;
  return true;
}

/// F of level 0 computed anew where rounding may show in it, or did show in the sum of u. @return whether it was
bool Smo::State::refresh() {
  const bool unbalanced = std::abs(missing()) * largest_kernel > kVisible * options.tolerance;
  const bool stale = (unbalanced && balance(levels.front()->points)) || drifted();
  if (stale) refresh_gradient();
  return stale;
}

void Smo::State::finish() {
  while (levels.size() > 1) ascend();
  if (drifted()) refresh_gradient();  // also where iterations ran out, which moves no u
  note_memory();
  finished = true;
}

/// Take the result of a child over: its points have F already; to all others the rows of the changed u are added.
void Smo::State::ascend() {
  note_memory();
  const std::unique_ptr<SmoLevel> child = std::move(levels.back());
  levels.pop_back();
  SmoLevel& parent = *levels.back();
  std::vector<int> place(u.size(), -1);
  for (int k = 0; k < parent.count(); ++k) place[parent.points[k]] = k;
  for (int k = 0; k < child->count(); ++k) {
    const int point = child->points[k];
    const double change = u[point] - child->u_start[k];
    if (change != 0) parent.add_row(parent.F, change, place[point], scratch);
  }
  for (int k = 0; k < child->count(); ++k) parent.F[place[child->points[k]]] = child->F[k];
  refresh_offsets(parent);
  parent.until_shrink = 0;
}

/// The points that can be part of a violating pair: u_i that can grow with up_i - F_i > M, u_j that can shrink with
/// down_j - F_j < m. All others are at a bound or at the kink, on the optimal side.
std::vector<int> Smo::State::candidates(const SmoLevel& level) const {
  std::vector<int> chosen;
  for (int k = 0; k < level.count(); ++k)
    if (level.up[k] - level.F[k] > level.extremes.M || level.down[k] - level.F[k] < level.extremes.m)
      chosen.push_back(k);
  return chosen;
}

/// Start a child with those points. @return false if there is nothing to leave out
bool Smo::State::descend() {
  if (!options.shrinking) return false;
  SmoLevel& parent = *levels.back();
  const std::vector<int> chosen = candidates(parent);
  if (static_cast<double>(chosen.size()) > kLargestChild * parent.count()) return false;
  const double bytes = options.cache_bytes * (1 - kCacheShare) * std::ldexp(1.0, -static_cast<int>(levels.size()));
  auto child = std::make_unique<SmoLevel>(parent, chosen, bytes);
  for (const int point : child->points) child->u_start.push_back(u[point]);
  child->tolerance = std::max(parent.tolerance, kChildTolerance * parent.gap());
  child->until_shrink = period(*child);
  refresh_offsets(*child);
  levels.push_back(std::move(child));
  return true;
}

Smo::Smo(const KernelMatrix& matrix, const Qp& qp, const SmoOptions& options)
    : state_(std::make_unique<State>(matrix, qp, options)) {}
Smo::~Smo() = default;

bool Smo::advance(long iterations) {
  NoObserver nobody;
  return state_->advance(iterations, nobody);
}
bool Smo::advance(long iterations, SmoObserver& observer) { return state_->advance(iterations, observer); }

bool Smo::finished() const { return state_->finished; }
long Smo::iterations() const { return state_->iterations; }
long Smo::active_set_steps() const { return state_->active_set_steps; }
double Smo::kkt_gap() const { return std::max(state_->levels.back()->gap(), 0.0); }
const std::vector<double>& Smo::u() const { return state_->u; }

std::vector<double> Smo::gradient() const {
  SmoLevel& whole = *state_->levels.front();
  std::vector<double> F = whole.F;
  if (state_->levels.size() > 1) {
    const SmoLevel& child = *state_->levels[1];
    for (int k = 0; k < child.count(); ++k) {
      const int point = child.points[k];
      const double change = state_->u[point] - child.u_start[k];
      if (change != 0) whole.add_row(F, change, point, state_->scratch);
    }
  }
  F.resize(whole.count());
  return F;
}

std::vector<double> Smo::a() const {
  std::vector<double> a(state_->qp.point.size());
  for (std::size_t v = 0; v < a.size(); ++v) a[v] = std::max(state_->qp.y[v] * state_->u[state_->qp.point[v]], 0.0);
  return a;
}

double Smo::peak_cache_bytes() const { return state_->peak_bytes; }

}  // namespace proofground
