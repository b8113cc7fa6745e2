#include "vae/posterior.h"

#include <cmath>

#include "core/require.h"
#include "vae/evidence.h"

namespace proofground::vae {
namespace {

void require_lines(int count, const char* field) {
  require(count >= 1 && count <= 512, field, "a whole number from 1 to 512", count);
}

}  // namespace

void require_valid(const Window& window) {
  require(std::abs(window.x0) <= 1e6, "x0", "a number of at most 1e6 in size", window.x0);
  require(std::abs(window.y0) <= 1e6, "y0", "a number of at most 1e6 in size", window.y0);
  require(window.width >= 1e-6 && window.width <= 1e6, "width", "a number from 1e-6 to 1e6", window.width);
  require(window.height >= 1e-6 && window.height <= 1e6, "height", "a number from 1e-6 to 1e6", window.height);
  require_lines(window.columns, "columns");
  require_lines(window.rows, "rows");
}

void require_plane(const Network& network) {
  require(network.shape().dz == 2, "network", "one of two latent coordinates", network.shape().dz);
}

Posterior posterior(const Network& network, const std::vector<double>& x, const std::vector<int>& labels,
                    const Window& window, const std::optional<double>& log_px) {
  require_plane(network);
  require_one_point(network, x, labels);
  require_valid(window);
  require(std::isfinite(log_px.value_or(0)), "logPx", "a finite number", log_px.value_or(0));
  const Codes codes = network.encode(x, labels);
  const LogFunction joint = log_joint(network, x, labels);
  std::vector<double> z;
  for (int row = 0; row < window.rows; ++row) {
    for (int column = 0; column < window.columns; ++column) {
      z.push_back(window.x(column));
      z.push_back(window.y(row));
    }
  }
  Posterior result;
  result.log_px = log_px ? *log_px : posterior_integrals(joint, codes).first.log_z;
  for (const double log_density : joint(z)) result.density.push_back(std::exp(log_density - result.log_px));
  for (std::size_t k = 0; k < z.size(); k += 2) result.q.push_back(std::exp(log_q(codes, &z[k])));
  return result;
}

}  // namespace proofground::vae
