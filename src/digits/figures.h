// Honest figures of generated images, each of which means something only beside its references: the same figure of held-out real
// images, and of noise.
//
//   images             cut to [0, 1] first: there is no other ink, and what a sampler leaves outside is not to be seen
//   accuracy           share of images whose likeliest class is the one asked for
//   effective classes  exp(-sum_c p_c log p_c),  p_c = share of images of class c: the number of classes if all are alike, 1 if one
//   confidence         mean of max_c p(c | x)
//   distance           |x - nearest training image|: its quantiles (between order statistics, linear)
//   close distance     the quantile closeShare of the same distances of held-out images
//   near copies        share of images that are nearer than that
//   error of a share   sqrt(s (1 - s) / (m + 4)),  s = (k + 2) / (m + 4), of k in m images: 0 in m, or all, is not certain
//
// A generator that copies has more near copies than closeShare, which held-out images have by definition. So has one that blurs:
// the mean of images is near to all of them. The nearest image itself, shown beside, tells the two apart.
//
// Source of the errors: Agresti and Coull, "Approximate is better than exact for interval estimation of binomial proportions"
// (1998).
//
// No Frechet distance: its features are of photographs, and on 8x8 digits its number means nothing.
#pragma once

#include <optional>
#include <vector>

#include "digits/classifier.h"
#include "digits/nearest.h"

namespace proofground::digits {

struct FiguresRequest {
  std::vector<double> images;              ///< (m x d) judged, once they are cut
  std::optional<std::vector<int>> asked;   ///< (m) the class of each, or nothing where none was asked for
  std::vector<double> training;            ///< (n x d)
  std::vector<double> held_out_distances;  ///< of held-out images to the nearest training image: nearest().distance
  double close_share = 0.05;               ///< 0..1
};

inline constexpr int kQuantiles = 101;

struct Figures {
  std::vector<double> images;  ///< (m x d) as they were judged
  std::optional<double> accuracy;
  double accuracy_error = 0;      ///< 0 where there is no accuracy
  std::vector<int> class_counts;  ///< (classes)
  double effective_classes = 1;
  double confidence = 0;
  Classified classified;
  Nearest nearest;
  std::vector<double> distance_quantiles;  ///< (kQuantiles) at 0, 0.01, .. 1
  double close_distance = 0;
  std::vector<int> close;  ///< (m) 1: nearer than close_distance
  double near_copies = 0, near_copies_error = 0;
};

/// @throws InvalidArgument  as Classifier::classify and nearest; fields asked, heldOutDistances, closeShare
Figures figures(const Classifier& classifier, const FiguresRequest& request);

/// The quantile of values between order statistics: at share (count - 1) of the sorted ones, from 0. @param values sorted, 1 or more
double quantile(const std::vector<double>& values, double share);

}  // namespace proofground::digits
