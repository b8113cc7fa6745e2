// A small problem out of the fuzzer's bytes: each byte means the same wherever a change of another one puts it, so that an input that is
// changed a little gives a problem that is changed a little. Past the end everything is 0.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace proofground::fuzz {

class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  [[nodiscard]] bool empty() const { return at_ >= size_; }
  int byte() { return at_ < size_ ? data_[at_++] : 0; }
  /// 0..count-1
  int below(int count) { return byte() % count; }
  /// A coordinate: a few digits, so that points coincide, lie on a line or tie; now and then one of another size.
  double number() {
    const int first = byte();
    const double small = (first & 63) * 0.125 - 4;
    switch (first >> 6) {
      case 0:
      case 1:
        return small;
      case 2:
        return small + byte() * 1e-3;
      default:
        return small * std::pow(10, below(21) - 10);
    }
  }
  /// A parameter above 0: 1e-6..1e6 in steps that differ.
  double positive() { return std::pow(10, (byte() - 128) / 21.0); }
  std::vector<double> numbers(int count) {
    std::vector<double> values(count);
    for (double& value : values) value = number();
    return values;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_, at_ = 0;
};

/// What is wrong ends the program, and libFuzzer keeps the input.
inline void hold(bool condition, const char* what, double value) {
  if (condition) return;
  std::fprintf(stderr, "does not hold: %s (%.17g)\n", what, value);
  std::abort();
}

}  // namespace proofground::fuzz
