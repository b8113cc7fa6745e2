// Times one solver on one workload of workload.h and prints a JSON line for each repeat group:
//
//   native_svr --solver ours|libsvm --n N --d D --C C [--repeats R] [--tolerance T]
//   native_svr --all [--repeats R]        the 16 workloads, both solvers taking turns repeat by repeat
//   native_svr --data --n N --d D         the workload itself: x (n x d), then y (n), as the machine's doubles
//
//   {"solver":..,"n":..,"d":..,"C":..,"median_ms":..,"best_ms":..,"objective":..,"iterations":..}
//
// objective is that of the dual, maximised. LIBSVM does not say how many iterations it took: null. Its cache is at its
// default of 100 MB, ours at its default of 128e6 bytes. Timed are fit and answer, not making the data.
// Without LIBSVM (the WebAssembly build of this file) --solver libsvm is refused and --all runs ours alone.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "bench/workload.h"
#include "svr/svr.h"

#if !defined(__EMSCRIPTEN__)
#include <libsvm/svm.h>
#define PROOFGROUND_WITH_LIBSVM 1
#else
#define PROOFGROUND_WITH_LIBSVM 0
#endif

namespace {

using proofground::bench::Workload;

constexpr double kGamma = 1, kEpsilon = 0.1, kNoise = 0.1;
constexpr unsigned kSeed = 1;

struct Options {
  std::string solver = "ours";
  int n = 200, d = 1, repeats = 5;
  double C = 1, tolerance = 1e-3;
  bool all = false, data = false;
};

struct Outcome {
  double ms = 0, objective = 0;
  long iterations = -1;
};

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

Outcome run_ours(const Workload& work, const Options& options) {
  const proofground::svr::Problem problem{
      .x = work.x,
      .d = work.d,
      .y = work.y,
      .kernel = {.type = proofground::KernelType::rbf, .gamma = kGamma, .coef0 = 0, .degree = 3},
      .C = options.C,
      .epsilon = kEpsilon};
  const auto start = std::chrono::steady_clock::now();
  const proofground::svr::Solution solution = proofground::svr::fit(problem, {.tolerance = options.tolerance});
  return {milliseconds_since(start), solution.dual, solution.report.iterations};
}

#if PROOFGROUND_WITH_LIBSVM
/// The dual objective of a LIBSVM model from its coefficients: sum y u - epsilon sum |u| - u'Ku / 2.
double objective_of(const svm_model& model, const Workload& work) {
  double value = 0;
  for (int a = 0; a < model.l; ++a) {
    const double u = model.sv_coef[0][a];
    const double* x = work.x.data() + static_cast<long>(model.sv_indices[a] - 1) * work.d;
    value += work.y[model.sv_indices[a] - 1] * u - kEpsilon * (u > 0 ? u : -u);
    for (int b = 0; b < model.l; ++b) {
      const double* z = work.x.data() + static_cast<long>(model.sv_indices[b] - 1) * work.d;
      value -= u * model.sv_coef[0][b] *
               proofground::evaluate({.type = proofground::KernelType::rbf, .gamma = kGamma, .coef0 = 0, .degree = 3},
                                     x, z, work.d) /
               2;
    }
  }
  return value;
}

Outcome run_libsvm(const Workload& work, const Options& options) {
  svm_set_print_string_function([](const char*) {});
  std::vector<svm_node> nodes;
  nodes.reserve(static_cast<std::size_t>(work.n) * (work.d + 1));
  std::vector<svm_node*> rows;
  for (int i = 0; i < work.n; ++i) {
    rows.push_back(nodes.data() + nodes.size());
    for (int k = 0; k < work.d; ++k) nodes.push_back({k + 1, work.x[static_cast<std::size_t>(i) * work.d + k]});
    nodes.push_back({-1, 0});
  }
  std::vector<double> y = work.y;
  const svm_problem problem{work.n, y.data(), rows.data()};
  svm_parameter parameter{};
  parameter.svm_type = EPSILON_SVR;
  parameter.kernel_type = RBF;
  parameter.gamma = kGamma;
  parameter.C = options.C;
  parameter.p = kEpsilon;
  parameter.eps = options.tolerance;
  parameter.cache_size = 100;
  parameter.shrinking = 1;
  const auto start = std::chrono::steady_clock::now();
  svm_model* model = svm_train(&problem, &parameter);
  Outcome outcome{milliseconds_since(start), objective_of(*model, work), -1};
  svm_free_and_destroy_model(&model);
  return outcome;
}
#endif

Outcome run(const std::string& solver, const Workload& work, const Options& options) {
#if PROOFGROUND_WITH_LIBSVM
  if (solver == "libsvm") return run_libsvm(work, options);
#endif
  if (solver == "ours") return run_ours(work, options);
  std::fprintf(stderr, "native_svr: no solver %s in this build\n", solver.c_str());
  std::exit(2);
}

/// The solvers take turns, so that what else the machine does hits all of them alike. One unmeasured turn first.
void compare(const std::vector<std::string>& solvers, const Options& options) {
  const Workload work = proofground::bench::make_workload(options.n, options.d, kSeed, kNoise);
  std::vector<std::vector<double>> times(solvers.size());
  std::vector<Outcome> last(solvers.size());
  // Short runs in groups, for the clock and for an engine that compiles as it goes: at least 10 ms a group.
  std::vector<int> group(solvers.size(), 1);
  for (std::size_t s = 0; s < solvers.size(); ++s) {
    last[s] = run(solvers[s], work, options);
    group[s] = std::clamp(static_cast<int>(10 / std::max(last[s].ms, 1e-3)), 1, 400);
  }
  for (int repeat = 0; repeat < options.repeats; ++repeat)
    for (std::size_t s = 0; s < solvers.size(); ++s) {
      double sum = 0;
      for (int k = 0; k < group[s]; ++k) {
        last[s] = run(solvers[s], work, options);
        sum += last[s].ms;
      }
      times[s].push_back(sum / group[s]);
    }
  for (std::size_t s = 0; s < solvers.size(); ++s) {
    std::sort(times[s].begin(), times[s].end());
    const std::string iterations = last[s].iterations < 0 ? "null" : std::to_string(last[s].iterations);
    std::printf(
        "{\"solver\":\"%s\",\"n\":%d,\"d\":%d,\"C\":%g,\"median_ms\":%.6g,\"best_ms\":%.6g,\"objective\":%.12g,"
        "\"iterations\":%s}\n",
        solvers[s].c_str(), options.n, options.d, options.C, times[s][times[s].size() / 2], times[s][0],
        last[s].objective, iterations.c_str());
  }
  std::fflush(stdout);
}

Options parse(int argc, char** argv) {
  Options options;
  for (int k = 1; k < argc; ++k) {
    const std::string name = argv[k];
    if (name == "--all") {
      options.all = true;
      continue;
    }
    if (name == "--data") {
      options.data = true;
      continue;
    }
    if (k + 1 == argc) {
      std::fprintf(stderr, "native_svr: %s needs a value\n", name.c_str());
      std::exit(2);
    }
    const char* value = argv[++k];
    if (name == "--solver") {
      options.solver = value;
    } else if (name == "--n") {
      options.n = std::atoi(value);
    } else if (name == "--d") {
      options.d = std::atoi(value);
    } else if (name == "--C") {
      options.C = std::atof(value);
    } else if (name == "--repeats") {
      options.repeats = std::max(std::atoi(value), 1);
    } else if (name == "--tolerance") {
      options.tolerance = std::atof(value);
    } else {
      std::fprintf(stderr, "native_svr: unknown argument %s\n", name.c_str());
      std::exit(2);
    }
  }
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  Options options = parse(argc, argv);
  if (options.data) {
    const Workload work = proofground::bench::make_workload(options.n, options.d, kSeed, kNoise);
    for (const std::vector<double>* part : {&work.x, &work.y})
      std::fwrite(part->data(), sizeof(double), part->size(), stdout);
    return 0;
  }
  if (!options.all) {
    compare({options.solver}, options);
    return 0;
  }
  std::vector<std::string> solvers{"ours"};
  if (PROOFGROUND_WITH_LIBSVM) solvers.emplace_back("libsvm");
  for (int n : {50, 200, 1000, 5000})
    for (int d : {1, 8})
      for (double C : {1.0, 100.0}) {
        options.n = n;
        options.d = d;
        options.C = C;
        compare(solvers, options);
      }
  return 0;
}
