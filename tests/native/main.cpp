// Runs the tests of a program. Properties are tried on the same random problems in every run, so that one that fails
// once fails again; RC_PARAMS in the environment tries others.
#include <gtest/gtest.h>

#include <cstdlib>

int main(int argc, char** argv) {
  constexpr int kKeepWhatIsSet = 0;
  setenv("RC_PARAMS", "seed=20251", kKeepWhatIsSet);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
