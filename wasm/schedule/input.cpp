#include "wasm/schedule/input.h"

#include <string>

namespace proofground::border {
namespace {

using diffusion::Schedule;

int read_T(const Fields& fields) { return fields.integer("T", 1, diffusion::kMostSteps); }

Schedule own_schedule(const Fields& fields) {
  const std::vector<double> betas = fields.numbers("betas");
  require(!betas.empty() && betas.size() <= diffusion::kMostSteps, "betas", "1 to 100000 numbers",
          static_cast<double>(betas.size()));
  try {
    return diffusion::schedule_of(betas);
  } catch (const InvalidArgument& error) {
    throw InvalidArgument("betas", error.expected(), error.got());
  }
}

Schedule schedule_of_kind(const Fields& fields) {
  const std::string kind = fields.text("kind");
  if (kind == "linear")
    return diffusion::linear_schedule(read_T(fields), fields.number("beta1"), fields.number("betaT"));
  if (kind == "cosine") return diffusion::cosine_schedule(read_T(fields), fields.number("s"), fields.number("betaMax"));
  if (kind == "constant") return diffusion::constant_schedule(read_T(fields), fields.number("beta"));
  if (kind == "own") return own_schedule(fields);
  if (kind == "drawn") return diffusion::drawn_schedule(read_T(fields), fields.numbers("knots"));
  throw InvalidArgument("kind", "linear, cosine, constant, own or drawn", describe(val(kind)));
}

}  // namespace

Schedule read_schedule(const Fields& fields) {
  return fields.check([&] { return schedule_of_kind(fields); });
}

}  // namespace proofground::border
