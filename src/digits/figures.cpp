#include "digits/figures.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/require.h"
#include "core/rng.h"

namespace proofground::digits {
namespace {

std::vector<double> sorted(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values;
}

double error_of_share(int count, double of) {
  const double share = (count + 2) / (of + 4);
  return std::sqrt(share * (1 - share) / (of + 4));
}

double effective(const std::vector<int>& counts, double total) {
  double entropy = 0;
  for (const int count : counts)
    if (count > 0) entropy -= count / total * portable_log(count / total);
  return std::exp(entropy);
}

void judge_classes(const Classified& classified, int classes, const std::optional<std::vector<int>>& asked,
                   Figures& out) {
  const auto m = static_cast<double>(classified.label.size());
  out.class_counts.assign(classes, 0);
  int right = 0;
  for (std::size_t i = 0; i < classified.label.size(); ++i) {
    const int label = classified.label[i];
    ++out.class_counts[label];
    out.confidence += classified.probability[i * classes + label] / m;
    if (asked && (*asked)[i] == label) ++right;
  }
  out.effective_classes = effective(out.class_counts, m);
  if (!asked) return;
  out.accuracy = right / m;
  out.accuracy_error = error_of_share(right, m);
}

void judge_distances(const FiguresRequest& request, Figures& out) {
  const std::vector<double> distances = sorted(out.nearest.distance);
  for (int k = 0; k < kQuantiles; ++k)
    out.distance_quantiles.push_back(quantile(distances, static_cast<double>(k) / (kQuantiles - 1)));
  out.close_distance = quantile(sorted(request.held_out_distances), request.close_share);
  int close = 0;
  for (const double distance : out.nearest.distance) {
    out.close.push_back(distance < out.close_distance ? 1 : 0);
    close += out.close.back();
  }
  const auto m = static_cast<double>(distances.size());
  out.near_copies = close / m;
  out.near_copies_error = error_of_share(close, m);
}

}  // namespace

double quantile(const std::vector<double>& values, double share) {
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 >= values.size()) return values.back();
  return values[below] + (place - static_cast<double>(below)) * (values[below + 1] - values[below]);
}

Figures figures(const Classifier& classifier, const FiguresRequest& request) {
  require(request.close_share >= 0 && request.close_share <= 1, "closeShare", "a number from 0 to 1",
          request.close_share);
  require(!request.held_out_distances.empty(), "heldOutDistances", "1 or more numbers", 0);
  require_finite(request.held_out_distances.data(), static_cast<int>(request.held_out_distances.size()),
                 "heldOutDistances");
  Figures out;
  out.images = request.images;
  require_finite(out.images.data(), static_cast<int>(out.images.size()), "images");
  for (double& pixel : out.images) pixel = std::clamp(pixel, 0.0, 1.0);
  out.classified = classifier.classify(out.images);
  require(!request.asked || request.asked->size() == out.classified.label.size(), "asked", "one class for each image",
          request.asked ? static_cast<double>(request.asked->size()) : 0);
  judge_classes(out.classified, classifier.classes(), request.asked, out);
  try {
    out.nearest = nearest(out.images, request.training, classifier.d());
  } catch (const InvalidArgument& error) {
    if (error.field() != "among") throw;
    throw InvalidArgument("training", error.expected(), error.got());
  }
  judge_distances(request, out);
  return out;
}

}  // namespace proofground::digits
