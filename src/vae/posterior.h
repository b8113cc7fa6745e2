// The true posterior of one x beside the encoder's q, over a window of the plane of z.
//
//   p(z | x) = p(z) p(x | z) / p(x)        p(x) by quadrature (evidence.h), not from the window
//   q(z | x) = N(mu, diag(exp(v)))
//
// Source: Bayes' rule. Two latent coordinates only.
#pragma once

#include <optional>
#include <vector>

#include "vae/network.h"

namespace proofground::vae {

/// The middles of columns x rows equal cells of a window whose low corner is (x0, y0); row-major, lowest row first.
struct Window {
  double x0 = 0, y0 = 0;         ///< at most 1e6 in size
  double width = 1, height = 1;  ///< 1e-6..1e6
  int columns = 64, rows = 64;   ///< 1..512 each
  [[nodiscard]] double x(int column) const { return x0 + (column + 0.5) * (width / columns); }
  [[nodiscard]] double y(int row) const { return y0 + (row + 0.5) * (height / rows); }
};

/// @throws InvalidArgument  fields x0, y0, width, height, columns, rows
void require_valid(const Window& window);

/// As require_one_point, and exactly two latent coordinates. @throws InvalidArgument, field network
void require_plane(const Network& network);

struct Posterior {
  std::vector<double> density, q;  ///< (rows x columns)
  double log_px = 0;
};

/// @param log_px that of evidence(), where it has been found  @throws InvalidArgument  as require_one_point, require_plane and
/// require_valid; a logPx that is not finite
Posterior posterior(const Network& network, const std::vector<double>& x, const std::vector<int>& labels,
                    const Window& window, const std::optional<double>& log_px = {});

}  // namespace proofground::vae
