// The capitals A to Z as strokes of a pen: lines and arcs, 7 units high and about 5 wide, on a common baseline.
#pragma once

#include <string>

#include "diffusion/strokes.h"

namespace proofground::diffusion {

inline constexpr int kMostLetters = 4;

/// A word: its letters beside each other. @throws InvalidArgument  text is not 1 to kMostLetters letters of A to Z
Strokes written_word(const std::string& text, double width);

}  // namespace proofground::diffusion
