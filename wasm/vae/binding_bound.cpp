// The binding of what the stage "Bound" is given: names and types, nothing else.
#include "wasm/core/binding.h"
#include "wasm/vae/bound.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsSampledElboRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSampledElbo)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsBoundPictureRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsBoundPicture)

JsSampledElbo sampled_elbo(const JsSampledElboRequest& request) {
  return JsSampledElbo(guarded([&] { return vae_sampled_elbo(request); }));
}

JsBoundPicture bound_picture(const JsBoundPictureRequest& request) {
  return JsBoundPicture(guarded([&] { return vae_bound_picture(request); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(vae_bound) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsSampledElboRequest>(TYPES "VaeSampledElboRequest");
  register_type<JsSampledElbo>(TYPES "VaeSampledElbo" OR_REFUSAL);
  register_type<JsBoundPictureRequest>(TYPES "VaeBoundPictureRequest");
  register_type<JsBoundPicture>(TYPES "VaeBoundPicture" OR_REFUSAL);

  function("vaeSampledElbo", &sampled_elbo);
  function("vaeBoundPicture", &bound_picture);
}
