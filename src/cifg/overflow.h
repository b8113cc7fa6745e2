// Gradients that no double holds: each is a product over the steps, and weights far beyond saturation make it overflow.
#pragma once

#include "cifg/horizon.h"
#include "cifg/ledger.h"
#include "cifg/updates.h"

namespace proofground::cifg {

/// @throws InvalidArgument naming params: a gradient is infinite, or not a number because another one is
void require_finite(const Gradients<double>& gradients);
void require_finite(const Ledger& ledger);
void require_finite(const LedgerSums& sums);
void require_finite(const Updates& updates);
void require_finite(const Horizon& horizon);

}  // namespace proofground::cifg
