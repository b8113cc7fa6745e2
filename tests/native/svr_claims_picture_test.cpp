// What the pictures of problem 1 hold, against values known by hand or by another rule.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/require.h"
#include "golden.h"
#include "svm/spectrum.h"
#include "svr/claims/claims.h"
#include "svr_claims_problems.h"

namespace proofground::svr::test {
namespace {

template <class Picture>
Picture picture_of(const std::string& id, const Problem& problem, const Solution& solution,
                   const ClaimOptions& options = {}, bool broken = false) {
  return std::get<Picture>(check_claim(id, problem, solution, options, broken ? Mistake("plain") : Mistake()).picture);
}

const Problem kWave = wave(40, 2, rbf(1), 10, 0.1);

TEST(LagrangianPicture, TermsAddUpToTheValue) {
  ClaimOptions options;
  options.point = 3;
  options.alpha = 0.5;
  options.alpha_star = 2;
  options.beta = 0.25;
  const Solution solution = certificate(kWave);
  const auto picture = picture_of<LagrangianPicture>("1a", kWave, solution, options);
  ASSERT_EQ(picture.terms.size(), 5U);
  EXPECT_DOUBLE_EQ(std::accumulate(picture.terms.begin(), picture.terms.end(), 0.0), picture.value);
  EXPECT_EQ(picture.alpha, 0.5);
  EXPECT_EQ(picture.alpha_star, 2);
  EXPECT_EQ(picture.beta, 0.25);
  // Only the chosen point's terms change, linearly.
  const double upper = picture.residual - kWave.epsilon - picture.xi,
               lower = -picture.residual - kWave.epsilon - picture.xi;
  const double change = (0.5 - solution.alpha[3]) * upper + (2 - solution.alpha_star[3]) * lower -
                        (0.25 - (kWave.C - solution.alpha[3] - solution.alpha_star[3])) * picture.xi;
  EXPECT_NEAR(picture.value, picture.saddle + change, 1e-9);
  EXPECT_NEAR(picture.saddle, solution.primal, 1e-6);
}

TEST(LagrangianPicture, DrawsLieOnTheirSides) {
  const Solution solution = certificate(kWave);
  const auto picture = picture_of<LagrangianPicture>("1a", kWave, solution);
  EXPECT_EQ(picture.below.size(), 200U);
  EXPECT_EQ(picture.above.size(), 200U);
  EXPECT_LE(*std::max_element(picture.below.begin(), picture.below.end()), picture.saddle + 1e-5);
  EXPECT_GE(*std::min_element(picture.above.begin(), picture.above.end()), picture.saddle - 1e-5);
  // They are draws, not copies of the saddle.
  EXPECT_LT(*std::min_element(picture.below.begin(), picture.below.end()), picture.saddle - 1);
  EXPECT_GT(*std::max_element(picture.above.begin(), picture.above.end()), picture.saddle + 1);
  EXPECT_EQ(picture.below, picture_of<LagrangianPicture>("1a", kWave, solution).below);
  ClaimOptions other;
  other.seed = 2;
  EXPECT_NE(picture.below, picture_of<LagrangianPicture>("1a", kWave, solution, other).below);
}

TEST(DualPicture, GapClosesAlongThePath) {
  const Solution solution = certificate(kWave);
  const auto picture = picture_of<DualPicture>("1b", kWave, solution);
  ASSERT_GE(picture.iteration.size(), 3U);
  ASSERT_LE(picture.iteration.size(), 513U);
  EXPECT_EQ(picture.iteration.front(), 0);
  EXPECT_EQ(picture.dual.front(), 0);
  EXPECT_EQ(picture.iteration.back(), static_cast<double>(solution.report.iterations));
  for (std::size_t k = 0; k + 1 < picture.dual.size(); ++k) {
    EXPECT_LE(picture.dual[k], picture.dual[k + 1] + 1e-9);
    EXPECT_LE(picture.dual[k], picture.primal[k] + 1e-9);
    EXPECT_LE(picture.iteration[k], picture.iteration[k + 1]);
  }
  EXPECT_NEAR(picture.primal.back(), picture.dual.back(), 1e-6 * picture.primal.back());
  for (std::size_t i = 0; i < picture.beta.size(); ++i) {
    EXPECT_EQ(picture.beta[i], kWave.C - solution.alpha[i] - solution.alpha_star[i]);
  }
}

TEST(DualPicture, ABrokenCertificateIsTheOneThatIsJudged) {
  const Solution solution = certificate(kWave);
  ClaimOptions options;
  options.point = 7;
  const ClaimResult result = check_claim("1b", kWave, solution, options, Mistake("plain"));
  ASSERT_TRUE(result.broken_certificate);
  EXPECT_EQ(result.broken_certificate->alpha[7], solution.alpha[7] + kWave.C / 2);
  const auto& picture = std::get<DualPicture>(result.picture);
  const auto gap = std::find_if(result.claim.checks.begin(), result.claim.checks.end(),
                                [](const Check& check) { return check.id == "gap"; });
  ASSERT_NE(gap, result.claim.checks.end());
  EXPECT_EQ(std::abs(picture.certificate_primal - picture.certificate_dual), gap->value);
  EXPECT_GT(gap->value, 1);
  // P from scratch: the fit of the broken multipliers, and its slack.
  const std::vector<double> f = predict(kWave, *result.broken_certificate, kWave.x);
  double primal = 0;
  for (std::size_t i = 0; i < f.size(); ++i) {
    const double delta = result.broken_certificate->alpha[i] - result.broken_certificate->alpha_star[i];
    primal += delta * (f[i] - solution.b) / 2 + kWave.C * std::max(std::abs(kWave.y[i] - f[i]) - kWave.epsilon, 0.0);
  }
  EXPECT_NEAR(picture.certificate_primal, primal, 1e-9 * primal);
  // The path is the solver's, and intact the certificate is its end.
  const auto intact = picture_of<DualPicture>("1b", kWave, solution, options);
  EXPECT_EQ(picture.primal, intact.primal);
  EXPECT_NEAR(intact.certificate_primal, intact.primal.back(), 1e-6 * primal);
}

TEST(OffsetPicture, TiePresetsHaveTheirIntervals) {
  const Problem narrow = tie(0.2), wide = tie(0.6);
  const auto first = picture_of<OffsetPicture>("1c1", narrow, certificate(narrow));
  EXPECT_NEAR(first.lo, 0.2, 1e-12);
  EXPECT_NEAR(first.hi, 0.8, 1e-12);
  EXPECT_NEAR(first.minimum, 1.2, 1e-12);
  const auto second = picture_of<OffsetPicture>("1c1", wide, certificate(wide));
  EXPECT_NEAR(second.lo, 0.4, 1e-12);
  EXPECT_NEAR(second.hi, 0.6, 1e-12);
  EXPECT_NEAR(second.minimum, 0, 1e-12);
  EXPECT_EQ(second.slope_left, 0);
  EXPECT_EQ(second.slope_right, 0);
}

TEST(OffsetPicture, ATrialMovesThePickAndNotTheVerdict) {
  const Problem problem = tie(0.2);
  ClaimOptions options;
  options.b = 0.9;
  const ClaimResult result = check_claim("1c1", problem, certificate(problem), options, {});
  const auto& picture = std::get<OffsetPicture>(result.picture);
  EXPECT_EQ(result.claim.verdict(), Verdict::pass);
  EXPECT_EQ(picture.pick, 0.9);
  EXPECT_NEAR(picture.value, 1.4, 1e-12);
  EXPECT_EQ(picture.slope_left, 2);
  EXPECT_EQ(picture.slope_right, 2);
  // On the edge of the flat piece, where a rounded comparison could go either way.
  options.b = 0.2;
  const auto edge = picture_of<OffsetPicture>("1c1", problem, certificate(problem), options);
  EXPECT_EQ(edge.slope_left, -2);
  EXPECT_EQ(edge.slope_right, 0);
}

TEST(OffsetPicture, TheTrialHasItsOwnVerdict) {
  const Problem problem = tie(0.2);  // g = 1.2 on [0.2, 0.8]
  const Solution solution = certificate(problem);
  ClaimOptions options;
  for (const double b : {0.2, 0.5, 0.8}) {
    options.b = b;
    const auto on = picture_of<OffsetPicture>("1c1", problem, solution, options);
    EXPECT_TRUE(on.minimises) << b;
    EXPECT_NEAR(on.excess, 0, 1e-12) << b;
  }
  for (const auto& [b, excess] : {std::pair{0.9, 0.2}, {0.1, 0.2}, {1.3, 1.2}}) {
    options.b = b;
    const auto off = picture_of<OffsetPicture>("1c1", problem, solution, options);
    EXPECT_FALSE(off.minimises) << b;
    EXPECT_NEAR(off.excess, excess, 1e-12) << b;
  }
}

TEST(OffsetPicture, ABrokenBIsHalfOfEpsilonOff) {
  const Problem problem = tie(0.2);
  const ClaimResult result = check_claim("1c1", problem, certificate(problem), {}, Mistake("plain"));
  const auto& picture = std::get<OffsetPicture>(result.picture);
  EXPECT_NEAR(picture.pick, 0.8 + 0.2 / 2, 1e-6);
  EXPECT_FALSE(picture.minimises);
  ASSERT_TRUE(result.broken_certificate);
  EXPECT_EQ(result.broken_certificate->b, picture.pick);
}

TEST(OffsetPicture, PolylineIsG) {
  const Solution solution = certificate(kWave);
  const auto picture = picture_of<OffsetPicture>("1c1", kWave, solution);
  ASSERT_EQ(picture.b.size(), picture.g.size());
  ASSERT_EQ(picture.b.size(), 2 * kWave.y.size() + 2);
  for (std::size_t k = 0; k < picture.b.size(); ++k) {
    double g = 0;
    for (std::size_t i = 0; i < kWave.y.size(); ++i) {
      g += kWave.C * std::max(std::abs(solution.residual[i] + solution.b - picture.b[k]) - kWave.epsilon, 0.0);
    }
    EXPECT_NEAR(picture.g[k], g, 1e-9 * (1 + g));
  }
}

TEST(StaircasePicture, ClassesOfTheGoldenCases) {
  const auto document = golden::read("svr.json");
  const std::vector<std::string> names{"below", "on_lower", "inside", "on_upper", "above"};
  for (const auto& entry : document["cases"].GetArray()) {
    const Problem problem{.x = golden::matrix_of(entry["X"]),
                          .d = entry["d"].GetInt(),
                          .y = golden::vector_of(entry["y"]),
                          .kernel = golden::kernel_of(entry["kernel"]),
                          .C = entry["C"].GetDouble(),
                          .epsilon = entry["eps"].GetDouble()};
    Solution solution = certificate(problem);
    const auto picture = picture_of<StaircasePicture>("1c2", problem, solution);
    const auto expected = entry["class_at_b_mid"].GetArray();
    for (std::size_t i = 0; i < picture.kkt_case.size(); ++i) {
      EXPECT_EQ(names[picture.kkt_case[i]], expected[static_cast<rapidjson::SizeType>(i)].GetString())
          << entry["id"].GetString() << ' ' << i << " e " << picture.residual[i];
    }
  }
}

TEST(StaircasePicture, AnyBrokenPointIsSeenOffTheStaircase) {
  const Solution solution = certificate(kWave);
  for (int point = 0; point < kWave.n(); ++point) {
    ClaimOptions options;
    options.point = point;
    const auto i = static_cast<std::size_t>(point);
    const ClaimResult result = check_claim("1c2", kWave, solution, options, Mistake("plain"));
    const auto& picture = std::get<StaircasePicture>(result.picture);
    // Beyond the end of the stairs, whatever the residual: a quarter of C is seen at any scale of the axes.
    EXPECT_NEAR(std::abs(picture.coefficient[i]), 1.25 * kWave.C, 1e-9) << point;
    EXPECT_GE(picture.distance[i], 0.25) << point;
    EXPECT_EQ(picture.point, point);
    EXPECT_EQ(picture.intact_coefficient[i], solution.alpha[i] - solution.alpha_star[i]);
    ASSERT_TRUE(result.broken_certificate);
    EXPECT_EQ(result.broken_certificate->alpha[i] - result.broken_certificate->alpha_star[i], picture.coefficient[i]);
    EXPECT_GT(std::min(result.broken_certificate->alpha[i], result.broken_certificate->alpha_star[i]), 0);
  }
}

TEST(CheckClaim, HandsOutABrokenCertificateOnlyWhereThereIsOne) {
  const Solution solution = certificate(kWave);
  for (const std::string id : {"1a", "1b", "1c1", "1c2", "1d1", "1d2"}) {
    EXPECT_FALSE(check_claim(id, kWave, solution, {}, {}).broken_certificate) << id;
    const bool of_formula = id == "1a" || id == "1d1";
    EXPECT_NE(check_claim(id, kWave, solution, {}, Mistake("plain")).broken_certificate.has_value(), of_formula) << id;
  }
  Solution stopped = solution;
  stopped.report.converged = false;
  EXPECT_FALSE(check_claim("1b", kWave, stopped, {}, Mistake("plain")).broken_certificate);
}

TEST(GramPicture, Shows128EvenlySpacedInOrderAndTurnsALineInThePlane) {
  const Problem problem = wave(150, 1, rbf(1), 1, 0.1);
  const Solution solution = certificate(problem);
  const auto picture = picture_of<GramPicture>("1d1", problem, solution);
  ASSERT_EQ(picture.m, 128);
  ASSERT_EQ(picture.shown.size(), 128U);
  ASSERT_EQ(picture.gram.size(), 128U * 128U);
  for (std::size_t k = 0; k + 1 < picture.shown.size(); ++k) {
    EXPECT_LE(problem.x[static_cast<std::size_t>(picture.shown[k])],
              problem.x[static_cast<std::size_t>(picture.shown[k + 1])]);
  }
  // From end to end: the first points alone are near each other, and their K is nearly constant.
  const auto [least, most] = std::minmax_element(problem.x.begin(), problem.x.end());
  EXPECT_EQ(problem.x[static_cast<std::size_t>(picture.shown.front())], *least);
  EXPECT_EQ(problem.x[static_cast<std::size_t>(picture.shown.back())], *most);
  const double difference =
      problem.x[static_cast<std::size_t>(picture.shown[5])] - problem.x[static_cast<std::size_t>(picture.shown[9])];
  EXPECT_NEAR(picture.gram[5 * 128 + 9], std::exp(-difference * difference), 1e-15);
  ASSERT_EQ(picture.rotated_d, 2);
  double turned = 0;
  for (std::size_t i = 0; i < problem.y.size(); ++i) {
    EXPECT_NEAR(std::hypot(picture.rotated[2 * i], picture.rotated[2 * i + 1]), std::abs(problem.x[i]), 1e-14);
    turned = std::max(turned, std::abs(picture.rotated[2 * i + 1]));
  }
  EXPECT_GT(turned, 1e-3);
  for (std::size_t i = 0; i < problem.y.size(); ++i) {
    const double delta = solution.alpha[i] - solution.alpha_star[i];
    EXPECT_NEAR(picture.coefficient_from_gram[i], delta, 1e-4);
    EXPECT_NEAR(picture.coefficient_rotated[i], delta, 1e-4);
  }
}

TEST(GramPicture, BrokenItHasThePlacesBeforeTheStretch) {
  const Solution solution = fit(kWave);
  const auto intact = picture_of<GramPicture>("1d1", kWave, solution);
  const auto broken = picture_of<GramPicture>("1d1", kWave, solution, {}, true);
  EXPECT_TRUE(intact.unstretched.empty());
  EXPECT_EQ(broken.unstretched, intact.rotated);
  ASSERT_EQ(broken.rotated.size(), intact.rotated.size());
  for (std::size_t k = 0; k < intact.rotated.size(); ++k) EXPECT_EQ(broken.rotated[k], 1.25 * intact.rotated[k]);
}

TEST(GramPicture, SmallestEigenvalueOfAKnownMatrix) {
  // K = (1, -1; -1, 1): eigenvalues 0 and 2.
  const Problem problem = literal({-1, 1}, 1, {-1, 1}, kLinear, 10, 0.25);
  EXPECT_NEAR(picture_of<GramPicture>("1d1", problem, certificate(problem)).smallest_eigenvalue, 0, 1e-15);
  const Spectrum values = spectrum({2, 1, 1, 2}, 2);
  EXPECT_NEAR(values.smallest, 1, 1e-15);
  EXPECT_NEAR(values.largest_size, 3, 1e-15);
}

TEST(MercerCondition, OfEachKind) {
  const auto kind = [](const Problem& problem) { return mercer(problem.kernel, problem.points()); };
  EXPECT_EQ(kind(wave(30, 2, sigmoid(0.5, -1), 1, 0.1)), Mercer::indefinite);
  EXPECT_EQ(kind(problems().back().problem), Mercer::conditional);
  EXPECT_EQ(kind(wave(30, 2, poly(1, -3, 2), 1, 0.1)), Mercer::indefinite);
  // (x z)^1 - 1: the constant is absorbed by b.
  EXPECT_EQ(kind(wave(30, 2, poly(1, -1, 1), 1, 0.1)), Mercer::conditional);
  EXPECT_EQ(kind(literal({-1, 1}, 1, {0, 1}, sigmoid(1, 0), 1, 0.1)), Mercer::positive);
}

TEST(MercerCondition, TellsHowFarBelowZeroWhatCountsAsZeroIs) {
  const auto of = [](const Problem& problem) { return definiteness(problem.kernel, problem.points()); };
  const Problem nearly = literal({-2, -1, 0, 1, 2}, 1, {0, 1, 0, -1, 2}, sigmoid(0.01, 9), 1, 0.1);
  EXPECT_NE(of(nearly).kind, Mercer::indefinite);
  EXPECT_GT(of(nearly).negative, 0);
  EXPECT_LT(of(nearly).negative, 1e-10);
  EXPECT_EQ(of(wave(30, 2, rbf(1), 1, 0.1)).negative, 0);
  EXPECT_EQ(of(wave(30, 2, poly(1, -1, 1), 1, 0.1)).negative, 0);
  EXPECT_GT(of(wave(30, 2, sigmoid(0.5, -1), 1, 0.1)).negative, 1e-3);
}

TEST(PredictionPicture, BarsAddUpToF) {
  const Solution solution = certificate(kWave);
  ClaimOptions options;
  options.at = {0.3, -0.7};
  const auto picture = picture_of<PredictionPicture>("1d2", kWave, solution, options);
  EXPECT_EQ(picture.at, options.at);
  EXPECT_NEAR(std::accumulate(picture.bars.begin(), picture.bars.end(), 0.0), picture.f - picture.b, 1e-12);
  EXPECT_NEAR(picture.f, predict(kWave, solution, options.at).front(), 1e-12);
  for (std::size_t i = 0; i < picture.bars.size(); ++i) {
    EXPECT_DOUBLE_EQ(picture.bars[i], (solution.alpha[i] - solution.alpha_star[i]) * picture.kernel[i]);
  }
  EXPECT_NEAR(picture.sum, picture.f - picture.b, 1e-12);
  EXPECT_EQ(picture.left_out, -1);
}

TEST(PredictionPicture, ABrokenSumLeavesOutTheLargestBarAndNothingElseMoves) {
  const Solution solution = certificate(kWave);
  ClaimOptions options;
  for (const double x : {0.3, -1.5, 2.0}) {
    options.at = {x, -x};
    const auto intact = picture_of<PredictionPicture>("1d2", kWave, solution, options);
    const ClaimResult result = check_claim("1d2", kWave, solution, options, Mistake("plain"));
    const auto& broken = std::get<PredictionPicture>(result.picture);
    EXPECT_EQ(broken.bars, intact.bars);
    EXPECT_EQ(broken.f, intact.f);
    const auto larger = [](double a, double b) { return std::abs(a) < std::abs(b); };
    const auto largest = std::max_element(intact.bars.begin(), intact.bars.end(), larger);
    ASSERT_EQ(broken.left_out, largest - intact.bars.begin());
    EXPECT_NEAR(broken.sum, intact.sum - *largest, 1e-12);
    // The same sum at any x is what the broken certificate predicts.
    ASSERT_TRUE(result.broken_certificate);
    EXPECT_NEAR(predict(kWave, *result.broken_certificate, options.at).front(), broken.sum + broken.b, 1e-12);
  }
  // Where no bar counts, the check must notice all the same.
  options.at = {1e3, 1e3};
  EXPECT_EQ(check_claim("1d2", kWave, solution, options, Mistake("plain")).claim.verdict(), Verdict::fail);
}

TEST(CheckClaim, RefusesWhatItCannotMean) {
  const Problem problem = tie(0.2);
  const Solution solution = certificate(problem);
  EXPECT_THROW(check_claim("1e", problem, solution, {}, {}), InvalidArgument);
  ClaimOptions options;
  options.point = 4;
  EXPECT_THROW(check_claim("1a", problem, solution, options, {}), InvalidArgument);
  options = {};
  options.at = {1, 2};
  EXPECT_THROW(check_claim("1d2", problem, solution, options, {}), InvalidArgument);
  options = {};
  options.alpha = -1;
  EXPECT_THROW(check_claim("1a", problem, solution, options, {}), InvalidArgument);
  options = {};
  options.b = std::nan("");
  EXPECT_THROW(check_claim("1c1", problem, solution, options, {}), InvalidArgument);
  EXPECT_THROW(check_claim("1a", wave(5, 1, kLinear, 1, 0.1), solution, {}, {}), InvalidArgument);
}

}  // namespace
}  // namespace proofground::svr::test
