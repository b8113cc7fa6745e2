// Refusing input: the core reports a bad argument in this way only.
//
// Every public entry point states what it expects with require(). The message names the field, what was expected and
// what came, so that the border and the page can show it unchanged.
#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace proofground {

/// Input outside a function's domain. what() is one sentence: "<field>: expected <expected>, got <got>".
class InvalidArgument : public std::invalid_argument {
 public:
  InvalidArgument(std::string field, std::string expected, std::string got);
  [[nodiscard]] const std::string& field() const noexcept { return field_; }
  [[nodiscard]] const std::string& expected() const noexcept { return expected_; }
  [[nodiscard]] const std::string& got() const noexcept { return got_; }

 private:
  std::string field_;
  std::string expected_;
  std::string got_;
};

/// "a, b, c"
std::string joined(const std::vector<std::string>& words);

/// @throws InvalidArgument when condition is false.
void require(bool condition, const char* field, const char* expected, double got);
void require(bool condition, const char* field, const char* expected, const std::string& got);

/// Every entry of values[0..count) must be finite and at most kLargestMagnitude in size.
/// @throws InvalidArgument naming field[index] and the value.
void require_finite(const double* values, int count, const char* field);
/// One number: the message names field alone.
void require_finite(double value, const char* field);

/// As require_finite, for data of a user: denormal numbers, |value| < 2.2e-308 but not 0, are refused as well. They
/// have lost digits, and no measurement is that small.
/// @throws InvalidArgument naming field[index] and the value.
void require_data(const double* values, int count, const char* field);

/// What require_data takes of a computed value: 0 for a denormal one, which sums and quotients of normal ones may be.
inline double flushed(double value) { return std::fpclassify(value) == FP_SUBNORMAL ? 0 : value; }

/// Bound on |value| of data: products of two such numbers, summed over any allowed size, stay finite in double.
inline constexpr double kLargestMagnitude = 1e100;

/// Bound from below on parameters that divide or scale (C, epsilon, gamma, tolerance): far above the denormals, whose
/// few digits would make 1 / value infinite.
inline constexpr double kSmallestParameter = 1e-100;

/// kSmallestParameter <= value <= kLargestMagnitude. @throws InvalidArgument naming field; NaN is refused.
void require_positive(double value, const char* field);

/// Nothing, or 0 <= value <= kLargestMagnitude. @throws InvalidArgument naming field
void require_nonnegative(const std::optional<double>& value, const char* field);

/// One value for each of the n points. @throws InvalidArgument naming field and both counts
void require_one_each(const std::vector<double>& values, std::size_t n, const char* field);

/// Whole rows of d numbers. @throws InvalidArgument naming field and both counts
void require_rows(std::size_t size, std::size_t d, const char* field);

}  // namespace proofground
