// Time as a network sees it: sines and cosines of u = t / T.
//
//   embedding(u)    = (sin a_i u, cos a_i u)_i,     i = 0..m-1,  m = features / 2
//   sinusoidal        a_i = 1000 10000^(-i / (m-1))
//   fourier           a_i = 2 pi f_i,  f_i ~ N(0, 1), drawn once
//
// Source: Ho, Jain and Abbeel (2020), appendix B, where T = 1000; Tancik et al., "Fourier features let networks learn
// high frequency functions" (2020).
//
// The same bits everywhere (nn/sine.h). Nothing of the embedding is learnt.
#pragma once

#include <vector>

#include "core/bytes.h"
#include "core/rng.h"

namespace proofground::diffusion {

enum class Embedding { sinusoidal, fourier };

/// Most features that an embedding may have.
inline constexpr int kMostFeatures = 256;

/// @throws InvalidArgument  features odd or not in 2..kMostFeatures; field features
void require_features(int features);

/// (features / 2) the angles at u = 1. @param rng is drawn from for fourier only
std::vector<float> frequencies_of(Embedding embedding, int features, Rng& rng);

/// @param frequencies (m) @param u t / T, in [0, 1] @param out (2 m)
void embed(const std::vector<float>& frequencies, double u, float* out);

/// As many frequencies as there are places. @throws InvalidArgument  too few bytes, angles above 1e4, not finite ones
void read_frequencies(ByteReader& in, std::vector<float>& frequencies, const char* field);

}  // namespace proofground::diffusion
