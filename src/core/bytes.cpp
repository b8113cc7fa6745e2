#include "core/bytes.h"

#include <bit>
#include <cmath>
#include <string>

#include "core/require.h"

namespace proofground {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::size_t kHead = 8, kTail = 8;

std::uint64_t checksum(const std::uint8_t* data, std::size_t count) {
  Fingerprint fingerprint;
  fingerprint.take(data, count);
  return fingerprint.get();
}

}  // namespace

void Fingerprint::take(const void* data, std::size_t count) {
  const auto* byte = static_cast<const std::uint8_t*>(data);
  for (std::size_t i = 0; i < count; ++i) hash_ = (hash_ ^ byte[i]) * 0x100000001b3U;
}

ByteWriter::ByteWriter(const std::array<char, 4>& tag, std::uint32_t version) {
  take(tag.data(), tag.size());
  value(version);
}

void ByteWriter::take(const void* data, std::size_t count) {
  const auto* byte = static_cast<const std::uint8_t*>(data);
  bytes_.insert(bytes_.end(), byte, byte + count);
}

std::vector<std::uint8_t> ByteWriter::finish() {
  value(checksum(bytes_.data(), bytes_.size()));
  return std::move(bytes_);
}

ByteReader::ByteReader(const std::vector<std::uint8_t>& bytes, const std::array<char, 4>& tag, std::uint32_t version,
                       const char* field)
    : bytes_(bytes), field_(field) {
  require(bytes.size() >= kHead + kTail, field, "at least 16 bytes", static_cast<double>(bytes.size()));
  const std::string wanted(tag.begin(), tag.end());
  require(std::memcmp(bytes.data(), tag.data(), tag.size()) == 0, field, ("bytes that begin with " + wanted).c_str(),
          "others");
  end_ = bytes.size();
  at_ = tag.size();
  const auto found = value<std::uint32_t>();
  require(found == version, field, ("version " + std::to_string(version)).c_str(), found);
  end_ -= kTail;
  std::uint64_t sum = 0;
  std::memcpy(&sum, bytes.data() + end_, sizeof sum);
  require(sum == checksum(bytes.data(), end_), field, "undamaged bytes", "a wrong checksum");
}

const std::uint8_t* ByteReader::next(std::size_t count) {
  require(count <= left(), field_, "more bytes", static_cast<double>(bytes_.size()));
  const std::uint8_t* data = bytes_.data() + at_;
  at_ += count;
  return data;
}

void ByteReader::floats(std::vector<float>& values) {
  if (values.empty()) return;
  std::memcpy(values.data(), next(values.size() * sizeof(float)), values.size() * sizeof(float));
  for (const float value : values) require(std::isfinite(value), field_, "finite numbers", value);
}

void ByteReader::finish() const { require(left() == 0, field_, "no more bytes", static_cast<double>(bytes_.size())); }

}  // namespace proofground
