// Problems on which every claim of problem 2 is tried: named, small, each with something that can go wrong.
#pragma once

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "golden.h"
#include "svdd/claims/claims.h"
#include "svdd/claims/polish.h"
#include "svdd_problems.h"

namespace proofground::svdd::test {

inline const std::vector<std::string> kIds{"2.1", "2.2", "2.3", "2.4", "2.5a", "2.5b", "2.5c", "2.5d", "2.5e", "2.6"};

struct Named {
  std::string name;
  Problem problem;
};

inline std::ostream& operator<<(std::ostream& out, const Named& named) { return out << named.name; }

std::vector<Named> problems();

inline std::vector<Named> all_problems() {
  std::vector<Named> all = problems();
  const auto document = golden::read("svdd.json");
  for (const auto& entry : document["cases"].GetArray()) {
    all.push_back({std::string("golden ") + entry["id"].GetString(),
                   {.x = golden::matrix_of(entry["X"]),
                    .d = entry["d"].GetInt(),
                    .weights = golden::vector_of(entry["C"]),
                    .nu = entry["nu"].GetDouble(),
                    .kernel = golden::kernel_of(entry["kernel"])}});
  }
  return all;
}

/// A share of the largest squared distance from the first centre.
inline double coarse_tolerance(const Problem& problem, double share = 1e-3) {
  const Solution start = fit(problem, {.max_iterations = 0});
  double farthest = 0;
  for (double d2 : start.distance2) farthest = std::max(farthest, d2);
  return std::max(share * farthest, 1e-100);
}

/// A fit as the page makes it, to that tolerance.
inline Solution coarse(const Problem& problem, double share = 1e-3) {
  return fit(problem, {.tolerance = coarse_tolerance(problem, share), .max_iterations = 300'000});
}

/// The same, polished as the certificate of the page's claims is.
inline Solution certificate(const Problem& problem) { return polished(problem, coarse(problem)); }

}  // namespace proofground::svdd::test
