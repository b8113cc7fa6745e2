// Certificates that are wrong on purpose, each as hard to notice as could be thought of: every claim that is about it must fail.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>
#include <utility>

#include "cifg/claims/nodes.h"
#include "cifg/claims/wrong.h"
#include "cifg_claims_problems.h"
#include "core/require.h"

namespace proofground::cifg::test {
namespace {

using Ids = std::vector<std::string>;
const Ids kOfGradients{"3a", "3b", "3c", "3ledger"};

Problem<double> usual(std::uint64_t seed = 1) { return drawn_problem({2, 3, 6, 1}, 0.7, seed); }

Solution solved(const Problem<double>& problem) {
  Solution solution;
  solution.states = forward(problem);
  solution.gradients = backward(problem, solution.states);
  solution.ledger = ledger_of(problem, solution.states);
  solution.horizon = horizon_of(problem, solution.states);
  return solution;
}

void expect_fails(const Ids& ids, const Problem<double>& problem, const Solution& solution, const std::string& what) {
  for (const std::string& id : ids) {
    const Claim claim = claim_of(id, problem, solution);
    EXPECT_EQ(claim.verdict(), Verdict::fail) << what << ": " << text_of(claim);
  }
}

/// The ids of the checks that fail.
Ids failing(const Claim& claim) {
  Ids ids;
  for (const Check& check : claim.checks)
    if (check.verdict() == Verdict::fail) ids.push_back(check.id);
  return ids;
}

/// Every list of numbers of the gradients.
std::vector<std::vector<double>*> all_lists(Gradients<double>& gradients) {
  auto lists = lists_of(gradients);
  auto& d = gradients.deltas;
  lists.insert(lists.end(), {&d.h, &d.c, &d.f, &d.o, &d.c_tilde, &d.z_f, &d.z_o, &d.z_c});
  return lists;
}

TEST(CifgClaimMutations, TheSolutionItselfPasses) {
  for (const std::string& id : kIds) EXPECT_EQ(claim_of(id, usual(), solved(usual())).verdict(), Verdict::pass) << id;
}

// The whole answer to another question, consistent with itself.
TEST(CifgClaimMutations, OfAnotherProblem) {
  const Problem<double> problem = usual();
  expect_fails(kIds, problem, solved(usual(2)), "another problem");
  const auto changed = [&](const std::function<void(Problem<double>&)>& change) {
    Problem<double> other = problem;
    change(other);
    return solved(other);
  };
  expect_fails(kIds, problem, changed([](auto& p) { p.params.f.b[1] *= 1 + 1e-8; }), "another bias");
  expect_fails(kIds, problem, changed([](auto& p) { p.params.o.U[5] += 1e-8; }), "another U_o");
  expect_fails(kIds, problem, changed([](auto& p) { p.x[3] += 1e-8; }), "another x");
  expect_fails(kIds, problem, changed([](auto& p) { p.h0[0] += 1e-8; }), "another h_0");
  expect_fails(kIds, problem, changed([](auto& p) { p.c0[2] += 1e-8; }), "another c_0");
  expect_fails(kOfGradients, problem, changed([](auto& p) {
                 for (double& g : p.g) g *= 1 + 1e-8;
               }),
               "another loss");
  expect_fails(kOfGradients, problem, changed([](auto& p) { std::swap(p.g[0], p.g[3]); }), "two losses exchanged");
  expect_fails(kIds, problem, changed([](auto& p) { std::swap(p.params.f, p.params.o); }), "two gates exchanged");
  expect_fails(kIds, problem, changed([](auto& p) {
                 for (auto* gate : p.params.gates())
                   for (int i = 0; i < 3; ++i)
                     for (int j = 0; j < i; ++j) std::swap(gate->U[i * 3 + j], gate->U[j * 3 + i]);
               }),
               "U transposed");
  expect_fails(kIds, problem, changed([](auto& p) { p.x[11] = -p.x[11]; }), "the last input");
}

/// Units 0 and 1 of everything exchanged.
TEST(CifgClaimMutations, OfExchangedUnits) {
  const Problem<double> problem = usual();
  Solution solution = solved(problem);
  for (auto* list : all_lists(solution.gradients))
    if (list->size() % 3 == 0)
      for (std::size_t at = 0; at + 2 < list->size(); at += 3) std::swap((*list)[at], (*list)[at + 1]);
  expect_fails({"3a", "3b", "3c", "3ledger"}, problem, solution, "units exchanged");
}

// One entry alone, by a hundred-millionth of its size, in every list.
TEST(CifgClaimMutations, OfOneEntry) {
  const Problem<double> problem = usual(3);
  const Solution right = solved(problem);
  Gradients<double> copy = right.gradients;
  const std::size_t lists = all_lists(copy).size();
  for (std::size_t list = 0; list < lists; ++list) {
    Solution solution = right;
    std::vector<double>& changed = *all_lists(solution.gradients)[list];
    changed[changed.size() / 2] *= 1 + 1e-8;
    const bool given = list < 12;
    const Claim claim = claim_of(given ? "3c" : "3b", problem, solution);
    const Ids failed = failing(claim);
    EXPECT_EQ(failed.size(), list < 9 ? 2U : 1U) << list << text_of(claim);
    // A gradient of W, U or b is not the sum of its terms any more, either.
    if (list < 9) EXPECT_EQ(failed.back(), "sums");
  }
  Solution solution = right;
  solution.gradients.loss *= 1 + 1e-9;
  EXPECT_EQ(failing(claim_of("3b", problem, solution)), Ids{"loss"});
  EXPECT_EQ(failing(claim_of("3c", problem, solution)), Ids{"loss"});
}

TEST(CifgClaimMutations, OfStates) {
  const Problem<double> problem = usual(4);
  const Solution right = solved(problem);
  const auto lists = [](States<double>& s) {
    return std::vector<std::vector<double>*>{&s.z_f,     &s.z_o, &s.z_c,    &s.f, &s.one_minus_f, &s.o, &s.one_minus_o,
                                             &s.c_tilde, &s.c,   &s.tanh_c, &s.h};
  };
  States<double> copy = right.states;
  for (std::size_t list = 0; list < lists(copy).size(); ++list) {
    Solution solution = right;
    (*lists(solution.states)[list])[7] *= 1 + 1e-9;
    for (const std::string& id : kIds) {
      const Ids failed = failing(claim_of(id, problem, solution));
      EXPECT_NE(std::find(failed.begin(), failed.end(), "states"), failed.end()) << id << list;
    }
  }
}

// A wrong way forward with the backpropagation that belongs to it: 1 + f for 1 - f, and no gate before tanh.
TEST(CifgClaimMutations, OfAWrongCell) {
  const Problem<double> problem = usual(5);
  States<double> states = forward(problem);
  for (std::size_t i = 0; i < states.h.size(); ++i) states.h[i] = states.tanh_c[i];
  Solution solution = solved(problem);
  solution.states = states;
  solution.gradients = backward(problem, states);
  expect_fails(kIds, problem, solution, "h without o");
}

TEST(CifgClaimMutations, OfNumbersThatAreNone) {
  const Problem<double> problem = usual(6);
  for (const double value : {std::nan(""), HUGE_VAL}) {
    Solution solution = solved(problem);
    solution.gradients.deltas.f[4] = solution.gradients.params.c.U[3] = value;
    solution.ledger.c[12] = solution.horizon.jacobian[5] = value;
    expect_fails(kIds, problem, solution, "no number");
    solution = solved(problem);
    solution.states.c[4] = value;
    expect_fails(kIds, problem, solution, "no state");
  }
}

// 1 - f as a difference: nothing but relative accuracy tells, where the gate is open.
TEST(CifgClaimMutations, OfASaturatedGate) {
  for (const double z : {20.0, 37.0, 40.0, 100.0}) {
    Problem<double> problem = usual(7);
    fill(problem.params.f.b, z);
    Solution solution = solved(problem);
    for (std::size_t i = 0; i < solution.states.f.size(); ++i)
      solution.states.one_minus_f[i] = 1 - solution.states.f[i];
    solution.gradients = backward(problem, solution.states);
    expect_fails({"3a", "3b", "3c"}, problem, solution, "1 - f at " + std::to_string(z));
    const Claim claim = claim_of("3a", problem, solved(problem), "from-difference");
    EXPECT_EQ(claim.verdict(), Verdict::fail) << z;
  }
}

// Numbers that come with right ones, and that nothing else is judged by.
TEST(CifgClaimMutations, OfDeltasThatAreNotSummed) {
  for (const Sizes& sizes : {Sizes{2, 3, 6, 1}, Sizes{2, 2, 4, 3}}) {
    const Problem<double> problem = drawn_problem(sizes, 0.7, 20);
    const Solution right = solved(problem);
    for (const auto list : {&Deltas<double>::z_f, &Deltas<double>::z_o, &Deltas<double>::z_c}) {
      Solution solution = right;
      (solution.gradients.deltas.*list)[5] *= 1 + 1e-8;
      EXPECT_EQ(failing(claim_of("3c", problem, solution)), Ids{"sums"});
      // Large ones of both signs, whose sum is right.
      solution = right;
      (solution.gradients.deltas.*list)[0] += 1e6;
      (solution.gradients.deltas.*list)[sizes.dh] -= 1e6;
      EXPECT_EQ(failing(claim_of("3c", problem, solution)), Ids{"sums"});
    }
  }
}

// Behind a closed gate nothing of delta c_t goes on to c_{t-1}.
TEST(CifgClaimMutations, OfADeltaThatGoesNowhere) {
  Problem<double> problem = usual(21);
  fill(problem.params.f.b, -1000);
  Solution solution = solved(problem);
  EXPECT_EQ(claim_of("3a", problem, solution).verdict(), Verdict::pass);
  for (double& delta : solution.gradients.deltas.c) delta *= 2;
  EXPECT_EQ(failing(claim_of("3a", problem, solution)), Ids{"delta-c"});
}

// Saturated states agree to all digits: that they were added up with both signs makes no room for anything.
TEST(CifgClaimMutations, OfLargeWeights) {
  for (const double gain : {30.0, 100.0, 500.0}) {
    for (const std::uint64_t seed : {1, 2, 3, 4}) {
      const Problem<double> problem = drawn_problem({2, 4, 12, 1}, gain, seed);
      Solution solution = solved(problem);
      EXPECT_EQ(claim_of("3b", problem, solution).verdict(), Verdict::pass) << gain << " " << seed;
      // Every delta by a billionth of the largest of its kind: each of them is noticed.
      for (auto* list : lists_of(solution.gradients.deltas)) {
        double largest = 0;
        for (const double delta : *list) largest = std::max(largest, std::abs(delta));
        for (double& delta : *list) delta += 1e-9 * largest;
      }
      const ClaimResult result = check_claim("3b", problem, solution, {}, {});
      const auto& picture = std::get<DeltasPicture>(result.picture);
      for (const auto* list : lists_of(picture.error))
        for (const double error : *list) EXPECT_GT(error, picture.tolerance) << gain << " " << seed;
    }
  }
}

// A gradient that has vanished is held to its own size: nothing passes for being small.
TEST(CifgClaimMutations, OfVanishedGradients) {
  Problem<double> problem = drawn_problem({1, 2, 12, 1}, 0.3, 8);
  fill(problem.params.f.b, -15);
  for (auto* gate : problem.params.gates())
    for (double& u : gate->U) u *= 1e-4;
  std::fill(problem.g.begin(), problem.g.end() - 2, 0.0);
  const Solution right = solved(problem);
  EXPECT_LT(std::abs(right.gradients.deltas.c[0]), 1e-30);
  for (const std::string& id : kIds) EXPECT_EQ(claim_of(id, problem, right).verdict(), Verdict::pass) << id;
  Solution solution = right;
  solution.gradients.deltas.c[0] *= 1 + 1e-8;
  EXPECT_EQ(failing(claim_of("3b", problem, solution)), Ids{"delta-c"});
  solution = right;
  solution.gradients.c0[0] = 0;
  EXPECT_EQ(failing(claim_of("3c", problem, solution)), Ids{"c0"});
  solution = right;
  solution.horizon.product[0] *= 1 + 1e-8;
  EXPECT_EQ(claim_of("3horizon", problem, solution).verdict(), Verdict::fail);
}

// Books that add up to the right gradients, and are wrong.
TEST(CifgClaimMutations, OfTheLedger) {
  const Problem<double> problem = usual(9);
  const Solution right = solved(problem);
  const std::size_t T = 6, dh = 3;
  const auto at = [&](std::size_t s, std::size_t path, std::size_t t) { return ((s * kPathsToC + path) * T + t) * dh; };
  Solution solution = right;
  std::swap(solution.ledger.c[at(4, 1, 2)], solution.ledger.c[at(4, 2, 2)]);
  EXPECT_EQ(failing(claim_of("3ledger", problem, solution)), Ids{"into-c"});
  solution = right;
  std::swap(solution.ledger.c[at(4, 4, 2)], solution.ledger.c[at(5, 4, 2)]);
  EXPECT_EQ(failing(claim_of("3ledger", problem, solution)), Ids{"into-c"});
  solution = right;
  std::swap(solution.ledger.params.f.U[0], solution.ledger.params.f.U[kPathsToC * 9]);
  EXPECT_EQ(failing(claim_of("3ledger", problem, solution)), Ids{"parameters"});
  solution = right;
  solution.ledger.h[((5 * kPathsToH + 1) * T + 3) * dh] *= 1 + 1e-8;
  EXPECT_EQ(failing(claim_of("3ledger", problem, solution)), (Ids{"into-h", "sum-h"}));
  // Gradients of another backpropagation, with the books of that.
  for (const char* code : {"no-recurrent", "twice", "no-transpose", "lost-minus", "tanh-h", "f-t"}) {
    solution.gradients = wrong_backward(problem, right.states, {Mistake(code)});
    solution.ledger = wrong_ledger(problem, right.states, {Mistake(code)});
    expect_fails({"3ledger"}, problem, solution, code);
  }
  // What is booked where nothing can come from: an entry of a step after its source.
  solution = right;
  solution.ledger.c[at(2, 4, 4)] = 1e-6;
  solution.ledger.c[at(5, 4, 4)] -= 1e-6;
  EXPECT_EQ(failing(claim_of("3ledger", problem, solution)), Ids{"into-c"});
}

TEST(CifgClaimMutations, OfTheHorizon) {
  const Problem<double> problem = usual(10);
  const Solution right = solved(problem);
  Solution solution = right;
  // Moved from one part to the other: their sum is right.
  solution.horizon.product[3] *= 1 + 1e-8;
  EXPECT_EQ(failing(claim_of("3horizon", problem, solution)), (Ids{"product", "through-h"}));
  solution = right;
  solution.horizon.jacobian[10] *= 1 + 1e-8;
  EXPECT_EQ(failing(claim_of("3horizon", problem, solution)), (Ids{"jacobian", "through-h"}));
  solution = right;
  solution.horizon.norm[2] *= 1 + 1e-8;
  EXPECT_EQ(failing(claim_of("3horizon", problem, solution)), Ids{"norm"});
  solution = right;
  solution.horizon.through_h[2] *= 1 + 1e-8;
  EXPECT_EQ(failing(claim_of("3horizon", problem, solution)), Ids{"norm-through-h"});
}

// What the page prints beside the norms.
TEST(CifgClaimMutations, OfTheShareThroughH) {
  for (const double gain : {0.01, 0.7, 6.0}) {
    const Problem<double> problem = drawn_problem({2, 3, 6, 1}, gain, 14);
    const Solution right = solved(problem);
    EXPECT_EQ(claim_of("3horizon", problem, right).verdict(), Verdict::pass) << gain;
    for (std::size_t t = 0; t < 5; ++t) {
      Solution solution = right;
      solution.horizon.share[t] *= 1 + 1e-8;
      EXPECT_EQ(failing(claim_of("3horizon", problem, solution)), Ids{"share"}) << gain << t;
      solution = right;
      solution.horizon.product_norm[t] *= 1 + 1e-8;
      EXPECT_EQ(failing(claim_of("3horizon", problem, solution)), Ids{"product-norm"}) << gain << t;
    }
    Solution solution = right;
    solution.horizon.share[5] = 1e-30;  // at T nothing goes through h
    EXPECT_EQ(failing(claim_of("3horizon", problem, solution)), Ids{"share"}) << gain;
  }
  // Nothing at all goes on, by any way: the share is not known, but no share is below 0 or above 1.
  Problem<double> cut = usual(22);
  fill(cut.params.f.b, -1000);
  for (auto* gate : cut.params.gates()) fill(gate->U, 0);
  for (const double share : {-7.0, -1e-9, 1.5, HUGE_VAL, std::nan("")}) {
    Solution solution = solved(cut);
    EXPECT_EQ(claim_of("3horizon", cut, solution).verdict(), Verdict::pass);
    solution.horizon.share[0] = share;
    EXPECT_EQ(failing(claim_of("3horizon", cut, solution)), Ids{"share"}) << share;
  }
  Solution solution = solved(usual());
  solution.horizon.share.clear();
  EXPECT_THROW((void)claim_of("3horizon", usual(), solution), InvalidArgument);
}

// One number so large that all others are nothing beside it: neither the loss nor the range of doubles is an excuse.
TEST(CifgClaimMutations, OfAHugeState) {
  const Problem<double> problem = usual(15);
  const Solution right = solved(problem);
  for (const double huge : {1e50, 1e220, 1e245, 1e300}) {
    for (const auto list : {&States<double>::c_tilde, &States<double>::f, &States<double>::one_minus_f,
                            &States<double>::o, &States<double>::h}) {
      Solution solution = right;
      (solution.states.*list)[4] = huge;
      expect_fails(kIds, problem, solution, "huge state");
    }
  }
}

TEST(CifgClaimMutations, OfDataThatShowNothing) {
  Problem<double> problem = usual(16);
  const Solution other = solved(problem);
  fill(problem.g, 0);
  const Ids of_loss{"3b", "3c", "3ledger"};
  for (const std::string& id : of_loss) EXPECT_EQ(claim_of(id, problem, solved(problem)).reason, "no-loss") << id;
  expect_fails(of_loss, problem, other, "gradients of no loss");
  problem = drawn_problem({2, 3, 1, 1}, 0.7, 17);
  Solution solution = solved(problem);
  EXPECT_EQ(claim_of("3horizon", problem, solution).reason, "one-step");
  solution.horizon.norm[0] = 2;
  expect_fails({"3horizon"}, problem, solution, "a norm of one step");
}

// A small loss is judged as any other: only beside numbers that leave nothing of it is it none.
TEST(CifgClaimMutations, OfATinyLoss) {
  Problem<double> problem = usual(18);
  for (double& g : problem.g) g *= 1e-210;
  const Solution right = solved(problem);
  for (const std::string& id : kOfGradients) {
    EXPECT_EQ(claim_of(id, problem, right).verdict(), Verdict::pass) << id;
    EXPECT_EQ(claim_of(id, problem, right, "plain").verdict(), Verdict::fail) << id;
  }
  Solution solution = right;
  solution.gradients.deltas.h[2] *= 1 + 1e-8;
  EXPECT_EQ(claim_of("3b", problem, solution).verdict(), Verdict::fail);
}

// A certificate with a mistake stays wrong when the same mistake is asked for: that it makes no difference is no excuse.
TEST(CifgClaimMutations, OfTheMistakeThatIsAskedFor) {
  const Problem<double> problem = usual(19);
  const Solution right = solved(problem);
  for (const std::string& id : kOfGradients) {
    for (const std::string& code : mistakes(id)) {
      Solution solution = right;
      solution.gradients = wrong_backward(problem, right.states, {Mistake(code)});
      solution.ledger = wrong_ledger(problem, right.states, {Mistake(code)});
      if (code == "plain" || code == "from-difference") continue;  // of no certificate; right where nothing saturates
      EXPECT_EQ(claim_of(id, problem, solution, code).verdict(), Verdict::fail) << id << code;
    }
  }
}

// The failing checks name what turned wrong.
TEST(CifgClaimMistakes, AreNamedByTheirChecks) {
  const Problem<double> problem = usual(11);
  const Solution solution = solved(problem);
  const auto of = [&](const std::string& id, const std::string& mistake) {
    return failing(claim_of(id, problem, solution, mistake));
  };
  EXPECT_EQ(of("3a", "lost-minus").front(), "by-f");
  EXPECT_EQ(of("3a", "no-complement").front(), "by-c-tilde");
  EXPECT_EQ(of("3b", "plain").front(), "loss");
  EXPECT_EQ(of("3c", "one-bias"), (Ids{"b-f", "b-o", "sums", "central"}));
  EXPECT_EQ(of("3c", "h-t"), (Ids{"u-f", "u-o", "u-c", "sums", "central"}));
  EXPECT_EQ(of("3c", "outer"), (Ids{"u-f", "u-o", "u-c", "sums", "central"}));
  EXPECT_EQ(of("3ledger", "source"), (Ids{"into-h", "into-c", "parameters"}));
  EXPECT_EQ(of("3horizon", "product"), (Ids{"jacobian", "through-h", "norm", "norm-through-h", "share"}));
  // With one step the first wrong line is the only one.
  const Problem<double> one = drawn_problem({2, 3, 1, 1}, 0.7, 12);
  const Solution of_one = solved(one);
  const auto first = [&](const std::string& mistake) { return failing(claim_of("3b", one, of_one, mistake)); };
  EXPECT_EQ(first("lost-minus"), (Ids{"delta-z-f", "delta-f"}));
  EXPECT_EQ(first("sigma-z"), (Ids{"delta-z-f", "delta-z-o"}));
  EXPECT_EQ(first("tanh-z"), (Ids{"delta-z-c"}));
  for (const char* code : {"no-recurrent", "f-t", "twice", "no-transpose"})
    EXPECT_EQ(claim_of("3b", one, of_one, code).reason, "no-difference") << code;
}

RC_GTEST_PROP(CifgWrongBackward, WithoutAMistakeIsTheSame, ()) {
  const Problem<double> problem = any_problem(3);
  const States<double> states = forward(problem);
  Gradients<double> right = backward(problem, states), again = wrong_backward(problem, states, {});
  RC_ASSERT(std::abs(right.loss - again.loss) <= 1e-12 * static_cast<double>(problem.g.size()));
  const auto lists = all_lists(right), others = all_lists(again);
  for (std::size_t k = 0; k < lists.size(); ++k) {
    const double scale = scale_of(*lists[k]);
    for (std::size_t i = 0; i < lists[k]->size(); ++i)
      RC_ASSERT(std::abs((*lists[k])[i] - (*others[k])[i]) <= 1e-12 * scale);
  }
  if (problem.sizes.batch > 1) return;
  const Ledger ledger = ledger_of(problem, states), same = wrong_ledger(problem, states, {});
  const auto compare = [](const std::vector<double>& a, const std::vector<double>& b) {
    const double scale = scale_of(a);
    for (std::size_t i = 0; i < a.size(); ++i) RC_ASSERT(std::abs(a[i] - b[i]) <= 1e-12 * scale);
  };
  compare(ledger.h, same.h);
  compare(ledger.c, same.c);
  for (std::size_t k = 0; k < 3; ++k) {
    compare(ledger.params.gates()[k]->W, same.params.gates()[k]->W);
    compare(ledger.params.gates()[k]->U, same.params.gates()[k]->U);
    compare(ledger.params.gates()[k]->b, same.params.gates()[k]->b);
  }
}

TEST(CifgClaimCertificate, IsTheWholeWrongGradient) {
  const Problem<double> problem = usual(13);
  const Solution solution = solved(problem);
  for (const std::string& id : kIds) {
    EXPECT_FALSE(check_claim(id, problem, solution, {}, {}).broken_certificate) << id;
    for (const std::string& code : mistakes(id)) {
      const ClaimResult result = check_claim(id, problem, solution, {}, Mistake(code));
      const bool of_gradient = id != "3horizon" && code != "source" && code != "no-cell";
      EXPECT_EQ(result.broken_certificate.has_value(), of_gradient && result.claim.reason.empty()) << id << code;
      if (result.broken_certificate) {
        EXPECT_EQ(result.broken_certificate->deltas.h.size(), problem.g.size());
      }
    }
  }
}

TEST(CifgClaimRefusals, NameTheField) {
  const auto field = [](const std::string& id, const Problem<double>& problem, const std::string& mistake = "") {
    try {
      (void)check_claim(id, problem, solution_of(id, problem), {}, mistake.empty() ? Mistake() : Mistake(mistake));
    } catch (const InvalidArgument& refused) {
      return refused.field();
    }
    return std::string();
  };
  EXPECT_EQ(field("3b", usual()), "");
  EXPECT_EQ(field("3d", usual()), "id");
  EXPECT_EQ(field("3b", usual(), "outer"), "broken");
  EXPECT_EQ(field("3b", drawn_problem({8, 64, 50, 32}, 0.1, 1)), "T");
  EXPECT_EQ(field("3ledger", drawn_problem({1, 1, 2, 2}, 0.1, 1)), "batch");
  EXPECT_EQ(field("3horizon", drawn_problem({1, 1, 2, 2}, 0.1, 1)), "batch");
  Problem<double> none = usual();
  none.x[0] = std::nan("");
  EXPECT_EQ(field("3a", none), "x[0]");
  Solution other = solved(usual());
  other.gradients.deltas.o.pop_back();
  EXPECT_THROW((void)check_claim("3b", usual(), other, {}, {}), InvalidArgument);
}

}  // namespace
}  // namespace proofground::cifg::test
