// Problems for the tests of the VAE's claims: random ones of all sizes, and how a claim reads.
#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/rng.h"
#include "vae/claims/claims.h"

namespace proofground::vae::test {

inline std::vector<double> normals(int count, double scale, Rng& rng) {
  std::vector<double> out(static_cast<std::size_t>(count));
  for (double& value : out) value = scale * rng.normal();
  return out;
}

/// Uniform in the logarithm.
inline double log_uniform(double low, double high, Rng& rng) {
  return std::exp(rng.uniform(std::log(low), std::log(high)));
}

struct Sizes {
  int dx = 2, dz = 2;
};

/// As the page can have it: noise and variances of q from 1e-4 to 100, coefficients up to some tens.
inline Problem drawn_problem(const Sizes& sizes, std::uint64_t seed) {
  Rng rng(seed);
  Problem out;
  const auto [dx, dz] = sizes;
  out.model = {dx, dz, normals(dx * dz, log_uniform(0.1, 10, rng), rng), normals(dx, 1, rng),
               log_uniform(1e-4, 100, rng)};
  out.x = normals(dx, log_uniform(0.1, 20, rng), rng);
  out.q.mean = normals(dz, log_uniform(0.1, 5, rng), rng);
  for (int j = 0; j < dz; ++j) out.q.var.push_back(log_uniform(1e-4, 100, rng));
  out.modes = rng.uniform(0, 4);
  out.mode_sd = log_uniform(0.02, 2, rng);
  out.alpha_bar = rng.uniform() < 0.5 ? log_uniform(1e-6, 0.5, rng) : 1 - log_uniform(1e-3, 0.5, rng);
  return out;
}

/// The example of the page.
inline Problem plane() {
  return {{2, 2, {1.2, 0.5, -0.4, 0.9}, {0.2, -0.1}, 0.25}, {1.1, 0.6}, {{0.2, 0.9}, {0.2, 0.35}}, 1, 0.2, 0.001};
}

inline Claim claim_of(const std::string& id, const Problem& problem, const Solution& solution,
                      const std::string& mistake = "", std::uint64_t seed = 1) {
  ClaimOptions options;
  options.seed = seed;
  options.draws = 2000;
  return check_claim(id, problem, solution, options, Mistake(mistake)).claim;
}

inline Claim claim_of(const std::string& id, const Problem& problem, const std::string& mistake = "",
                      std::uint64_t seed = 1) {
  return claim_of(id, problem, solution_of(id, problem), mistake, seed);
}

inline std::string text_of(const Claim& claim) {
  std::string out = claim.id + " " + claim.reason;
  for (const Check& check : claim.checks)
    if (check.verdict() == Verdict::fail)
      out += " " + check.id + " " + std::to_string(check.value) + " > " + std::to_string(check.bound);
  return out;
}

/// The ids of the checks that fail.
inline std::vector<std::string> failing(const Claim& claim) {
  std::vector<std::string> ids;
  for (const Check& check : claim.checks)
    if (check.verdict() == Verdict::fail) ids.push_back(check.id);
  return ids;
}

inline bool fails(const Claim& claim, const std::string& id) {
  for (const std::string& each : failing(claim))
    if (each == id) return true;
  return false;
}

}  // namespace proofground::vae::test
