#include "vae/claims/compared.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/mistake.h"

namespace proofground::vae {
namespace {

// Twice what two right answers may differ by, in units of a bound, and some more: a larger change is noticed.
constexpr double kNoticed = 2.5;

double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double most = a.size() == b.size() ? 0 : HUGE_VAL;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) most = worst(most, std::abs(a[i] - b[i]));
  return most;
}

}  // namespace

Compared compared(const char* id, const std::vector<double>& claimed, const std::vector<double>& right, double scale,
                  double allowance) {
  return {check_within(id, largest_difference(claimed, right), kIdentityTolerance, scale, allowance), claimed};
}

Compared agreeing(const char* id, double a, double b, double scale, double allowance) {
  return compared(id, {a - b}, {0}, scale, allowance);
}

Compared compared_within(const char* id, double claimed, double right, double tolerance, double scale) {
  return {check_within(id, std::abs(claimed - right), tolerance, scale), {claimed}};
}

Compared compared_z(const char* id, double z) { return {{id, z, kSigmas, kSigmas}, {}}; }

std::string no_difference(const std::vector<Compared>& claimed, const std::vector<Compared>& intact, bool broken) {
  double most = 0;
  for (std::size_t i = 0; broken && i < claimed.size(); ++i) {
    if (intact[i].check.verdict() != Verdict::pass) return "";
    most = worst(most, largest_difference(claimed[i].claimed, intact[i].claimed) / intact[i].check.bound);
  }
  // Not where it is NaN: that is a difference.
  return broken && most <= kNoticed ? kNoDifference : "";
}

std::vector<Check> checks_of(const std::vector<Compared>& all) {
  std::vector<Check> out;
  out.reserve(all.size());
  for (const Compared& each : all) out.push_back(each.check);
  return out;
}

}  // namespace proofground::vae
