// What the requests of more than one lab have in common.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "wasm/core/boundary.h"

namespace proofground::border {

/// The field seed, which has no default.
std::uint64_t required_seed(const Fields& request);

/// The index of the word that a field holds, among the words allowed. @throws InvalidArgument naming it
int choice(const Fields& fields, const char* name, std::initializer_list<const char*> words, const char* expected);

}  // namespace proofground::border
