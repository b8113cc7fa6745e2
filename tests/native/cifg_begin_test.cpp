// A training that begins with the weights of another network.
#include <gtest/gtest.h>

#include <memory>

#include "cifg/network_file.h"
#include "cifg/trainer.h"
#include "core/require.h"

namespace proofground::cifg {
namespace {

Trainer made(CellKind cell, int dh, std::uint64_t seed) {
  TrainSettings settings;
  settings.cell = cell;
  settings.dh = dh;
  settings.batch = 8;
  settings.seed = seed;
  return {make_task(Adding{12}, seed), settings};
}

TEST(CifgBegin, PredictsWhatTheNetworkOfTheFilePredicts) {
  for (const CellKind cell : {CellKind::cifg, CellKind::lstm}) {
    Trainer first = made(cell, 5, 3);
    first.advance(25);
    Trainer second = made(cell, 5, 3);
    ASSERT_NE(second.weights(), first.weights());
    second.begin_with(load_network(save_network(first.weights()), "network"));
    EXPECT_EQ(second.weights(), first.weights());
    EXPECT_EQ(second.steps(), 0);
    EXPECT_EQ(second.evaluate().prediction, first.evaluate().prediction);
    EXPECT_EQ(second.gates(1).f, first.gates(1).f);
    // It learns on from there, without the moments of the first training.
    second.advance(5);
    first.advance(5);
    EXPECT_NE(second.weights(), first.weights());
  }
}

TEST(CifgBegin, RefusesANetworkOfAnotherShape) {
  Trainer trainer = made(CellKind::cifg, 5, 1);
  const NetworkWeights before = trainer.weights();
  for (const auto& other : {made(CellKind::lstm, 5, 1).weights(), made(CellKind::cifg, 6, 1).weights()}) {
    try {
      trainer.begin_with(other);
      FAIL() << "a network of another shape was taken";
    } catch (const InvalidArgument& error) {
      EXPECT_EQ(error.field(), "network");
      EXPECT_NE(error.got().find(other.shape.cell == CellKind::lstm ? "lstm" : "6 units"), std::string::npos);
    }
  }
  EXPECT_EQ(trainer.weights(), before);
}

}  // namespace
}  // namespace proofground::cifg
