// Compiled for speed: a sum over all points for each place of a map.
#include "svm/kernel_sum.h"

#include <algorithm>
#include <numeric>

#include "svm/kernel_rows.h"
#include "svm/packed.h"

namespace proofground {

namespace {

/// Points z that are worked on together: their coordinates, one kernel row and the sums stay in the nearest cache.
constexpr int kTogether = 512;

}  // namespace

KernelSum::KernelSum(const Kernel& kernel, const Points& points, const std::vector<double>& a)
    : kernel_(kernel), d_(points.d) {
  for (int i = 0; i < points.n; ++i) {
    if (a[i] == 0) continue;
    x_.insert(x_.end(), points.row(i), points.row(i) + d_);
    a_.push_back(a[i]);
  }
}

std::vector<double> KernelSum::at(const Points& z) const {
  std::vector<double> sums(z.n, 0.0), values(packed::padded(std::min(z.n, kTogether)));
  const Points x = support();
  for (int start = 0; start < z.n; start += kTogether) {
    const int count = std::min(z.n - start, kTogether);
    const KernelRows rows(kernel_, {z.row(start), count, d_});
    double* sum = sums.data() + start;
    for (int j = 0; j < x.n; ++j) {
      rows.row_at(x.row(j), values.data());
      for (int i = 0; i < count; ++i) sum[i] += a_[j] * values[i];
    }
  }
  return sums;
}

double KernelSum::norm2() const {
  const std::vector<double> sums = at(support());
  return std::inner_product(a_.begin(), a_.end(), sums.begin(), 0.0);
}

}  // namespace proofground
