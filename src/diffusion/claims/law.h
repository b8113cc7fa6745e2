// A sample against a distribution, not against two of its moments.
//
//   Kolmogorov's distance   sup_x |F_n(x) - F(x)|
//   its tail                P(sqrt(n) distance > x) <= 2 exp(-2 x^2) for every n                (Massart 1990)
//   chi-square with d       Q_1(x) = erfc(sqrt(x / 2)),  Q_2(x) = exp(-x / 2)
//   degrees of freedom      Q_{d+2}(x) = Q_d(x) + (x / 2)^{d/2} exp(-x / 2) / Gamma(d/2 + 1),   Q = 1 - F
//
// Sizes alone do not make a Gaussian: |z|^2 does not know the sign of z. So every coordinate is looked at too, and their sum.
//
// The largest values that pass are as unlikely as a z-score of 5 is. A worst of m z-scores, or distances, gets more room, so that it is no
// likelier to pass its bound than one alone.
#pragma once

#include <vector>

#include "core/check.h"

namespace proofground::diffusion {

/// P(X <= x) of chi-square with d degrees of freedom. O(d)
double chi_square_below(double x, int d);

/// sqrt(n) times Kolmogorov's distance of n values from chi-square with d degrees of freedom; NaN if one of them is.
double distance_from_chi_square(std::vector<double> values, int d);

/// The z-score of a sum of `degrees` squared standard normals, by Wilson and Hilferty's cube root (1931).
double chi_square_z(double sum, double degrees);

/// sqrt(n) times Kolmogorov's distance of n values from N(0, 1); NaN if one of them is.
double distance_from_normal(std::vector<double> values);

/// Of particles that are claimed to be draws of N(0, I), the largest of these distances: |z|^2 from chi-square, every coordinate
/// and, if d >= 2, their sum over sqrt(d) from N(0, 1). @param z (n x d)
Check check_normals(const char* id, const std::vector<double>& z, int d);

/// The worst of m z-scores as a check.
Check check_worst_z_score(const char* id, double z, double m);

}  // namespace proofground::diffusion
