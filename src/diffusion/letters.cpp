#include "diffusion/letters.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/require.h"

namespace proofground::diffusion {
namespace {

constexpr double kGap = 2;  // between letters

struct Piece {
  enum class Kind { line, arc } kind;
  std::array<double, 6> at;
};

// From one point to another.
constexpr Piece line(double x1, double y1, double x2, double y2) { return {Piece::Kind::line, {x1, y1, x2, y2}}; }
// Centre, radii, first and last angle in degrees.
constexpr Piece arc(double x, double y, double rx, double ry, double from, double to) {
  return {Piece::Kind::arc, {x, y, rx, ry, from, to}};
}

constexpr Piece kStem = line(0, 0, 0, 7);

std::vector<Piece> letter(char name) {
  switch (name) {
    case 'A':
      return {line(0, 0, 2.5, 7), line(2.5, 7, 5, 0), line(0.93, 2.6, 4.07, 2.6)};
    case 'B':
      return {kStem,
              line(0, 7, 2.9, 7),
              arc(2.9, 5.25, 1.75, 1.75, 90, -90),
              line(0, 3.5, 3.1, 3.5),
              arc(3.1, 1.75, 1.75, 1.75, 90, -90),
              line(3.1, 0, 0, 0)};
    case 'C':
      return {arc(2.7, 3.5, 2.7, 3.5, 45, 315)};
    case 'D':
      return {kStem, line(0, 7, 1.9, 7), arc(1.9, 3.5, 3.1, 3.5, 90, -90), line(1.9, 0, 0, 0)};
    case 'E':
      return {kStem, line(0, 7, 4.4, 7), line(0, 3.6, 3.8, 3.6), line(0, 0, 4.4, 0)};
    case 'F':
      return {kStem, line(0, 7, 4.4, 7), line(0, 3.6, 3.8, 3.6)};
    case 'G':
      return {arc(2.7, 3.5, 2.7, 3.5, 45, 360), line(5.4, 3.5, 3.2, 3.5)};
    case 'H':
      return {kStem, line(5, 0, 5, 7), line(0, 3.5, 5, 3.5)};
    case 'I':
      return {kStem};
    case 'J':
      return {line(3.6, 7, 3.6, 1.8), arc(1.8, 1.8, 1.8, 1.8, 0, -180)};
    case 'K':
      return {kStem, line(4.6, 7, 0, 2.6), line(1.6, 4.13, 4.9, 0)};
    case 'L':
      return {kStem, line(0, 0, 4.3, 0)};
    case 'M':
      return {kStem, line(0, 7, 3, 1.5), line(3, 1.5, 6, 7), line(6, 7, 6, 0)};
    case 'N':
      return {kStem, line(0, 7, 5, 0), line(5, 0, 5, 7)};
    case 'O':
      return {arc(2.9, 3.5, 2.9, 3.5, 0, 360)};
    case 'P':
      return {kStem, line(0, 7, 2.7, 7), arc(2.7, 5.1, 1.9, 1.9, 90, -90), line(2.7, 3.2, 0, 3.2)};
    case 'Q':
      return {arc(2.9, 3.5, 2.9, 3.5, 0, 360), line(3.4, 1.9, 5.7, -0.5)};
    case 'R':
      return {kStem, line(0, 7, 2.7, 7), arc(2.7, 5.1, 1.9, 1.9, 90, -90), line(2.7, 3.2, 0, 3.2),
              line(2.3, 3.2, 4.8, 0)};
    case 'S':
      return {arc(2.4, 5.25, 2.2, 1.75, 30, 270), arc(2.4, 1.75, 2.4, 1.75, 90, -150)};
    case 'T':
      return {line(0, 7, 5, 7), line(2.5, 7, 2.5, 0)};
    case 'U':
      return {line(0, 7, 0, 2.4), arc(2.4, 2.4, 2.4, 2.4, 180, 360), line(4.8, 2.4, 4.8, 7)};
    case 'V':
      return {line(0, 7, 2.5, 0), line(2.5, 0, 5, 7)};
    case 'W':
      return {line(0, 7, 1.7, 0), line(1.7, 0, 3.5, 6), line(3.5, 6, 5.3, 0), line(5.3, 0, 7, 7)};
    case 'X':
      return {line(0, 0, 5, 7), line(0, 7, 5, 0)};
    case 'Y':
      return {line(0, 7, 2.5, 3.4), line(5, 7, 2.5, 3.4), line(2.5, 3.4, 2.5, 0)};
    case 'Z':
      return {line(0, 7, 5, 7), line(5, 7, 0, 0), line(0, 0, 5, 0)};
    default:
      return {};
  }
}

Strokes drawn(const std::vector<Piece>& pieces, double width) {
  Strokes pen(width);
  for (const auto& [kind, at] : pieces) {
    if (kind == Piece::Kind::line)
      pen.line({at[0], at[1]}, {at[2], at[3]});
    else
      pen.arc({at[0], at[1]}, at[2], at[3], at[4], at[5]);
  }
  return pen;
}

}  // namespace

Strokes written_word(const std::string& text, double width) {
  constexpr const char* kExpected = "1 to 4 letters of A to Z";
  require(!text.empty() && text.size() <= kMostLetters, "text", kExpected, '"' + text.substr(0, 40) + '"');
  Strokes word(width);
  for (const char name : text) {
    const Strokes one = drawn(letter(name), width);
    require(!one.empty(), "text", kExpected, '"' + text + '"');
    word.add(one, word.empty() ? 0 : word.right_end() + kGap);
  }
  return word;
}

}  // namespace proofground::diffusion
