#include "wasm/core/boundary.h"

#include <emscripten/em_js.h>

#include <climits>
#include <cmath>
#include <exception>
#include <new>
#include <utility>

using emscripten::EM_VAL;

// The JavaScript half. Each helper is one crossing, and none lets an exception out: a getter or a Proxy of the caller's
// may throw, and that is a refusal like any other. A getter may also grow this heap, so the views are taken after it.
// clang-format off: it takes JavaScript for C++ and breaks => and ===.
EM_JS_DEPS(border, "$Emval,$UTF8ToString");

// The field, or 0 where reading it throws.
EM_JS(EM_VAL, border_field, (EM_VAL object, const char* name), {
  try {
    return Emval.toHandle(Emval.toValue(object)[UTF8ToString(name)]);
  } catch {
    return 0;
  }
});

// A number field straight to out: 0, or why not. 1: missing, 2: null, 3: something else, 4: reading it throws.
EM_JS(int, border_number, (EM_VAL object, const char* name, double* out), {
  try {
    const value = Emval.toValue(object)[UTF8ToString(name)];
    if (typeof value === "number") {
      HEAPF64[out >>> 3] = value;
      return 0;
    }
    return value === undefined ? 1 : value === null ? 2 : 3;
  } catch {
    return 4;
  }
});

EM_JS(int, border_is_object, (EM_VAL handle), {
  const value = Emval.toValue(handle);
  return typeof value === "object" && value !== null;
});

EM_JS(EM_VAL, border_describe, (EM_VAL handle), {
  const value = Emval.toValue(handle);
  const cut = (text) => (text.length > 40 ? text.slice(0, 40) + "..." : text);
  const words = () => {
    switch (typeof value) {
      case "undefined":
        return "nothing";
      case "string":
        return JSON.stringify(cut(value));
      case "number":
      case "boolean":
        return String(value);
      case "bigint":
        return "a bigint";
      case "object":
        if (value === null) return "null";
        if (ArrayBuffer.isView(value)) return "a typed array";
        try {
          return Array.isArray(value) ? "an array" : "an object";
        } catch {
          return "a revoked proxy";
        }
      default:
        return "a " + typeof value;
    }
  };
  return Emval.toHandle(words());
});

// How many numbers, or -1: not an array of numbers, -2: its buffer was detached, -3: reading it throws.
EM_JS(double, border_count, (EM_VAL handle), {
  const value = Emval.toValue(handle);
  try {
    if (!ArrayBuffer.isView(value)) {
      if (!Array.isArray(value)) return -1;
      const length = value.length;
      return Number.isSafeInteger(length) && length >= 0 ? length : -3;  // a Proxy's may be anything
    }
    // The inherited getters, not the value's own: a subclass may return anything.
    const inherited = border_count.inherited ||= (() => {
      const typed = Object.getPrototypeOf(Uint8Array.prototype);
      const getter = (name) => Object.getOwnPropertyDescriptor(typed, name).get;
      return { length: getter("length"), buffer: getter("buffer"), kind: getter(Symbol.toStringTag) };
    })();
    const kind = inherited.kind.call(value);
    if (kind === undefined || kind.startsWith("Big")) return -1;
    const count = inherited.length.call(value);
    if (count === 0) {
      try {
        new Uint8Array(inherited.buffer.call(value));
      } catch {
        return -2;
      }
    }
    return count;
  } catch {
    return -3;
  }
});

// Copies count numbers to out. -1: done; index of the first that is not a number; -2: reading throws, or it grew.
EM_JS(int, border_copy, (EM_VAL handle, double* out, int count), {
  const value = Emval.toValue(handle);
  try {
    if (ArrayBuffer.isView(value)) {
      // Into a view of that length alone: were the source longer by now, set() would refuse it.
      HEAPF64.subarray(out >>> 3, (out >>> 3) + count).set(value);
      return -1;
    }
    for (let i = 0; i < count; i++) {
      const entry = value[i];
      if (typeof entry !== "number") return i;
      HEAPF64[(out >>> 3) + i] = entry;
    }
    return -1;
  } catch {
    return -2;
  }
});

// By the inherited getter, as in border_count.
EM_JS(int, border_is_bytes, (EM_VAL handle), {
  const typed = Object.getPrototypeOf(Uint8Array.prototype);
  const { get } = Object.getOwnPropertyDescriptor(typed, Symbol.toStringTag);
  return get.call(Emval.toValue(handle)) === "Uint8Array";
});
EM_JS(void, border_copy_bytes, (EM_VAL handle, std::uint8_t* out, int count), {
  HEAPU8.subarray(out, out + count).set(Emval.toValue(handle));
});

// The entry, for a message; undefined where reading it throws.
EM_JS(EM_VAL, border_entry, (EM_VAL handle, int index), {
  try {
    return Emval.toHandle(Emval.toValue(handle)[index]);
  } catch {
    return Emval.toHandle(undefined);
  }
});

EM_JS(EM_VAL, border_doubles, (const double* data, int count), {
  return Emval.toHandle(HEAPF64.slice(data >>> 3, (data >>> 3) + count));
});
EM_JS(void, border_put_doubles, (EM_VAL object, const char* name, const double* data, int count), {
  Emval.toValue(object)[UTF8ToString(name)] = HEAPF64.slice(data >>> 3, (data >>> 3) + count);
});
EM_JS(void, border_put_integers, (EM_VAL object, const char* name, const int* data, int count), {
  Emval.toValue(object)[UTF8ToString(name)] = HEAP32.slice(data >>> 2, (data >>> 2) + count);
});
EM_JS(EM_VAL, border_bytes, (const std::uint8_t* data, int count), {
  return Emval.toHandle(HEAPU8.slice(data, data + count));
});
EM_JS(void, border_put_number, (EM_VAL object, const char* name, double value), {
  Emval.toValue(object)[UTF8ToString(name)] = value;
});
EM_JS(void, border_put_flag, (EM_VAL object, const char* name, int value), {
  Emval.toValue(object)[UTF8ToString(name)] = value !== 0;
});
EM_JS(void, border_put_text, (EM_VAL object, const char* name, const char* data, int size), {
  Emval.toValue(object)[UTF8ToString(name)] = UTF8ToString(data, size);
});
EM_JS(void, border_put_value, (EM_VAL object, const char* name, EM_VAL value), {
  Emval.toValue(object)[UTF8ToString(name)] = Emval.toValue(value);
});
EM_JS(EM_VAL, border_refusal, (const char* code, const char* message), {
  return Emval.toHandle(Object.assign(new Error(UTF8ToString(message)), {code : UTF8ToString(code)}));
});
// clang-format on

namespace proofground::border {
namespace {

[[noreturn]] void refuse(std::string path, std::string expected, const val& got) {
  throw InvalidArgument(std::move(path), std::move(expected), describe(got));
}

// The result codes of border_number.
enum Found { kNumber = 0, kMissing = 1, kNull = 2 };

}  // namespace

std::string describe(const val& value) {
  return val::take_ownership(border_describe(value.as_handle())).as<std::string>();
}

std::vector<double> numbers(const val& value, const std::string& path) {
  const double count = border_count(value.as_handle());
  if (count == -2) throw InvalidArgument(path, "numbers", "an array whose buffer was detached");
  if (count == -3) throw InvalidArgument(path, "numbers", "an array that cannot be read");
  if (count < 0) refuse(path, "a Float64Array or an array of numbers", value);
  if (count > kLargestCount) {
    throw InvalidArgument(path, "at most " + std::to_string(kLargestCount) + " numbers",
                          std::to_string(static_cast<long long>(count)));
  }
  std::vector<double> copy(static_cast<std::size_t>(count));
  const int bad = border_copy(value.as_handle(), copy.data(), static_cast<int>(count));
  if (bad == -2) throw InvalidArgument(path, "numbers", "an array that cannot be read");
  if (bad >= 0) {
    refuse(path + "[" + std::to_string(bad) + "]", "a number",
           val::take_ownership(border_entry(value.as_handle(), bad)));
  }
  return copy;
}

std::vector<std::uint8_t> read_bytes(const val& value, const std::string& path) {
  if (!border_is_bytes(value.as_handle())) refuse(path, "a Uint8Array", value);
  const double count = border_count(value.as_handle());
  if (count < 0) throw InvalidArgument(path, "bytes", "an array whose buffer was detached");
  if (count > kLargestCount) throw InvalidArgument(path, "fewer bytes", std::to_string(static_cast<long long>(count)));
  std::vector<std::uint8_t> copy(static_cast<std::size_t>(count));
  border_copy_bytes(value.as_handle(), copy.data(), static_cast<int>(count));
  return copy;
}

Fields::Fields(val object, std::string path) : object_(std::move(object)), path_(std::move(path)) {
  if (!border_is_object(object_.as_handle())) {
    refuse(path_.empty() ? "the argument" : path_, "an object", object_);
  }
}

std::string Fields::path_of(const char* name) const { return path_.empty() ? name : path_ + "." + name; }

val Fields::read(const char* name) const {
  const EM_VAL handle = border_field(object_.as_handle(), name);
  if (handle == nullptr) throw InvalidArgument(path_of(name), "a value", "a field that cannot be read");
  return val::take_ownership(handle);
}

bool Fields::has(const char* name) const {
  const val value = read(name);
  return !value.isUndefined() && !value.isNull();
}

double Fields::number(const char* name) const {
  double number = 0;
  if (border_number(object_.as_handle(), name, &number) != kNumber) refuse(path_of(name), "a number", read(name));
  return number;
}

double Fields::number_or(const char* name, double fallback) const {
  double number = fallback;
  const int found = border_number(object_.as_handle(), name, &number);
  if (found != kNumber && found != kMissing) refuse(path_of(name), "a number", read(name));
  return number;
}

std::optional<double> Fields::maybe_number(const char* name) const {
  double number = 0;
  const int found = border_number(object_.as_handle(), name, &number);
  if (found == kMissing || found == kNull) return std::nullopt;
  if (found != kNumber) refuse(path_of(name), "a number or null", read(name));
  return number;
}

int Fields::integer(const char* name, int least, int most) const {
  double number = std::nan("");
  border_number(object_.as_handle(), name, &number);
  // NaN fails every comparison and is refused with the rest.
  if (!(number >= least && number <= most && std::floor(number) == number)) {
    refuse(path_of(name), "a whole number from " + std::to_string(least) + " to " + std::to_string(most), read(name));
  }
  return static_cast<int>(number);
}

int Fields::integer_or(const char* name, int least, int most, int fallback) const {
  double number = 0;
  const bool missing = border_number(object_.as_handle(), name, &number) == kMissing;
  return missing ? fallback : integer(name, least, most);
}

bool Fields::flag_or(const char* name, bool fallback) const {
  const val value = read(name);
  if (value.isUndefined()) return fallback;
  if (!value.isTrue() && !value.isFalse()) refuse(path_of(name), "true or false", value);
  return value.isTrue();
}

std::string Fields::text(const char* name) const {
  const val value = read(name);
  if (!value.isString()) refuse(path_of(name), "a string", value);
  return value.as<std::string>();
}

bool Fields::is_text(const char* name) const { return read(name).isString(); }

void Fields::rethrow(const InvalidArgument& error) const {
  if (path_.empty() || error.field().starts_with(path_ + ".")) throw;
  throw InvalidArgument(path_of(error.field().c_str()), error.expected(), error.got());
}

Fields Fields::object(const char* name) const { return Fields(read(name), path_of(name)); }

std::vector<double> Fields::numbers(const char* name) const { return border::numbers(read(name), path_of(name)); }

std::vector<std::uint8_t> Fields::bytes(const char* name) const { return read_bytes(read(name), path_of(name)); }

std::vector<int> Fields::integers(const char* name, int least, int most) const {
  std::vector<int> values;
  for (const double value : numbers(name)) {
    require(value >= least && value <= most && std::floor(value) == value, path_of(name).c_str(),
            ("whole numbers from " + std::to_string(least) + " to " + std::to_string(most)).c_str(), value);
    values.push_back(static_cast<int>(value));
  }
  return values;
}

Result& Result::number(const char* name, double value) {
  border_put_number(object_.as_handle(), name, value);
  return *this;
}

Result& Result::flag(const char* name, bool value) {
  border_put_flag(object_.as_handle(), name, value);
  return *this;
}

Result& Result::text(const char* name, std::string_view value) {
  border_put_text(object_.as_handle(), name, value.data(), static_cast<int>(value.size()));
  return *this;
}

Result& Result::value(const char* name, const val& value) {
  border_put_value(object_.as_handle(), name, value.as_handle());
  return *this;
}

Result& Result::doubles(const char* name, const std::vector<double>& values) {
  border_put_doubles(object_.as_handle(), name, values.data(), static_cast<int>(values.size()));
  return *this;
}

Result& Result::integers(const char* name, const std::vector<int>& values) {
  border_put_integers(object_.as_handle(), name, values.data(), static_cast<int>(values.size()));
  return *this;
}

Result& Result::bytes(const char* name, const std::vector<std::uint8_t>& values) {
  return value(name, border::bytes(values));
}

val doubles(const std::vector<double>& values) {
  return val::take_ownership(border_doubles(values.data(), static_cast<int>(values.size())));
}

val bytes(const std::vector<std::uint8_t>& values) {
  return val::take_ownership(border_bytes(values.data(), static_cast<int>(values.size())));
}

val refusal(const char* code, const std::string& message) {
  return val::take_ownership(border_refusal(code, message.c_str()));
}

val guarded(val (*body)(void* context), void* context) {
  try {
    return body(context);
  } catch (const InvalidArgument& error) {
    return refusal("invalid-argument", error.what());
  } catch (const std::bad_alloc&) {
    return refusal("trap", "out of memory");
  } catch (const std::exception& error) {
    return refusal("trap", error.what());
  }
}

}  // namespace proofground::border
