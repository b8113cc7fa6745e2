// A noise schedule, as JavaScript writes it.
#pragma once

#include "diffusion/schedule.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// @param fields ScheduleSpec (types-diffusion-data.ts)
/// @throws InvalidArgument naming the field by its path
diffusion::Schedule read_schedule(const Fields& fields);

}  // namespace proofground::border
