#include "cifg/claims/claims.h"

#include <array>
#include <cmath>

#include "cifg/claims/ledger_entries.h"
#include "cifg/claims/local_flow.h"
#include "cifg/claims/memory.h"
#include "cifg/claims/node_deltas.h"
#include "cifg/claims/parameter_gradients.h"
#include "core/require.h"

namespace proofground::cifg {
namespace {

using Row = ClaimRow<Problem<double>, Solution, ClaimOptions, ClaimPicture, Gradients<double>>;
constexpr std::array kClaims{
    Row{"3a",
        {"lost-minus", "plus", "no-complement", "f-for-complement", "from-difference"},
        Row::by<check_local_flow>},
    Row{"3b",
        {"no-recurrent", "lost-minus", "f-t", "twice", "no-transpose", "tanh-z", "tanh-h", "sigma-z"},
        Row::by<check_node_deltas>},
    Row{"3c",
        {"last-step", "h-t", "one-bias", "outer", "mean", "no-transpose", "sigma-z", "tanh-z"},
        Row::by<check_parameter_gradients>},
    Row{"3ledger", {"twice", "no-recurrent", "no-transpose", "source", "no-cell"}, Row::by<check_ledger_entries>},
    Row{"3horizon", {"product", "f-t", "input-gate", "transposed"}, Row::by<check_memory>},
};

bool of_ledger(const std::string& id) { return id == "3ledger"; }
bool of_horizon(const std::string& id) { return id == "3horizon"; }

void require_size(const std::vector<double>& values, std::size_t size, const char* field) {
  require(values.size() == size, field, "as many numbers as the problem's sizes say",
          static_cast<double>(values.size()));
}

void require_fitting(const Params<double>& params, const Params<double>& like, std::size_t times) {
  const auto gates = params.gates(), right = like.gates();
  for (std::size_t k = 0; k < gates.size(); ++k) {
    require_size(gates[k]->W, times * right[k]->W.size(), "solution.params");
    require_size(gates[k]->U, times * right[k]->U.size(), "solution.params");
    require_size(gates[k]->b, times * right[k]->b.size(), "solution.params");
  }
}

void require_fitting(const std::string& id, const Problem<double>& problem, const Solution& solution) {
  const std::size_t count = problem.g.size(), T = problem.sizes.T, dh = problem.sizes.dh;
  const States<double>& s = solution.states;
  for (const auto* list :
       {&s.z_f, &s.z_o, &s.z_c, &s.f, &s.one_minus_f, &s.o, &s.one_minus_o, &s.c_tilde, &s.c, &s.tanh_c, &s.h})
    require_size(*list, count, "solution.states");
  const Deltas<double>& d = solution.gradients.deltas;
  for (const auto* list : {&d.h, &d.c, &d.f, &d.o, &d.c_tilde, &d.z_f, &d.z_o, &d.z_c})
    require_size(*list, count, "solution.deltas");
  require_fitting(solution.gradients.params, problem.params, 1);
  require_size(solution.gradients.x, problem.x.size(), "solution.x");
  require_size(solution.gradients.h0, problem.h0.size(), "solution.h0");
  require_size(solution.gradients.c0, problem.c0.size(), "solution.c0");
  if (of_ledger(id)) {
    require_size(solution.ledger.h, T * kPathsToH * count, "solution.ledger");
    require_size(solution.ledger.c, T * kPathsToC * count, "solution.ledger");
    require_fitting(solution.ledger.params, problem.params, T * kPathsToC);
  }
  if (of_horizon(id)) {
    require_size(solution.horizon.product, count, "solution.horizon");
    require_size(solution.horizon.jacobian, count * dh, "solution.horizon");
    require_size(solution.horizon.norm, T, "solution.horizon");
    require_size(solution.horizon.through_h, T, "solution.horizon");
    require_size(solution.horizon.product_norm, T, "solution.horizon");
    require_size(solution.horizon.share, T, "solution.horizon");
  }
}

void require_affordable(const std::string& id, const Problem<double>& problem) {
  (void)find_claim(kClaims, id);
  require_valid(problem);
  if (of_ledger(id)) require_ledger_size(problem.sizes);
  if (of_horizon(id)) require(problem.sizes.batch == 1, "batch", "1", problem.sizes.batch);
  const double cost = operations(id, problem.sizes);
  require(cost <= kMostOperations, "T", "T, dx, dh and batch small enough to check every number (7e7 operations)",
          cost);
}

}  // namespace

double operations(const std::string& id, const Sizes& sizes) {
  const double dx = sizes.dx, dh = sizes.dh, T = sizes.T, batch = sizes.batch;
  const double walk = T * (3 * dh * (dx + dh) + 40 * dh);  // products, and the functions of a unit, at all steps
  const double nodes = T * dh * batch / 2;                 // a walk from a node goes half of them
  if (id == "3a") return 4 * nodes * walk;
  if (id == "3horizon") return 3 * nodes * walk;
  if (id == "3b") return 8 * nodes * walk;
  if (id == "3ledger") return 25 * nodes * walk;
  const double given = (3 * dh * (dx + dh + 1) + 2 * dh) * batch + T * batch * dx / 2;
  return (8 * nodes + 3 * given) * walk;  // 3c: with four walks in doubles
}

Solution solution_of(const std::string& id, const Problem<double>& problem) {
  require_affordable(id, problem);
  Solution out;
  out.states = forward(problem);
  out.gradients = backward(problem, out.states);
  if (of_ledger(id)) out.ledger = ledger_of(problem, out.states);
  if (of_horizon(id)) out.horizon = horizon_of(problem, out.states);
  return out;
}

ClaimResult check_claim(const std::string& id, const Problem<double>& problem, const Solution& solution,
                        const ClaimOptions& options, const Mistake& mistake) {
  require_affordable(id, problem);
  require_fitting(id, problem, solution);
  return find_claim(kClaims, id).check(problem, solution, options, mistake);
}

std::vector<std::string> mistakes(const std::string& id) { return find_claim(kClaims, id).mistakes(); }

}  // namespace proofground::cifg
