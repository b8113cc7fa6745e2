#include "wasm/svr/claim_output.h"

#include "wasm/core/claim_output.h"
#include "wasm/svm/conversion.h"
#include "wasm/svr/input.h"

namespace proofground::border {
namespace {

Result picture(const svr::LagrangianPicture& p) {
  Result out;
  out.number("point", p.point)
      .number("alpha", p.alpha)
      .number("alphaStar", p.alpha_star)
      .number("beta", p.beta)
      .number("residual", p.residual)
      .number("xi", p.xi)
      .doubles("terms", p.terms)
      .doubles("intact", p.intact)
      .number("value", p.value)
      .number("saddle", p.saddle)
      .doubles("below", p.below)
      .doubles("above", p.above);
  return out;
}

Result picture(const svr::DualPicture& p) {
  Result out = path_of(p);
  out.number("certificatePrimal", p.certificate_primal)
      .number("certificateDual", p.certificate_dual)
      .number("sum", p.sum)
      .doubles("beta", p.beta)
      .doubles("alpha", p.alpha)
      .doubles("alphaStar", p.alpha_star)
      .doubles("intactAlpha", p.intact_alpha)
      .doubles("intactAlphaStar", p.intact_alpha_star)
      .number("C", p.C)
      .number("point", p.point);
  return out;
}

Result picture(const svr::OffsetPicture& p) {
  Result out;
  out.doubles("b", p.b)
      .doubles("g", p.g)
      .number("lo", p.lo)
      .number("hi", p.hi)
      .number("minimum", p.minimum)
      .number("pick", p.pick)
      .number("value", p.value)
      .number("slopeLeft", p.slope_left)
      .number("slopeRight", p.slope_right)
      .flag("minimises", p.minimises)
      .number("excess", p.excess);
  return out;
}

Result picture(const svr::StaircasePicture& p) {
  Result out;
  out.doubles("residual", p.residual)
      .doubles("coefficient", p.coefficient)
      .bytes("kktCase", p.kkt_case)
      .doubles("distance", p.distance)
      .number("band", p.band)
      .number("C", p.C)
      .number("epsilon", p.epsilon)
      .number("point", p.point)
      .doubles("xi", p.xi)
      .doubles("intactResidual", p.intact_residual)
      .doubles("intactCoefficient", p.intact_coefficient);
  return out;
}

Result picture(const svr::GramPicture& p) {
  Result out;
  out.doubles("gram", p.gram)
      .doubles("trainedOn", p.trained_on)
      .number("m", p.m)
      .integers("shown", p.shown)
      .number("solved", p.solved)
      .number("smallestEigenvalue", p.smallest_eigenvalue)
      .doubles("rotated", p.rotated)
      .doubles("unstretched", p.unstretched)
      .number("rotatedD", p.rotated_d)
      .doubles("coefficientFromGram", p.coefficient_from_gram)
      .doubles("coefficientRotated", p.coefficient_rotated);
  return out;
}

Result picture(const svr::PredictionPicture& p) {
  Result out;
  out.doubles("at", p.at).doubles("kernel", p.kernel).doubles("bars", p.bars).number("f", p.f).number("b", p.b);
  out.doubles("used", p.used).number("sum", p.sum).number("leftOut", p.left_out);
  return out;
}

}  // namespace

svr::ClaimOptions read_svr_claim_options(const val& options, const svr::Problem& problem, const svr::Scaling& scaling) {
  const Fields fields(options, "options");
  svr::ClaimOptions out;
  out.point = fields.integer_or("point", 0, problem.n() - 1, out.point);
  out.alpha = fields.maybe_number("alpha");
  out.alpha_star = fields.maybe_number("alphaStar");
  out.beta = fields.maybe_number("beta");
  out.b = fields.maybe_number("b");
  if (fields.has("at")) {
    std::vector<double> at = fields.numbers("at");
    require_one_each(at, static_cast<std::size_t>(problem.d), "options.at");
    require_finite(at.data(), problem.d, "options.at");
    out.at = scaling.x_to_solved(std::move(at));
  }
  out.seed = read_seed(fields);
  return out;
}

val to_js(const svr::ClaimResult& result) {
  const val drawn = std::visit([](const auto& p) { return picture(p).get(); }, result.picture);
  val certificate = val::null();
  if (result.broken_certificate) certificate = certificate_to_js(*result.broken_certificate);
  return Result(claim_to_js(result.claim, result.mistake, result.mistakes, drawn))
      .value("certificate", certificate)
      .get();
}

}  // namespace proofground::border
