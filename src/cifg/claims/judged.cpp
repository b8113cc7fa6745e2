#include "cifg/claims/judged.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/mistake.h"

namespace proofground::cifg {
namespace {

// Twice what two right answers may differ by: a mistake that changes more is noticed.
constexpr double kNoticed = 2.5;
// Products of what is larger than this leave the range of doubles.
constexpr double kOverflow = 1e250;
// A loss with smaller weights, relative to the largest number there is, vanishes among what has underflowed.
constexpr double kNoWeight = 1e-260;

double error(double claimed, double right, double room) { return std::abs(claimed - right) / room; }

}  // namespace

std::vector<double> Judged::errors() const {
  std::vector<double> all(claimed.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = error(claimed[i], right[i], room[i]);
  return all;
}

Check Judged::check() const { return check_within(id, worst_of(errors()), tolerance, 1); }

double worst_of(const std::vector<double>& values) {
  double most = 0;
  for (const double value : values) most = worst(most, value);
  return most;
}

bool passes(const std::vector<Judged>& judged, const std::vector<Check>& others) {
  const auto good = [](const Check& check) { return check.verdict() == Verdict::pass; };
  return std::all_of(others.begin(), others.end(), good) &&
         std::all_of(judged.begin(), judged.end(), [&](const Judged& each) { return good(each.check()); });
}

double change(const Judged& judged, const Judged& intact) {
  double most = 0;
  for (std::size_t i = 0; i < judged.claimed.size(); ++i)
    most = worst(most, error(judged.claimed[i], intact.claimed[i], judged.room[i]) / judged.tolerance);
  return most;
}

double room_of(const Derivative& of, double largest) { return of.size + kUnderflow / kExact * (of.moved + largest); }

Judged judged(const char* id, const std::vector<Derivative>& right, double largest) {
  Judged out{id, {}, {}, {}};
  for (const Derivative& each : right) {
    out.right.push_back(each.value);
    out.room.push_back(room_of(each, largest));
  }
  return out;
}

Judged judged_loss(const char* id, const Problem<double>& problem, const States<double>& states, double claimed,
                   double largest) {
  Judged loss = judged(id, {summed_loss(problem, states)}, largest);
  loss.claimed = {claimed};
  return loss;
}

double largest_of(const std::vector<Derivative>& all, double so_far) {
  for (const Derivative& each : all) so_far = worst(so_far, worst(each.size, each.moved));
  return so_far;
}

std::string vacuous_reason(const Problem<double>& problem, double states, double largest, bool of_loss) {
  std::string reason;
  double weight = 0;
  for (const double g : problem.g) weight = std::max(weight, std::abs(g));
  const bool finite = largest < kOverflow;  // a NaN is not
  if (of_loss && (weight == 0 || (finite && weight <= kNoWeight * largest))) {
    reason = "no-loss";
  } else if (!finite && states <= kExact) {
    reason = "overflow";
  }
  return reason;
}

Claim verdict_of(const char* id, const std::string& reason, const std::vector<Judged>& judged,
                 const std::vector<Judged>& intact, bool broken, const std::vector<Check>& others) {
  // What overflows cannot be judged. Any other reason is one for a certificate that passes: a wrong one is not excused.
  if (reason == "overflow" || (!reason.empty() && passes(intact, others))) return {id, {}, reason};
  double most = 0;
  for (std::size_t i = 0; i < judged.size(); ++i) most = worst(most, change(judged[i], intact[i]));
  // Not where it is NaN: that is a difference.
  if (broken && most <= kNoticed && passes(intact, others)) return {id, {}, kNoDifference};
  Claim claim{id, others, ""};
  for (const Judged& each : judged) claim.checks.push_back(each.check());
  return claim;
}

}  // namespace proofground::cifg
