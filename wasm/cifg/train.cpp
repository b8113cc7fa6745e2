#include "wasm/cifg/train.h"

#include <array>
#include <climits>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "cifg/baselines.h"
#include "cifg/network_file.h"
#include "wasm/core/request.h"

namespace proofground::border {
namespace {

using cifg::CellKind;
using cifg::NetworkWeights;

CellKind cell_of(const Fields& fields) {
  const std::string word = fields.text("cell");
  if (word == "cifg") return CellKind::cifg;
  if (word != "lstm") throw InvalidArgument("cell", "cifg or lstm", describe(val(word)));
  return CellKind::lstm;
}

cifg::Series read_series(const Fields& task) {
  cifg::Series series;
  series.values = task.numbers("values");
  series.window = task.integer("window", 1, INT_MAX);
  series.horizon = task.integer("horizon", 1, INT_MAX);
  series.split = task.number("split");
  series.season = task.integer("season", 0, INT_MAX);
  return series;
}

cifg::OwnSequences read_sequences(const Fields& task) {
  cifg::OwnSequences own;
  own.T = task.integer("T", 1, INT_MAX);
  own.dx = task.integer("dx", 1, INT_MAX);
  own.x = task.numbers("x");
  own.target = task.numbers("target");
  own.weight = task.numbers("weight");
  own.held_out = task.integer("heldOut", 1, INT_MAX);
  return own;
}

cifg::TaskSpec read_task(const Fields& task) {
  return task.check([&]() -> cifg::TaskSpec {
    const std::string kind = task.text("kind");
    if (kind == "adding") return cifg::Adding{task.integer("T", 2, INT_MAX)};
    if (kind == "copy") return cifg::Copy{task.integer("T", 2, INT_MAX), task.integer("delay", 1, INT_MAX)};
    if (kind == "series") return read_series(task);
    if (kind != "sequences") throw InvalidArgument("kind", "adding, copy, series or sequences", describe(val(kind)));
    return read_sequences(task);
  });
}

/// What a task is refused for is named as a field of the task.
std::unique_ptr<const cifg::Task> checked_task(const Fields& fields, const cifg::TaskSpec& spec, std::uint64_t seed) {
  return fields.object("task").check([&] { return cifg::make_task(spec, seed); });
}

/// As a float. @throws InvalidArgument naming the value if it is not finite as one
float as_float(double value, const char* name) {
  require(std::abs(value) <= std::numeric_limits<float>::max(), name, "a number of at most 3.4e38 in size", value);
  return static_cast<float>(value);
}

std::vector<float> floats(const Fields& fields, const char* name) {
  const std::vector<double> values = fields.numbers(name);
  std::vector<float> rounded;
  rounded.reserve(values.size());
  for (const double value : values)
    rounded.push_back(as_float(value, (std::string(name) + "[" + std::to_string(rounded.size()) + "]").c_str()));
  return rounded;
}

NetworkWeights::Gate read_gate(const Fields& params, const std::array<const char*, 3>& names) {
  return {floats(params, names[0]), floats(params, names[1]), floats(params, names[2])};
}

std::vector<double> as_doubles(const std::vector<float>& values) { return {values.begin(), values.end()}; }

using GateNames = std::array<const char*, 3>;
constexpr GateNames kForget{"W_f", "U_f", "b_f"}, kOutput{"W_o", "U_o", "b_o"}, kCandidate{"W_c", "U_c", "b_c"},
    kInput{"W_i", "U_i", "b_i"};

void write_gate(Result& out, const GateNames& names, const NetworkWeights::Gate& gate) {
  out.doubles(names[0], as_doubles(gate.W)).doubles(names[1], as_doubles(gate.U)).doubles(names[2], as_doubles(gate.b));
}

}  // namespace

std::unique_ptr<cifg::Trainer> start_cifg_training(const val& request, const val& saved) {
  const Fields fields(request, "");
  cifg::TrainSettings settings;
  settings.cell = cell_of(fields);
  settings.dh = fields.integer("dh", 1, 512);
  const cifg::TaskSpec spec = read_task(fields.object("task"));
  settings.batch = fields.integer("batch", 1, 4096);
  settings.learning_rate = fields.number("learningRate");
  settings.clip = fields.number("clip");
  settings.truncate = fields.integer("truncate", 0, INT_MAX);
  settings.forget_bias = fields.number("forgetBias");
  settings.seed = required_seed(fields);
  auto task = checked_task(fields, spec, settings.seed);
  if (!saved.isUndefined())
    return std::make_unique<cifg::Trainer>(std::move(task), settings, read_bytes(saved, "saved"));
  auto trainer = std::make_unique<cifg::Trainer>(std::move(task), settings);
  if (fields.has("network")) trainer->begin_with(cifg::load_network(fields.bytes("network"), "network"));
  return trainer;
}

val cifg_baselines(const val& request) {
  const Fields fields(request, "");
  const cifg::TaskSpec spec = read_task(fields.object("task"));
  const auto task = checked_task(fields, spec, required_seed(fields));
  Result list(val::array()), out;
  int index = 0;
  for (const cifg::Baseline& baseline : cifg::baselines(spec, *task)) {
    Result one;
    one.text("name", baseline.name).number("error", baseline.error).doubles("prediction", baseline.prediction);
    list.value(std::to_string(index++).c_str(), one.get());
  }
  out.value("baselines", list.get()).doubles("truth", task->held_out().truth).doubles("at", task->held_out().at);
  return out.get();
}

val cifg_weights(const val& request) {
  const NetworkWeights weights = cifg::load_network(Fields(request, "").bytes("network"), "network");
  const bool coupled = weights.shape.cell == CellKind::cifg;
  Result params, input, readout, out;
  write_gate(params, kForget, weights.f);
  write_gate(params, kOutput, weights.o);
  write_gate(params, kCandidate, weights.c);
  readout.doubles("V", as_doubles(weights.V)).number("b_y", weights.b_y);
  out.text("cell", coupled ? "cifg" : "lstm").number("dx", weights.shape.dx).number("dh", weights.shape.dh);
  out.value("params", params.get());
  if (!coupled) {
    write_gate(input, kInput, weights.i);
    out.value("input", input.get());
  }
  out.value("readout", readout.get());
  return out.get();
}

std::vector<std::uint8_t> cifg_network(const val& request) {
  const Fields fields(request, "");
  NetworkWeights weights;
  weights.shape.cell = cell_of(fields);
  weights.shape.dx = fields.integer("dx", 1, 64);
  weights.shape.dh = fields.integer("dh", 1, 512);
  const cifg::Network network(weights.shape);
  std::vector<float> parameters(network.size());
  const auto read = [&](const char* name, const auto& body) {
    const Fields object = fields.object(name);
    object.check([&] { body(object); });
  };
  read("params", [&](const Fields& params) {
    weights.f = read_gate(params, kForget);
    weights.o = read_gate(params, kOutput);
    weights.c = read_gate(params, kCandidate);
  });
  if (weights.shape.cell == CellKind::lstm)
    read("input", [&](const Fields& input) { weights.i = read_gate(input, kInput); });
  read("readout", [&](const Fields& readout) {
    weights.V = floats(readout, "V");
    weights.b_y = as_float(readout.number("b_y"), "b_y");
  });
  network.set_weights(weights, parameters.data());  // checks every length
  return cifg::save_network(weights);
}

val to_js(const cifg::Evaluation& evaluation) {
  Result out;
  out.number("error", evaluation.error).doubles("prediction", evaluation.prediction);
  return out.get();
}

val to_js(const cifg::SequenceStates& states) {
  Result out;
  out.doubles("f", states.f)
      .doubles("i", states.i)
      .doubles("o", states.o)
      .doubles("c", states.c)
      .doubles("h", states.h);
  out.doubles("x", states.x).doubles("prediction", states.prediction).doubles("target", states.target);
  return out.get();
}

val to_js(const cifg::GradientNorms& norms) {
  Result out;
  out.doubles("before", norms.before).doubles("after", norms.after);
  return out.get();
}

}  // namespace proofground::border
