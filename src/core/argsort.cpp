#include "core/argsort.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace proofground {

std::vector<int> argsort(const std::vector<double>& values) {
  std::vector<int> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  const auto before = [&](int i, int j) { return values[i] != values[j] ? values[i] < values[j] : i < j; };
  // By a heap: as fast as needed here, in an eighth of the code of std::sort; and unlike it within bounds whatever the
  // comparisons say, which with a NaN contradict each other.
  std::make_heap(order.begin(), order.end(), before);
  std::sort_heap(order.begin(), order.end(), before);
  return order;
}

std::vector<double> sorted(const std::vector<double>& values) {
  std::vector<double> ascending;
  for (const int i : argsort(values)) ascending.push_back(values[i]);
  return ascending;
}

}  // namespace proofground
