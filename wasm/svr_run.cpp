#include "svr_run.h"

#include <algorithm>
#include <utility>

#include "svr/claims/dual.h"
#include "svr/kkt_case.h"
#include "svr_claim.h"
#include "svr_problem.h"

namespace proofground::border {
namespace {

/// Most points of a curve: far more than any screen has columns.
constexpr int kMostSamples = 100'000;

}  // namespace

SvrRun::SvrRun(const val& problem, const val& options) {
  const Fields fields(options, "options");
  const bool standardise = fields.flag_or("standardise", false);
  max_trace_ = static_cast<std::size_t>(fields.integer_or("maxTrace", 0, 1'000'000, 0));
  const svr::Options solver = read_svr_options(problem);
  tolerance_ = solver.tolerance;
  problem_ = read_svr_problem(problem);
  scaling_ = svr::identity_scaling(problem_.d);
  if (standardise) {
    svr::Standardised standardised = svr::standardise(problem_);
    problem_ = std::move(standardised.problem);
    scaling_ = std::move(standardised.scaling);
    means_ = scaling_.x_mean;
  }
  fit_.emplace(problem_, solver);
}

bool SvrRun::advance(int iterations) {
  present_.reset();
  sharpened_.reset();
  bool finished = false;
  for (; iterations > 0 && !finished && primal_.size() < max_trace_; --iterations) {
    finished = fit_->advance(1, steps_);
    if (steps_.size() > primal_.size()) primal_.push_back(svr::best_primal(problem_, fit_->solution()));
  }
  // Zero further iterations still say whether it is finished.
  return finished || fit_->advance(iterations);
}

const svr::Solution& SvrRun::present() {
  if (!present_) present_ = fit_->solution();
  return *present_;
}

val SvrRun::solution() { return to_js(present(), problem_); }

val SvrRun::scaling() const {
  Result out;
  out.doubles("xMean", scaling_.x_mean)
      .doubles("xScale", scaling_.x_scale)
      .number("yMean", scaling_.y_mean)
      .number("yScale", scaling_.y_scale);
  return out.get();
}

std::vector<double> SvrRun::predict(std::vector<double> x_new) {
  require(x_new.size() % static_cast<std::size_t>(problem_.d) == 0, "xNew", "a multiple of d numbers",
          static_cast<double>(x_new.size()));
  require_data(x_new.data(), static_cast<int>(x_new.size()), "xNew");
  return scaling_.y_to_user(svr::predict(problem_, present(), scaling_.x_to_solved(std::move(x_new))));
}

val SvrRun::curve(const val& request) {
  const Fields fields(request, "");
  const int d = problem_.d;
  const int column = fields.integer("column", 0, d - 1);
  const int samples = fields.integer("samples", 2, std::min(kMostSamples, kLargestCount / d));
  const double from = fields.number("from"), to = fields.number("to");
  require_finite(&from, 1, "from");
  require_finite(&to, 1, "to");
  require(from < to, "to", "a number above from", to);
  if (means_.empty()) means_ = svr::standardise(problem_).scaling.x_mean;

  std::vector<double> x(static_cast<std::size_t>(samples)), points;
  points.reserve(static_cast<std::size_t>(samples) * static_cast<std::size_t>(d));
  for (int i = 0; i < samples; ++i) {
    const double part = static_cast<double>(i) / (samples - 1);
    x[static_cast<std::size_t>(i)] = (1 - part) * from + part * to;  // both ends exactly
    points.insert(points.end(), means_.begin(), means_.end());
    points[points.size() - static_cast<std::size_t>(d - column)] = x[static_cast<std::size_t>(i)];
  }
  Result out;
  out.doubles("x", x).doubles("f", predict(std::move(points)));
  return out.get();
}

val SvrRun::trace() const {
  std::vector<int> i, j;
  std::vector<double> dual, kkt_gap;
  for (const svr::Step& step : steps_) {
    i.push_back(step.i);
    j.push_back(step.j);
    dual.push_back(step.dual);
    kkt_gap.push_back(step.kkt_gap);
  }
  Result out;
  out.integers("i", i).integers("j", j).doubles("dual", dual).doubles("primal", primal_).doubles("kktGap", kkt_gap);
  return out.get();
}

std::vector<std::uint8_t> SvrRun::cases() {
  const double epsilon = problem_.epsilon;
  return svr::classify_all(present().residual, epsilon, svr::edge_band(epsilon, tolerance_));
}

val SvrRun::claim(const val& request, const val& options) {
  const Fields fields(request, "");
  const svr::ClaimOptions asked = read_svr_claim_options(options, problem_, scaling_);
  const std::string id = fields.text("id");
  const bool broken = fields.flag_or("broken", false);
  if (!sharpened_) sharpened_ = svr::sharpened(problem_, present());
  return to_js(svr::check_claim(id, problem_, *sharpened_, asked, broken));
}

}  // namespace proofground::border
