#include "wasm/svdd/claim_output.h"

#include "wasm/core/claim_output.h"
#include "wasm/svdd/input.h"
#include "wasm/svm/conversion.h"

namespace proofground::border {
namespace {

Result picture(const svdd::LagrangianPicture& p) {
  Result out;
  out.number("point", p.point)
      .number("alpha", p.alpha)
      .number("beta", p.beta)
      .number("gamma", p.gamma)
      .number("distance2", p.distance2)
      .number("xi", p.xi)
      .number("rho", p.rho)
      .doubles("terms", p.terms)
      .number("value", p.value)
      .number("saddle", p.saddle)
      .doubles("below", p.below)
      .doubles("above", p.above)
      .doubles("intact", p.intact)
      .doubles("byTerm", p.by_term)
      .doubles("byVariable", p.by_variable);
  return out;
}

Result picture(const svdd::DualityPicture& p) {
  Result out = path_of(p);
  out.number("certificatePrimal", p.certificate_primal)
      .number("certificateDual", p.certificate_dual)
      .doubles("radius", p.radius)
      .doubles("boundary", p.boundary)
      .doubles("rho", p.rho)
      .doubles("edge", p.edge)
      .number("chordShortfall", p.chord_shortfall)
      .number("slaterRho", p.slater_rho)
      .doubles("slaterXi", p.slater_xi)
      .doubles("relaxed", p.relaxed)
      .doubles("relaxedCost", p.relaxed_cost)
      .doubles("relaxedBound", p.relaxed_bound)
      .number("slope", p.slope)
      .number("slopeLeast", p.slope_least)
      .doubles("verticalU", p.vertical_u)
      .doubles("verticalCost", p.vertical_cost);
  return out;
}

Result picture(const svdd::DualFunctionPicture& p) {
  Result out;
  out.number("theta", p.theta)
      .number("alphaSum", p.alpha_sum)
      .doubles("distance", p.distance)
      .doubles("lagrangian", p.lagrangian)
      .doubles("intact", p.intact)
      .doubles("ride", p.ride)
      .doubles("rideRho", p.ride_rho)
      .doubles("rideXi", p.ride_xi)
      .doubles("pathT", p.path_t)
      .doubles("pathTheta", p.path_theta)
      .doubles("pathRight", p.path_right)
      .doubles("lineT", p.line_t)
      .doubles("lineStart", p.line_start)
      .doubles("lineEnd", p.line_end);
  return out;
}

Result picture(const svdd::SimplifiedDualPicture& p) {
  Result out;
  out.doubles("s", p.s)
      .doubles("objective", p.objective)
      .doubles("intact", p.intact)
      .number("alphaSum", p.alpha_sum)
      .number("sFace", p.s_face)
      .number("alphaSumLo", p.alpha_sum_lo)
      .number("up", p.up)
      .number("gain", p.gain);
  return out;
}

Result picture(const svdd::CentrePicture& p) {
  Result out;
  out.doubles("force", p.force)
      .doubles("pull", p.pull)
      .number("residual2", p.residual2)
      .doubles("distance", p.distance)
      .doubles("cost", p.cost)
      .number("here", p.here)
      .number("least", p.least);
  return out;
}

Result picture(const svdd::RadiusPicture& p) {
  Result out;
  out.doubles("rho", p.rho)
      .doubles("h", p.h)
      .doubles("outside", p.outside)
      .number("lo", p.lo)
      .number("hi", p.hi)
      .number("minimum", p.minimum)
      .number("pick", p.pick)
      .number("value", p.value)
      .number("slopeLeft", p.slope_left)
      .number("slopeRight", p.slope_right)
      .flag("minimises", p.minimises)
      .number("excess", p.excess)
      .number("nu", p.nu)
      .number("rightNu", p.right_nu)
      .number("claimedLo", p.claimed_lo)
      .number("claimedHi", p.claimed_hi)
      .doubles("wrong", p.wrong);
  return out;
}

Result picture(const svdd::SlackPicture& p) {
  Result out;
  out.doubles("distance2", p.distance2).doubles("xi", p.xi).doubles("xiAtLo", p.xi_at_lo).doubles("xiAtHi", p.xi_at_hi);
  return out;
}

Result picture(const svdd::StaircasePicture& p) {
  Result out;
  out.doubles("excess", p.excess)
      .doubles("alpha", p.alpha)
      .doubles("box", p.box)
      .bytes("kktCase", p.kkt_case)
      .doubles("distance", p.distance)
      .number("band", p.band)
      .number("insideLevel", p.inside_level)
      .number("outsideLevel", p.outside_level);
  return out;
}

Result picture(const svdd::NuPicture& p) {
  Result out;
  out.number("nu", p.nu)
      .number("outside", p.outside)
      .number("notInside", p.not_inside)
      .number("intactNu", p.intact_nu)
      .number("intactOutside", p.intact_outside)
      .number("intactNotInside", p.intact_not_inside)
      .doubles("sweepNu", p.sweep_nu)
      .doubles("sweepOutside", p.sweep_outside)
      .doubles("sweepNotInside", p.sweep_not_inside)
      .doubles("sweepRho", p.sweep_rho)
      .doubles("sweepIntact", p.sweep_intact)
      .number("sweepTried", p.sweep_tried)
      .number("sweepPoints", p.sweep_points)
      .number("added", p.added);
  return out;
}

}  // namespace

svdd::ClaimOptions read_svdd_claim_options(const val& options, const svdd::Problem& problem) {
  const Fields fields(options, "options");
  svdd::ClaimOptions out;
  out.point = fields.integer_or("point", 0, problem.n() - 1, out.point);
  out.alpha = fields.maybe_number("alpha");
  out.beta = fields.maybe_number("beta");
  out.gamma = fields.maybe_number("gamma");
  out.rho = fields.maybe_number("rho");
  out.seed = read_seed(fields);
  return out;
}

val to_js(const svdd::ClaimResult& result) {
  const val drawn = std::visit([](const auto& p) { return picture(p).get(); }, result.picture);
  val certificate = val::null();
  if (result.broken_certificate) certificate = certificate_to_js(*result.broken_certificate).get();
  return Result(claim_to_js(result.claim, result.mistake, result.mistakes, drawn))
      .value("certificate", certificate)
      .get();
}

}  // namespace proofground::border
