// The bits of many numbers as one, to be written down in a test.
#pragma once

#include <cstdint>
#include <vector>

#include "core/bytes.h"

namespace proofground::test {

template <class T>
std::uint64_t hash_of(const std::vector<T>& values) {
  Fingerprint fingerprint;
  fingerprint.take(values.data(), values.size() * sizeof(T));
  return fingerprint.get();
}

}  // namespace proofground::test
