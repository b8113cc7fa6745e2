#include "wasm/core/request.h"

#include <climits>
#include <string>

namespace proofground::border {

std::uint64_t required_seed(const Fields& request) {
  return static_cast<std::uint64_t>(request.integer("seed", 0, INT_MAX));
}

int choice(const Fields& fields, const char* name, std::initializer_list<const char*> words, const char* expected) {
  const std::string word = fields.text(name);
  int index = 0;
  for (const char* one : words) {
    if (word == one) return index;
    ++index;
  }
  throw InvalidArgument(name, expected, describe(val(word)));
}

}  // namespace proofground::border
