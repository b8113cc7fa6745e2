// What the pictures of problem 4 hold, against values known by hand, from the text or by another rule.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "diffusion/nelbo.h"
#include "diffusion/process.h"
#include "diffusion_claims_problems.h"

namespace proofground::diffusion::test {
namespace {

ClaimOptions at(int t) {
  ClaimOptions options;
  options.t = t;
  return options;
}

TEST(ForwardPicture, OfTheTextEndsNearButNotAtNoise) {
  const auto picture = picture_of<ForwardPicture>("4a", gaussian(0, 1), text(), at(1000));
  EXPECT_NEAR(picture.signal.back() * picture.signal.back(), 4.0e-5, 5e-7);
  const double x0 = picture.x0[0], alpha_bar = picture.signal.back() * picture.signal.back();
  EXPECT_GT(picture.prior_kl, 0);
  EXPECT_NEAR(picture.prior_kl, (alpha_bar * x0 * x0 - alpha_bar - std::log1p(-alpha_bar)) / 2, 1e-15);
  ASSERT_EQ(picture.noise_by_recursion.size(), 1000U);
  EXPECT_EQ(picture.noise_by_recursion[0], 1e-4);
  EXPECT_EQ(picture.by_steps.size(), 2000U);
  EXPECT_EQ(picture.closed.size(), 2000U);
}

TEST(ForwardPicture, StepsAndClosedFormHaveOneDistribution) {
  ClaimOptions options = at(50);
  options.x0 = {1.5, -0.5};
  const auto picture = picture_of<ForwardPicture>("4a", plane(), linear_schedule(100, 1e-3, 0.2), options);
  EXPECT_EQ(picture.x0, options.x0);
  // Two samples of the first coordinate: the largest distance of their distribution functions (Kolmogorov, Smirnov).
  const auto first = [](const std::vector<double>& x) {
    std::vector<double> values;
    for (std::size_t i = 0; i < x.size(); i += 2) values.push_back(x[i]);
    std::sort(values.begin(), values.end());
    return values;
  };
  const std::vector<double> a = first(picture.by_steps), b = first(picture.closed);
  const auto n = static_cast<double>(a.size());
  double farthest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto below = std::lower_bound(b.begin(), b.end(), a[i]) - b.begin();
    farthest = std::max(farthest, std::abs(static_cast<double>(i) - static_cast<double>(below)) / n);
  }
  EXPECT_LT(farthest, 2.2 * std::sqrt(2 / n));  // one in 10,000 is larger
  EXPECT_GT(farthest, 0);
  EXPECT_NE(a, first(picture_of<ForwardPicture>("4a", plane(), linear_schedule(100, 1e-3, 0.2), at(50)).by_steps));
}

TEST(PosteriorPicture, ProductPeaksAtTheMeanAndIsNarrowerThanBoth) {
  ClaimOptions options = at(20);
  options.x0 = {1};
  options.xt = {-0.5};
  const auto picture = picture_of<PosteriorPicture>("4b", modes(), linear_schedule(50, 0.002, 0.4), options);
  EXPECT_FALSE(picture.point);
  const auto top = std::max_element(picture.product.begin(), picture.product.end()) - picture.product.begin();
  EXPECT_NEAR(picture.u[top], picture.mean[0], picture.u[1] - picture.u[0]);
  EXPECT_LT(picture.variance, std::min(picture.prior_variance, picture.likelihood_variance));
  EXPECT_GT(picture.mean[0], std::min(picture.prior_mean[0], picture.likelihood_mean[0]));
  EXPECT_LT(picture.mean[0], std::max(picture.prior_mean[0], picture.likelihood_mean[0]));
}

TEST(PosteriorPicture, IsAPointAtTheFirstStep) {
  ClaimOptions options = at(1);
  options.x0 = {1};
  options.xt = {100};
  const auto picture = picture_of<PosteriorPicture>("4b", modes(), text(), options);
  EXPECT_TRUE(picture.point);
  EXPECT_EQ(picture.variance, 0);
  EXPECT_EQ(picture.mean[0], 1);
  EXPECT_TRUE(picture.u.empty());
}

TEST(MeansPicture, FormsAgreeTo1e13AtTheFirstStep) {
  const auto picture = picture_of<MeansPicture>("4c", modes(), text());
  EXPECT_LE(picture.difference[0], 1e-13);
  EXPECT_NEAR(picture.noise_form[0], picture.x0_hat[0], 1e-13);
  EXPECT_LE(*std::max_element(picture.difference.begin(), picture.difference.end()), 1e-13);
}

TEST(MeansPicture, BayesErrorIsThatOfTheOracle) {
  const Schedule schedule = text();
  for (const int t : {1, 100, 500, 1000}) {
    const auto picture = picture_of<MeansPicture>("4c", modes(), schedule, at(t));
    const Step& step = schedule.at(t);
    const double exact = step.alpha_bar / step.noise * x0_variances(Oracle(modes()), {{step}}).front();
    EXPECT_NEAR(picture.bayes_error, exact, 5 * picture.bayes_error_se);
    EXPECT_GT(picture.bayes_error, 0);
  }
  // At a large t eps is nearly known, at a small t hardly at all.
  const auto early = picture_of<MeansPicture>("4c", gaussian(0, 1), text()),
             late = picture_of<MeansPicture>("4c", gaussian(0, 1), text(), at(1000));
  EXPECT_NEAR(early.bayes_error, 1 - 1e-4, 0.2);
  EXPECT_NEAR(late.bayes_error, 4e-5, 1e-5);
}

TEST(MeansPicture, AWrongGuessStandsBesideTheBestOneAtTheSameDraws) {
  const auto error_of = [](const Mistake& mistake) {
    const auto checked = check_claim("4c", modes(), text(), at(300), mistake);
    const auto& picture = std::get<MeansPicture>(checked.picture);
    return std::pair{picture.bayes_error, picture.best_error};
  };
  const auto [intact, best] = error_of(Mistake());
  EXPECT_NEAR(intact, best, 1e-12);
  for (const char* code : {"affine", "score"}) {
    const auto [wrong, beside] = error_of(Mistake(code));
    EXPECT_NEAR(beside, best, 1e-12) << code;
    EXPECT_GT(wrong, beside) << code;
  }
  EXPECT_EQ(error_of(Mistake("exact")).first, 0);
}

TEST(MeansPicture, NoiseIsPredictedPerfectlyOnlyOfOnePoint) {
  ClaimOptions options = at(500);
  options.eps = {0.75};
  const auto one = picture_of<MeansPicture>("4c", empirical({0.5}, 1), text(), options);
  EXPECT_NEAR(one.best[0], 0.75, 1e-14);
  EXPECT_LE(one.bayes_error, 1e-25);
  EXPECT_GT(std::abs(picture_of<MeansPicture>("4c", modes(), text(), options).best[0] - 0.75), 1e-3);
}

TEST(DivergencePicture, WeightsOfTheText) {
  const auto picture = picture_of<DivergencePicture>("4d", modes(), text());
  EXPECT_EQ(picture.weight[0], std::numeric_limits<double>::infinity());
  EXPECT_NEAR(picture.weight[1], 0.600, 5e-4);
  EXPECT_NEAR(picture.weight[99], 0.0103, 5e-5);
  EXPECT_NEAR(picture.weight[999], 0.0102, 5e-5);
  const auto least = std::min_element(picture.weight.begin(), picture.weight.end());
  EXPECT_NEAR(*least, 0.0050, 5e-5);
  EXPECT_EQ(least - picture.weight.begin() + 1, 350);
}

TEST(DivergencePicture, KlIsTheWeightedErrorWithoutAConstant) {
  ClaimOptions options = at(2);
  options.eps = {1, -2};
  options.guess = {0.5, 0};
  const auto picture = picture_of<DivergencePicture>("4d", plane(), linear_schedule(100, 1e-3, 0.2), options);
  EXPECT_EQ(picture.error2, 4.25);
  for (std::size_t i = 1; i < picture.kl.size(); ++i) EXPECT_NEAR(picture.kl[i], picture.mse[i], 1e-10) << i;
  EXPECT_EQ(picture.kl[0], std::numeric_limits<double>::infinity());
  // Broken, with the variance of p doubled: d/2 (log 2 - 1/2) more, and half of the rest.
  const auto broken =
      picture_of<DivergencePicture>("4d", plane(), linear_schedule(100, 1e-3, 0.2), options, Mistake("plain"));
  for (std::size_t i = 1; i < picture.kl.size(); ++i)
    EXPECT_NEAR(broken.kl[i], picture.kl[i] / 2 + std::log(2.0) - 0.5, 1e-10) << i;
}

TEST(SimpleLossPicture, AsPrintedDoublesTheVariance) {
  const auto picture = picture_of<SimpleLossPicture>("4r1", gaussian(0, 1), text());
  EXPECT_NEAR(picture.variance_at_T, 1.98, 5e-5);
  EXPECT_NEAR(picture.printed.back(), picture.variance_at_T, 1e-12);
  for (const double value : picture.second) EXPECT_NEAR(value, 1, 1e-12);
  EXPECT_EQ(picture.printed[0], picture.second[0]);
  EXPECT_EQ(picture.used, picture_of<SimpleLossPicture>("4r1", gaussian(0, 1), text()).used);
  EXPECT_EQ(picture_of<SimpleLossPicture>("4r1", gaussian(0, 1), text(), {}, Mistake("plain")).used, picture.printed);
}

TEST(SimpleLossPicture, ExcessOfThePrintedFormulaDoesNotGrowToTheEnd) {
  const auto excess = [](const SimpleLossPicture& picture) {
    std::vector<double> values;
    for (std::size_t i = 0; i < picture.second.size(); ++i) values.push_back(picture.printed[i] - picture.second[i]);
    return values;
  };
  // The text's schedule: alpha_t - alpha_bar_t is largest at t = 814, and falls from there to T.
  const std::vector<double> linear = excess(picture_of<SimpleLossPicture>("4r1", gaussian(0, 1), text()));
  EXPECT_EQ(std::max_element(linear.begin(), linear.end()) - linear.begin() + 1, 814);
  EXPECT_LT(linear.back(), linear[813]);
  // The cosine ends with beta = 0.999: alpha_T is 0.001, and little is left of the excess.
  const auto cosine = picture_of<SimpleLossPicture>("4r1", gaussian(0, 1), cosine_schedule(1000, 0.008, 0.999));
  EXPECT_NEAR(cosine.variance_at_T, 1.001, 5e-6);
  EXPECT_NEAR(cosine.printed.back(), cosine.variance_at_T, 1e-12);
  EXPECT_GT(*std::max_element(cosine.printed.begin(), cosine.printed.end()), 1.9);
}

TEST(ScorePicture, TweedieLeadsToTheMean) {
  const auto picture = picture_of<ScorePicture>("4r2", plane(), linear_schedule(100, 1e-3, 0.2), at(30));
  ASSERT_EQ(picture.tweedie.size(), picture.x0.size());
  for (std::size_t i = 0; i < picture.x0.size(); ++i) EXPECT_NEAR(picture.tweedie[i], picture.x0[i], 1e-10);
  // Of one Gaussian the score is linear: -(x - sqrt(alpha_bar) m) / (alpha_bar v + 1 - alpha_bar).
  const auto one = picture_of<ScorePicture>("4r2", gaussian(2, 0.25), constant_schedule(1, 0.25));
  for (std::size_t i = 0; i < one.x.size(); ++i)
    EXPECT_NEAR(one.score[i], -(one.x[i] - std::sqrt(0.75) * 2) / (0.75 * 0.25 + 0.25), 1e-12);
}

TEST(ScorePicture, IsSeenToBreak) {
  const auto picture = picture_of<ScorePicture>("4r2", plane(), linear_schedule(100, 1e-3, 0.2), at(30));
  const auto broken =
      picture_of<ScorePicture>("4r2", plane(), linear_schedule(100, 1e-3, 0.2), at(30), Mistake("plain"));
  EXPECT_EQ(broken.x, picture.x);
  EXPECT_EQ(broken.x0, picture.x0);
  double missed = 0;
  for (std::size_t i = 0; i < picture.score.size(); ++i) {
    EXPECT_EQ(broken.score[i], -picture.score[i]);
    missed = std::max(missed, std::abs(broken.tweedie[i] - broken.x0[i]));
  }
  EXPECT_GT(missed, 0.1);
}

TEST(SamplersPicture, MeetAsStepsGrow) {
  for (const Mixture& data : {modes(), gaussian(2, 0.25)}) {
    const auto picture = picture_of<SamplersPicture>("4r3", data, cosine_schedule(1000, 0.008, 0.999));
    EXPECT_EQ(picture.steps, (std::vector<double>{1000, 2000, 4000, 8000, 16000}));
    for (std::size_t i = 1; i < picture.gap.size(); ++i) EXPECT_LT(picture.gap[i], picture.gap[i - 1]);
    EXPECT_LT(picture.gap.back(), 0.02);
    EXPECT_NEAR(picture.flow_sd.back(), picture.sd, 0.01 * picture.sd);
    EXPECT_NEAR(picture.ancestral_mean.back(), picture.mean, 0.01);
    EXPECT_NEAR(picture.ancestral_limit, picture.sd, 1e-5 * picture.sd);
    EXPECT_NEAR(picture.flow_limit, picture.sd, 1e-5 * picture.sd);
  }
}

TEST(BridgePicture, GapsOfTheTwoModes) {
  const auto one = picture_of<BridgePicture>("4bridge", modes(), cosine_schedule(1, 0.008, 0.999));
  EXPECT_NEAR(one.posterior, 0.936, 5e-4);
  const auto many = picture_of<BridgePicture>("4bridge", modes(), cosine_schedule(1000, 0.008, 0.999));
  EXPECT_NEAR(many.posterior, 0.393, 5e-4);
  EXPECT_NEAR(many.forward, 0.0041, 5e-5);
  EXPECT_NEAR(many.best, 0.0016, 5e-5);
  // log 2 + 1/2 log(2 pi e 0.04) but for the overlap of the modes, which are ten standard deviations apart.
  EXPECT_NEAR(many.entropy, std::log(2.0) + std::log(2 * std::acos(-1.0) * std::exp(1.0) * 0.04) / 2, 1e-5);
  EXPECT_NEAR(many.drawn, many.entropy + many.forward, 5 * many.drawn_error);
}

TEST(BridgePicture, GapsShrinkAsStepsGrow) {
  double last = HUGE_VAL;
  for (const int T : {1, 3, 10, 30, 100, 300}) {
    const auto picture = picture_of<BridgePicture>("4bridge", modes(), cosine_schedule(T, 0.008, 0.999));
    EXPECT_LT(picture.best, last) << T;
    EXPECT_GT(picture.best, 0) << T;
    last = picture.best;
    const double sum = std::accumulate(picture.terms.begin(), picture.terms.end(), picture.prior);
    EXPECT_NEAR(sum, picture.entropy + picture.forward, 1e-10) << T;
  }
}

TEST(ClaimPictures, HaveWhatIsRightBesideWhatIsBroken) {
  const Schedule schedule = linear_schedule(100, 1e-3, 0.2), cosine = cosine_schedule(100, 0.008, 0.999);
  const auto both = [&]<class Picture>(const char* id, const Mixture& data, const Schedule& chain, auto&& check) {
    const auto intact = picture_of<Picture>(id, data, chain, at(30));
    check(intact, intact);
    check(intact, picture_of<Picture>(id, data, chain, at(30), Mistake("plain")));
  };
  both.operator()<PosteriorPicture>("4b", plane(), schedule, [](const auto& intact, const auto& shown) {
    EXPECT_EQ(shown.intact_mean, intact.mean);
    EXPECT_EQ(shown.intact_variance, intact.variance);
  });
  both.operator()<ScorePicture>("4r2", plane(), schedule, [](const auto& intact, const auto& shown) {
    EXPECT_EQ(shown.intact_score, intact.score);
  });
  both.operator()<SamplersPicture>("4r3", modes(), schedule, [](const auto& intact, const auto& shown) {
    EXPECT_EQ(shown.intact_ancestral_mean, intact.ancestral_mean);
    EXPECT_EQ(shown.intact_ancestral_sd, intact.ancestral_sd);
    EXPECT_EQ(shown.intact_flow_mean, intact.flow_mean);
    EXPECT_EQ(shown.intact_flow_sd, intact.flow_sd);
  });
  both.operator()<BridgePicture>("4bridge", modes(), cosine, [](const auto& intact, const auto& shown) {
    EXPECT_EQ(shown.intact_forward, intact.forward);
    EXPECT_EQ(shown.intact_terms, intact.terms);
    EXPECT_EQ(shown.intact_prior, intact.prior);
    EXPECT_EQ(shown.intact_entropy, intact.entropy);
  });
  // And what is broken is another.
  const auto broken = picture_of<BridgePicture>("4bridge", modes(), cosine, at(30), Mistake("plain"));
  EXPECT_LT(broken.forward, 0);
  EXPECT_NE(broken.terms, broken.intact_terms);
  EXPECT_NE(picture_of<SamplersPicture>("4r3", modes(), schedule, at(30), Mistake("plain")).ancestral_sd,
            picture_of<SamplersPicture>("4r3", modes(), schedule, at(30)).ancestral_sd);
}

TEST(ClaimPictures, DependOnTheSeedAndOnNothingElse) {
  const Schedule schedule = linear_schedule(50, 0.002, 0.4);
  ClaimOptions other = at(25);
  other.seed = 2;
  const auto by_steps = [&](const ClaimOptions& options) {
    return picture_of<ForwardPicture>("4a", modes(), schedule, options).by_steps;
  };
  EXPECT_EQ(by_steps(at(25)), by_steps(at(25)));
  EXPECT_NE(by_steps(at(25)), by_steps(other));
}

}  // namespace
}  // namespace proofground::diffusion::test
