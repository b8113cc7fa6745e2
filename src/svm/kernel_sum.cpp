#include "svm/kernel_sum.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "svm/packed.h"

namespace proofground {

namespace {

std::vector<double> nonzero(const std::vector<double>& a) {
  std::vector<double> kept;
  std::copy_if(a.begin(), a.end(), std::back_inserter(kept), [](double value) { return value != 0; });
  return kept;
}

KernelRows support_rows(const Kernel& kernel, const Points& points, const std::vector<double>& a) {
  std::vector<double> x;
  int count = 0;
  for (int i = 0; i < points.n; ++i) {
    if (a[i] == 0) continue;
    x.insert(x.end(), points.row(i), points.row(i) + points.d);
    ++count;
  }
  return {kernel, Points{x.data(), count, points.d}};
}

}  // namespace

KernelSum::KernelSum(const Kernel& kernel, const Points& points, const std::vector<double>& a)
    : a_(nonzero(a)), rows_(support_rows(kernel, points, a)), values_(packed::padded(rows_.size())) {}

double KernelSum::at(const double* z) {
  rows_.row_at(z, values_.data());
  double sum = 0;
  for (std::size_t j = 0; j < a_.size(); ++j) sum += a_[j] * values_[j];
  return sum;
}

}  // namespace proofground
