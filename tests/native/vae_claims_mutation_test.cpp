// Certificates that are wrong on purpose, and consistent with themselves where they can be: every claim that is about them must fail.
// What the pictures show.
#include <gtest/gtest.h>

#include <functional>

#include "core/require.h"
#include "vae/claims/identity.h"
#include "vae/claims/one_step_bounds.h"
#include "vae/claims/toy_network.h"
#include "vae_claims_problems.h"

namespace proofground::vae::test {
namespace {

using Ids = std::vector<std::string>;

Elbo answer(const Problem& problem) { return linear_gaussian_elbo(problem.model, problem.x, problem.q); }

Ids failing_of(const std::vector<Compared>& all) { return failing({"", checks_of(all), ""}); }

/// The checks of the example's identity that notice a change of the answer.
Ids noticed(const std::function<void(Elbo&)>& change) {
  Elbo elbo = answer(plane());
  change(elbo);
  return failing_of(judge_elbo(plane(), elbo, 1));
}

TEST(VaeClaimMutations, OfNumbersThatStillAddUp) {
  constexpr double kLittle = 1e-8;
  EXPECT_EQ(noticed([](Elbo&) {}), Ids{});
  EXPECT_EQ(noticed([](Elbo& e) { e.elbo += kLittle, e.gap -= kLittle; }), (Ids{"elbo", "gap", "terms"}));
  EXPECT_EQ(noticed([](Elbo& e) { e.elbo += kLittle, e.gap -= kLittle, e.expected_log_lik += kLittle; }),
            (Ids{"likelihood", "elbo", "gap"}));
  EXPECT_EQ(noticed([](Elbo& e) { e.expected_log_lik += kLittle, e.kl += kLittle; }), (Ids{"likelihood", "prior-kl"}));
  EXPECT_EQ(noticed([](Elbo& e) { e.log_px += kLittle, e.gap += kLittle; }), (Ids{"log-px", "gap"}));
  EXPECT_EQ(noticed([](Elbo& e) { e.log_px += kLittle, e.elbo += kLittle, e.kl -= kLittle; }),
            (Ids{"log-px", "prior-kl", "elbo"}));
}

TEST(VaeClaimMutations, OfThePosteriorAndTheBestGaussian) {
  constexpr double kLittle = 1e-8;
  EXPECT_EQ(noticed([](Elbo& e) { e.posterior_mean[1] += kLittle; }), Ids{"mean"});
  EXPECT_EQ(noticed([](Elbo& e) { e.posterior_cov[0] += kLittle; }), Ids{"covariance"});
  EXPECT_EQ(noticed([](Elbo& e) { e.posterior_cov[1] += kLittle; }), Ids{"covariance"});
  EXPECT_EQ(noticed([](Elbo& e) { e.posterior_cov[2] += kLittle; }), Ids{"covariance"});
  EXPECT_EQ(noticed([](Elbo& e) { e.posterior_cov[1] = e.posterior_cov[2] = -e.posterior_cov[1]; }), Ids{"covariance"});
  EXPECT_EQ(noticed([](Elbo& e) { e.best_diag_var[0] *= 1 + kLittle; }), Ids{"best-var"});
  // Other variances with their own ELBO, a little above which the best one is.
  EXPECT_EQ(noticed([](Elbo& e) {
              for (double& var : e.best_diag_var) var *= 1 + 1e-6;
            }),
            Ids{"best-var"});
  EXPECT_EQ(noticed([](Elbo& e) { e.best_diag_elbo += kLittle; }), Ids{"best-elbo"});
  EXPECT_EQ(noticed([](Elbo& e) { e.best_diag_elbo = e.elbo - kLittle; }), (Ids{"best-elbo", "best"}));
}

// q on the other side of the posterior has the same gap and the same ELBO, and so has a posterior on the other side of q.
TEST(VaeClaimMutations, OfAPosteriorWithTheRightGap) {
  Problem mirrored = plane();
  const Elbo right = answer(plane());
  for (std::size_t j = 0; j < 2; ++j) mirrored.q.mean[j] = 2 * right.posterior_mean[j] - plane().q.mean[j];
  const Elbo other = answer(mirrored);
  EXPECT_NEAR(other.gap, right.gap, 1e-14);  // the same distance on the other side
  EXPECT_NEAR(other.elbo, right.elbo, 1e-14);
  EXPECT_EQ(failing_of(judge_elbo(plane(), other, 1)), (Ids{"likelihood", "prior-kl"}));
  EXPECT_EQ(noticed([](Elbo& e) {
              for (std::size_t j = 0; j < 2; ++j) e.posterior_mean[j] = 2 * plane().q.mean[j] - e.posterior_mean[j];
            }),
            Ids{"mean"});
}

TEST(VaeClaimMutations, OfAnotherProblem) {
  const auto of = [](const char* what, const std::function<void(Problem&)>& change) {
    Problem other = plane();
    change(other);
    EXPECT_FALSE(failing_of(judge_elbo(plane(), answer(other), 1)).empty()) << what;
  };
  of("D", [](Problem& p) { p.model.D[1] += 1e-8; });
  of("D transposed", [](Problem& p) { std::swap(p.model.D[1], p.model.D[2]); });
  of("b", [](Problem& p) { p.model.b[0] += 1e-8; });
  of("noise", [](Problem& p) { p.model.noise_var *= 1 + 1e-8; });
  of("deviation for variance", [](Problem& p) { p.model.noise_var = std::sqrt(p.model.noise_var); });
  of("x", [](Problem& p) { p.x[1] -= 1e-8; });
  of("mean", [](Problem& p) { p.q.mean[0] += 1e-8; });
  of("variance", [](Problem& p) { p.q.var[1] *= 1 + 1e-8; });
  of("exchanged", [](Problem& p) { std::swap(p.q.var[0], p.q.var[1]); });
}

// The certificate's own divergence and gap do not widen the bounds that it is judged with.
TEST(VaeClaimMutations, OfNumbersThatAreHuge) {
  const Ids ids = noticed([](Elbo& e) {
    e.kl = e.gap = 1e6;
    e.log_px = e.elbo + e.gap + 1e-5;
    e.expected_log_lik = e.elbo + e.kl + 1e-5;
  });
  EXPECT_EQ(ids, (Ids{"log-px", "likelihood", "prior-kl", "gap", "identity", "terms"}));
}

TEST(VaeClaimMutations, OfNumbersThatAreNone) {
  for (const double none : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
    for (double Elbo::* field :
         {&Elbo::elbo, &Elbo::expected_log_lik, &Elbo::kl, &Elbo::log_px, &Elbo::gap, &Elbo::best_diag_elbo})
      EXPECT_FALSE(noticed([&](Elbo& e) { e.*field = none; }).empty());
    for (std::vector<double> Elbo::* list : {&Elbo::posterior_mean, &Elbo::posterior_cov, &Elbo::best_diag_var})
      EXPECT_FALSE(noticed([&](Elbo& e) { (e.*list)[0] = none; }).empty());
    Solution solution = solution_of("4v4", plane());
    solution.one_step.vae.reconstruction = none;
    Ids ids = failing(claim_of("4v4", plane(), solution));
    EXPECT_NE(std::find(ids.begin(), ids.end(), "drawn-reconstruction"), ids.end());
    solution = solution_of("4v4", plane());
    solution.one_step.diffusion.total = none;
    ids = failing(claim_of("4v4", plane(), solution));
    EXPECT_NE(std::find(ids.begin(), ids.end(), "drawn-total"), ids.end());
  }
}

/// The checks of the network that notice a change.
Ids noticed_of_network(const std::function<void(ToyNetwork&)>& change) {
  static const ToyNetwork right = trained_toy(1);
  ToyNetwork toy = right;
  change(toy);
  NetworkPicture picture;
  return failing_of(judged_toy(toy, picture));
}

TEST(VaeClaimMutations, OfTheNetwork) {
  constexpr double kLittle = 1e-3;
  EXPECT_EQ(noticed_of_network([](ToyNetwork&) {}), Ids{});
  EXPECT_EQ(noticed_of_network([](ToyNetwork& t) { t.claimed.elbo += kLittle, t.claimed.gap -= kLittle; }),
            (Ids{"network-elbo", "network-gap"}));
  EXPECT_EQ(noticed_of_network([](ToyNetwork& t) { t.claimed.elbo += kLittle, t.claimed.log_px += kLittle; }),
            (Ids{"network-log-px", "network-elbo"}));
  EXPECT_EQ(noticed_of_network([](ToyNetwork& t) { t.claimed.gap += kLittle; }), (Ids{"network-gap", "network-sum"}));
  EXPECT_EQ(noticed_of_network([](ToyNetwork& t) { t.claimed.gap = std::nan(""); }).size(), 2U);
  // What is said of another point, and of another network.
  EXPECT_EQ(noticed_of_network([](ToyNetwork& t) { t.x = {t.points[2], t.points[3]}; }).size(), 3U);
  EXPECT_EQ(noticed_of_network([](ToyNetwork& t) { t.network = trained_toy(2).network; }).size(), 3U);
  EXPECT_THROW((void)noticed_of_network([](ToyNetwork& t) { t.x = {}; }), InvalidArgument);
  EXPECT_THROW((void)noticed_of_network([](ToyNetwork& t) { t.x.resize(4); }), InvalidArgument);
  Solution solution = solution_of("4v1", plane());
  solution.toy.claimed.gap += kLittle;
  EXPECT_EQ(failing(claim_of("4v1", plane(), solution)), (Ids{"network-gap", "network-sum"}));
}

/// The checks of 4v4 that notice a change of the example's answer.
Ids noticed_of_step(const std::function<void(OneStep&)>& change) {
  Solution solution = solution_of("4v4", plane());
  change(solution.one_step);
  return failing(claim_of("4v4", plane(), solution));
}

void shift(BoundTerms& of, double reconstruction, double prior) {
  of.reconstruction += reconstruction;
  of.prior += prior;
  of.total += reconstruction + prior;
}

TEST(VaeClaimMutations, OfBothBoundsAlike) {
  constexpr double kLittle = 1e-8;
  EXPECT_EQ(noticed_of_step([](OneStep&) {}), Ids{});
  EXPECT_EQ(noticed_of_step([](OneStep& o) { shift(o.vae, kLittle, 0), shift(o.diffusion, kLittle, 0); }),
            Ids{"reconstruction"});
  EXPECT_EQ(noticed_of_step([](OneStep& o) { shift(o.vae, 0, kLittle), shift(o.diffusion, 0, kLittle); }),
            Ids{"prior"});
  EXPECT_EQ(noticed_of_step([](OneStep& o) {
              shift(o.vae, kLittle, -kLittle);
              shift(o.diffusion, kLittle, -kLittle);
            }),
            (Ids{"reconstruction", "prior"}));
  EXPECT_EQ(noticed_of_step([](OneStep& o) { shift(o.vae, kLittle, -kLittle); }),
            (Ids{"both-reconstruction", "both-prior", "reconstruction", "prior"}));
  EXPECT_EQ(noticed_of_step([](OneStep& o) { o.vae.total += kLittle, o.diffusion.total += kLittle; }), Ids{"sums"});
  EXPECT_EQ(noticed_of_step([](OneStep& o) { o.entropy -= kLittle; }), Ids{"entropy"});
  EXPECT_EQ(noticed_of_step([](OneStep& o) { o.decoder_var *= 1 + kLittle; }), Ids{"decoder-var"});
  // Draws notice what is much larger, and the bound an entropy above it.
  EXPECT_EQ(noticed_of_step([](OneStep& o) { shift(o.vae, -2, 1), shift(o.diffusion, -2, 1); }),
            (Ids{"reconstruction", "prior", "drawn-reconstruction", "drawn-prior", "drawn-total", "bound"}));
}

// A decoder with another variance, all terms made with it.
TEST(VaeClaimMutations, OfADecoderWithAnotherVariance) {
  const Ids ids = noticed_of_step([](OneStep& o) {
    const double more = expected_nll(o.decoder_var, 1.1 * o.decoder_var) - o.vae.reconstruction;
    shift(o.vae, more, 0);
    shift(o.diffusion, more, 0);
    o.decoder_var *= 1.1;
  });
  EXPECT_EQ(ids, (Ids{"reconstruction", "decoder-var"}));
}

TEST(VaeClaimMutations, OfOtherData) {
  const auto of = [](const char* what, const std::function<void(Problem&)>& change) {
    Problem other = plane();
    other.alpha_bar = 0.3;
    const Problem right = other;
    change(other);
    EXPECT_EQ(claim_of("4v4", right, solution_of("4v4", other)).verdict(), Verdict::fail) << what;
  };
  of("modes", [](Problem& p) { p.modes += 1e-7; });
  of("mode_sd", [](Problem& p) { p.mode_sd += 1e-7; });
  of("alpha_bar", [](Problem& p) { p.alpha_bar += 1e-7; });
}

template <class Picture>
Picture picture_of(const std::string& id, const Problem& problem, const std::string& mistake = "") {
  return std::get<Picture>(check_claim(id, problem, solution_of(id, problem), {}, Mistake(mistake)).picture);
}

double integral(const std::vector<double>& x, const std::vector<double>& y) {
  double sum = 0;
  for (std::size_t i = 1; i < x.size(); ++i) sum += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
  return sum;
}

TEST(VaeClaimPictures, OfTheIdentity) {
  const auto plane_picture = picture_of<IdentityPicture>("4v1", plane());
  EXPECT_TRUE(plane_picture.latent.z.empty());
  const Ellipse& shown = plane_picture.latent.posterior_ellipse;
  const Elbo& elbo = plane_picture.claimed;
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t j = 0; j < 2; ++j)
      EXPECT_NEAR(shown.axes[2 * i] * shown.axes[2 * j] + shown.axes[2 * i + 1] * shown.axes[2 * j + 1],
                  elbo.posterior_cov[2 * i + j], 1e-15);
  EXPECT_GE(std::hypot(shown.axes[0], shown.axes[2]), std::hypot(shown.axes[1], shown.axes[3]));
  EXPECT_EQ(plane_picture.intact.elbo, elbo.elbo);

  const auto line = picture_of<IdentityPicture>("4v1", drawn_problem({2, 1}, 3));
  for (const auto* density : {&line.latent.prior, &line.latent.q, &line.latent.posterior, &line.latent.measured})
    EXPECT_NEAR(integral(line.latent.z, *density), 1, 2e-3);
  EXPECT_TRUE(line.latent.prior_ellipse.at.empty());

  const auto broken = picture_of<IdentityPicture>("4v1", plane(), "kl-sign");
  EXPECT_EQ(broken.intact.elbo, elbo.elbo);
  EXPECT_NEAR(broken.claimed.elbo, elbo.elbo + 2 * elbo.kl, 1e-14);
  EXPECT_EQ(broken.measured.elbo, plane_picture.measured.elbo);
}

TEST(VaeClaimPictures, OfTheNetwork) {
  const NetworkPicture shown = picture_of<IdentityPicture>("4v1", plane()).network;
  ASSERT_EQ(shown.posterior.size(), static_cast<std::size_t>(shown.side) * shown.side);
  const double cell = std::pow(shown.width / (shown.side - 1), 2);
  double posterior = 0, encoder = 0, gap = 0;
  for (std::size_t i = 0; i < shown.posterior.size(); ++i) {
    posterior += cell * shown.posterior[i];
    encoder += cell * shown.encoder[i];
    gap += cell * shown.encoder[i] * std::log(shown.encoder[i] / shown.posterior[i]);
  }
  // All but what is beyond four deviations is on the square.
  EXPECT_NEAR(posterior, 1, 5e-3);
  EXPECT_NEAR(encoder, 1, 5e-3);
  EXPECT_NEAR(gap, shown.claimed.gap, 0.02 * (1 + shown.claimed.gap));
}

TEST(VaeClaimPictures, OfOneStep) {
  for (const double alpha_bar : {0.001, 0.3, 0.9, 0.999}) {
    Problem problem = plane();
    problem.alpha_bar = alpha_bar;
    const auto shown = picture_of<OneStepPicture>("4v4", problem);
    EXPECT_NEAR(integral(shown.x, shown.data), 1, 5e-3) << alpha_bar;
    EXPECT_NEAR(integral(shown.x, shown.model), 1, 5e-3) << alpha_bar;
    EXPECT_NEAR(integral(shown.z, shown.prior), 1, 5e-3) << alpha_bar;
    EXPECT_NEAR(integral(shown.z, shown.aggregate), 1, 5e-3) << alpha_bar;
    EXPECT_GT(shown.gap, 0);
    EXPECT_EQ(shown.gap, shown.intact_gap);
    for (std::size_t i = 1; i < shown.decoded.size(); ++i) EXPECT_GE(shown.decoded[i], shown.decoded[i - 1]);
    // The gap is at least the divergence of what is made from the data.
    double divergence = 0;
    for (std::size_t i = 1; i < shown.x.size(); ++i)
      if (shown.data[i] > 1e-12)
        divergence += (shown.x[i] - shown.x[i - 1]) * shown.data[i] * std::log(shown.data[i] / shown.model[i]);
    EXPECT_LE(divergence, shown.gap + 0.02) << alpha_bar;
  }
  const auto broken = picture_of<OneStepPicture>("4v4", plane(), "no-variance");
  EXPECT_NE(broken.claimed.vae.reconstruction, broken.intact.vae.reconstruction);
  EXPECT_EQ(broken.claimed.diffusion.total, broken.intact.diffusion.total);
}

}  // namespace
}  // namespace proofground::vae::test
