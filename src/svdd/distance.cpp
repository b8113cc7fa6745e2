// Compiled for speed: a sum over all points for each place of a map.
#include "svdd/distance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "core/require.h"
#include "svm/centre.h"
#include "svm/kernel_sum.h"
#include "svm/packed.h"

namespace proofground::svdd {

namespace {

using packed::both;
using packed::f64x2;
using packed::kLanes;
using packed::load;
using packed::store;

/// Factors below this are taken as 0: 1e-150 adds nothing to sums next to 1, and the product of two larger ones is
/// never a denormal number, with which processors are slow.
constexpr double kNegligible = 1e-150;
/// Samples of an axis in one tile: a tile of 4 x 4 cells has its 16 sums in 8 registers.
constexpr int kTile = 4;

constexpr int tiles(int samples) { return (samples + kTile - 1) / kTile; }

void require_alpha(const Problem& problem, const Solution& solution) {
  require_valid(problem);
  require_one_each(solution.alpha, problem.weights.size(), "solution.alpha");
  require_finite(solution.alpha.data(), problem.n(), "solution.alpha");
}

void require_valid_grid(const Grid& grid, int d) {
  require(grid.column_x >= 0 && grid.column_x < d, "columnX", "a column of x", grid.column_x);
  require(grid.column_y >= 0 && grid.column_y < d, "columnY", "a column of x", grid.column_y);
  require(grid.column_x != grid.column_y, "columnY", "another column than columnX", grid.column_y);
  require_one_each(grid.at, static_cast<std::size_t>(d), "at");
  require_finite(grid.x.data(), static_cast<int>(grid.x.size()), "x");
  require_finite(grid.y.data(), static_cast<int>(grid.y.size()), "y");
  require_finite(grid.at.data(), d, "at");
}

/// sum of term(row_k, at_k) over the coordinates k that the grid holds fixed.
template <class Term>
double over_fixed(const Grid& grid, const double* row, Term term) {
  double sum = 0;
  for (int k = 0; k < static_cast<int>(grid.at.size()); ++k)
    if (k != grid.column_x && k != grid.column_y) sum += term(row[k], grid.at[k]);
  return sum;
}

// ---- linear ---------------------------------------------------------------------------------------------------------

/// The coordinates of mu about `centre`.
struct Ball {
  explicit Ball(const Problem& problem, const std::vector<double>& alpha)
      : centre(centre_for(problem.kernel, problem.points())), mu(sum_about(problem.points(), centre, alpha)) {}

  [[nodiscard]] double along(int k, double z) const {
    const double difference = (z - centre[k]) - mu[k];
    return difference * difference;
  }

  std::vector<double> centre, mu;
};

std::vector<double> linear_map(const Problem& problem, const std::vector<double>& alpha, const Grid& grid) {
  const Ball ball(problem, alpha);
  double fixed = 0;
  for (int k = 0; k < problem.d; ++k)
    if (k != grid.column_x && k != grid.column_y) fixed += ball.along(k, grid.at[k]);
  std::vector<double> answer;
  answer.reserve(grid.x.size() * grid.y.size());
  for (const double y : grid.y) {
    const double row = ball.along(grid.column_y, y) + fixed;
    for (const double x : grid.x) answer.push_back(ball.along(grid.column_x, x) + row);
  }
  return answer;
}

// ---- rbf ------------------------------------------------------------------------------------------------------------

/// (tiles x support x kTile) scale_j exp(-gamma ((s - x_j[column])^2 + fixed_j)) for the samples s of each tile.
std::vector<double> factors(double gamma, const std::vector<double>& samples, const Points& support, int column,
                            const std::vector<double>& fixed, const std::vector<double>& scale) {
  const int count = static_cast<int>(samples.size());
  std::vector<double> padded(samples);
  padded.resize(static_cast<std::size_t>(tiles(count)) * kTile, samples.back());
  std::vector<double> out(padded.size() * support.n);
  double* to = out.data();
  for (int t = 0; t < tiles(count); ++t) {
    for (int j = 0; j < support.n; ++j) {
      const f64x2 place = both(support.row(j)[column]), beside = both(fixed[j]), times = both(scale[j]);
      for (int k = 0; k < kTile; k += kLanes, to += kLanes) {
        const f64x2 difference = load(padded.data() + t * kTile + k) - place;
        const f64x2 value = packed::exp_nonpositive(both(-gamma) * (difference * difference + beside));
        store(to, value < both(kNegligible) ? both(0.0) : times * value);
      }
    }
  }
  return out;
}

/// The 4 x 4 sums of one tile. @param rows, columns (support x kTile)  @param out row-major
void tile_product(const double* rows, const double* columns, int support, std::array<double, kTile * kTile>& out) {
  std::array<f64x2, kTile> left{}, right{};
  for (int j = 0; j < support; ++j, rows += kTile, columns += kTile) {
    const f64x2 first = load(columns), second = load(columns + kLanes);
    for (int k = 0; k < kTile; ++k) {
      left[k] += both(rows[k]) * first;
      right[k] += both(rows[k]) * second;
    }
  }
  for (int k = 0; k < kTile; ++k) {
    store(out.data() + k * kTile, left[k]);
    store(out.data() + k * kTile + kLanes, right[k]);
  }
}

std::vector<double> rbf_map(const Kernel& kernel, const KernelSum& sum, const Grid& grid) {
  const Points support = sum.support();
  const int width = static_cast<int>(grid.x.size()), height = static_cast<int>(grid.y.size());
  std::vector<double> fixed(support.n);
  for (int j = 0; j < support.n; ++j)
    fixed[j] = over_fixed(grid, support.row(j), [](double a, double b) { return (a - b) * (a - b); });
  const std::vector<double> nothing(support.n, 0.0), one(support.n, 1.0);
  const std::vector<double> rows = factors(kernel.gamma, grid.y, support, grid.column_y, fixed, sum.coefficients());
  const std::vector<double> columns = factors(kernel.gamma, grid.x, support, grid.column_x, nothing, one);

  const double norm2 = sum.norm2();
  const std::ptrdiff_t panel = static_cast<std::ptrdiff_t>(support.n) * kTile;
  std::vector<double> answer(static_cast<std::size_t>(width) * height);
  std::array<double, kTile * kTile> tile{};
  for (int row = 0; row < height; row += kTile) {
    for (int column = 0; column < width; column += kTile) {
      tile_product(rows.data() + row / kTile * panel, columns.data() + column / kTile * panel, support.n, tile);
      for (int r = row; r < std::min(row + kTile, height); ++r)
        for (int c = column; c < std::min(column + kTile, width); ++c)
          answer[static_cast<std::size_t>(r) * width + c] =
              std::max((1 - 2 * tile[(r - row) * kTile + (c - column)]) + norm2, 0.0);
    }
  }
  return answer;
}

// ---- poly and sigmoid -----------------------------------------------------------------------------------------------

/// All points become points of three coordinates: the two of the grid, and one for all that are fixed. For x_j the
/// third is its inner product with the fixed coordinates, for z it is 1; in k(z, z) it is their norm.
std::vector<double> dot_map(const Problem& problem, const KernelSum& sum, const Grid& grid) {
  const auto product = [](double a, double b) { return a * b; };
  const Points support = sum.support();
  std::vector<double> reduced, line(3 * grid.x.size()), answer;
  for (int j = 0; j < support.n; ++j) {
    const double* row = support.row(j);
    reduced.insert(reduced.end(), {row[grid.column_x], row[grid.column_y], over_fixed(grid, row, product)});
  }
  const KernelSum reduced_sum(problem.kernel, {reduced.data(), support.n, 3}, sum.coefficients());
  const double norm2 = sum.norm2(), fixed = std::sqrt(over_fixed(grid, grid.at.data(), product));
  const Points cells{line.data(), static_cast<int>(grid.x.size()), 3};
  for (const double y : grid.y) {
    for (std::size_t c = 0; c < grid.x.size(); ++c) {
      line[3 * c] = grid.x[c];
      line[3 * c + 1] = y;
      line[3 * c + 2] = 1;
    }
    const std::vector<double> sums = reduced_sum.at(cells);
    for (std::size_t c = 0; c < grid.x.size(); ++c) {
      const std::array<double, 3> z{grid.x[c], y, fixed};
      answer.push_back(std::max((evaluate(problem.kernel, z.data(), z.data(), 3) - 2 * sums[c]) + norm2, 0.0));
    }
  }
  return answer;
}

}  // namespace

std::vector<double> distance2(const Problem& problem, const Solution& solution, const std::vector<double>& x_new) {
  require_alpha(problem, solution);
  const int d = problem.d;
  require_rows(x_new.size(), static_cast<std::size_t>(d), "xNew");
  require_data(x_new.data(), static_cast<int>(x_new.size()), "xNew");

  const Points at{x_new.data(), static_cast<int>(x_new.size()) / d, d};
  if (problem.kernel.type == KernelType::linear) {
    const Ball ball(problem, solution.alpha);
    std::vector<double> answer(at.n, 0.0);
    for (int i = 0; i < at.n; ++i)
      for (int k = 0; k < d; ++k) answer[i] += ball.along(k, at.row(i)[k]);
    return answer;
  }
  const KernelSum sum(problem.kernel, problem.points(), solution.alpha);
  const double norm2 = sum.norm2();
  std::vector<double> answer = sum.at(at);
  for (int i = 0; i < at.n; ++i) {
    const double self = evaluate(problem.kernel, at.row(i), at.row(i), d);
    answer[i] = std::max((self - 2 * answer[i]) + norm2, 0.0);
  }
  return answer;
}

std::vector<double> distance2_map(const Problem& problem, const Solution& solution, const Grid& grid) {
  require_alpha(problem, solution);
  require_valid_grid(grid, problem.d);
  if (grid.x.empty() || grid.y.empty()) return {};
  const Kernel& kernel = problem.kernel;
  if (kernel.type == KernelType::linear) return linear_map(problem, solution.alpha, grid);
  const KernelSum sum(kernel, problem.points(), solution.alpha);
  return kernel.type == KernelType::rbf ? rbf_map(kernel, sum, grid) : dot_map(problem, sum, grid);
}

}  // namespace proofground::svdd
