// Our training step and forward on this machine, the same problem as the page's half of the benchmark (networks.mjs).
//
//   native_diffusion step|forward   milliseconds of one, the mean of a sample of at least 100 ms, after as long a
//   warm-up
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "diffusion/trainer.h"

namespace {

using namespace proofground;

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
    } while (milliseconds() - start < 100);
    mean = (milliseconds() - start) / calls;
  }
  return mean;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc == 2 ? argv[1] : "";
  if (what != "step" && what != "forward") {
    std::fprintf(stderr, "native_diffusion step|forward\n");
    return 2;
  }
  Rng rng(1);
  std::vector<double> points(4000), x(4000);
  for (double& value : points) value = rng.normal();
  for (double& value : x) value = rng.normal();
  diffusion::Trainer trainer(diffusion::empirical(points, 2), diffusion::linear_schedule(100, 1e-3, 0.2), {});
  const double ms = what == "step" ? sample([&] { (void)trainer.step(); }) : sample([&] { (void)trainer.eps(x, 50); });
  std::printf("{\"ms\":%.6g}\n", ms);
}
