// Claims 4a to 4d against wrong answers that are consistent with themselves, and each of their mistakes on every problem.
#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <limits>

#include "core/gaussian.h"
#include "diffusion/claims/best_noise.h"
#include "diffusion/claims/forward_process.h"
#include "diffusion/claims/law.h"
#include "diffusion/claims/numerics.h"
#include "diffusion/claims/posterior.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/nelbo.h"
#include "diffusion/process.h"
#include "diffusion_claims_problems.h"

namespace proofground::diffusion::test {
namespace {

const std::vector<std::string> kSteps{"4a", "4b", "4c", "4d"};

ClaimOptions at(int t, std::uint64_t seed = 1) {
  ClaimOptions options;
  options.t = t;
  options.seed = seed;
  return options;
}

/// Whether a check with this id is there and failed.
bool failed(const std::vector<Check>& checks, const std::string& id) {
  for (const Check& check : checks)
    if (check.id == id) return check.verdict() == Verdict::fail;
  ADD_FAILURE() << "no check " << id;
  return false;
}

bool has(const std::string& name, const std::string& word) { return name.find(word) != std::string::npos; }

/// Whether this mistake may change nothing on this problem.
bool may_make_no_difference(const Named& named, const std::string& id, const std::string& mistake, int t) {
  if ((id == "4a" || id == "4c") && mistake == "alpha") return named.schedule.T() == 1;
  if (mistake == "same-noise") return named.schedule.T() == 1;
  if (mistake == "one-noise") return named.data.d == 1;
  // Where x_t determines x_0, and where nothing is left of x_0, eps* is eps, and affine.
  const bool certain = has(named.name, "point") || named.schedule.at(t).alpha_bar < 1e-8;
  if (mistake == "exact") return certain;
  // Next to that end the mixture looks like one Gaussian first.
  if (mistake == "affine")
    return certain || has(named.name, "Gaussian") || has(named.name, "flat") || named.schedule.at(t).alpha_bar < 1e-4;
  return false;
}

class DiffusionMistakesOfSteps : public testing::TestWithParam<Named> {};

TEST_P(DiffusionMistakesOfSteps, AreNoticedOrMakeNoDifference) {
  const auto& [name, data, schedule] = GetParam();
  const int T = schedule.T();
  for (const std::string& id : kSteps) {
    // Both ends too on the usual ones, unless they are long or the claim is about all steps.
    const std::vector<int> steps =
        has(name, "modes, ") && T <= 100 && id != "4d" ? std::vector{1, (T + 1) / 2, T} : std::vector{(T + 1) / 2};
    for (const int t : steps) {
      const Claim intact = check_claim(id, data, schedule, at(t), {}).claim;
      for (const std::string& code : mistakes(id)) {
        SCOPED_TRACE(id + ":" + code + " at t = " + std::to_string(t));
        const Claim claim = check_claim(id, data, schedule, at(t), Mistake(code)).claim;
        if (!intact.reason.empty()) {
          EXPECT_EQ(claim.reason, intact.reason);
        } else if (claim.verdict() == Verdict::vacuous) {
          EXPECT_EQ(claim.reason, kNoDifference);
          EXPECT_TRUE(may_make_no_difference(GetParam(), id, code, t));
        } else {
          EXPECT_EQ(claim.verdict(), Verdict::fail);
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Problems, DiffusionMistakesOfSteps, testing::ValuesIn(problems()),
                         [](const auto& info) { return "p" + std::to_string(info.index); });

TEST(DiffusionMistakesOfSteps, MakeADifferenceOnUsualData) {
  for (const std::string& id : kSteps)
    for (const std::string& code : mistakes(id))
      EXPECT_EQ(check_claim(id, plane(), linear_schedule(100, 1e-3, 0.2), at(30), Mistake(code)).claim.verdict(),
                Verdict::fail)
          << id << ':' << code;
  EXPECT_EQ(check_claim("4c", gaussian(2, 0.25), text(), at(300), Mistake("affine")).claim.reason, kNoDifference);
  EXPECT_EQ(check_claim("4c", modes(), text(), at(300), Mistake("affine")).claim.verdict(), Verdict::fail);
}

TEST(DiffusionMistakesOfSteps, IntactDrawsPassWithManySeeds) {
  const Schedule schedule = linear_schedule(50, 0.002, 0.4);
  const Mixture cloud = points(40, 2, 1.5), apart = plane();
  for (const std::string& id : kSteps)
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
      const Mixture& data = seed % 2 == 0 ? cloud : apart;
      const Claim claim = check_claim(id, data, schedule, at(1 + static_cast<int>(seed % 50), seed), {}).claim;
      EXPECT_EQ(claim.verdict(), Verdict::pass) << id << ' ' << seed << ' ' << text_of(claim);
    }
}

// 4a: noise that is not Gaussian, or whose coordinates are one, with the mean and the variance that it should have.

using Noise = std::function<void(Rng&, double*, int)>;

const Noise kUniform = [](Rng& rng, double* z, int d) {
  for (int c = 0; c < d; ++c) z[c] = rng.uniform(-std::sqrt(3), std::sqrt(3));
};
const Noise kTwoPoints = [](Rng& rng, double* z, int d) {
  for (int c = 0; c < d; ++c) z[c] = rng.below(2) == 0 ? -1 : 1;
};
const Noise kOneForAll = [](Rng& rng, double* z, int d) { std::fill_n(z, d, rng.normal()); };
const Noise kGaussian = [](Rng& rng, double* z, int d) {
  for (int c = 0; c < d; ++c) z[c] = rng.normal();
};

/// A normal whose sign its size decides: mean 0, variance 1, and the size of a normal, but not a normal.
const Noise kSignBySize = [](Rng& rng, double* z, int d) {
  for (int c = 0; c < d; ++c) {
    const double size = std::abs(rng.normal());
    z[c] = size * size < 2 * std::log(2.0) ? size : -size;
  }
};

/// Particles after these steps from x0, the last step apart.
std::array<std::vector<double>, 2> walk(const Schedule& schedule, int t, const std::vector<double>& x0, int n,
                                        const Noise& noise) {
  Rng rng(5);
  const auto d = static_cast<int>(x0.size());
  std::vector<double> x, before, z(x0.size());
  for (int i = 0; i < n; ++i) x.insert(x.end(), x0.begin(), x0.end());
  for (int s = 1; s <= t; ++s) {
    before = x;
    const double beta = schedule.at(s).beta;
    for (int i = 0; i < n; ++i) {
      noise(rng, z.data(), d);
      for (int c = 0; c < d; ++c) {
        double& value = x[static_cast<std::size_t>(i) * d + c];
        value = std::sqrt(1 - beta) * value + std::sqrt(beta) * z[c];
      }
    }
  }
  return {before, x};
}

std::vector<double> shrunk(const std::vector<double>& x0, double alpha_bar) {
  std::vector<double> mean(x0);
  for (double& value : mean) value *= std::sqrt(alpha_bar);
  return mean;
}

TEST(DiffusionWrongNoise, WithTheRightMomentsIsNoticed) {
  const std::vector<double> x0{0.7, -1.2};
  const Schedule schedule = constant_schedule(40, 0.05);
  const auto checks = [&](int t, const Noise& noise) {
    return check_particles(walk(schedule, t, x0, 2000, noise)[1], shrunk(x0, schedule.at(t).alpha_bar),
                           schedule.at(t).noise);
  };
  for (const int t : {1, 2, 40})
    for (const Check& check : checks(t, kGaussian)) EXPECT_EQ(check.verdict(), Verdict::pass) << check.id << ' ' << t;
  // Mean and variance are as they should be: the checks of two moments pass.
  for (const Noise& noise : {kUniform, kTwoPoints, kOneForAll}) {
    EXPECT_FALSE(failed(checks(1, noise), "mean"));
    EXPECT_FALSE(failed(checks(1, noise), "law") && failed(checks(1, noise), "spread"));
    EXPECT_TRUE(failed(checks(1, noise), "law"));
  }
  EXPECT_TRUE(failed(checks(40, kOneForAll), "law"));
  EXPECT_TRUE(failed(checks(40, kOneForAll), "across"));
  EXPECT_FALSE(failed(checks(40, kUniform), "across"));
}

TEST(DiffusionWrongNoise, OfOneStepIsNoticedWhereTheSumHidesIt) {
  const std::vector<double> x0{0.7, -1.2};
  const Schedule schedule = constant_schedule(40, 0.05);
  const auto checks = [&](const Noise& noise) {
    const auto [before, x] = walk(schedule, 40, x0, 2000, noise);
    return check_fresh_noise(before, x, 0.05, shrunk(x0, schedule.at(39).alpha_bar), schedule.at(39).noise);
  };
  for (const Check& check : checks(kGaussian)) EXPECT_EQ(check.verdict(), Verdict::pass) << check.id;
  EXPECT_TRUE(failed(checks(kUniform), "normal"));
  EXPECT_TRUE(failed(checks(kTwoPoints), "normal"));
  // One noise for all steps: it goes with where the particle is.
  const std::vector<double> kept = walk(schedule, 1, {0, 0}, 2000, kGaussian)[1];
  std::size_t next = 0;
  const Noise same = [&](Rng&, double* z, int d) {
    for (int c = 0; c < d; ++c) z[c] = kept[next++ % kept.size()] / std::sqrt(0.05);
  };
  EXPECT_TRUE(failed(checks(same), "fresh"));
  EXPECT_FALSE(failed(checks(same), "normal"));
}

TEST(DiffusionLaw, OfChiSquare) {
  // From its definition for 1, 2 and 4 degrees of freedom; medians of 10 and 101 from tables.
  EXPECT_NEAR(chi_square_below(2.5, 1), std::erf(std::sqrt(1.25)), 1e-15);
  EXPECT_NEAR(chi_square_below(2.5, 2), 1 - std::exp(-1.25), 1e-15);
  EXPECT_NEAR(chi_square_below(2.5, 4), 1 - std::exp(-1.25) * 2.25, 1e-15);
  EXPECT_NEAR(chi_square_below(9.341818, 10), 0.5, 1e-6);
  EXPECT_NEAR(chi_square_below(100.334, 101), 0.5, 1e-4);
  EXPECT_EQ(chi_square_below(0, 3), 0);
  EXPECT_NEAR(chi_square_below(1e4, 300), 1, 1e-15);
  // One value in the middle is half a step away from the distribution function.
  EXPECT_NEAR(distance_from_chi_square({2 * std::log(2.0)}, 2), 0.5, 1e-12);
  EXPECT_TRUE(std::isnan(distance_from_chi_square({1, std::nan("")}, 2)));
  EXPECT_NEAR(chi_square_z(100, 100), 0.047, 0.01);
  // Far out, by its own distribution function: P(N(0, 1) > z) = P(chi-square > x).
  EXPECT_NEAR(std::erfc(chi_square_z(170, 100) / std::sqrt(2)) / 2 / (1 - chi_square_below(170, 100)), 1, 0.1);
}

TEST(DiffusionWrongNoise, WithTheRightSizeIsNoticed) {
  for (const std::vector<double>& x0 : {std::vector<double>{0.7}, std::vector<double>{0.7, -1.2}}) {
    const auto d = static_cast<int>(x0.size());
    const Schedule schedule = constant_schedule(40, 0.05);
    const std::vector<double> one = walk(schedule, 1, x0, 2000, kSignBySize)[1];
    std::vector<double> squares(2000, 0.0);
    for (std::size_t i = 0; i < one.size(); ++i)
      squares[i / x0.size()] += std::pow(one[i] - shrunk(x0, 0.95)[i % x0.size()], 2) / 0.05;
    EXPECT_LT(distance_from_chi_square(squares, d), 2);
    const std::vector<Check> checks = check_particles(one, shrunk(x0, 0.95), 0.05);
    EXPECT_FALSE(failed(checks, "mean"));
    EXPECT_FALSE(failed(checks, "spread"));
    EXPECT_TRUE(failed(checks, "law"));
    // After many steps the sum hides it, the last step does not.
    const auto [before, x] = walk(schedule, 40, x0, 2000, kSignBySize);
    EXPECT_TRUE(failed(check_fresh_noise(before, x, 0.05, shrunk(x0, schedule.at(39).alpha_bar), schedule.at(39).noise),
                       "normal"));
  }
}

TEST(DiffusionWrongNoise, ThatGoesWithHowFarOutThePlaceIsIsNoticed) {
  Rng rng(4);
  const std::vector<double> place = normals(2000, rng), z = normals(2000, rng);
  const auto checks = [&](const std::function<double(double, double)>& noise) {
    std::vector<double> x;
    for (std::size_t i = 0; i < z.size(); ++i)
      x.push_back(std::sqrt(0.95) * place[i] + std::sqrt(0.05) * noise(place[i], z[i]));
    return check_fresh_noise(place, x, 0.05, {0}, 1);
  };
  EXPECT_FALSE(failed(checks([](double, double n) { return n; }), "fresh"));
  // Each is a standard normal, and not correlated with the place.
  EXPECT_TRUE(
      failed(checks([](double y, double n) { return std::abs(y) > 0.6745 ? std::abs(n) : -std::abs(n); }), "fresh"));
  const auto same_size = [](double y, double n) { return std::copysign(y, n); };
  EXPECT_TRUE(failed(checks(same_size), "fresh"));
  EXPECT_FALSE(failed(checks(same_size), "normal"));
}

// 4b: the grid knows the two densities and nothing else.

TEST(DiffusionGrid, MeasuresDensitiesThatAreNotGaussian) {
  // Gamma with shape 9: mean and variance are 9, and it is not a Gaussian.
  const auto gamma = [](double u) { return 8 * std::log(u) - u; };
  const Measured skew = measure_density(gamma, 1e-3, 200, 9, 9);
  EXPECT_NEAR(skew.mean, 9, 1e-9);
  EXPECT_NEAR(skew.variance, 9, 1e-9);
  EXPECT_GT(skew.apart, 0.02);
  const auto bell = [](double u) { return -(u - 3) * (u - 3) / 8; };
  const Measured right = measure_density(bell, -1000, 1000, 3, 4);
  EXPECT_NEAR(right.mean, 3, 1e-9);
  EXPECT_NEAR(right.variance, 4, 1e-9);
  EXPECT_LT(right.apart, 1e-9);
  EXPECT_GT(measure_density(bell, -1000, 1000, 3, 4.01).apart, 1e-4);
  EXPECT_GT(measure_density(bell, -1000, 1000, 50, 4).apart, 0.999);
}

// 4c: functions that are not E[eps | x_t].

TEST(DiffusionBestNoise, NoOtherFunctionPasses) {
  const Mixture data = modes();
  const Oracle oracle(data);
  const Schedule schedule = text();
  const Step& step = schedule.at(300);
  const auto checks = [&](const NoiseGuess& f) {
    Rng rng(3);
    return check_best_noise(data, step.alpha_bar, step.noise, f, rng).checks;
  };
  const auto from = [&](const Step& other, double factor) {
    return [&oracle, other, factor](const std::vector<double>& x, const std::vector<double>&) {
      std::vector<double> eps = oracle.denoise(other, x).eps;
      for (double& value : eps) value *= factor;
      return eps;
    };
  };
  const auto nothing = [](const std::vector<double>& x, const std::vector<double>&) {
    return std::vector<double>(x.size(), 0.0);
  };
  // E[eps x] = sqrt(noise), E x^2 = 1.04 alpha_bar + noise
  const double slope = std::sqrt(step.noise) / (1.04 * step.alpha_bar + step.noise);
  const auto affine = [slope](const std::vector<double>& x, const std::vector<double>&) {
    std::vector<double> eps(x);
    for (double& value : eps) value *= slope;
    return eps;
  };
  for (const Check& check : checks(from(step, 1))) EXPECT_EQ(check.verdict(), Verdict::pass) << check.id;
  for (const NoiseGuess& wrong : {NoiseGuess(nothing), NoiseGuess(affine)}) {
    EXPECT_TRUE(failed(checks(wrong), "orthogonal"));
    EXPECT_TRUE(failed(checks(wrong), "score"));
  }
  EXPECT_TRUE(failed(checks(nothing), "floor"));
  EXPECT_TRUE(failed(checks(nothing), "floor-grid"));
  for (const NoiseGuess& wrong : {NoiseGuess(from(step, 0.8)), NoiseGuess(from(schedule.at(200), 1))}) {
    EXPECT_TRUE(failed(checks(wrong), "orthogonal"));
    EXPECT_TRUE(failed(checks(wrong), "score"));
  }
  for (const NoiseGuess& wrong : {NoiseGuess(from(step, 1 - 1e-9)), NoiseGuess(from(schedule.at(299), 1))})
    EXPECT_TRUE(failed(checks(wrong), "score"));
}

TEST(DiffusionBestNoise, MeanAndProductWithItselfDoNotSingleItOut) {
  // Why several h are needed: 0 and the best affine function pass these two, on data that are not Gaussian.
  const Oracle oracle(modes());
  const Step step = text().at(300);
  Rng rng(3);
  const std::vector<double> x0 = oracle.draw(2000, rng), eps = normals(2000, rng), x = noised(step, x0, eps);
  for (const double slope : {0.0, std::sqrt(step.noise) / (1.04 * step.alpha_bar + step.noise)}) {
    RunningStats mean, product;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double f = slope * x[i];
      mean.add(eps[i] - f);
      product.add((eps[i] - f) * f);
    }
    EXPECT_LT(mean.z(0, 1), kSigmas);
    EXPECT_LT(product.z(0, 1), kSigmas);
  }
}

TEST(DiffusionBestNoise, OfTheCertificateIsThatOfTheBetas) {
  // The oracle is asked with another step's alpha_bar: consistent with itself, and the best of that step.
  Schedule schedule = text();
  schedule.steps[299].alpha_bar = schedule.steps[319].alpha_bar;
  schedule.steps[299].noise = schedule.steps[319].noise;
  EXPECT_TRUE(failed(check_claim("4c", modes(), schedule, at(300), {}).claim.checks, "score"));
}

TEST(DiffusionBestNoise, FloorIsTheBayesErrorByAnotherWay) {
  const Schedule schedule = text();
  for (const int t : {1, 100, 500, 1000}) {
    const Step& step = schedule.at(t);
    const double exact = step.alpha_bar / step.noise * x0_variances(Oracle(modes()), {{step}}).front();
    EXPECT_NEAR(picture_of<MeansPicture>("4c", modes(), schedule, at(t)).floor, exact, 1e-6) << t;
  }
  // Of a Gaussian d - noise / (alpha_bar s^2 + noise), in the plane likewise.
  const Mixture round{{1}, {1, 2}, {0.5, 0, 0, 0.5}, 2};
  const Step& step = schedule.at(300);
  EXPECT_NEAR(picture_of<MeansPicture>("4c", round, schedule, at(300)).floor,
              2 - 2 * step.noise / (0.5 * step.alpha_bar + step.noise), 1e-9);
}

// A component that is drawn twice in 2000 draws, or not at all, makes up the integral: nothing may be concluded from its absence.
TEST(DiffusionBestNoise, RarePlacesDoNotMakeItFail) {
  for (const double share : {1e-2, 1e-3, 1e-4}) {
    const Mixture data{{1 - share, share}, {0, 50}, {100, 1e-4}, 1};
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
      Rng rng(seed);
      const Oracle oracle(data);
      const auto honest = [&](const std::vector<double>& x, const std::vector<double>&) {
        return oracle.denoise(1 - 1e-4, 1e-4, x).eps;
      };
      for (const Check& check : check_best_noise(data, 1 - 1e-4, 1e-4, honest, rng).checks)
        EXPECT_EQ(check.verdict(), Verdict::pass) << check.id << ' ' << check.value << ' ' << share << ' ' << seed;
    }
  }
}

// Certificates that are consistent with themselves.

TEST(DiffusionWrongCertificates, OfOtherAlphasAreNoticed) {
  const std::vector<double> betas = [] {
    std::vector<double> values;
    for (const Step& step : linear_schedule(50, 0.002, 0.4).steps) values.push_back(step.beta);
    return values;
  }();
  const auto noticed = [&](const std::function<double(double)>& wrong) {
    std::vector<double> other(betas);
    for (double& value : other) value = wrong(value);
    // All that follows from other betas, beside the right ones.
    Schedule schedule = schedule_of(other);
    for (std::size_t i = 0; i < betas.size(); ++i) schedule.steps[i].beta = betas[i];
    for (const std::string& id : kSteps)
      EXPECT_EQ(check_claim(id, modes(), schedule, at(25), {}).claim.verdict(), Verdict::fail) << id;
  };
  noticed([](double beta) { return beta / 2; });
  noticed([](double beta) { return beta * (1 + 1e-4); });
  noticed([](double beta) { return 1 - std::sqrt(1 - beta); });
  noticed([](double beta) { return beta * beta; });
}

TEST(DiffusionWrongCertificates, OfTheNextStepAreNoticed) {
  const Schedule intact = linear_schedule(50, 0.002, 0.4);
  Schedule shifted = intact;
  for (int t = 1; t < 50; ++t) {
    shifted.steps[t - 1] = intact.at(t + 1);
    shifted.steps[t - 1].beta = intact.at(t).beta;
  }
  for (const std::string& id : kSteps)
    EXPECT_EQ(check_claim(id, modes(), shifted, at(25), {}).claim.verdict(), Verdict::fail) << id;
  // The posterior's numbers alone.
  Schedule posterior = intact;
  for (int t = 2; t < 50; ++t) {
    Step& step = posterior.steps[t - 1];
    const Step& next = intact.at(t + 1);
    step.variance = next.variance;
    step.mean_xt = next.mean_xt;
    step.mean_x0 = next.mean_x0;
  }
  for (const std::string& id : {"4b", "4c", "4d"})
    EXPECT_EQ(check_claim(id, modes(), posterior, at(25), {}).claim.verdict(), Verdict::fail) << id;
}

/// Another alpha_bar at one step, and everything of this step that follows from it.
void set_alpha_bar(Step& step, double alpha_bar) {
  const double before = alpha_bar / step.alpha;
  step.alpha_bar = alpha_bar;
  step.noise = 1 - alpha_bar;
  step.alpha_bar_prev = before;
  step.noise_prev = 1 - before;
  step.variance = (1 - before) / (1 - alpha_bar) * step.beta;
  step.mean_xt = std::sqrt(step.alpha) * (1 - before) / (1 - alpha_bar);
  step.mean_x0 = std::sqrt(before) * step.beta / (1 - alpha_bar);
  step.weight = step.beta / (2 * step.alpha * (1 - before));
}

TEST(DiffusionWrongCertificates, OfOneOtherStepAreNoticedAtAnother) {
  const Schedule intact = linear_schedule(50, 0.002, 0.4);
  for (const double factor : {0.5, 1 - 1e-6, 1.2}) {
    Schedule schedule = intact;
    set_alpha_bar(schedule.steps[19], factor * intact.at(20).alpha_bar);
    for (const std::string& id : kSteps)
      EXPECT_EQ(check_claim(id, modes(), schedule, at(25), {}).claim.verdict(), Verdict::fail) << id << ' ' << factor;
  }
}

TEST(DiffusionWrongCertificates, ThatAreRightAtThePointShownAreNoticed) {
  // A wrong variance of p, a wrong noise form and a wrong mean, such that all three sides of 4d agree for one x_0, eps and guess.
  Schedule schedule = linear_schedule(50, 0.002, 0.4);
  ClaimOptions options = at(20);
  options.x0 = {0.8};
  options.eps = {-0.4};
  options.guess = {1.1};
  Step& step = schedule.steps[19];
  const double k = 1.1, wanted = step.weight * 2.25, xt = noised(step, options.x0, options.eps)[0];
  const double mean = posterior_mean(step, {xt}, options.x0)[0], variance = step.variance;
  const double guessed = mean - std::sqrt(k * variance * (2 * wanted + 1 - 1 / k - std::log(k)));
  step.variance = k * variance;
  step.noise = std::pow(step.beta * 1.1 / (xt - std::sqrt(step.alpha) * guessed), 2);
  step.mean_x0 = (guessed + std::sqrt(2 * k * variance * wanted) - step.mean_xt * xt) / 0.8;
  EXPECT_NEAR(mean_of_noise(step, {xt}, options.guess)[0], guessed, 1e-12);
  EXPECT_NEAR(gaussian_kl({{mean}, {variance}}, {{guessed}, {step.variance}}), wanted, 1e-12);
  const std::vector<Check> checks = check_claim("4d", modes(), schedule, options, {}).claim.checks;
  EXPECT_FALSE(failed(checks, "weight"));
  EXPECT_TRUE(failed(checks, "kl-means"));
  EXPECT_TRUE(failed(checks, "kl-noise"));
}

TEST(DiffusionWrongCertificates, WhoseVarianceAndMeansAreWrongTogetherAreNoticed) {
  // k times the variance, and means that are sqrt(k) times as far apart: with both from the certificate the divergence is the
  // weighted noise error still.
  Schedule schedule = linear_schedule(50, 0.002, 0.4);
  ClaimOptions options = at(20);
  options.x0 = {0.8};
  options.eps = {-0.4};
  options.guess = {1.1};
  EXPECT_EQ(check_claim("4d", modes(), schedule, options, {}).claim.verdict(), Verdict::pass);
  Step& step = schedule.steps[19];
  const double k = 1.7;
  const std::vector<double> xt = noised(step, options.x0, options.eps);
  const double guessed = mean_of_noise(step, xt, options.guess)[0], mean = posterior_mean(step, xt, options.x0)[0];
  step.mean_x0 = (guessed + std::sqrt(k) * (mean - guessed) - step.mean_xt * xt[0]) / options.x0[0];
  step.variance *= k;
  const double wrong = posterior_mean(step, xt, options.x0)[0];
  const double divergence = gaussian_kl({{wrong}, {step.variance}}, {{guessed}, {step.variance}});
  EXPECT_NEAR(divergence, step.weight * 2.25, 1e-12);
  const std::vector<Check> checks = check_claim("4d", modes(), schedule, options, {}).claim.checks;
  EXPECT_FALSE(failed(checks, "weight"));
  EXPECT_TRUE(failed(checks, "kl-noise"));
}

TEST(DiffusionBound, AddsUpAlongPaths) {
  for (const Mixture& data : {modes(), plane(), gaussian(1000, 1e-4), points(5, 1, 1), empirical({0.5}, 1)}) {
    for (const Schedule& schedule : {text(), linear_schedule(50, 0.002, 0.4), constant_schedule(2, 0.3)}) {
      const BoundPicture bound = picture_of<DivergencePicture>("4d", data, schedule, at(1)).bound;
      double sum = bound.prior + bound.reconstruction;
      for (const double part : bound.steps) sum += part;
      EXPECT_NEAR(sum, bound.total, 1e-12 * (1 + std::abs(sum)));
      EXPECT_EQ(bound.from.front(), 2);
      EXPECT_EQ(bound.to.back(), schedule.T());
      EXPECT_EQ(bound.steps, bound.intact_steps);
      ASSERT_TRUE(bound.visible);
      EXPECT_NEAR(bound.drawn, bound.total, 5 * bound.drawn_error + 1e-9);
    }
  }
}

TEST(DiffusionBound, OfAGaussianIsThatOfTheOracle) {
  // The guess of one round Gaussian is then the best, so the terms t >= 2 are those of nelbo.h, but for the drawn variance of x_0.
  const Schedule schedule = text();
  const Oracle oracle(gaussian(0, 1));
  const Nelbo exact = nelbo(oracle, schedule, x0_variances(oracle, schedule), ReverseVariance::posterior);
  double terms = 0, drawn = 0;
  for (std::size_t i = 1; i < exact.terms.size(); ++i) terms += exact.terms[i];
  const BoundPicture bound = picture_of<DivergencePicture>("4d", gaussian(0, 1), schedule).bound;
  for (const double part : bound.steps) drawn += part;
  EXPECT_NEAR(drawn, terms, 0.1 * terms);
  EXPECT_NEAR(bound.prior, exact.prior, 0.2 * exact.prior + 1e-6);
}

TEST(DiffusionBound, ShowsWhatIsBroken) {
  const Schedule schedule = linear_schedule(50, 0.002, 0.4);
  const auto bound = [&](const char* code) {
    return picture_of<DivergencePicture>("4d", modes(), schedule, at(20), Mistake(code)).bound;
  };
  const BoundPicture half = bound("half"), plain = bound("plain");
  for (std::size_t i = 0; i < half.steps.size(); ++i) EXPECT_NEAR(half.steps[i], 2 * half.intact_steps[i], 1e-12);
  // The weights are right, and the paths know that p has another variance.
  EXPECT_EQ(plain.steps, plain.intact_steps);
  EXPECT_GT(std::abs(plain.drawn - plain.total), 5 * plain.drawn_error);
  EXPECT_GT(std::abs(half.drawn - half.total), 5 * half.drawn_error);
}

}  // namespace
}  // namespace proofground::diffusion::test
