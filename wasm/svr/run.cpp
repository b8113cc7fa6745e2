#include "wasm/svr/run.h"

#include <algorithm>
#include <utility>

#include "svr/kkt_case.h"
#include "wasm/core/claim_output.h"
#include "wasm/core/window.h"
#include "wasm/svr/claim_output.h"
#include "wasm/svr/input.h"

namespace proofground::border {
namespace {

/// Most points of a curve: far more than any screen has columns.
constexpr int kMostSamples = 100'000;

}  // namespace

SvrRun::SvrRun(const val& problem, const val& options)
    : Run(read_svr_problem(problem), read_fit_options(problem), options) {}

val SvrRun::solution() { return to_js(present(), problem()); }

val SvrRun::scaling() const {
  return scaling_of(units()).number("yMean", units().y_mean).number("yScale", units().y_scale).get();
}

double SvrRun::tube() const { return units().length_to_user(problem().epsilon); }

std::vector<double> SvrRun::predict(std::vector<double> x_new, const val& other) {
  svr::Solution given;
  if (!other.isNull()) given = read_svr_solution(other);
  const svr::Solution& solution = other.isNull() ? present() : given;
  return units().y_to_user(svr::predict(problem(), solution, to_solved(std::move(x_new))));
}

val SvrRun::curve(const val& request, const val& other) {
  const Fields fields(request, "");
  const int d = problem().d;
  const int column = fields.integer("column", 0, d - 1);
  const int samples = fields.integer("samples", 2, std::min(kMostSamples, kLargestCount / d));
  const auto [from, to] = read_ends(fields, "from", "to");
  const std::vector<double> x = spaced(from, to, samples);
  std::vector<double> points;
  points.reserve(x.size() * static_cast<std::size_t>(d));
  for (const double value : x) {
    points.insert(points.end(), means().begin(), means().end());
    points[points.size() - static_cast<std::size_t>(d - column)] = flushed(value);
  }
  Result out;
  out.doubles("x", x).doubles("f", predict(std::move(points), other));
  return out.get();
}

std::vector<std::uint8_t> SvrRun::cases() {
  const double epsilon = problem().epsilon;
  return svr::classify_all(present().residual, epsilon, svr::edge_band(epsilon, tolerance()));
}

val SvrRun::claim(const val& request, const val& options) {
  const Fields fields(request, "");
  svr::ClaimOptions claim_options = read_svr_claim_options(options, problem(), units());
  const std::string id = fields.text("id");
  claim_options.tolerance = asked(svr::fine_options(problem()).tolerance);
  const val claim = to_js(svr::check_claim(id, problem(), certificate(), claim_options, read_mistake(fields)));
  const double apart = svr::apart(problem(), certificate(), present());
  return Result(claim).value("judged", judged_to_js(solved_anew(), apart)).get();
}

}  // namespace proofground::border
