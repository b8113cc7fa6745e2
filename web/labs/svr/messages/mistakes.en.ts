// What each check of problem 1 cannot see, and the mistakes that break its claims: their names in the menu, what is done, and
// what turned wrong. Loaded with the first open claim. "hypotheses" drop a hypothesis of the statement.
import type { ClaimMistakes } from "../../../host/proof.ts";

export const mistakes = {
  "1a": {
    unseen: "A direction in which none of the 200 draws of each side goes.",
    mistakes: {
      plain: {
        name: "Sign of a constraint reversed",
        breaks: "Reverses the sign of the lower constraint, so that violating it is rewarded.",
        wrong:
          "Some draw of α* ≥ 0 now lifts L above the saddle: L(w, b, ξ; ·) grows with that α* without end (step 3).",
      },
      sum: {
        name: "Σ(α − α*) = 0 forgotten",
        breaks: "Takes the optimum of the problem without b, and b = 0.",
        wrong: "Then Σ(α − α*) ≠ 0, and L is a line in b with a slope: another b makes L as small as you like.",
      },
      "two-c": {
        name: "2C for C",
        breaks: "Solves with 2C in the place of C.",
        wrong:
          "Then β = C − α − α* is negative at some points. With β ≥ 0, a larger ξ there makes L smaller without end.",
      },
      "tube-twice": {
        name: "Tube counted twice",
        breaks: "Writes 2ε for ε in the upper constraint of L.",
        wrong:
          "A point with α > 0 has e = ε + ξ, so its constraint in L is now −ε and not 0: multiplier times constraint no longer vanishes.",
      },
      beta: {
        name: "β forgotten",
        breaks: "Leaves the last term of L out, as if ξ ≥ 0 need not be asked for.",
        wrong: "L now falls without end as the ξ of a point with α + α* < C becomes negative.",
      },
      half: {
        name: "½ forgotten",
        breaks: "Writes ‖w‖² for ½‖w‖² in L.",
        wrong: "Then L is not least at w = Σ(α − α*)φ(x): a shorter w has a smaller L.",
      },
    },
    hypotheses: {},
  },
  "1b": {
    unseen: "Which of several optimal α it is: where K is singular there may be many, with one P and D.",
    mistakes: {
      plain: {
        name: "Multipliers out of balance",
        breaks: "Raises α of the selected point by C/2, as if the multipliers need not balance.",
        wrong: "Then Σ(α − α*) ≠ 0: L is a line in b with a slope, and its least value is −∞ (step 4).",
      },
      sum: {
        name: "Σ(α − α*) = 0 forgotten",
        breaks: "Maximises D over the bounds alone, as if there were no b, and takes b = 0.",
        wrong:
          "Every point satisfies its row of the KKT table, but Σ(α − α*) ≠ 0: L is a line in b with a slope, and the bound falls to −∞ (step 4).",
      },
      "two-c": {
        name: "2C for C",
        breaks: "Solves the dual with the bound 2C.",
        wrong:
          "Then C − α − α* < 0 at some points, and no β ≥ 0 is right there: L has no least value in their ξ, and D is no lower bound (step 5).",
      },
      "tube-twice": {
        name: "Tube counted twice",
        breaks: "Solves the dual with 2ε in the place of ε.",
        wrong: "It is feasible, but not the maximum: the primal at its w is above its dual, and the gap stays open.",
      },
      half: {
        name: "½ forgotten",
        breaks: "Maximises the dual with δᵀKδ in the place of ½ δᵀKδ.",
        wrong: "The maximum of another function is not the maximum of D: its w comes out too short, and a gap is left.",
      },
      sign: {
        name: "Sign of α* lost",
        breaks: "Uses α + α* where α − α* belongs.",
        wrong:
          "The lower constraint has the other sign in L: a point below the tube must pull f down. Now all pull up, and the sum is not 0.",
      },
    },
    hypotheses: {
      "epsilon-0": {
        name: "No tube: ε = 0",
        breaks: "Solves with ε = 0, and then raises both multipliers of every point by the same amount.",
        wrong:
          "P = D and the sum is 0: this is an optimum, as the pairs before were. Raising both costs 2ε = 0, so step 9, which shows αα* = 0, dies.",
      },
      "two-slacks": {
        name: "One slack for each side",
        breaks:
          "Gives each side its own ξ: α ≤ C and α* ≤ C, the box. Both multipliers of one point then rise until the larger is C.",
        wrong:
          "With one slack per point step 5 gives α + α* + β = C, the triangle. With two slacks this step dies, and β = C − α − α* is negative.",
      },
    },
  },
  "1c1": {
    unseen: "Multipliers beyond C, or with a wrong sum: g knows w alone, and any b of the set will do.",
    mistakes: {
      plain: {
        name: "b beside the minimisers",
        breaks: "Moves b by ε/2 beyond the set of minimisers.",
        wrong: "To the left of this b the total slack falls: the slope there is above 0, and a smaller b costs less.",
      },
      bounded: {
        name: "b from a bounded vector",
        breaks:
          "Reads b from a point with α or α* = C, as if it were on the tube's edge: the selected one, or the first.",
        wrong: "At the bound only |e| ≥ ε is known, not |e| = ε: such a point gives a bound of b, and not b.",
      },
      edge: {
        name: "ε forgotten",
        breaks: "Reads b = y − ⟨w, φ(x)⟩ from a support vector, as if e were 0 there.",
        wrong: "A support vector has |e| ≥ ε: on the tube's edge this b is wrong by ε, and g has a slope there.",
      },
      mean: {
        name: "b as the mean",
        breaks: "Takes the mean of all y − ⟨w, φ(x)⟩ for b, as least squares does.",
        wrong:
          "The slack grows linearly, so g balances numbers of points and not distances: its minimisers are the medians of all r ± ε.",
      },
      zero: {
        name: "b forgotten",
        breaks: "Leaves w as it is and takes b = 0.",
        wrong: "The slack is then not the least: g has a slope at 0, unless 0 happens to be a minimiser.",
      },
    },
    hypotheses: {},
  },
  "1c2": {
    unseen: "Errors smaller than the band, and which optimum it is where there are several.",
    mistakes: {
      plain: {
        name: "Two multipliers at once",
        breaks:
          "Raises both multipliers of the selected point, most of all the one that must be 0: the point leaves the staircase.",
        wrong:
          "No point lies above and below the tube at the same time, so one of its multipliers must be 0 (complementary slackness).",
      },
      sum: {
        name: "Σ(α − α*) = 0 forgotten",
        breaks: "Takes the optimum of the problem without b, and b = 0.",
        wrong:
          "Every point is on the staircase, and yet it is no optimum: the rows prove it only together with Σ(α − α*) = 0 (step 8). Without it b = 0 need not minimise g.",
      },
      "two-c": {
        name: "2C for C",
        breaks: "Solves with 2C in the place of C.",
        wrong: "Points outside the tube have α = 2C or α* = 2C: the staircase ends at C, since β = C − α − α* ≥ 0.",
      },
      bounded: {
        name: "b from a bounded vector",
        breaks:
          "Reads b from a point with α or α* = C, as if it were on the tube's edge: the selected one, or the first.",
        wrong:
          "All residuals move by the same amount: points on the edge leave it, though their multipliers ask for it.",
      },
      turned: {
        name: "−e for e",
        breaks: "Takes e = f(x) − y, so that α and α* change places.",
        wrong: "A point above the tube needs α = C, which pulls f up to it. With α* = C it would push f away.",
      },
      "tube-forgotten": {
        name: "ξ = |e|",
        breaks: "Takes ξ = |e|: the ε is forgotten.",
        wrong:
          "ξ is what is beyond the tube, |e| − ε, and 0 inside. A larger one costs C for each unit and is never optimal.",
      },
    },
    hypotheses: {},
  },
  "1d1": {
    unseen: "A wrong b, which is in none of these numbers. With more than 400 points only a sample is trained on.",
    mistakes: {
      plain: {
        name: "Inputs stretched",
        breaks: "Stretches the inputs by a quarter while turning them, so that inner products change.",
        wrong:
          "The stretch makes all inner products and squared distances larger by the factor 1.25². K changes, and with it the dual and the fit. A rotation keeps K.",
      },
      distance: {
        name: "Distances for inner products",
        breaks: "Trains on the squared distances |x − z|² in the place of K.",
        wrong:
          "Their diagonal is 0, so they have a negative eigenvalue: no φ has these inner products, and D is not concave.",
      },
      shift: {
        name: "Inputs moved",
        breaks: "Moves all inputs by the same vector after turning them.",
        wrong:
          "A shift keeps distances, but not inner products: ⟨x + s, z + s⟩ is not ⟨x, z⟩. Only a kernel of x − z has the same K.",
      },
    },
    hypotheses: {},
  },
  "1d2": {
    unseen: "Whether the α are optimal: it adds up those given, at the shown x and at most 64 points.",
    mistakes: {
      plain: {
        name: "Largest bar left out",
        breaks: "Leaves the largest bar at this x out of every sum.",
        wrong: "The sum runs over all support vectors: without one of them it misses f(x) − b by that bar.",
      },
      star: {
        name: "α* forgotten",
        breaks: "Uses w = Σ α φ(x): only the points above the tube count.",
        wrong: "Stationarity in w gives w = Σ(α − α*)φ(x): what the points below take away is missing.",
      },
      sign: {
        name: "Sign of α* lost",
        breaks: "Uses w = Σ(α + α*)φ(x): bars of points below the tube are turned round.",
        wrong: "The lower constraint has −f where the upper one has f: its multiplier enters w with a minus sign.",
      },
      "b-inside": {
        name: "b inside the sum",
        breaks: "Writes f(x) = Σ((α − α*)k(xᵢ, x) + b): b is added at every point.",
        wrong: "The b belongs to f once, not once for each of the n points: the sum misses f(x) − b by n times b.",
      },
    },
    hypotheses: {},
  },
} as const satisfies Readonly<Record<string, ClaimMistakes>>;
