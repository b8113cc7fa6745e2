// A noise schedule, and what else the requests of more than one lab have in common, as JavaScript writes them.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "diffusion/schedule.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// @param fields ScheduleSpec (types-diffusion-data.ts)
/// @throws InvalidArgument naming the field by its path
diffusion::Schedule read_schedule(const Fields& fields);

/// The field seed, which has no default.
std::uint64_t required_seed(const Fields& request);

/// The index of the word that a field holds, among the words allowed. @throws InvalidArgument naming it
int choice(const Fields& fields, const char* name, std::initializer_list<const char*> words, const char* expected);

}  // namespace proofground::border
