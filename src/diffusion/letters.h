// The capitals A to Z as strokes of a pen: lines and arcs, 7 units high and about 5 wide, on a common baseline.
#pragma once

#include <string>

#include "diffusion/strokes.h"

namespace proofground::diffusion {

inline constexpr int kMostLetters = 4;

/// A word, letters beside each other. @throws InvalidArgument  naming text, unless it is 1 to kMostLetters of A to Z
Strokes written_word(const std::string& text, double width);

}  // namespace proofground::diffusion
