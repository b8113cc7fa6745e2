// Images that cost nothing: what a generator has to be better than, and what the figures say of nonsense.
//
//   uniform     x_j ~ U(0, 1): noise
//   pixels      x_j = pixel j of a training image drawn anew for each j: the ink of each pixel is right, and no shape
//   means       x = m_c, the mean of the training images of the class asked for: the same image each time
//   gaussians   x = m_c + sum_i z_i (x_i - m_c) / sqrt(n_c - 1),  z_i ~ N(0, 1), i over the n_c images of class c, cut to [0, 1]
//
// The last is a draw from N(m_c, S_c) with S_c the unbiased covariance of the class, without a factorisation. Only operations that
// are rounded exactly, so that one seed gives the same bits everywhere.
//
// Nothing is learnt but moments.
#pragma once

#include <cstdint>
#include <vector>

namespace proofground::digits {

enum class Baseline { uniform, pixels, means, gaussians };

struct BaselineRequest {
  Baseline kind = Baseline::uniform;
  int d = 64;                  ///< pixels of an image, 1..4096
  std::vector<double> images;  ///< (n x d) training images
  std::vector<int> labels;     ///< (n)
  std::vector<int> asked;      ///< (m) class of each image to be made; only their number counts where no class is used
  std::uint64_t seed = 1;
};

/// @return (m x d) @throws InvalidArgument  sizes that do not fit, values that are not finite, a class asked for that fewer than two
/// training images have, more than 1e9 products; fields d, images, labels, asked
std::vector<double> baseline(const BaselineRequest& request);

}  // namespace proofground::digits
