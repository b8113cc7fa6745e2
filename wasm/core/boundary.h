// The border: the only conversions between JavaScript values and the core's types.
//
// In: named fields of one object are read, each checked for its type here and for its range in the core. A refusal
// names the call, the field, what was expected and what came. Numbers are copied into our own vectors; a caller's array
// is never kept.
//
// Out: owned typed arrays and plain objects. A view of the heap never leaves, because memory growth would empty it.
//
// A refusal is returned as an Error object, not thrown: a JavaScript exception that crosses WebAssembly frames does not
// free their shadow stack, and after ten thousand refusals the stack would be used up. wasm/lib throws it.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/require.h"

namespace proofground::border {

using emscripten::val;

/// Most numbers that one array may hold, in or out: 1 GiB of doubles, far inside what an int can count.
inline constexpr int kLargestCount = 1 << 27;

/// How a refusal names a value: "3", "\"3\"", "null", "nothing", "an array". Runs no code of the value's own.
std::string describe(const val& value);

/// (count) a typed array of numbers (BigInt kinds excepted) or a plain array of numbers, copied.
/// @throws InvalidArgument naming path, or path[index] of the first entry that is not a number
std::vector<double> numbers(const val& value, const std::string& path);

/// (count) a Uint8Array, copied. @throws InvalidArgument naming path
std::vector<std::uint8_t> read_bytes(const val& value, const std::string& path);

/// The fields of one JavaScript object. Unknown fields are ignored, missing ones are refused by name.
class Fields {
 public:
  /// @param path how messages name the object; the empty path names its fields alone
  /// @throws InvalidArgument  object is not an object
  Fields(val object, std::string path);

  [[nodiscard]] bool has(const char* name) const;  ///< neither missing nor undefined nor null
  [[nodiscard]] double number(const char* name) const;
  [[nodiscard]] double number_or(const char* name, double fallback) const;
  [[nodiscard]] std::optional<double> maybe_number(const char* name) const;  ///< nothing if null or missing
  [[nodiscard]] int integer(const char* name, int least, int most) const;
  [[nodiscard]] int integer_or(const char* name, int least, int most, int fallback) const;
  [[nodiscard]] bool flag_or(const char* name, bool fallback) const;
  [[nodiscard]] std::string text(const char* name) const;
  [[nodiscard]] bool is_text(const char* name) const;
  [[nodiscard]] Fields object(const char* name) const;
  [[nodiscard]] std::vector<double> numbers(const char* name) const;
  [[nodiscard]] std::vector<std::uint8_t> bytes(const char* name) const;
  [[nodiscard]] std::vector<int> integers(const char* name, int least, int most) const;
  /// What body returns. The core names fields without their path: in its refusals the path is put before them.
  template <class Body>
  auto check(Body&& body) const {
    try {
      return body();
    } catch (const InvalidArgument& error) {
      rethrow(error);
    }
  }

 private:
  /// Throws the caught error, or one like it with the path before its field.
  [[noreturn]] void rethrow(const InvalidArgument& error) const;
  [[nodiscard]] val read(const char* name) const;
  [[nodiscard]] std::string path_of(const char* name) const;
  val object_;
  std::string path_;
};

/// A plain object, to be filled with owned values.
class Result {
 public:
  Result() : Result(val::object()) {}
  /// More fields for an object that was made here.
  explicit Result(val object) : object_(std::move(object)) {}
  Result& number(const char* name, double value);
  Result& flag(const char* name, bool value);
  Result& text(const char* name, std::string_view value);
  Result& value(const char* name, const val& value);
  Result& doubles(const char* name, const std::vector<double>& values);      ///< Float64Array
  Result& integers(const char* name, const std::vector<int>& values);        ///< Int32Array
  Result& bytes(const char* name, const std::vector<std::uint8_t>& values);  ///< Uint8Array
  [[nodiscard]] const val& get() const { return object_; }

 private:
  val object_;
};

/// An owned Float64Array.
val doubles(const std::vector<double>& values);
/// An owned Uint8Array.
val bytes(const std::vector<std::uint8_t>& values);

/// An Error with a code: what a call returns instead of its result.
val refusal(const char* code, const std::string& message);

/// What body(context) returns, or the refusal of the exception that it threw.
val guarded(val (*body)(void* context), void* context);

/// What body returns, or the refusal of the exception that it threw. Everything that body holds is released first.
/// wasm/lib puts the name of the public function before the message.
template <class Body>
val guarded(Body&& body) {
  // Only the call is written anew for each body: handlers of exceptions are large, and there are dozens of bodies.
  using Type = std::remove_reference_t<Body>;
  return guarded([](void* context) { return val((*static_cast<Type*>(context))()); }, &body);
}

}  // namespace proofground::border
