// The rows of a kernel matrix that were used lately, within a limit of bytes: the least recently used one goes first.
//
// The rows of a part of a matrix are copied from those of the whole matrix, if the whole has them or has room for them:
// a copy costs a fraction of the kernel, and the row of the whole is needed in the end to carry a change of that point
// over.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "svm/kernel_rows.h"

namespace proofground {

class RowCache {
 public:
  /// @param matrix must outlive the cache  @param bytes limit for stored rows; two rows are kept in any case
  RowCache(const KernelMatrix& matrix, double bytes);
  /// @param whole rows of the matrix that `matrix` is a part of; must outlive this  @param chosen its indices there
  RowCache(const KernelMatrix& matrix, double bytes, RowCache& whole, std::vector<int> chosen)
      : RowCache(matrix, bytes) {
    whole_ = &whole;
    chosen_ = std::move(chosen);
  }

  /// Row i, padded as KernelMatrix::row() pads. Valid until the call after the next one: a caller may hold two rows.
  const double* row(int i) {
    const int slot = slot_of_[i];
    if (slot < 0) return fetch(i);
    if (limited_) touch(slot);
    return slots_[slot].values.get();
  }
  /// Whether row i is stored, or can be stored without evicting another one.
  [[nodiscard]] bool serves(int i) const { return slot_of_[i] >= 0 || static_cast<int>(slots_.size()) < capacity_; }
  /// Bytes of row values held now; at most max(limit, two rows).
  [[nodiscard]] double bytes() const { return static_cast<double>(slots_.size()) * stride_ * sizeof(double); }
  /// Row i into out (padded), neither looked up nor stored here.
  void compute(int i, double* out) const;
  /// Requests so far for a row that was not stored.
  [[nodiscard]] long misses() const { return misses_; }

 private:
  /// Slots form a ring in order of use; newest_ is the head, the one before it in the ring the oldest.
  struct Slot {
    std::unique_ptr<double[]> values;
    int row = -1, newer = -1, older = -1;
  };
  const double* fetch(int i);
  void touch(int slot);
  void unlink(int slot);
  void link_newest(int slot);

  const KernelMatrix& matrix_;
  RowCache* whole_ = nullptr;
  std::vector<int> chosen_;  ///< (size of the matrix) index in the whole, empty without one
  int stride_, capacity_;
  bool limited_;  ///< whether rows can ever be evicted; if not, the order of use is not kept
  int newest_ = -1;
  long misses_ = 0;
  std::vector<Slot> slots_;
  std::vector<int> slot_of_;  ///< (size of the matrix) slot of a row, -1: not stored
};

}  // namespace proofground
