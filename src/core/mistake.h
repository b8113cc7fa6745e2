// What a claim is broken with on purpose.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace proofground {

/// The reason of a claim that its mistake leaves as it is: what is judged is the same with and without it on these data.
inline constexpr const char* kNoDifference = "no-difference";

/// One mistake by its code, or none. "plain", which every claim has, perturbs what is judged; the others are named in the
/// header of their claim. A hypothesis that is dropped has a code like a mistake.
class Mistake {
 public:
  Mistake() = default;
  explicit Mistake(std::string code) : code_(std::move(code)) {}

  [[nodiscard]] bool made() const { return !code_.empty(); }
  [[nodiscard]] bool is(std::string_view code) const { return code_ == code; }
  /// "" for none
  [[nodiscard]] const std::string& code() const { return code_; }

 private:
  std::string code_;
};

}  // namespace proofground
