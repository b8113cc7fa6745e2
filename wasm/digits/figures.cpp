#include "wasm/digits/figures.h"

#include <string>

#include "digits/baselines.h"
#include "digits/figures.h"
#include "wasm/core/request.h"

namespace proofground::border {
namespace {

std::vector<int> read_classes(const Fields& fields, const char* name) {
  return fields.integers(name, 0, digits::kMostClasses - 1);
}

digits::Baseline read_kind(const Fields& fields) {
  const std::string kind = fields.text("kind");
  if (kind == "uniform") return digits::Baseline::uniform;
  if (kind == "pixels") return digits::Baseline::pixels;
  if (kind == "means") return digits::Baseline::means;
  if (kind == "gaussians") return digits::Baseline::gaussians;
  throw InvalidArgument("kind", "uniform, pixels, means or gaussians", describe(val(kind)));
}

val classified(const digits::Classified& found) {
  Result out;
  out.integers("label", found.label).doubles("probability", found.probability);
  return out.get();
}

val nearest(const digits::Nearest& found) {
  Result out;
  out.integers("index", found.index).doubles("distance", found.distance);
  return out.get();
}

}  // namespace

val digits_nearest(const val& request) {
  const Fields fields(request, "");
  return nearest(
      digits::nearest(fields.numbers("images"), fields.numbers("among"), fields.integer("d", 1, digits::kMostPixels)));
}

val digits_classifier(const val& request) {
  const Fields fields(request, "");
  digits::ClassifierSettings settings;
  settings.classes = fields.integer("classes", 2, digits::kMostClasses);
  settings.width = fields.integer("width", 1, 512);
  settings.steps = fields.integer("steps", 1, 100'000);
  settings.seed = required_seed(fields);
  const int d = fields.integer("d", 1, digits::kMostPixels);
  return bytes(digits::Classifier::train(fields.numbers("images"), d, read_classes(fields, "labels"), settings).save());
}

val digits_classify(const val& request) {
  const Fields fields(request, "");
  const auto classifier = digits::Classifier::load(fields.bytes("classifier"), "classifier");
  return classified(classifier.classify(fields.numbers("images")));
}

val digits_baseline(const val& request) {
  const Fields fields(request, "");
  digits::BaselineRequest of;
  of.kind = read_kind(fields);
  of.d = fields.integer("d", 1, digits::kMostPixels);
  of.images = fields.numbers("images");
  of.labels = read_classes(fields, "labels");
  of.asked = read_classes(fields, "asked");
  of.seed = required_seed(fields);
  return doubles(digits::baseline(of));
}

val digits_figures(const val& request) {
  const Fields fields(request, "");
  const auto classifier = digits::Classifier::load(fields.bytes("classifier"), "classifier");
  digits::FiguresRequest of;
  of.images = fields.numbers("images");
  if (fields.has("asked")) of.asked = read_classes(fields, "asked");
  of.training = fields.numbers("training");
  of.held_out_distances = fields.numbers("heldOutDistances");
  of.close_share = fields.number("closeShare");
  const digits::Figures found = digits::figures(classifier, of);
  Result out;
  out.doubles("images", found.images)
      .value("accuracy", found.accuracy ? val(*found.accuracy) : val::null())
      .number("accuracyError", found.accuracy_error)
      .integers("classCounts", found.class_counts)
      .number("effectiveClasses", found.effective_classes)
      .number("confidence", found.confidence)
      .value("classified", classified(found.classified))
      .value("nearest", nearest(found.nearest))
      .doubles("distanceQuantiles", found.distance_quantiles)
      .number("medianDistance", found.distance_quantiles[digits::kQuantiles / 2])
      .number("closeDistance", found.close_distance)
      .integers("close", found.close)
      .number("nearCopies", found.near_copies)
      .number("nearCopiesError", found.near_copies_error);
  return out.get();
}

}  // namespace proofground::border
