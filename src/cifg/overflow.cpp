#include "cifg/overflow.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "core/require.h"

namespace proofground::cifg {
namespace {

constexpr const char* kEachPart = "weights whose gradients are finite numbers in each of their parts";

using Lists = std::initializer_list<const std::vector<double>*>;

void require_all(const Lists& lists, const char* expected) {
  for (const auto* list : lists)
    require(std::all_of(list->begin(), list->end(), [](double value) { return std::isfinite(value); }), "params",
            expected, "weights with which one overflows");
}

void require_all(const Params<double>& params, const char* expected) {
  for (const auto* gate : params.gates()) require_all({&gate->W, &gate->U, &gate->b}, expected);
}

}  // namespace

void require_finite(const Gradients<double>& gradients) {
  constexpr const char* expected = "weights whose gradients are finite numbers";
  const auto& d = gradients.deltas;
  const std::vector loss{gradients.loss};
  require_all({&loss, &gradients.x, &gradients.h0, &gradients.c0}, expected);
  require_all({&d.h, &d.c, &d.f, &d.o, &d.c_tilde, &d.z_f, &d.z_o, &d.z_c}, expected);
  require_all(gradients.params, expected);
}

void require_finite(const Ledger& ledger) {
  require_all({&ledger.h, &ledger.c}, kEachPart);
  require_all(ledger.params, kEachPart);
}

void require_finite(const LedgerSums& sums) {
  for (const auto* parts : {&sums.by_source, &sums.by_path, &sums.total}) {
    require_all({&parts->h, &parts->c}, kEachPart);
    require_all(parts->params, kEachPart);
  }
}

void require_finite(const Updates& updates) {
  require_all(updates.step, kEachPart);
  require_all(updates.so_far, kEachPart);
}

void require_finite(const Horizon& horizon) {
  require_all({&horizon.product, &horizon.jacobian, &horizon.norm, &horizon.through_h, &horizon.share},
              "weights with which dc_T/dc_t is a finite number");
}

}  // namespace proofground::cifg
