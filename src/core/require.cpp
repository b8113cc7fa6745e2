#include "core/require.h"

#include <cmath>
#include <utility>

#include "core/format_number.h"

namespace proofground {

namespace {

std::string element(const char* field, int i) { return std::string(field) + "[" + std::to_string(i) + "]"; }

// Written so that a NaN, for which every comparison is false, is refused too.
bool is_finite(double value) { return std::abs(value) <= kLargestMagnitude; }
constexpr const char* kFinite = "a finite number of at most 1e100 in size";

}  // namespace

std::string joined(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

InvalidArgument::InvalidArgument(std::string field, std::string expected, std::string got)
    : std::invalid_argument(field + ": expected " + expected + ", got " + got),
      field_(std::move(field)),
      expected_(std::move(expected)),
      got_(std::move(got)) {}

void require(bool condition, const char* field, const char* expected, double got) {
  if (!condition) throw InvalidArgument(field, expected, format_number(got));
}

void require(bool condition, const char* field, const char* expected, const std::string& got) {
  if (!condition) throw InvalidArgument(field, expected, got);
}

void require_finite(const double* values, int count, const char* field) {
  for (int i = 0; i < count; ++i)
    if (!is_finite(values[i])) throw InvalidArgument(element(field, i), kFinite, format_number(values[i]));
}

void require_finite(double value, const char* field) { require(is_finite(value), field, kFinite, value); }

void require_data(const double* values, int count, const char* field) {
  require_finite(values, count, field);
  for (int i = 0; i < count; ++i)
    if (std::fpclassify(values[i]) == FP_SUBNORMAL)
      throw InvalidArgument(element(field, i), "0 or a number of at least 2.2e-308 in size", format_number(values[i]));
}

void require_positive(double value, const char* field) {
  require(value >= kSmallestParameter && value <= kLargestMagnitude, field, "a number between 1e-100 and 1e100", value);
}

void require_nonnegative(const std::optional<double>& value, const char* field) {
  require(!value || (*value >= 0 && *value <= kLargestMagnitude), field, "a number from 0 to 1e100", value.value_or(0));
}

void require_one_each(const std::vector<double>& values, std::size_t n, const char* field) {
  if (values.size() != n) throw InvalidArgument(field, std::to_string(n) + " numbers", std::to_string(values.size()));
}

void require_rows(std::size_t size, std::size_t d, const char* field) {
  if (size % d != 0)
    throw InvalidArgument(field, "a multiple of " + std::to_string(d) + " numbers", std::to_string(size));
}

}  // namespace proofground
