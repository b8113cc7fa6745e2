// Our training step on this machine, the same as the page's half of the benchmark.
//
//   native_cifg DX DH T BATCH   milliseconds of one, the mean of a sample of at least 100 ms, after as long a warm-up
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "cifg/network.h"
#include "core/rng.h"
#include "nn/adam.h"

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
  if (argc != 5) {
    std::fprintf(stderr, "native_cifg DX DH T BATCH\n");
    return 2;
  }
  const int dx = std::atoi(argv[1]), dh = std::atoi(argv[2]), T = std::atoi(argv[3]), batch = std::atoi(argv[4]);
  const cifg::Network network({cifg::CellKind::cifg, dx, dh});
  Rng rng(1);
  std::vector<float> parameters(network.size()), gradient(network.size());
  network.initialise(rng, 1, parameters.data());
  cifg::Sequences data{T, batch, {}, {}, {}};
  for (int i = 0; i < T * batch * dx; ++i) data.x.push_back(static_cast<float>(rng.normal()));
  for (int i = 0; i < T * batch; ++i) {
    data.target.push_back(static_cast<float>(rng.normal()));
    data.weight.push_back(1.0F / static_cast<float>(T * batch));
  }
  cifg::NetworkTape tape(network, T, batch);
  nn::Adam adam(network.size());
  const double ms = sample([&] {
    tape.set(data);
    network.forward(parameters.data(), tape);
    (void)network.loss(tape);
    network.backward(parameters.data(), tape, 0, gradient.data());
    adam.step(1e-3, gradient.data(), parameters.data());
  });
  std::printf("{\"ms\":%.6g}\n", ms);
}
