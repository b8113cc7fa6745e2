// The problems that the claims of problem 3 are tested on: golden ones, and every edge that they have words for.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "cifg/claims/claims.h"
#include "cifg_drawn.h"
#include "golden.h"

namespace proofground::cifg::test {

struct Named {
  std::string name;
  Problem<double> problem;
};

inline const std::vector<std::string> kIds{"3a", "3b", "3c", "3ledger", "3horizon"};

inline bool of_one_sequence(const std::string& id) { return id == "3ledger" || id == "3horizon"; }

inline std::vector<double> flat_of(const rapidjson::Value& value) {
  if (value.IsNumber()) return {value.GetDouble()};
  std::vector<double> all;
  for (const auto& each : value.GetArray()) {
    const std::vector<double> part = flat_of(each);
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

inline std::vector<Named> golden_problems() {
  std::vector<Named> all;
  const rapidjson::Document document = golden::read("cifg_lstm.json");
  for (const auto& item : document["cases"].GetArray()) {
    Problem<double> problem;
    problem.sizes = {item["d_x"].GetInt(), item["d_h"].GetInt(), item["T"].GetInt(), item["batch"].GetInt()};
    const auto& params = item["params"];
    problem.params.f = {flat_of(params["W_f"]), flat_of(params["U_f"]), flat_of(params["b_f"])};
    problem.params.o = {flat_of(params["W_o"]), flat_of(params["U_o"]), flat_of(params["b_o"])};
    problem.params.c = {flat_of(params["W_c"]), flat_of(params["U_c"]), flat_of(params["b_c"])};
    problem.x = flat_of(item["x"]);
    problem.g = flat_of(item["g"]);
    problem.h0 = flat_of(item["h0"]);
    problem.c0 = flat_of(item["c0"]);
    all.push_back({std::string("golden ") + item["id"].GetString(), problem});
  }
  return all;
}

/// All numbers of a list set to one value.
inline void fill(std::vector<double>& list, double value) { list.assign(list.size(), value); }

inline std::vector<Named> edge_problems() {
  std::vector<Named> all;
  const auto add = [&](const std::string& name, const Sizes& sizes, double gain, std::uint64_t seed, auto change) {
    Problem<double> problem = drawn_problem(sizes, gain, seed);
    change(problem);
    all.push_back({name, problem});
  };
  const auto nothing = [](Problem<double>&) {};
  const Sizes usual{2, 3, 6, 1};
  add("usual", usual, 0.7, 1, nothing);
  add("largest of the page", {4, 4, 12, 1}, 0.6, 2, nothing);
  add("batch", {2, 2, 4, 3}, 0.7, 3, nothing);
  add("one step", {2, 3, 1, 1}, 0.7, 4, nothing);
  add("one unit", {1, 1, 6, 1}, 0.9, 5, nothing);
  for (const double z : {37.0, 40.0, 300.0, 700.0, 745.0, 800.0, -40.0, -700.0, -745.0, -800.0}) {
    add("forget gate at " + std::to_string(z), usual, 0.5, 6, [&](Problem<double>& p) { fill(p.params.f.b, z); });
    add("output gate at " + std::to_string(z), usual, 0.5, 7, [&](Problem<double>& p) { fill(p.params.o.b, z); });
    add("candidate at " + std::to_string(z), usual, 0.5, 8, [&](Problem<double>& p) { fill(p.params.c.b, z); });
    add("all at " + std::to_string(z), usual, 0.5, 9, [&](Problem<double>& p) {
      for (auto* gate : p.params.gates()) fill(gate->b, z);
    });
  }
  // tanh(0.5) is what both are from the start: c_{t-1} = c~_t at every step.
  add("c equals c tilde", usual, 0, 10, [](Problem<double>& p) {
    fill(p.params.c.b, 0.5);
    fill(p.c0, std::tanh(0.5));
  });
  add("no weights", usual, 0, 11, nothing);
  add("no weights, no memory", usual, 0, 12, [](Problem<double>& p) {
    fill(p.c0, 0);
    fill(p.h0, 0);
  });
  add("no recurrence", usual, 0.7, 13, [](Problem<double>& p) {
    for (auto* gate : p.params.gates()) fill(gate->U, 0);
  });
  add("symmetric U", usual, 0.7, 14, [](Problem<double>& p) {
    for (auto* gate : p.params.gates())
      for (int i = 0; i < 3; ++i)
        for (int j = 0; j < i; ++j) gate->U[i * 3 + j] = gate->U[j * 3 + i];
  });
  add("loss at the last step", usual, 0.7, 15, [](Problem<double>& p) { std::fill(p.g.begin(), p.g.end() - 3, 0.0); });
  add("loss at the first step", usual, 0.7, 16, [](Problem<double>& p) { std::fill(p.g.begin() + 3, p.g.end(), 0.0); });
  add("no loss", usual, 0.7, 17, [](Problem<double>& p) { fill(p.g, 0); });
  add("tiny loss", usual, 0.7, 18, [](Problem<double>& p) {
    for (double& g : p.g) g *= 1e-90;
  });
  add("huge loss", usual, 0.7, 19, [](Problem<double>& p) {
    for (double& g : p.g) g *= 1e90;
  });
  add("large weights", usual, 30, 20, nothing);
  add("largest weights of the page", usual, 500, 21, nothing);
  add("exploding", {2, 4, 12, 1}, 0.1, 22, [](Problem<double>& p) {
    for (auto* gate : p.params.gates())
      for (double& u : gate->U) u *= 100;
    fill(p.params.o.b, 3);
  });
  add("huge weights", usual, 1e60, 23, nothing);
  add("tiny weights", usual, 1e-60, 24, nothing);
  add("huge input", usual, 0.7, 25, [](Problem<double>& p) {
    for (double& x : p.x) x *= 1e90;
  });
  add("huge memory", usual, 0.7, 26, [](Problem<double>& p) {
    for (double& c : p.c0) c *= 1e6;
  });
  add("vanishing", {1, 2, 12, 1}, 0.3, 27, [](Problem<double>& p) {
    fill(p.params.f.b, -30);
    std::fill(p.g.begin(), p.g.end() - 2, 0.0);
  });
  // U h cancels b where it matters: a sensitive unit, all others saturated.
  add("sensitive", {1, 1, 6, 1}, 0.3, 28, [](Problem<double>& p) {
    fill(p.params.c.U, 300);
    fill(p.params.f.b, -2);
  });
  // Nothing saturates, and a nudge grows a hundredfold, or 1e20-fold, from step to step.
  for (const double steep : {1e2, 1e20}) {
    add("steep " + std::to_string(steep), usual, 1, 30, [&](Problem<double>& p) {
      for (double& u : p.params.c.U) u *= steep;
      for (auto* gate : p.params.gates()) fill(gate->b, 0);
      fill(p.x, 0);
      fill(p.h0, 0);
      fill(p.c0, 0);
    });
  }
  // Nothing saturates, and each step is 1e60 times as sensitive as the one after it.
  add("overflow", usual, 0, 29, [](Problem<double>& p) {
    fill(p.params.c.U, 1e60);
    fill(p.x, 0);
    fill(p.h0, 0);
    fill(p.c0, 0);
  });
  return all;
}

inline std::vector<Named> all_problems() {
  std::vector<Named> all = golden_problems();
  for (const Named& each : edge_problems()) all.push_back(each);
  return all;
}

inline std::string text_of(const Claim& claim) {
  std::string text = claim.id + " " + claim.reason;
  for (const Check& check : claim.checks)
    text += "\n  " + check.id + " " + std::to_string(check.value / check.bound) + " of its bound " +
            std::to_string(check.bound) + (check.verdict() == Verdict::fail ? " FAIL" : "");
  return text;
}

inline Claim claim_of(const std::string& id, const Problem<double>& problem, const Solution& solution,
                      const std::string& mistake = "") {
  return check_claim(id, problem, solution, {}, mistake.empty() ? Mistake() : Mistake(mistake)).claim;
}

}  // namespace proofground::cifg::test
