// Compiled for speed: read in every iteration.
#include "svm/row_cache.h"

#include <algorithm>

#include "svm/packed.h"

namespace proofground {

RowCache::RowCache(const KernelMatrix& matrix, double bytes)
    : matrix_(matrix), stride_(packed::padded(matrix.size())), slot_of_(matrix.size(), -1) {
  const double rows = bytes / (static_cast<double>(stride_) * sizeof(double));
  capacity_ = static_cast<int>(std::clamp(rows, 2.0, std::max(2.0, static_cast<double>(matrix.size()))));
  limited_ = capacity_ < matrix.size();
}

const double* RowCache::fetch(int i) {
  ++misses_;
  int slot;
  if (static_cast<int>(slots_.size()) < capacity_) {
    slot = static_cast<int>(slots_.size());
    slots_.emplace_back();
    slots_[slot].values.reset(new double[stride_]);
  } else {
    slot = slots_[newest_].newer;  // next after the newest in the ring: the oldest
    unlink(slot);
    slot_of_[slots_[slot].row] = -1;
  }
  slots_[slot].row = i;
  slot_of_[i] = slot;
  if (limited_) link_newest(slot);
  compute(i, slots_[slot].values.get());
  return slots_[slot].values.get();
}

void RowCache::compute(int i, double* out) const {
  if (whole_ == nullptr || !whole_->serves(chosen_[i])) {
    matrix_.row(i, out);
    return;
  }
  const double* row = whole_->row(chosen_[i]);
  for (const int k : chosen_) *out++ = row[k];
  std::fill_n(out, stride_ - matrix_.size(), 0.0);
}

void RowCache::touch(int slot) {
  if (slot == newest_) return;
  unlink(slot);
  link_newest(slot);
}

void RowCache::unlink(int slot) {
  const Slot& s = slots_[slot];
  if (s.newer == slot) {
    newest_ = -1;
  } else {
    slots_[s.newer].older = s.older;
    slots_[s.older].newer = s.newer;
    if (newest_ == slot) newest_ = s.older;
  }
}

void RowCache::link_newest(int slot) {
  Slot& s = slots_[slot];
  if (newest_ < 0) {
    s.newer = s.older = slot;
  } else {
    // Between the newest and the oldest, which follows it in the ring.
    const int oldest = slots_[newest_].newer;
    s.older = newest_;
    s.newer = oldest;
    slots_[newest_].newer = slot;
    slots_[oldest].older = slot;
  }
  newest_ = slot;
}

}  // namespace proofground
