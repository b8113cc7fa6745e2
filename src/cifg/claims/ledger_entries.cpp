#include "cifg/claims/ledger_entries.h"

#include <array>
#include <cmath>
#include <cstddef>

#include "cifg/claims/judged.h"
#include "cifg/claims/recomputed.h"
#include "cifg/claims/wrong.h"

namespace proofground::cifg {
namespace {

constexpr double kTooLarge = 1.1;
constexpr std::size_t kLists = 9;

using Entries = std::vector<Derivative>;

struct Books {
  Entries h, c;
  std::array<Entries, kLists> params;
};

void add(Derivative& to, const Derivative& from, double times) {
  to.value += from.value * times;
  to.size += from.size * std::abs(times);
  to.moved = worst(to.moved, from.moved * worst(1, std::abs(times)));
}

/// The edges out of a step that a path leaves by.
Edges edges_of(int path) { return {path == 0, path == 1, path == 2, path == 3, path == 4}; }

/// Writes the books.
class Clerk {
 public:
  Clerk(const Problem<double>& problem, const States<double>& states)
      : problem_(problem), s_(states), T_(problem.sizes.T), dh_(problem.sizes.dh), dx_(problem.sizes.dx) {
    books_.h.resize(T_ * kPathsToH * T_ * dh_);
    books_.c.resize(T_ * kPathsToC * T_ * dh_);
    for (std::size_t k = 0; k < kLists; ++k) {
      const std::array sizes{dh_ * dx_, dh_ * dh_, dh_};
      books_.params[k].resize(T_ * kPathsToC * sizes[k % 3]);
    }
  }

  const Books& write() {
    for (std::size_t t = 0; t < T_; ++t)
      for (std::size_t j = 0; j < dh_; ++j)
        for (int path = 0; path < kPathsToC; ++path) write(t, j, path);
    return books_;
  }

 private:
  [[nodiscard]] std::vector<Derivative> by_source(Node node, std::size_t t, std::size_t j, int path) const {
    const Nudge nudge{Nudge::Of::node, 0, static_cast<int>(j), 0, node, static_cast<int>(t)};
    return walk(problem_, s_, 0, nudge, edges_of(path)).loss;
  }

  void write(std::size_t t, std::size_t j, int path) {
    const auto c = by_source(Node::c, t, j, path), z_f = by_source(Node::z_f, t, j, path),
               z_c = by_source(Node::z_c, t, j, path);
    for (std::size_t s = t; s < T_; ++s) books_.c[((s * kPathsToC + path) * T_ + t) * dh_ + j] = c[s];
    write_params(0, z_f, t, j, path);
    write_params(2, z_c, t, j, path);
    if (path == kPathsToH) return;  // nothing goes from h_t to c_{t+1} but through a gate
    const auto h = by_source(Node::h, t, j, path), z_o = by_source(Node::z_o, t, j, path);
    for (std::size_t s = t; s < T_; ++s) books_.h[((s * kPathsToH + path) * T_ + t) * dh_ + j] = h[s];
    write_params(1, z_o, t, j, path);
  }

  /// What the parameters of gate k, row j, make of z_k,t.
  void write_params(std::size_t k, const std::vector<Derivative>& z, std::size_t t, std::size_t j, int path) {
    const double* h = t == 0 ? problem_.h0.data() : s_.h.data() + (t - 1) * dh_;
    for (std::size_t s = t; s < T_; ++s) {
      const std::size_t row = (s * kPathsToC + path) * dh_ + j;
      for (std::size_t m = 0; m < dx_; ++m) add(books_.params[3 * k][row * dx_ + m], z[s], problem_.x[t * dx_ + m]);
      for (std::size_t m = 0; m < dh_; ++m) add(books_.params[3 * k + 1][row * dh_ + m], z[s], h[m]);
      add(books_.params[3 * k + 2][row], z[s], 1);
    }
  }

  const Problem<double>& problem_;
  const States<double>& s_;
  std::size_t T_, dh_, dx_;
  Books books_;
};

template <class AnyParams>
auto lists_of(AnyParams& p) {
  return std::array{&p.f.W, &p.f.U, &p.f.b, &p.o.W, &p.o.U, &p.o.b, &p.c.W, &p.c.U, &p.c.b};
}

/// Sums over sources and paths against the gradients. @param paths of the list  @param total (size) of the gradient
void add_sums(Judged& to, const std::vector<double>& list, const Entries& right, const std::vector<double>& total,
              double largest) {
  const std::size_t size = total.size(), blocks = list.size() / size;
  for (std::size_t i = 0; i < size; ++i) {
    double sum = 0;
    Derivative all;
    for (std::size_t block = 0; block < blocks; ++block) {
      sum += list[block * size + i];
      add(all, right[block * size + i], 1);
    }
    to.claimed.push_back(sum);
    to.right.push_back(total[i]);
    to.room.push_back(room_of(all, largest));
  }
}

std::vector<Judged> judge(const Books& right, const Ledger& ledger, const Gradients<double>& gradients,
                          double largest) {
  Entries entries;
  for (const Entries& list : right.params) entries.insert(entries.end(), list.begin(), list.end());
  std::vector<Judged> all{judged("into-h", right.h, largest),     judged("into-c", right.c, largest),
                          judged("parameters", entries, largest), judged("sum-h", {}, largest),
                          judged("sum-c", {}, largest),           judged("sum-parameters", {}, largest)};
  all[0].claimed = ledger.h;
  all[1].claimed = ledger.c;
  const auto lists = lists_of(ledger.params), totals = lists_of(gradients.params);
  add_sums(all[3], ledger.h, right.h, gradients.deltas.h, largest);
  add_sums(all[4], ledger.c, right.c, gradients.deltas.c, largest);
  for (std::size_t k = 0; k < kLists; ++k) {
    all[2].claimed.insert(all[2].claimed.end(), lists[k]->begin(), lists[k]->end());
    add_sums(all[5], *lists[k], right.params[k], *totals[k], largest);
  }
  return all;
}

/// The numbers of the checks of entries, as a ledger.
Ledger as_ledger(const Ledger& like, const std::vector<double>& h, const std::vector<double>& c,
                 const std::vector<double>& params) {
  Ledger out{h, c, {}};
  auto from = params.begin();
  const auto sizes = lists_of(like.params);
  const auto to = lists_of(out.params);
  for (std::size_t k = 0; k < kLists; ++k) {
    const auto end = from + static_cast<std::ptrdiff_t>(sizes[k]->size());
    to[k]->assign(from, end);
    from = end;
  }
  return out;
}

}  // namespace

Checked<LedgerPicture> check_ledger_entries(const Problem<double>& problem, const Solution& solution,
                                            const ClaimOptions&, const Mistake& mistake) {
  const Books right = Clerk(problem, solution.states).write();
  double largest = largest_of(right.c, largest_of(right.h));
  for (const Entries& list : right.params) largest = largest_of(list, largest);
  const double states = states_error(problem, solution.states);
  Checked<LedgerPicture> result{{"3ledger", {}, vacuous_reason(problem, states, largest, true)}, {}};
  const Wrong wrong{mistake, mistake.is("plain") ? kTooLarge : 1};
  const bool of_books = mistake.is("source") || mistake.is("no-cell");
  const bool of_gradients = mistake.made() && !of_books;
  const Gradients<double> gradients =
      of_gradients ? wrong_backward(problem, solution.states, wrong) : solution.gradients;
  const Ledger ledger = mistake.made() ? wrong_ledger(problem, solution.states, wrong) : solution.ledger;
  const std::vector<Judged> intact = judge(right, solution.ledger, solution.gradients, largest);
  const std::vector<Judged> all = judge(right, ledger, gradients, largest);

  LedgerPicture& picture = result.picture;
  picture.claimed = ledger;
  picture.measured = as_ledger(ledger, all[0].right, all[1].right, all[2].right);
  picture.error = as_ledger(ledger, all[0].errors(), all[1].errors(), all[2].errors());
  picture.tolerance = kExact;
  result.claim = verdict_of("3ledger", result.claim.reason, all, intact, mistake.made(),
                            {check_within("states", states, kExact, 1)});
  if (result.claim.reason.empty() && of_gradients) result.broken_certificate = gradients;
  return result;
}

}  // namespace proofground::cifg
