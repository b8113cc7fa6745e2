// The parts of a request of problem 4, as JavaScript writes them: the distribution of the data, a step, and those of
// wasm/schedule.
#pragma once

#include <vector>

#include "diffusion/mixture.h"
#include "diffusion/schedule.h"
#include "wasm/core/boundary.h"
#include "wasm/schedule/input.h"

namespace proofground::border {

/// Most components of a mixture or points of a cloud, and most coordinates.
inline constexpr int kMostComponents = 20'000;
inline constexpr int kMostCoordinates = 64;
/// Most numbers that all covariances of a mixture have together, and most that are drawn at once.
inline constexpr int kMostEntries = 1 << 22;

/// @param fields Distribution: a Mixture, or a Cloud, which has points
/// @throws InvalidArgument naming the field by its path; shapes and signs, too
diffusion::Mixture read_distribution(const Fields& fields);

/// The field t of a request, and its step: t = 0 is the data, to which nothing is done.
struct AtStep {
  int t = 0;
  diffusion::Step step;
};
AtStep read_step(const Fields& request, const diffusion::Schedule& schedule, int least);

/// The field `name`, a number of particles: all their coordinates together are at most kMostEntries.
int read_count(const Fields& request, const char* name, int d);

/// (m x d) the field `name`: whole points of d coordinates. @throws InvalidArgument naming it
std::vector<double> read_places(const Fields& request, const char* name, int d);

/// Refuses more places than the oracle does in a few seconds. @throws InvalidArgument naming field
void require_affordable(double places, const diffusion::Oracle& oracle, const char* field);

/// @throws InvalidArgument naming t if q(x_t) has no density
void require_density(const diffusion::Oracle& oracle, const AtStep& at);

}  // namespace proofground::border
