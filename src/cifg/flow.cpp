#include "cifg/flow.h"

#include <cmath>
#include <cstddef>
#include <utility>

#include "core/require.h"
#include "core/rng.h"

namespace proofground::cifg {
namespace {

/// log10 of half the least float, 2^-149: that and less is rounded to 0.
const double kLeastLog10 = -150 * std::log10(2.0);

/// One stream for each array, so that none depends on the size of another.
enum Stream : std::uint8_t { kWeights = 0, kInputs = 12, kLoss };

std::vector<double> drawn(Rng& rng, std::size_t count, double factor) {
  std::vector<double> values(count);
  for (double& value : values) value = factor * rng.normal();
  return values;
}

/// Gate number `index`.
Gate<double> drawn_gate(const FlowRequest& r, int index, double bias) {
  Rng of_w = stream(r.seed, kWeights + 2 * index), of_u = stream(r.seed, kWeights + 2 * index + 1);
  const auto dx = static_cast<std::size_t>(r.dx), dh = static_cast<std::size_t>(r.dh);
  return {drawn(of_w, dh * dx, r.input_gain / std::sqrt(r.dx)), drawn(of_u, dh * dh, r.gain / std::sqrt(r.dh)),
          std::vector<double>(dh, bias)};
}

/// (T x dh) counted from the end: a longer sequence has the same g_T.
std::vector<double> drawn_loss(const FlowRequest& r) {
  Rng rng = stream(r.seed, kLoss);
  const auto dh = static_cast<std::size_t>(r.dh);
  std::vector<double> g(r.T * dh);
  for (int t = r.T - 1; t >= 0; --t) {
    const std::vector<double> row = drawn(rng, dh, 1 / std::sqrt(r.dh));
    std::copy(row.begin(), row.end(), g.begin() + static_cast<std::ptrdiff_t>(t * dh));
    if (!r.every_step) break;
  }
  return g;
}

void require_valid(const FlowRequest& r) {
  require(r.dx >= 1 && r.dx <= 64, "dx", "an integer from 1 to 64", r.dx);
  require(r.dh >= 1 && r.dh <= 64, "dh", "an integer from 1 to 64", r.dh);
  require(r.T >= 2 && r.T <= 1000, "T", "an integer from 2 to 1000", r.T);
  const auto within = [](double value, double least, const char* field, const char* expected) {
    require(value >= least && value <= 1000, field, expected, value);
  };
  within(r.input_gain, 0, "inputGain", "a number from 0 to 1000");
  within(r.gain, 0, "gain", "a number from 0 to 1000");
  within(r.forget_bias, -1000, "forgetBias", "a number from -1000 to 1000");
  within(r.input_scale, 0, "inputScale", "a number from 0 to 1000");
}

/// (T x dh) marks of a gate. @param slope of sigma at it @param log_dz log10 |dL/dz|, or nothing
std::vector<int> marks_of(const std::vector<double>& gate, const std::vector<double>& complement,
                          const std::vector<double>* log_dz) {
  std::vector<int> marks(gate.size());
  for (std::size_t i = 0; i < gate.size(); ++i) {
    if (gate[i] > kOpen) marks[i] |= kIsOpen;
    if (gate[i] < kClosed) marks[i] |= kIsClosed;
    if (gate[i] * complement[i] < kFlat) marks[i] |= kIsFlat;
    if (log_dz != nullptr && (*log_dz)[i] <= kLeastLog10) marks[i] |= kIsDead;
  }
  return marks;
}

/// (dh) share of the steps with a mark.
std::vector<double> share_of(const std::vector<int>& marks, GateMark mark, int T, int dh) {
  std::vector<double> share(dh);
  for (std::size_t i = 0; i < marks.size(); ++i)
    if ((marks[i] & mark) != 0) share[i % dh] += 1;
  for (double& each : share) each /= T;
  return share;
}

/// All that the states and the linearised cell come to. @param i, one_minus_i of the input gate
template <class CellStates>
FlowOf flow_of(const CellStates& s, const std::vector<double>& i, const std::vector<double>& one_minus_i,
               const LinearCell& cell, const std::vector<double>& g) {
  FlowOf out;
  out.f = s.f;
  out.i = i;
  out.o = s.o;
  out.c = s.c;
  out.h = s.h;
  out.loss = loss_flow(cell, g);
  out.memory = memory(cell);
  out.forget_marks = marks_of(s.f, s.one_minus_f, &out.loss.dz_f);
  out.input_marks = marks_of(i, one_minus_i, nullptr);
  const auto share = [&](GateMark mark) { return share_of(out.forget_marks, mark, cell.T, cell.dh); };
  out.open = share(kIsOpen);
  out.closed = share(kIsClosed);
  out.flat = share(kIsFlat);
  out.dead = share(kIsDead);
  return out;
}

}  // namespace

DrawnCells drawn_cells(const FlowRequest& r) {
  require_valid(r);
  Rng of_x = stream(r.seed, kInputs);
  const Sizes sizes{r.dx, r.dh, r.T, 1};
  const std::vector<double> x = drawn(of_x, static_cast<std::size_t>(r.T) * r.dx, r.input_scale);
  const std::vector<double> zero(r.dh), g = drawn_loss(r);
  const Params<double> params{drawn_gate(r, 0, r.forget_bias), drawn_gate(r, 1, 0), drawn_gate(r, 2, 0)};
  const LstmParams<double> lstm{params.f, drawn_gate(r, 3, -r.forget_bias), params.o, params.c};
  return {{sizes, params, x, zero, zero, g}, {sizes, lstm, x, zero, zero, g}};
}

FlowAnswer flow(const FlowRequest& request) {
  const auto [cifg, lstm] = drawn_cells(request);
  const States<double> own = forward(cifg);
  const LstmStates<double> other = forward(lstm);
  FlowAnswer out{flow_of(own, own.one_minus_f, own.f, linearised(cifg, own), cifg.g),
                 flow_of(other, other.i, other.one_minus_i, linearised(lstm, other), lstm.g)};
  out.cifg.parameters = parameter_count(cifg.sizes);
  out.lstm.parameters = lstm_parameter_count(lstm.sizes);
  return out;
}

}  // namespace proofground::cifg
