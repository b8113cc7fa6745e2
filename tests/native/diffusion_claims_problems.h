// Data and schedules on which every claim of problem 4 is tried: named, small, each with something that can go wrong.
#pragma once

#include <cmath>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "diffusion/claims/claims.h"

namespace proofground::diffusion::test {

inline const std::vector<std::string> kIds{"4a", "4b", "4c", "4d", "4r1", "4r2", "4r3", "4bridge"};

struct Named {
  std::string name;
  Mixture data;
  Schedule schedule;
};

inline std::ostream& operator<<(std::ostream& out, const Named& named) { return out << named.name; }

/// The two modes at -1 and 1 with standard deviation 0.2 that the bridge is about.
inline Mixture modes() { return {{0.5, 0.5}, {-1, 1}, {0.04, 0.04}, 1}; }

inline Mixture plane() {
  return {{0.5, 0.25, 0.25}, {0, 2, -2, -1, 2, -1}, {0.5, 0.2, 0.2, 0.3, 0.25, 0, 0, 0.25, 0.2, -0.1, -0.1, 0.6}, 2};
}

inline Mixture gaussian(double mean, double variance) { return {{1}, {mean}, {variance}, 1}; }

inline Mixture points(int n, int d, double size) {
  std::vector<double> x;
  for (int i = 0; i < n * d; ++i) x.push_back(size * std::sin(1.0 + 7.0 * i));
  return empirical(std::move(x), d);
}

inline Schedule text() { return linear_schedule(1000, 1e-4, 0.02); }

/// The text's schedule with a fifth of its steps, for problems that are about their data.
inline Schedule fewer() { return linear_schedule(200, 5e-4, 0.1); }

inline std::vector<Named> problems() {
  return {
      {"modes, linear", modes(), text()},
      {"modes, cosine", modes(), cosine_schedule(1000, 0.008, 0.999)},
      {"modes, few steps", modes(), linear_schedule(50, 0.002, 0.4)},
      {"modes, constant", modes(), constant_schedule(100, 0.02)},
      {"modes, one step", modes(), cosine_schedule(1, 0.008, 0.999)},
      {"modes, two steps", modes(), cosine_schedule(2, 0.008, 0.999)},
      {"modes, weak schedule", modes(), linear_schedule(50, 1e-4, 0.02)},
      {"modes, strong schedule", modes(), constant_schedule(20, 0.999)},
      {"modes, own betas", modes(), schedule_of({1e-9, 0.3, 1e-4, 0.9, 0.5, 1e-9})},
      {"modes, no noise", modes(), constant_schedule(100, 1e-9)},
      {"modes, underflow", modes(), constant_schedule(1500, 0.5)},
      {"plane, linear", plane(), linear_schedule(6, 0.05, 0.8)},
      {"unit Gaussian", gaussian(0, 1), fewer()},
      {"narrow Gaussian, far away", gaussian(1000, 1e-4), text()},
      {"wide Gaussian", gaussian(0, 1e6), fewer()},
      {"unequal weights", {{1e-6, 1}, {-3, 3}, {0.1, 2}, 1}, fewer()},
      {"flat covariance", {{1}, {1, 2}, {1, 1, 1, 1}, 2}, fewer()},
      {"points on a line", points(5, 1, 1), fewer()},
      {"points in the plane", points(60, 2, 1.5), cosine_schedule(200, 0.008, 0.999)},
      {"points in ten dimensions", points(30, 10, 1), linear_schedule(100, 1e-3, 0.2)},
      {"one point", empirical({0.5}, 1), fewer()},
      {"one point at the origin", empirical({0, 0}, 2), fewer()},
  };
}

inline std::string text_of(const Claim& claim) {
  std::ostringstream text;
  text.precision(6);
  for (const Check& check : claim.checks)
    if (check.verdict() != Verdict::pass) text << check.id << ' ' << check.value << " > " << check.bound << "; ";
  return text.str();
}

template <class Picture>
Picture picture_of(const std::string& id, const Mixture& data, const Schedule& schedule,
                   const ClaimOptions& options = {}, const Mistake& mistake = {}) {
  return std::get<Picture>(check_claim(id, data, schedule, options, mistake).picture);
}

}  // namespace proofground::diffusion::test
