// The curves of 4v4: the data and what the VAE makes, prior and aggregate posterior, the decoder's mean.
//
//   model(x)      = integral N(z; 0, 1) N(x; E[x_0 | z], s^2) dz     by the trapezoidal rule on uneven places
//   aggregate(z)  = integral q(x_0) q(z | x_0) dx_0                  two modes +-sqrt(alpha_bar) m of variance S
//
// To three digits: for the screen.
#pragma once

#include "vae/claims/claims.h"
#include "vae/claims/one_step_bounds.h"

namespace proofground::vae {

void draw_curves(OneStepPicture& picture, const OneStepModel& model, double decoder_var);

}  // namespace proofground::vae
