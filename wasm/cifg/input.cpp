#include "wasm/cifg/input.h"

#include <cstddef>

namespace proofground::border {

cifg::Params<double> read_cifg_params(const Fields& params) {
  return {
      {params.numbers("W_f"), params.numbers("U_f"), params.numbers("b_f")},
      {params.numbers("W_o"), params.numbers("U_o"), params.numbers("b_o")},
      {params.numbers("W_c"), params.numbers("U_c"), params.numbers("b_c")},
  };
}

cifg::Problem<double> read_cifg_problem(const Fields& fields, bool with_g) {
  cifg::Problem<double> problem;
  const auto size = [&](const char* name) { return fields.integer(name, 1, cifg::kMostNumbers); };
  problem.sizes = {size("dx"), size("dh"), size("T"), size("batch")};
  problem.params = read_cifg_params(fields.object("params"));
  problem.x = fields.numbers("x");
  problem.h0 = fields.numbers("h0");
  problem.c0 = fields.numbers("c0");
  if (with_g) problem.g = fields.numbers("g");
  const double count = 1.0 * problem.sizes.T * problem.sizes.batch * problem.sizes.dh;
  if (!with_g && count <= cifg::kMostNumbers) problem.g.assign(static_cast<std::size_t>(count), 0.0);
  cifg::require_valid(problem);
  return problem;
}

}  // namespace proofground::border
