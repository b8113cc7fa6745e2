// Saved states as bytes: a tag, a version, plain little-endian values one after another, and a checksum.
//
//   tag (4 bytes)  version (u32)  values ...  FNV-1a of all before it (u64)
//
// Every machine that this runs on is little-endian, which is checked when compiling. The checksum finds damage, not
// attacks: a reader must check the range of every value as well, and must not allocate more than the bytes left can
// hold.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>

namespace proofground {

/// FNV-1a (Fowler, Noll and Vo), 64 bits, eight bits at a time.
class Fingerprint {
 public:
  void take(const void* data, std::size_t count);
  template <class T>
  void value(T v) {
    static_assert(std::is_arithmetic_v<T>);
    take(&v, sizeof v);
  }
  [[nodiscard]] std::uint64_t get() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325U;
};

class ByteWriter {
 public:
  ByteWriter(const std::array<char, 4>& tag, std::uint32_t version);
  template <class T>
  void value(T v) {
    static_assert(std::is_arithmetic_v<T>);
    take(&v, sizeof v);
  }
  void floats(const std::vector<float>& values) { take(values.data(), values.size() * sizeof(float)); }
  /// All bytes, with the checksum last. Nothing can be added afterwards.
  std::vector<std::uint8_t> finish();

 private:
  void take(const void* data, std::size_t count);
  std::vector<std::uint8_t> bytes_;
};

class ByteReader {
 public:
  /// @param field how refusals name the bytes
  /// @throws InvalidArgument  another tag, another version, a wrong checksum, too few bytes
  ByteReader(const std::vector<std::uint8_t>& bytes, const std::array<char, 4>& tag, std::uint32_t version,
             const char* field);
  /// @throws InvalidArgument  no bytes left
  template <class T>
  T value() {
    static_assert(std::is_arithmetic_v<T> && !std::is_same_v<T, bool>);
    T v;
    std::memcpy(&v, next(sizeof v), sizeof v);
    return v;
  }
  /// values.size() finite floats. @throws InvalidArgument  fewer bytes left, a value that is not finite
  void floats(std::vector<float>& values);
  /// Bytes of values not read yet.
  [[nodiscard]] std::size_t left() const { return end_ - at_; }
  /// @throws InvalidArgument  bytes left over
  void finish() const;

 private:
  const std::uint8_t* next(std::size_t count);
  const std::vector<std::uint8_t>& bytes_;
  const char* field_;
  std::size_t at_ = 0, end_ = 0;
};

}  // namespace proofground
