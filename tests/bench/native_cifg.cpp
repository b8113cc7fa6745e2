// Our training step on this machine, the same problem as the page's half of the benchmark (recurrent.mjs).
//
//   native_cifg DX DH T BATCH   the losses of the first six steps, and milliseconds of one, the mean of a sample of at least
//   50 ms, after as long a warm-up
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "cifg/trainer.h"

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
    } while (milliseconds() - start < 50);
    mean = (milliseconds() - start) / calls;
  }
  return mean;
}

/// Numbers from -1 to 1 that every language makes alike.
double value(std::int64_t k) { return static_cast<double>(k * 48271 % 65536) / 32768 - 1; }

/// All sequences but one are every batch; that one is held out.
cifg::OwnSequences sequences(int dx, int T, int batch) {
  cifg::OwnSequences own{T, dx, {}, {}, {}, 1};
  for (int k = 0; k < batch * T * dx; ++k) own.x.push_back(value(k));
  for (int k = 0; k < batch * T; ++k) own.target.push_back(value(7 * k + 3));
  own.x.resize(own.x.size() + T * dx);
  own.target.resize(own.target.size() + T);
  own.weight.resize(own.target.size(), 1);
  return own;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fprintf(stderr, "native_cifg DX DH T BATCH\n");
    return 2;
  }
  const int dx = std::atoi(argv[1]), T = std::atoi(argv[3]);
  cifg::TrainSettings settings;
  settings.dh = std::atoi(argv[2]);
  settings.batch = std::atoi(argv[4]);
  settings.learning_rate = 2e-3;
  settings.clip = 0;
  cifg::Trainer trainer(cifg::make_task(sequences(dx, T, settings.batch), settings.seed), settings);
  std::printf("{\"losses\":[");
  for (int step = 0; step < 6; ++step) std::printf("%s%.17g", step == 0 ? "" : ",", trainer.step());
  std::printf("],\"ms\":%.6g}\n", sample([&] { (void)trainer.step(); }));
}
