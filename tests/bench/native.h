// What the native benchmark programs share: options, timing, LIBSVM's form of the data.
//
//   NAME --solver ours|libsvm --n N --d D [--unscaled] [--C C | --nu NU] [--tolerance T] [--repeats R] [--long MS]
//        [--kernel linear|rbf|poly|sigmoid] [--gamma G] [--coef0 K] [--degree P] [--epsilon E]
//   NAME --data --n N --d D [--unscaled]         the workload itself, as the machine's doubles
//
//   {"solver":..,"median_ms":..,"objective":..}
//   {"solver":"ours",..,"converged":..,"kkt_gap":..,"iterations":..,"active_set_steps":..}
//
// objective is that of the dual, maximised. Timed are fit and answer, not making the data. LIBSVM's cache is at its
// default of 100 MB, ours at its default of 128e6 bytes. Where LIBSVM gives up, it says so on stderr.
#pragma once

#include <libsvm/svm.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/workload.h"
#include "svm/dual_run.h"
#include "svm/kernel.h"

namespace proofground::bench {

/// Every workload's data and noise are these.
inline constexpr double kGamma = 1, kNoise = 0.1;
inline constexpr unsigned kSeed = 1;

struct Options {
  std::string solver = "ours";
  int n = 200, d = 1, repeats = 5;
  double C = 1, nu = 0.1, epsilon = 0.1, tolerance = 1e-3;
  double long_ms = 1e300;  ///< a first run this long is the only one, and counts
  Kernel kernel{.type = KernelType::rbf, .gamma = kGamma};
  bool data = false, unscaled = false;
};

struct Outcome {
  double ms = 0, objective = 0;
  std::optional<FitReport> report;  ///< ours only
};

[[noreturn]] inline void give_up(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(2);
}

inline KernelType kernel_named(const std::string& name) {
  if (name == "linear") return KernelType::linear;
  if (name == "rbf") return KernelType::rbf;
  if (name == "poly") return KernelType::poly;
  if (name == "sigmoid") return KernelType::sigmoid;
  give_up("unknown kernel " + name);
}

inline Options parse(int argc, char** argv) {
  Options options;
  const std::map<std::string, bool*> flags{{"--data", &options.data}, {"--unscaled", &options.unscaled}};
  const std::map<std::string, int*> counts{
      {"--n", &options.n}, {"--d", &options.d}, {"--repeats", &options.repeats}, {"--degree", &options.kernel.degree}};
  const std::map<std::string, double*> numbers{{"--C", &options.C},
                                               {"--nu", &options.nu},
                                               {"--epsilon", &options.epsilon},
                                               {"--tolerance", &options.tolerance},
                                               {"--long", &options.long_ms},
                                               {"--gamma", &options.kernel.gamma},
                                               {"--coef0", &options.kernel.coef0}};
  for (int k = 1; k < argc; ++k) {
    const std::string name = argv[k];
    if (const auto flag = flags.find(name); flag != flags.end()) {
      *flag->second = true;
      continue;
    }
    if (k + 1 == argc) give_up(name + " needs a value");
    const char* value = argv[++k];
    if (const auto count = counts.find(name); count != counts.end()) {
      *count->second = std::atoi(value);
    } else if (const auto number = numbers.find(name); number != numbers.end()) {
      *number->second = std::atof(value);
    } else if (name == "--solver") {
      options.solver = value;
    } else if (name == "--kernel") {
      options.kernel.type = kernel_named(value);
    } else {
      give_up("unknown argument " + name);
    }
  }
  options.repeats = std::max(options.repeats, 1);
  return options;
}

inline double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

inline void write_numbers(const std::vector<double>& values) {
  std::fwrite(values.data(), sizeof(double), values.size(), stdout);
}

/// Milliseconds for each of the repeats. Short runs in groups, for the clock: at least 10 ms a group. One unmeasured run
/// first, unless it is a long one.
template <class Solve>
std::vector<double> sample(const Options& options, Outcome& last, Solve solve) {
  last = solve();
  if (last.ms >= options.long_ms) return {last.ms};
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
  return times;
}

/// Prints the median of the repeats, and what the last one came to.
template <class Solve>
void report(const Options& options, Solve solve) {
  Outcome last;
  const std::vector<double> times = sample(options, last, solve);
  std::printf("{\"solver\":\"%s\",\"median_ms\":%.6g,\"objective\":%.12g", options.solver.c_str(),
              times[times.size() / 2], last.objective);
  if (const auto& report = last.report) {
    std::printf(",\"converged\":%s,\"kkt_gap\":%.6g,\"iterations\":%ld,\"active_set_steps\":%ld",
                report->converged ? "true" : "false", report->kkt_gap, report->iterations, report->active_set_steps);
  }
  std::printf("}\n");
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

/// Every parameter but the kernel and the tolerance at LIBSVM's default.
inline svm_parameter parameters(int type, const Options& options) {
  svm_set_print_string_function([](const char*) {});
  svm_parameter parameter{};
  parameter.svm_type = type;
  switch (options.kernel.type) {
    case KernelType::linear:
      parameter.kernel_type = LINEAR;
      break;
    case KernelType::rbf:
      parameter.kernel_type = RBF;
      break;
    case KernelType::poly:
      parameter.kernel_type = POLY;
      break;
    case KernelType::sigmoid:
      parameter.kernel_type = SIGMOID;
      break;
  }
  parameter.gamma = options.kernel.gamma;
  parameter.coef0 = options.kernel.coef0;
  parameter.degree = options.kernel.degree;
  parameter.eps = options.tolerance;
  parameter.cache_size = 100;
  parameter.shrinking = 1;
  return parameter;
}

}  // namespace proofground::bench
