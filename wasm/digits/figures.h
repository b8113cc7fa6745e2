// Honest figures of images: a classifier, what to compare with, the nearest training image.
#pragma once

#include "wasm/core/boundary.h"

namespace proofground::border {

val digits_nearest(const val& request);
val digits_classifier(const val& request);
val digits_classify(const val& request);
val digits_baseline(const val& request);
val digits_figures(const val& request);

}  // namespace proofground::border
