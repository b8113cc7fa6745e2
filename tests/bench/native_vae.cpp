// Our training steps on this machine, the same problems as the page's half of the benchmark (vae-networks.mjs).
//
//   native_vae vae
//   native_vae denoiser D CLASSES FEATURES WIDTH DEPTH T S BETA_MAX
//
// The losses of the first six steps, and milliseconds of one, the mean of a sample of at least 50 ms, after as long a warm-up.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "diffusion/schedule.h"
#include "digits/trainer.h"
#include "vae/trainer.h"

namespace {

using namespace proofground;

constexpr int kBatch = 128, kPixels = 64;

double milliseconds() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <class Body>
double sample(Body body) {
  double mean = 0;
  for (int round = 0; round < 2; ++round) {
    const double start = milliseconds();
    int calls = 0;
    do {
      body();
      ++calls;
    } while (milliseconds() - start < 50);
    mean = (milliseconds() - start) / calls;
  }
  return mean;
}

/// Numbers from 0 to 1 that every language makes alike.
std::vector<double> images(int count) {
  std::vector<double> x;
  for (std::int64_t k = 0; k < static_cast<std::int64_t>(count) * kPixels; ++k)
    x.push_back(static_cast<double>(k * 48271 % 65536) / 65536);
  return x;
}

template <class Trainer>
void report(Trainer& trainer) {
  std::printf("{\"losses\":[");
  for (int step = 0; step < 6; ++step) std::printf("%s%.17g", step == 0 ? "" : ",", trainer.step());
  std::printf("],\"ms\":%.6g}\n", sample([&] { (void)trainer.step(); }));
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  if (what == "vae" && argc == 2) {
    vae::TrainSettings settings;
    settings.ema_decay = 0;
    vae::Trainer trainer({images(kBatch + 1), {}}, settings);
    report(trainer);
    return 0;
  }
  if (what != "denoiser" || argc != 10) {
    std::fprintf(stderr, "native_vae vae | denoiser D CLASSES FEATURES WIDTH DEPTH T S BETA_MAX\n");
    return 2;
  }
  digits::TrainSettings settings;
  settings.shape = {std::atoi(argv[2]), std::atoi(argv[3]), std::atoi(argv[4]), std::atoi(argv[5]), std::atoi(argv[6])};
  settings.ema_decay = 0;
  settings.learning_rate = 2e-3;
  digits::Images data{images(kBatch), {}};
  for (int i = 0; i < kBatch; ++i) data.labels.push_back(i % settings.shape.classes);
  digits::Trainer trainer(data, diffusion::cosine_schedule(std::atoi(argv[7]), std::atof(argv[8]), std::atof(argv[9])),
                          settings);
  report(trainer);
  return 0;
}
