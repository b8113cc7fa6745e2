// Every word the SVR lab shows, in English. A translation has the same shape.

import { claims } from "./claims.en.ts";
import { data } from "./data.en.ts";
import { presets } from "./presets.en.ts";

export const en = {
  params: {
    gammaHint: "Larger: each point reaches less far, and the fit bends more.",
    C: { label: "penalty for slack", symbol: "C", hint: "Larger: leaving the tube costs more, flatness counts less." },
    epsilon: { label: "half width of the tube", symbol: "ε", hint: "Errors up to ε cost nothing." },
    standardise: {
      label: "Standardise",
      hint: "Solve with every column and y at mean 0 and standard deviation 1; ε and C are then in those units.",
    },
  },
  presets,
  data,
  picture: {
    fit: "fit f(x)",
    tube: "tube ± ε",
    lift: "your b",
    cases: ["below the tube", "on its lower edge", "inside", "on its upper edge", "above the tube"],
    legend: ["below", "lower edge", "inside", "upper edge", "above"],
    predicted: "predicted {name}",
    actual: "actual {name}",
    views: { column: "data and fit", predicted: "predicted against actual" },
    describe:
      "Support vector regression of {y} on {x}: {n} {n:point|points}, {cases}; {sv} support {sv:vector|vectors}.",
    describeCase: "{count} {name}",
    describeJoin: ", ",
    describePending: "Support vector regression of {y} on {x}: {n} {n:point|points}, not solved yet.",
    many: "{first} and {count} more",
    slice: "The curve holds the other columns ({count}) at their means: points away from it may still be fitted well.",
    predictedNote: "On the diagonal the fit is exact. Only {y} can be moved here.",
    emptyPredicted: "Choose a data set, or show the data against one column.",
    cannotAdd: "Points cannot be added in this view. Show the data against one column.",
    readout: {
      f: "f(x)",
      e: "e = y − f(x)",
      alpha: "α",
      alphaStar: "α*",
      xi: "ξ",
    },
  },
  claims,
} as const;
