#include "svm/start.h"

#include <algorithm>
#include <numeric>

#include "core/require.h"
#include "svm/packed.h"

namespace proofground {

std::vector<double> distances_from_mean(const KernelMatrix& matrix, const std::vector<double>& weights) {
  const int n = matrix.size(), sample = std::min(n, kMeanSample);
  std::vector<double> row(packed::padded(n)), distance(n, 0.0);
  double sum = 0;
  for (int s = 0; s < sample; ++s) {
    const int i = static_cast<int>(static_cast<long long>(s) * n / sample);
    matrix.row(i, row.data());
    for (int k = 0; k < n; ++k) distance[k] += weights[i] * row[k];
    sum += weights[i];
  }
  for (int k = 0; k < n; ++k) distance[k] = matrix.diagonal(k) - 2 * (distance[k] / sum);
  return distance;
}

std::vector<double> fill_farthest_first(const std::vector<double>& distance, const std::vector<double>& C,
                                        double delta) {
  std::vector<double> a(C.size(), 0);
  // A heap, not a sorted order: only as many points as are needed are found.
  std::vector<int> heap(C.size());
  std::iota(heap.begin(), heap.end(), 0);
  const auto nearer = [&](int k, int l) { return distance[k] != distance[l] ? distance[k] < distance[l] : k > l; };
  std::make_heap(heap.begin(), heap.end(), nearer);
  double rest = delta;
  while (!heap.empty() && rest > 0) {
    std::pop_heap(heap.begin(), heap.end(), nearer);
    const int k = heap.back();
    heap.pop_back();
    a[k] = std::min(C[k], rest);
    rest -= a[k];
  }
  // What is left over may be the rounding of the sum, when delta is all of it.
  require(delta >= 0 && rest <= 1e-12 * delta, "delta", "a number from 0 to the sum of C", delta);
  return a;
}

}  // namespace proofground
