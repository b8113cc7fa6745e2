// The kinds of numbers that a walk (recomputed.h) is made with: complex ones, sizes of derivatives, plain doubles.
//
//   complex   a + i b, |b| at most some 1e-10
//   size      a value, and the sum of the absolute values of all ways in which a nudge reaches it
//
// Only what the equations of the cell need: +, *, -, sigma, tanh, and f a + (1 - f) b. There f meets a - b, and not a and b apart:
// the difference of two doubles has all its digits, and where they agree there is nothing to be off by.
//
// Source: Squire and Trapp, "Using complex variables to estimate derivatives of real functions" (1998).
#pragma once

#include <cmath>

namespace proofground::cifg {

struct Complex {
  double re = 0, im = 0;
};
inline Complex operator+(const Complex& a, const Complex& b) { return {a.re + b.re, a.im + b.im}; }
inline Complex operator*(const Complex& a, const Complex& b) {
  return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}
inline Complex operator-(const Complex& a) { return {-a.re, -a.im}; }

/// A value, and the sum of the absolute values of all ways in which the nudge reaches it.
struct Size {
  double value = 0, moved = 0;
};
inline Size operator+(const Size& a, const Size& b) { return {a.value + b.value, a.moved + b.moved}; }
inline Size operator*(const Size& a, const Size& b) {
  return {a.value * b.value, std::abs(a.value) * b.moved + a.moved * std::abs(b.value)};
}
inline Size operator-(const Size& a) { return {-a.value, a.moved}; }

/// f a + (1 - f) b, where 1 - f moves by as much as f, the other way.
inline double mixed(double f, double rest, double a, double b) { return f * a + rest * b; }
inline Complex mixed(const Complex& f, const Complex& rest, const Complex& a, const Complex& b) {
  return {f.re * a.re + rest.re * b.re, f.im * (a.re - b.re) + f.re * a.im + rest.re * b.im};
}
inline Size mixed(const Size& f, const Size& rest, const Size& a, const Size& b) {
  return {f.value * a.value + rest.value * b.value,
          f.moved * std::abs(a.value - b.value) + std::abs(f.value) * a.moved + std::abs(rest.value) * b.moved};
}

/// value + i by, and what that is of the other kinds.
inline void make(Complex& to, double value, double by) { to = {value, by}; }
inline void make(Size& to, double value, double by) { to = {value, by}; }
inline void make(double& to, double value, double by) { to = value + by; }
template <class Number>
Number number(double value, double by = 0) {
  Number made;
  make(made, value, by);
  return made;
}

/// The value put back to that of the states. A double has no other part: it stays.
inline void put_back(Complex& a, double value) { a.re = value; }
inline void put_back(Size& a, double value) { a.value = value; }
inline void put_back(double&, double) {}

/// sin b and cos b to rounding for |b| up to 1e-4: what is left out is below b^4 / 24.
inline double sine(double b) { return b - b * b * b / 6; }
inline double cosine(double b) { return 1 - b * b / 2; }

inline double sigma(double a) { return 1 / (1 + std::exp(-a)); }
/// Numerator and denominator are times exp(-|a|), which does not overflow.
inline Complex sigma(const Complex& z) {
  const double e = std::exp(-std::abs(z.re)), along = cosine(z.im);
  const double below = 1 + e * (2 * along + e);
  return {(z.re < 0 ? e * (e + along) : 1 + e * along) / below, e * sine(z.im) / below};
}
inline Size sigma(const Size& z) {
  const double e = std::exp(-std::abs(z.value));
  return {(z.value < 0 ? e : 1) / (1 + e), z.moved * e / ((1 + e) * (1 + e))};
}

inline double tanh_of_number(double a) { return std::tanh(a); }
/// tanh z = 2 sigma(2 z) - 1
inline Complex tanh_of_number(const Complex& z) {
  const double e = std::exp(-2 * std::abs(z.re));
  const double below = 1 + e * (2 * cosine(2 * z.im) + e);
  return {std::copysign(1 - e * e, z.re) / below, 2 * e * sine(2 * z.im) / below};
}
inline Size tanh_of_number(const Size& z) {
  const double e = std::exp(-2 * std::abs(z.value));
  return {std::copysign(1 - e, z.value) / (1 + e), z.moved * 4 * e / ((1 + e) * (1 + e))};
}

}  // namespace proofground::cifg
