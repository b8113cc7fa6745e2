#include "wasm/svdd/run.h"

#include <utility>

#include "svdd/distance.h"
#include "svdd/kkt_case.h"
#include "svm/projection.h"
#include "wasm/core/claim_output.h"
#include "wasm/core/window.h"
#include "wasm/svdd/claim_output.h"
#include "wasm/svdd/input.h"
#include "wasm/svm/conversion.h"

namespace proofground::border {
namespace {

/// Most samples of a map along either side: more than any screen has.
constexpr int kMostSamples = 8192;

}  // namespace

SvddRun::SvddRun(const val& problem, const val& options)
    : Run(read_svdd_problem(problem), read_fit_options(problem), options) {}

val SvddRun::solution() { return to_js(present()); }

val SvddRun::scaling() const { return scaling_of(units()).get(); }

std::vector<double> SvddRun::distance2(std::vector<double> x_new) {
  return svdd::distance2(problem(), present(), to_solved(std::move(x_new)));
}

std::vector<double> SvddRun::map(const val& request, const val& other) {
  const Fields fields(request, "");
  const int d = problem().d;
  svdd::Grid grid;
  grid.column_x = fields.integer("columnX", 0, d - 1);
  grid.column_y = fields.integer("columnY", 0, d - 1);
  const auto [x0, x1] = read_ends(fields, "x0", "x1");
  const auto [y0, y1] = read_ends(fields, "y0", "y1");
  const auto along = [&](int column, double from, double to, const char* samples) {
    std::vector<double> values = spaced(from, to, fields.integer(samples, 2, kMostSamples));
    for (double& value : values) value = standardised(value, units().x_mean[column], units().x_scale[column]);
    return values;
  };
  grid.x = along(grid.column_x, x0, x1, "width");
  grid.y = along(grid.column_y, y0, y1, "height");
  grid.at = units().x_to_solved(means());
  svdd::Solution given;
  if (!other.isNull()) given = read_svdd_solution(other);
  return svdd::distance2_map(problem(), other.isNull() ? present() : given, grid);
}

val SvddRun::projection(const val& request) {
  const Projection shadow(problem().points(), Fields(request, "").integer("dims", 2, 3));
  const std::vector<double>& center = present().center;
  Result out;
  out.number("dims", shadow.dims())
      .doubles("points", shadow.of(problem().points()))
      .value("center", center.empty() ? val::null() : doubles(shadow.of({center.data(), 1, problem().d})))
      .doubles("explained", shadow.explained());
  return out.get();
}

std::vector<std::uint8_t> SvddRun::cases() { return svdd::classify_all(problem(), present(), tolerance()); }

val SvddRun::claim(const val& request, const val& options) {
  const Fields fields(request, "");
  svdd::ClaimOptions claim_options = read_svdd_claim_options(options, problem());
  claim_options.tolerance = asked(svdd::fine_tolerance(problem(), certificate().distance2));
  const std::string id = fields.text("id");
  const val claim = to_js(svdd::check_claim(id, problem(), certificate(), claim_options, read_mistake(fields)));
  const double apart = svdd::apart(certificate(), present());
  return Result(claim).value("judged", judged_to_js(solved_anew(), apart)).get();
}

}  // namespace proofground::border
