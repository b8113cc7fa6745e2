#include "vae/claims/one_step_picture.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace proofground::vae {
namespace {

constexpr double kReach = 4.5, kPriorReach = 6;
constexpr int kPlaces = 40, kPriorPlaces = 300, kMostSteepPlaces = 800;
constexpr double kSteepReach = 10, kSeen = 6;

double density(double x, double mean, double var) {
  return std::exp(-0.5 * (x - mean) * (x - mean) / var) / std::sqrt(2 * std::numbers::pi * var);
}

double two_modes(double x, double mean, double var) { return (density(x, mean, var) + density(x, -mean, var)) / 2; }

void add_places(std::vector<double>& places, double middle, double reach, int half) {
  for (int k = -half; k <= half; ++k) places.push_back(middle + reach * k / half);
}

std::vector<double> sorted(std::vector<double> places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

/// Places of z so close that the decoder moves by little of its deviation in between, or as close as is affordable.
std::vector<double> fine_places(const OneStepModel& model, double decoder_var) {
  std::vector<double> z;
  add_places(z, 0, kPriorReach, kPriorPlaces);
  if (model.modes > 0) {
    const double steep = model.spread2() / (std::sqrt(model.alpha_bar) * model.modes);
    const double wanted = kSteepReach * std::max(8.0, 4 * model.modes / std::sqrt(decoder_var));
    add_places(z, 0, std::min(kSteepReach * steep, kPriorReach),
               static_cast<int>(std::min<double>(wanted, kMostSteepPlaces)));
  }
  return sorted(std::move(z));
}

}  // namespace

void draw_curves(OneStepPicture& picture, const OneStepModel& model, double decoder_var) {
  const double root = std::sqrt(model.alpha_bar), S = model.spread2(), var = model.mode_sd * model.mode_sd;
  const double made = std::sqrt(decoder_var);
  std::vector<double> x, z;
  for (const double side : {-1.0, 1.0}) {
    add_places(x, side * model.modes, kReach * model.mode_sd, kPlaces);
    add_places(z, side * root * model.modes, kReach * std::sqrt(S), kPlaces);
  }
  add_places(x, 0, std::abs(model.decode(kReach)) + 3 * made, kPlaces);
  add_places(z, 0, kReach, kPlaces);
  picture.x = sorted(std::move(x));
  picture.z = sorted(std::move(z));
  for (const double at : picture.z) {
    picture.prior.push_back(density(at, 0, 1));
    picture.aggregate.push_back(two_modes(at, root * model.modes, S));
    picture.decoded.push_back(model.decode(at));
  }

  const std::vector<double> nodes = fine_places(model, decoder_var);
  std::vector<double> weight(nodes.size()), mean(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const double before = nodes[i == 0 ? 0 : i - 1], after = nodes[std::min(i + 1, nodes.size() - 1)];
    weight[i] = (after - before) / 2 * density(nodes[i], 0, 1);
    mean[i] = model.decode(nodes[i]);
  }
  for (const double at : picture.x) {
    picture.data.push_back(two_modes(at, model.modes, var));
    double sum = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (std::abs(at - mean[i]) < kSeen * made) sum += weight[i] * density(at, mean[i], decoder_var);
    picture.model.push_back(sum);
  }
}

}  // namespace proofground::vae
