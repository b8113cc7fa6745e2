// The 9 golden cases of problem 3, at the file's tolerances.
#include <gtest/gtest.h>

#include <cmath>

#include "cifg/cell.h"
#include "cifg/ledger.h"
#include "golden.h"
#include "tolerances.h"

namespace proofground::cifg {
namespace {

/// Every number below value, in order.
std::vector<double> flat(const rapidjson::Value& value) {
  if (!value.IsArray()) return {value.GetDouble()};
  std::vector<double> values;
  for (const auto& entry : value.GetArray()) {
    const std::vector<double> inner = flat(entry);
    values.insert(values.end(), inner.begin(), inner.end());
  }
  return values;
}

Gate<double> gate_of(const rapidjson::Value& params, const std::string& name) {
  return {flat(params["W_" + name]), flat(params["U_" + name]), flat(params["b_" + name])};
}

Problem<double> problem_of(const rapidjson::Value& golden) {
  Problem<double> problem;
  problem.sizes = {golden["d_x"].GetInt(), golden["d_h"].GetInt(), golden["T"].GetInt(), golden["batch"].GetInt()};
  const auto& params = golden["params"];
  problem.params = {gate_of(params, "f"), gate_of(params, "o"), gate_of(params, "c")};
  problem.x = flat(golden["x"]);
  problem.h0 = flat(golden["h0"]);
  problem.c0 = flat(golden["c0"]);
  problem.g = flat(golden["g"]);
  return problem;
}

/// The file's norm: |a - b| <= limit max(1, max |b|).
void expect_array(const std::vector<double>& value, const rapidjson::Value& golden, const std::string& what) {
  const std::vector<double> expected = flat(golden);
  ASSERT_EQ(value.size(), expected.size()) << what;
  double size = 1;
  for (const double b : expected) size = std::max(size, std::abs(b));
  for (std::size_t i = 0; i < value.size(); ++i)
    EXPECT_NEAR(value[i], expected[i], tolerance::golden_cell().array * size) << what << "[" << i << "]";
}

/// Numbers that vanish: each relative to itself.
void expect_each(const std::vector<double>& value, const rapidjson::Value& golden, const std::string& what) {
  const std::vector<double> expected = flat(golden);
  ASSERT_EQ(value.size(), expected.size()) << what;
  for (std::size_t i = 0; i < value.size(); ++i)
    EXPECT_NEAR(value[i], expected[i], tolerance::golden_cell().vanishing * std::abs(expected[i]))
        << what << "[" << i << "]";
}

std::vector<double> step_of(const std::vector<double>& list, const Sizes& sizes, int t) {
  const auto rows = list.begin() + static_cast<std::ptrdiff_t>(t) * sizes.batch * sizes.dh;
  return {rows, rows + static_cast<std::ptrdiff_t>(sizes.batch) * sizes.dh};
}

void expect_params(const Params<double>& params, const rapidjson::Value& golden) {
  const char* names[] = {"f", "o", "c"};
  for (std::size_t k = 0; k < 3; ++k) {
    const Gate<double>& gate = *params.gates()[k];
    const std::string name = names[k];
    expect_array(gate.W, golden["W_" + name], "W_" + name);
    expect_array(gate.U, golden["U_" + name], "U_" + name);
    expect_array(gate.b, golden["b_" + name], "b_" + name);
  }
}

void expect_all_steps(const States<double>& s, const Deltas<double>& d, const rapidjson::Value& golden) {
  const auto& forward = golden["forward"];
  expect_array(s.f, forward["f"], "f");
  expect_array(s.o, forward["o"], "o");
  expect_array(s.c_tilde, forward["c_tilde"], "c_tilde");
  expect_array(s.c, forward["c"], "c");
  expect_array(s.h, forward["h"], "h");
  const auto& deltas = golden["grad_t"];
  expect_array(d.h, deltas["dh"], "dh");
  expect_array(d.c, deltas["dc"], "dc");
  expect_array(d.f, deltas["df"], "df");
  expect_array(d.o, deltas["do"], "do");
  expect_array(d.c_tilde, deltas["dc_tilde"], "dc_tilde");
  expect_array(d.z_f, deltas["dz_f"], "dz_f");
  expect_array(d.z_o, deltas["dz_o"], "dz_o");
  expect_array(d.z_c, deltas["dz_c"], "dz_c");
}

/// What long cases say: the end, and where the gradient has vanished.
void expect_ends(const States<double>& s, const Deltas<double>& d, const Sizes& sizes, const rapidjson::Value& golden) {
  expect_array(step_of(s.h, sizes, sizes.T - 1), golden["forward"]["h_T"], "h_T");
  expect_array(step_of(s.c, sizes, sizes.T - 1), golden["forward"]["c_T"], "c_T");
  expect_each(step_of(d.c, sizes, 0), golden["grad_t"]["dc_1"], "dc_1");
  expect_each(step_of(d.z_f, sizes, 0), golden["grad_t"]["dz_f_1"], "dz_f_1");
}

TEST(CifgGolden, AllNineCases) {
  const rapidjson::Document file = golden::read("cifg_lstm.json");
  ASSERT_EQ(file["cases"].Size(), 9u);
  int with_all_steps = 0;
  for (const auto& golden : file["cases"].GetArray()) {
    SCOPED_TRACE(golden["id"].GetString());
    const Problem<double> problem = problem_of(golden);
    ASSERT_NO_THROW(require_valid(problem));
    const States<double> states = forward(problem);
    const Gradients<double> gradients = backward(problem, states);
    EXPECT_NEAR(gradients.loss, golden["loss"].GetDouble(),
                tolerance::golden_cell().array * std::max(1.0, std::abs(golden["loss"].GetDouble())));
    expect_params(gradients.params, golden["grad"]);
    expect_array(gradients.x, golden["grad"]["x"], "x");
    expect_array(gradients.h0, golden["grad"]["h0"], "h0");
    expect_array(gradients.c0, golden["grad"]["c0"], "c0");
    if (golden["forward"].HasMember("f")) {
      expect_all_steps(states, gradients.deltas, golden);
      ++with_all_steps;
    } else {
      expect_ends(states, gradients.deltas, problem.sizes, golden);
    }
  }
  EXPECT_EQ(with_all_steps, 8);
}

// The golden gradients of the parameters from the ledger's parts, of every case that is one sequence.
TEST(CifgGolden, TheLedgerAddsUpToTheGoldenGradients) {
  const rapidjson::Document file = golden::read("cifg_lstm.json");
  int cases = 0;
  for (const auto& golden : file["cases"].GetArray()) {
    const Problem<double> problem = problem_of(golden);
    if (problem.sizes.batch != 1) continue;
    SCOPED_TRACE(golden["id"].GetString());
    Ledger ledger = ledger_of(problem, forward(problem));
    Params<double> sums = problem.params;
    const auto parts = ledger.params.gates();
    const auto to = sums.gates();
    for (std::size_t k = 0; k < 3; ++k)
      for (const auto list : {&Gate<double>::W, &Gate<double>::U, &Gate<double>::b}) {
        std::vector<double>& sum = to[k]->*list;
        const std::vector<double>& part = parts[k]->*list;
        ASSERT_EQ(part.size(), sum.size() * kPathsToC * problem.sizes.T);
        std::fill(sum.begin(), sum.end(), 0.0);
        for (std::size_t i = 0; i < part.size(); ++i) sum[i % sum.size()] += part[i];
      }
    expect_params(sums, golden["grad"]);
    ++cases;
  }
  EXPECT_EQ(cases, 6);
}

}  // namespace
}  // namespace proofground::cifg
