// What recurrent networks are trained for: targets are right, nothing of the held-out part is learnt from, baselines are what they say.
#include "cifg/tasks.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numeric>
#include <string>

#include "cifg/baselines.h"
#include "core/require.h"
#include "tolerances.h"

namespace proofground::cifg {
namespace {

/// A noisy wave, on a trend or not.
std::vector<double> wave(int n, double slope = 0.5) {
  Rng rng(1);
  std::vector<double> values;
  for (int j = 0; j < n; ++j) values.push_back(100 + slope * j + 10 * std::sin(0.5 * j) + rng.normal());
  return values;
}

Series series_of(std::vector<double> values, int window = 6, int horizon = 2, int season = 0) {
  return {std::move(values), window, horizon, 0.75, season};
}

double total(const std::vector<float>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

TEST(CifgTasks, AddingMarksOneValueInEachHalfAndAsksForTheirSum) {
  for (const int T : {2, 3, 20, 51}) {
    const auto task = make_task(Adding{T}, 3);
    Sequences batch = task->batch(40);
    Rng rng(5);
    task->draw(rng, batch);
    EXPECT_NEAR(total(batch.weight), 1, 1e-6);
    for (int i = 0; i < 40; ++i) {
      std::vector<int> marked;
      float sum = 0;
      for (int t = 0; t < T; ++t) {
        const int row = t * 40 + i;
        ASSERT_TRUE(batch.x[2 * row] >= 0 && batch.x[2 * row] <= 1);
        ASSERT_TRUE(batch.x[2 * row + 1] == 0 || batch.x[2 * row + 1] == 1);
        if (batch.x[2 * row + 1] == 1) {
          marked.push_back(t);
          sum += batch.x[2 * row];
        }
        EXPECT_EQ(batch.weight[row] > 0, t == T - 1);
      }
      ASSERT_EQ(marked.size(), 2u);
      EXPECT_LT(marked[0], T / 2);
      EXPECT_GE(marked[1], T / 2);
      EXPECT_EQ(batch.target[(T - 1) * 40 + i], sum);
    }
  }
}

TEST(CifgTasks, CopyAsksForTheValueSomeStepsBefore) {
  for (const int delay : {1, 4, 9}) {
    const auto task = make_task(Copy{10, delay}, 3);
    Sequences batch = task->batch(7);
    Rng rng(5);
    task->draw(rng, batch);
    EXPECT_NEAR(total(batch.weight), 1, 1e-6);
    for (int t = 0; t < 10; ++t) {
      for (int i = 0; i < 7; ++i) {
        EXPECT_EQ(batch.weight[t * 7 + i] > 0, t >= delay);
        if (t >= delay) {
          EXPECT_EQ(batch.target[t * 7 + i], batch.x[(t - delay) * 7 + i]);
        }
      }
    }
  }
}

// The variance of a sum of two uniform values is 2 / 12, that of a value uniform on [-1, 1) is 1 / 3.
TEST(CifgTasks, TheMeanErrsByTheVariance) {
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    const auto adding = make_task(Adding{30}, seed), copy = make_task(Copy{20, 5}, seed);
    const std::vector<Baseline> of_sum = baselines(Adding{30}, *adding), of_copy = baselines(Copy{20, 5}, *copy);
    ASSERT_EQ(of_sum.size(), 1u);
    EXPECT_EQ(of_sum[0].name, "mean");
    // Fourth central moments: 1/80 + 1/80 + 6/144 - for the sum, 1/5 for the value.
    const double sum_sd = std::sqrt((2.0 / 80 + 6.0 / 144 - 1.0 / 36) / 200);
    const double copy_sd = std::sqrt((1.0 / 5 - 1.0 / 9) / (50 * 15));
    EXPECT_NEAR(of_sum[0].error, 1.0 / 6, tolerance::standard_errors() * sum_sd);
    EXPECT_NEAR(of_copy[0].error, 1.0 / 3, tolerance::standard_errors() * copy_sd);
  }
}

TEST(CifgTasks, HeldOutSequencesAreTheSeedsAndNoBatchOfIt) {
  const auto one = make_task(Adding{12}, 9), same = make_task(Adding{12}, 9), other = make_task(Adding{12}, 10);
  EXPECT_EQ(one->held_out().sequences.x, same->held_out().sequences.x);
  EXPECT_NE(one->held_out().sequences.x, other->held_out().sequences.x);
  Sequences batch = one->batch(200);
  Rng rng = batches_stream(9);
  one->draw(rng, batch);
  EXPECT_NE(batch.x, one->held_out().sequences.x);
}

TEST(CifgTasks, SeriesAsksAfterEachStepForTheChangeUntilTheHorizon) {
  const std::vector<double> v = wave(60, 0);
  for (const int horizon : {1, 3}) {
    const Series series = series_of(v, 5, horizon);
    const SplitSeries split(series);
    EXPECT_EQ(split.inputs(), 2);
    EXPECT_EQ(split.first_held_out(), 45);
    EXPECT_EQ(split.training_windows(), 45 - 5 - horizon + 1);
    const auto task = make_task(series, 1);
    Sequences batch = task->batch(200);
    Rng rng(4);
    task->draw(rng, batch);
    std::vector<int> starts(split.training_windows());
    for (int i = 0; i < 200; ++i) {
      int start = 0;
      while (static_cast<float>((v[start] - split.level().mean) / split.level().sd) != batch.x[2 * i + 1]) ++start;
      ASSERT_LT(start, split.training_windows());
      ++starts[start];
      for (int t = 0; t < 5; ++t) {
        const int row = t * 200 + i;
        const double change = batch.target[row] * split.target().sd + split.target().mean;
        EXPECT_NEAR(change, v[start + t + horizon] - v[start + t], 1e-5);
        EXPECT_NEAR(batch.x[2 * row + 1] * split.level().sd + split.level().mean, v[start + t], 1e-4);
        if (t == 0) {
          EXPECT_EQ(batch.x[2 * row], 0);
        } else {
          EXPECT_NEAR(batch.x[2 * row] * split.change().sd + split.change().mean, v[start + t] - v[start + t - 1],
                      1e-5);
        }
      }
    }
    // Every window comes, the one whose last target is the last value of the training part too.
    for (const int times : starts) EXPECT_GT(times, 0);
  }
}

TEST(CifgTasks, HeldOutForecastsAreOfEveryHeldOutValueInItsUnits) {
  const std::vector<double> v = wave(60, 0);
  const auto task = make_task(series_of(v, 6, 2), 1);
  const HeldOut& held = task->held_out();
  ASSERT_EQ(held.sequences.batch, 15);
  EXPECT_EQ(held.truth, std::vector<double>(v.begin() + 45, v.end()));
  std::vector<double> perfect, newest;
  for (int k = 0; k < 15; ++k) {
    EXPECT_EQ(held.at[k], 45 + k);
    EXPECT_EQ(held.rows[k], 5 * 15 + k);
    const int row = held.rows[k];
    perfect.push_back(held.offset[row] + held.scale[row] * held.sequences.target[row]);
    newest.push_back(v[45 + k - 2]);
    // The window ends two steps before.
    const SplitSeries split(series_of(v, 6, 2));
    EXPECT_EQ(held.sequences.x[2 * row + 1],
              static_cast<float>((newest.back() - split.level().mean) / split.level().sd));
    EXPECT_NEAR(held.offset[row], newest.back() + split.target().mean, 1e-12);
  }
  EXPECT_LT(held_out_error(held, perfect), 1e-10);
  const std::vector<Baseline> found = baselines(series_of(v, 6, 2), *task);
  EXPECT_EQ(found[0].prediction, newest);
}

TEST(CifgTasks, ATrendIsSeenAndThenOnlyChangesAreInputs) {
  for (const double slope : {1.0, -1.0}) {
    const Series series = series_of(wave(60, slope), 5, 1);
    const SplitSeries split(series);
    EXPECT_EQ(split.inputs(), 1);
    const auto task = make_task(series, 1);
    ASSERT_EQ(task->dx(), 1);
    const Sequences& held = task->held_out().sequences;
    const std::vector<double>& v = series.values;
    const double change = (v[44] - v[43] - split.change().mean) / split.change().sd;
    EXPECT_EQ(held.x[4 * held.batch], static_cast<float>(change));
    EXPECT_EQ(held.x[0], 0);
  }
}

// No leak: held-out values change neither what is drawn, nor the scaling, nor a baseline's coefficients.
TEST(CifgTasks, HeldOutValuesChangeNothingThatIsLearnt) {
  const std::vector<double> v = wave(80);
  std::vector<double> other = v;
  for (int j = 60; j < 80; ++j) other[j] = 1000 - 30 * j;
  for (const int horizon : {1, 4}) {
    const Series series = series_of(v, 7, horizon), changed = series_of(other, 7, horizon);
    const SplitSeries split(series), split_changed(changed);
    EXPECT_EQ(split.level().mean, split_changed.level().mean);
    EXPECT_EQ(split.level().sd, split_changed.level().sd);
    EXPECT_EQ(split.target().sd, split_changed.target().sd);
    EXPECT_EQ(autoregression(split), autoregression(split_changed));
    const auto task = make_task(series, 1), task_changed = make_task(changed, 1);
    Sequences batch = task->batch(500), batch_changed = batch;
    Rng rng(8), rng_changed(8);
    task->draw(rng, batch);
    task_changed->draw(rng_changed, batch_changed);
    EXPECT_EQ(batch.x, batch_changed.x);
    EXPECT_EQ(batch.target, batch_changed.target);
    EXPECT_EQ(batch.weight, batch_changed.weight);
    EXPECT_NE(task->fingerprint(), task_changed->fingerprint());
    // The last value before the split does change what is learnt: the test sees what it should.
    other[59] += 1;
    EXPECT_NE(autoregression(split), autoregression(SplitSeries(series_of(other, 7, horizon))));
    other[59] = v[59];
  }
}

// The same of forecasts: v_j is predicted from values up to v_{j - horizon}.
TEST(CifgTasks, NoForecastSeesWhatComesAfterItsWindow) {
  const std::vector<double> v = wave(80);
  std::vector<double> other = v;
  for (int j = 70; j < 80; ++j) other[j] -= 50;
  const Series series = series_of(v, 7, 3, 12), changed = series_of(other, 7, 3, 12);
  const auto task = make_task(series, 1), task_changed = make_task(changed, 1);
  const std::vector<Baseline> one = baselines(series, *task), two = baselines(changed, *task_changed);
  for (std::size_t b = 0; b < one.size(); ++b)
    for (int k = 0; 60 + k < 70 + 3; ++k) EXPECT_EQ(one[b].prediction[k], two[b].prediction[k]) << one[b].name;
  const HeldOut &held = task->held_out(), &held_changed = task_changed->held_out();
  for (int k = 0; 60 + k < 70 + 3; ++k) {
    for (int t = 0; t < 7; ++t) {
      const int row = t * held.sequences.batch + k;
      EXPECT_EQ(held.sequences.x[row], held_changed.sequences.x[row]);
      EXPECT_EQ(held.offset[row], held_changed.offset[row]);
    }
  }
}

TEST(CifgBaselines, AgainstClosedForms) {
  // A wave of period 12 without noise: the season is exact, and so is any autoregression of two values or more.
  std::vector<double> v;
  for (int j = 0; j < 96; ++j) v.push_back(5 + 3 * std::sin(2 * M_PI * j / 12));
  for (const int horizon : {1, 12, 13}) {
    const Series series = series_of(v, 8, horizon, 12);
    const std::vector<Baseline> found = baselines(series, *make_task(series, 1));
    ASSERT_EQ(found.size(), 4u);
    // E (v_j - v_{j-h})^2 over two whole periods: 3^2 (1 - cos(2 pi h / 12))
    EXPECT_EQ(found[0].name, "last");
    EXPECT_NEAR(found[0].error, 9 * (1 - std::cos(2 * M_PI * horizon / 12)), 1e-12);
    EXPECT_EQ(found[2].name, "seasonal");
    EXPECT_LT(found[2].error, 1e-24);
    EXPECT_EQ(found[3].name, "autoregression");
    EXPECT_LT(found[3].error, 1e-20);
  }
  // Without a season there is no seasonal baseline.
  EXPECT_EQ(baselines(series_of(v, 8, 1), *make_task(series_of(v, 8, 1), 1)).size(), 3u);
  // A straight line: every change is the same, and so are all columns of the regression but for constants.
  std::vector<double> line;
  for (int j = 0; j < 50; ++j) line.push_back(3 + 0.1 * j);
  const Series straight = series_of(line, 5, 2);
  const std::vector<Baseline> of_line = baselines(straight, *make_task(straight, 1));
  EXPECT_NEAR(of_line[0].error, 0.04, 1e-12);
  EXPECT_EQ(of_line[1].name, "drift");
  EXPECT_LT(of_line[1].error, 1e-20);
  EXPECT_LT(of_line[2].error, 1e-20);
}

// The drift is what the training part changes by on average, and nothing of the held-out values.
TEST(CifgBaselines, DriftByHand) {
  const std::vector<double> v{1, 5, 2, 6, 4, 7, 10, 9, 3, 100};
  Series series = series_of(v, 2, 3);
  series.split = 0.7;
  // v_0 .. v_6 rise by 9 in 6 steps, so by 4.5 in 3.
  const Baseline drift = baselines(series, *make_task(series, 1))[1];
  ASSERT_EQ(drift.name, "drift");
  EXPECT_EQ(drift.prediction, (std::vector<double>{4 + 4.5, 7 + 4.5, 10 + 4.5}));
  EXPECT_DOUBLE_EQ(drift.error, (0.5 * 0.5 + 8.5 * 8.5 + 85.5 * 85.5) / 3);
}

// v_j = 2 + 1.2 v_{j-1} - 0.5 v_{j-2} without noise.
TEST(CifgBaselines, AutoregressionFindsTheCoefficients) {
  std::vector<double> v{1, 7};
  while (v.size() < 40) v.push_back(2 + 1.2 * v[v.size() - 1] - 0.5 * v[v.size() - 2]);
  const std::vector<double> a = autoregression(SplitSeries(series_of(v, 2, 1)));
  EXPECT_NEAR(a[0], 2, 1e-8);
  EXPECT_NEAR(a[1], 1.2, 1e-8);
  EXPECT_NEAR(a[2], -0.5, 1e-8);
}

// Least squares: residuals of the training part have mean 0 and are orthogonal to every column.
TEST(CifgBaselines, AutoregressionLeavesResidualsOrthogonal) {
  for (const int horizon : {1, 3}) {
    const SplitSeries split(series_of(wave(100), 6, horizon));
    const std::vector<double>& v = split.series().values;
    const std::vector<double> a = autoregression(split);
    std::vector<double> products(7);
    double size = 0;
    for (int j = 5 + horizon; j < 75; ++j) {
      double residual = v[j] - a[0];
      for (int i = 0; i < 6; ++i) residual -= a[1 + i] * v[j - horizon - i];
      products[6] += residual;
      for (int i = 0; i < 6; ++i) products[i] += residual * (v[j - horizon - i] - split.level().mean);
      size += residual * residual;
    }
    for (const double product : products) EXPECT_LT(std::abs(product), tolerance::identity() * size) << horizon;
    EXPECT_GT(size, 1);
  }
}

TEST(CifgBaselines, AutoregressionWithMoreColumnsThanRowsInterpolates) {
  const SplitSeries split(series_of(wave(40), 20, 1));  // 10 windows
  const std::vector<double> a = autoregression(split);
  for (int j = 20; j < 30; ++j) {
    double sum = a[0];
    for (int i = 0; i < 20; ++i) sum += a[1 + i] * split.series().values[j - 1 - i];
    EXPECT_NEAR(sum, split.series().values[j], 1e-9);
  }
}

OwnSequences own() {
  OwnSequences own;
  own.T = 3;
  own.dx = 2;
  for (int k = 0; k < 5 * 3 * 2; ++k) own.x.push_back(k);
  for (int k = 0; k < 5 * 3; ++k) {
    own.target.push_back(-k);
    own.weight.push_back(k % 3);
  }
  own.held_out = 2;
  return own;
}

TEST(CifgTasks, OwnSequencesAreTakenAsTheyAre) {
  const auto task = make_task(own(), 1);
  Sequences batch = task->batch(3);  // as many as there are: all of them, in order
  Rng rng(1);
  const Rng::State before = rng.state();
  task->draw(rng, batch);
  EXPECT_EQ(rng.state(), before);
  for (int k = 0; k < 3; ++k) {
    for (int t = 0; t < 3; ++t) {
      const int row = t * 3 + k, from = k * 3 + t;
      EXPECT_EQ(batch.x[2 * row], 2 * from);
      EXPECT_EQ(batch.x[2 * row + 1], 2 * from + 1);
      EXPECT_EQ(batch.target[row], -from);
      EXPECT_NEAR(batch.weight[row], t / 9.0, 1e-7);
    }
  }
  Sequences drawn = task->batch(50);
  task->draw(rng, drawn);
  for (int i = 0; i < 50; ++i) EXPECT_LT(drawn.x[2 * i], 18);  // none that is held out
  EXPECT_EQ(task->held_out().truth, (std::vector<double>{-10, -11, -13, -14}));
  EXPECT_EQ(task->held_out().at, (std::vector<double>{1, 2, 1, 2}));
  // The mean of the training targets, each with its weight 1 or 2: -(1 + 4 + 7 + 2 (2 + 5 + 8)) / 9.
  EXPECT_NEAR(task->mean(), -42.0 / 9, 1e-12);
  // (1 (10 - 42/9)^2 + 2 (11 - 42/9)^2 + 1 (13 - 42/9)^2 + 2 (14 - 42/9)^2) / 6, by weights
  const std::vector<Baseline> found = baselines(own(), *task);
  const double mean = 42.0 / 9;
  const auto square = [&](double truth) { return (truth - mean) * (truth - mean); };
  EXPECT_NEAR(found[0].error, (square(10) + 2 * square(11) + square(13) + 2 * square(14)) / 6, 1e-10);
}

void expect_refused(const TaskSpec& spec, const std::string& field, const std::string& expected) {
  try {
    (void)make_task(spec, 1);
    FAIL() << field << ": " << expected;
  } catch (const InvalidArgument& error) {
    EXPECT_EQ(error.field().substr(0, field.size()), field);
    EXPECT_NE(std::string(error.what()).find(expected), std::string::npos) << error.what();
  }
}

TEST(CifgTasks, RefusesWhatCannotBeLearnt) {
  expect_refused(Adding{1}, "T", "from 2 to 1000");
  expect_refused(Adding{1001}, "T", "from 2 to 1000");
  expect_refused(Copy{5, 5}, "delay", "from 1 to T - 1");
  expect_refused(Copy{5, 0}, "delay", "from 1 to T - 1");
  const auto series = [](const std::function<void(Series&)>& change) {
    Series changed = series_of(wave(60), 6, 2, 12);
    change(changed);
    return changed;
  };
  expect_refused(series([](Series& s) { s.values.assign(60, 4); }), "values", "got a series that is constant there");
  expect_refused(series([](Series& s) { std::fill_n(s.values.begin(), 45, 4.0); }), "values",
                 "differ before the split");
  expect_refused(series([](Series& s) { s.values.back() = 1e100; }), "values", "differ before the split");
  expect_refused(series([](Series& s) { s.values.resize(8); }), "values", "at least 9 values for this window");
  expect_refused(series([](Series& s) { s.values.clear(); }), "values", "at least 9 values");
  expect_refused(series([](Series& s) { s.values[3] = std::nan(""); }), "values[3]", "got NaN");
  expect_refused(series([](Series& s) { s.values[3] = 1e308; }), "values[3]", "got 1e+308");
  expect_refused(series([](Series& s) { s.values[3] = 1e-310; }), "values[3]", "");
  expect_refused(series([](Series& s) { s.window = 0; }), "window", "from 1");
  expect_refused(series([](Series& s) { s.window = 44; }), "split", "at least 46 values before the split");
  expect_refused(series([](Series& s) { s.horizon = 0; }), "horizon", "from 1");
  expect_refused(series([](Series& s) { s.split = 0; }), "split", "between 0 and 1");
  expect_refused(series([](Series& s) { s.split = 1; }), "split", "between 0 and 1");
  expect_refused(series([](Series& s) { s.split = std::nan(""); }), "split", "between 0 and 1");
  expect_refused(series([](Series& s) { s.split = 0.1; }), "split", "got 6 of 60");
  expect_refused(series([](Series& s) { s.season = -1; }), "season", "from 0");
  expect_refused(series([](Series& s) { s.season = 46; }), "season", "one season before the split");
  const auto changed = [](const std::function<void(OwnSequences&)>& change) {
    OwnSequences sequences = own();
    change(sequences);
    return sequences;
  };
  expect_refused(changed([](OwnSequences& s) { s.T = 0; }), "T", "from 1");
  expect_refused(changed([](OwnSequences& s) { s.dx = 65; }), "dx", "1 to 64");
  expect_refused(changed([](OwnSequences& s) { s.x.pop_back(); }), "x", "");
  expect_refused(changed([](OwnSequences& s) { s.x.resize(6); }), "x", "at least two");
  expect_refused(changed([](OwnSequences& s) { s.target.pop_back(); }), "target", "");
  expect_refused(changed([](OwnSequences& s) { s.weight.push_back(1); }), "weight", "");
  expect_refused(changed([](OwnSequences& s) { s.weight[1] = -1; }), "weight", "0 to 1e6");
  expect_refused(changed([](OwnSequences& s) { s.weight[0] = s.weight[1] = s.weight[2] = 0; }), "weight",
                 "nothing is asked");
  expect_refused(changed([](OwnSequences& s) { s.x[0] = 1e7; }), "x", "1e6");
  expect_refused(changed([](OwnSequences& s) { s.target[0] = std::nan(""); }), "target", "NaN");
  expect_refused(changed([](OwnSequences& s) { s.held_out = 0; }), "heldOut", "from 1");
  expect_refused(changed([](OwnSequences& s) { s.held_out = 5; }), "heldOut", "from 1");
}

// Whatever the sizes, a task is made or refused, and what is made is finite.
TEST(CifgTasks, ExtremeSeriesEnd) {
  for (const double size : {1e-90, 1.0, 1e97}) {
    std::vector<double> v = wave(60);
    for (double& value : v) value *= size;
    const Series series = series_of(v, 6, 2, 12);
    const auto task = make_task(series, 1);
    for (const float x : task->held_out().sequences.x) ASSERT_TRUE(std::isfinite(x));
    for (const Baseline& baseline : baselines(series, *task)) EXPECT_TRUE(std::isfinite(baseline.error));
  }
}

}  // namespace
}  // namespace proofground::cifg
