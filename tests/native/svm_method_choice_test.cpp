// When an active-set step is due: bounds on the work of either method that hold however the fit goes.
#include "svm/method_choice.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/rng.h"

namespace proofground {
namespace {

constexpr double kTolerance = 1e-3;

/// In the unit of pair steps times points.
double price(double m, double points) { return m * m * m / 8 + m * points; }

/// Pair steps, the gap and the objective being what they are, until an active-set step is due.
/// @return work, or that of `most` pair steps
double work_until_due(MethodChoice& choice, int m, int points, double gap, double objective, long most = 1'000'000) {
  double work = 0;
  for (long step = 0; step < most; ++step) {
    if (choice.looks() && choice.due(m, points, gap, objective)) break;
    choice.pair_step(points);
    work += points;
  }
  return work;
}

TEST(MethodChoice, HasPatience) {
  for (const long patience : {0L, 1L, 500L, kPatience}) {
    MethodChoice choice(kTolerance, patience);
    choice.start(1, 0);
    for (long step = 0; step < std::max(1L, patience); ++step, choice.pair_step(2)) EXPECT_FALSE(choice.looks());
    EXPECT_TRUE(choice.looks());
    EXPECT_EQ(choice.due(2, 2, 1, 0), patience >= 100);
  }
  MethodChoice alone(kTolerance, kSmoAlone);
  alone.start(1, 0);
  EXPECT_EQ(work_until_due(alone, 2, 2, 1, 0, 100'000), 200'000);
}

TEST(MethodChoice, AlternatesWhateverItCosts) {
  MethodChoice choice(kTolerance, kAlternate);
  choice.start(1, 0);
  for (int turn = 0; turn < 5; ++turn) {
    EXPECT_FALSE(choice.looks()) << "no two active-set steps in a row";
    choice.pair_step(1000);
    EXPECT_TRUE(choice.looks());
    EXPECT_FALSE(choice.due(1, 1000, 1, 0));
    EXPECT_TRUE(choice.due(900, 1000, 0.01, -1));
    choice.active_set_step(900, 0, turn % 2 == 0, 0, 1, 0);
  }
}

TEST(MethodChoice, WaitsForTheFirstPrice) {
  for (const int points : {2, 50, 1000})
    for (const int m : {2, 40, 400}) {
      if (m > points) continue;
      MethodChoice choice(kTolerance, 0);
      choice.start(1, 0);
      const double work = work_until_due(choice, m, points, 1, 0);
      EXPECT_GE(work, std::max(price(m, points), 100.0 * points));
      EXPECT_LE(work, price(m, points) + 101.0 * points);
    }
}

TEST(MethodChoice, NeedsTwoPoints) {
  for (const int m : {0, 1}) {
    MethodChoice choice(kTolerance, 0);
    choice.start(1, 0);
    EXPECT_EQ(work_until_due(choice, m, 10, 1, 0, 5000), 50'000);
  }
}

TEST(MethodChoice, LeavesWhatPairStepsSolveSoonerToThem) {
  // After w of work the gap has fallen from 1 to g: at that rate w log(g / tolerance) / log(1 / g) more are needed.
  constexpr int kPoints = 1000, kFree = 200;
  const double cost = price(kFree, kPoints);
  const auto due_at = [&](double gap, double spent = 1) {
    MethodChoice choice(kTolerance, 0);
    choice.start(1, 0);
    for (double work = 0; work < spent * cost; work += kPoints) choice.pair_step(kPoints);
    return choice.due(kFree, kPoints, gap, 0);
  };
  // From 1 to tolerance^x is a share x of the way: four prices more are needed at x = 1/5 after one, at 1/3 after two.
  EXPECT_FALSE(due_at(std::pow(kTolerance, 0.21)));
  EXPECT_TRUE(due_at(std::pow(kTolerance, 0.19)));
  EXPECT_FALSE(due_at(std::pow(kTolerance, 0.35), 2));
  EXPECT_TRUE(due_at(std::pow(kTolerance, 0.32), 2));
  EXPECT_FALSE(due_at(2 * kTolerance));
  EXPECT_TRUE(due_at(0.999));
  EXPECT_TRUE(due_at(1));
  EXPECT_TRUE(due_at(2)) << "a gap that has grown foretells nothing";
}

TEST(MethodChoice, SpendsByTheRatesOfFall) {
  constexpr int kPoints = 1000, kFree = 800;
  const double cost = price(kFree, kPoints);
  // The active-set step lowers by 1 per unit of work, pair steps by `rate`.
  const auto share = [&](double rate) {
    MethodChoice choice(kTolerance, 0);
    choice.start(1, 0);
    (void)work_until_due(choice, kFree, kPoints, 1, 0);
    choice.active_set_step(kFree, 0, true, cost, 1, 0);
    double work = 0;
    while (!choice.looks() || !choice.due(kFree, kPoints, 1, -rate * work)) {
      choice.pair_step(kPoints);
      work += kPoints;
    }
    return work / cost;
  };
  const double steps_of_look = 101.0 * kPoints / cost;
  EXPECT_NEAR(share(0), 0.02, steps_of_look);
  EXPECT_NEAR(share(0.5), 0.5, steps_of_look);
  EXPECT_NEAR(share(1), 1, steps_of_look);
  EXPECT_NEAR(share(50), 1, steps_of_look);
}

TEST(MethodChoice, AStepThatCannotBeMadeDoublesThePrice) {
  constexpr int kPoints = 100, kFree = 100;
  const double cost = price(kFree, kPoints);
  MethodChoice choice(kTolerance, 0);
  choice.start(1, 0);
  for (const double factor : {1.0, 2.0, 4.0, 8.0}) {
    const double work = work_until_due(choice, kFree, kPoints, 1, 0);
    EXPECT_GE(work, factor * cost);
    EXPECT_LE(work, factor * cost + 101.0 * kPoints);
    choice.active_set_step(kFree, 0, false, 0, 1, 0);
  }
  (void)work_until_due(choice, kFree, kPoints, 1, 0);
  choice.active_set_step(kFree, 0, true, 0, 1, 0);
  EXPECT_LE(work_until_due(choice, kFree, kPoints, 1, 0), cost + 101.0 * kPoints) << "one that can resets it";
}

TEST(MethodChoice, TakesMorePointsWhereAPartWasTooSmall) {
  MethodChoice choice(kTolerance, 0);
  const auto after = [&](int m, int held) {
    choice.active_set_step(m, held, true, 1, 1, 0);
    return choice.most_points();
  };
  EXPECT_EQ(choice.most_points(), 400);
  EXPECT_EQ(after(399, 0), 400) << "these were all";
  EXPECT_EQ(after(400, 40), 400);
  EXPECT_EQ(after(400, 39), 600);
  EXPECT_EQ(after(600, 0), 900);
  EXPECT_EQ(after(900, 0), 1000);
  EXPECT_EQ(after(1000, 0), 1000);
}

// However gap, objective, levels and numbers of points go: active-set steps cost at most 1 / 0.02 times what pair steps
// have, and no more than those where they gain nothing; and where SMO gets nowhere, no more pair steps than that price.
RC_GTEST_PROP(MethodChoice, NeitherMethodOutspendsTheOther, ()) {
  Rng rng(*rc::gen::arbitrary<std::uint64_t>());
  const bool gains = rng.below(2) == 0, stuck = rng.below(2) == 0;
  MethodChoice choice(kTolerance, 0);
  double pair_work = 0, price_paid = 0, objective = 0, gap = 1, since = 0;
  choice.start(gap, objective);
  for (int step = 0; step < 20'000; ++step) {
    const int points = 20 + rng.below(3) * 40, m = rng.below(points + 1);
    if (choice.looks() && choice.due(m, points, gap, objective)) {
      price_paid += price(m, points);
      RC_ASSERT(price_paid <= pair_work / (gains ? 0.02 : 1));
      const double fall = gains ? std::pow(10, rng.uniform(-9, 3)) : 0;
      objective -= fall;
      choice.active_set_step(m, rng.below(m), true, fall, gap, objective);
      since = 0;
      continue;
    }
    // The dearest step and two looks at it.
    if (stuck) RC_ASSERT(since <= price(100, 100) + 3 * 100.0 * 100);
    choice.pair_step(points);
    pair_work += points;
    since += points;
    if (stuck) continue;
    objective -= std::pow(10, rng.uniform(-9, 3));
    gap = kTolerance * std::pow(10, rng.uniform(0, 3));
  }
  if (stuck) RC_ASSERT(price_paid > 0);
}

}  // namespace
}  // namespace proofground
