// What the native benchmark programs share: options, timing, LIBSVM's form of the data.
//
//   NAME --solver ours|libsvm --n N --d D [--C C | --nu NU] [--tolerance T] [--repeats R]
//   NAME --data --n N --d D         the workload itself, as the machine's doubles
//
//   {"solver":..,"median_ms":..,"objective":..}
//
// objective is that of the dual, maximised. Timed are fit and answer, not making the data. LIBSVM's cache is at its
// default of 100 MB, ours at its default of 128e6 bytes.
#pragma once

#include <libsvm/svm.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "bench/workload.h"

namespace proofground::bench {

/// Every workload's data and noise are these.
inline constexpr double kGamma = 1, kNoise = 0.1;
inline constexpr unsigned kSeed = 1;

struct Options {
  std::string solver = "ours";
  int n = 200, d = 1, repeats = 5;
  double C = 1, nu = 0.1, tolerance = 1e-3;
  bool data = false;
};

struct Outcome {
  double ms = 0, objective = 0;
};

[[noreturn]] inline void give_up(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(2);
}

inline Options parse(int argc, char** argv) {
  Options options;
  for (int k = 1; k < argc; ++k) {
    const std::string name = argv[k];
    if (name == "--data") {
      options.data = true;
      continue;
    }
    if (k + 1 == argc) give_up(name + " needs a value");
    const char* value = argv[++k];
    if (name == "--solver") {
      options.solver = value;
    } else if (name == "--n") {
      options.n = std::atoi(value);
    } else if (name == "--d") {
      options.d = std::atoi(value);
    } else if (name == "--C") {
      options.C = std::atof(value);
    } else if (name == "--nu") {
      options.nu = std::atof(value);
    } else if (name == "--repeats") {
      options.repeats = std::max(std::atoi(value), 1);
    } else if (name == "--tolerance") {
      options.tolerance = std::atof(value);
    } else {
      give_up("unknown argument " + name);
    }
  }
  return options;
}

inline double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

inline void write_numbers(const std::vector<double>& values) {
  std::fwrite(values.data(), sizeof(double), values.size(), stdout);
}

/// Prints the median of repeats. Short runs in groups, for the clock: at least 10 ms a group. One unmeasured run first.
template <class Solve>
void report(const Options& options, Solve solve) {
  Outcome last = solve();
  const int group = std::clamp(static_cast<int>(10 / std::max(last.ms, 1e-3)), 1, 400);
  std::vector<double> times;
  for (int repeat = 0; repeat < options.repeats; ++repeat) {
    double sum = 0;
    for (int k = 0; k < group; ++k) {
      last = solve();
      sum += last.ms;
    }
    times.push_back(sum / group);
  }
  std::sort(times.begin(), times.end());
  std::printf("{\"solver\":\"%s\",\"median_ms\":%.6g,\"objective\":%.12g}\n", options.solver.c_str(),
              times[times.size() / 2], last.objective);
}

/// Points as LIBSVM takes them.
class Nodes {
 public:
  Nodes(const std::vector<double>& x, int n, int d) : y_(n, 1) {
    nodes_.reserve(static_cast<std::size_t>(n) * (d + 1));
    for (int i = 0; i < n; ++i) {
      rows_.push_back(nodes_.data() + nodes_.size());
      for (int k = 0; k < d; ++k) nodes_.push_back({k + 1, x[static_cast<std::size_t>(i) * d + k]});
      nodes_.push_back({-1, 0});
    }
  }
  void labels(const std::vector<double>& y) { y_ = y; }
  [[nodiscard]] svm_problem problem() { return {static_cast<int>(y_.size()), y_.data(), rows_.data()}; }

 private:
  std::vector<svm_node> nodes_;
  std::vector<svm_node*> rows_;
  std::vector<double> y_;
};

/// RBF with every other parameter at LIBSVM's default.
inline svm_parameter parameters(int type, double tolerance) {
  svm_set_print_string_function([](const char*) {});
  svm_parameter parameter{};
  parameter.svm_type = type;
  parameter.kernel_type = RBF;
  parameter.gamma = kGamma;
  parameter.eps = tolerance;
  parameter.cache_size = 100;
  parameter.shrinking = 1;
  return parameter;
}

}  // namespace proofground::bench
