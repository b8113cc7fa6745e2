#include "wasm/vae/answers.h"

#include <numeric>

#include "vae/kl.h"

namespace proofground::border {

val vae_kl(const val& request) {
  const Fields fields(request, "");
  const std::vector<double> terms = vae::kl_standard_normal(fields.numbers("mu"), fields.numbers("logVar"));
  Result out;
  out.doubles("perDimension", terms).number("total", std::accumulate(terms.begin(), terms.end(), 0.0));
  return out.get();
}

}  // namespace proofground::border
