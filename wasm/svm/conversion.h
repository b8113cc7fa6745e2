// What the borders of all support vector machines share: kernels and options as JavaScript writes them, reports and
// paths as it reads them.
#pragma once

#include <utility>
#include <vector>

#include "svm/dual_run.h"
#include "svm/kernel.h"
#include "svm/path.h"
#include "svm/standardise.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// @throws InvalidArgument on an unknown type, and on every field that this type needs
Kernel read_kernel(const Fields& fields);

/// tolerance and maxIterations lie beside the problem's own fields.
FitOptions read_fit_options(const val& problem);

/// (n) multipliers, one per point, of a solution. @throws InvalidArgument naming solution.name
std::vector<double> read_multipliers(const Fields& solution, const char* name);

val to_js(const FitReport& report);

/// What a claim judges, beside what is on screen: the field `judged` of a claim.
/// @param anew whether it was solved anew  @param apart how far it is from the fit on screen, dimensionless
val judged_to_js(bool anew, double apart);

/// [low, high]
val interval(double low, double high);

/// @param primal one for each step
val to_js(const std::vector<FitStep>& steps, const std::vector<double>& primal);

/// The fields of a claim's picture that show a path.
Result path_of(const Path& path);

Result scaling_of(const XScaling& scaling);

}  // namespace proofground::border
