// What is said of the plots of the claims of problem 3 besides their names and captions, in English. Loaded once a plot has come to rest.
export const claimSpoken = {
  /** Between sentences, entries of a list, rows of a matrix, and numbers. */
  between: { sentences: " ", entries: "; ", numbers: ", " },
  at: "t = {t}, unit {unit}",
  range: "From {low} at {lowAt} to {high} at {highAt}.",
  apart: "The two routes differ by {error} at most; the check allows {tolerance}.",
  heads: { at: "step and unit", step: "step t", unit: "unit", entry: "row, column", part: "part", error: "error" },
  values: "{name}: {values}",
  segments: { title: "the segments", unit: "unit {unit}: c̃ {candidate}, old state {before}, f {f}, c {now}" },
  lane: { title: "{name} at every step" },
  nodes: { title: "all deltas of one step" },
  terms: { title: "the terms" },
  gradient: { title: "the gradient", values: "The gradient, row by row: {values}." },
  errors: { title: "the errors", worst: "Largest against complex steps: {error}, in {name}.", wrong: "wrong entries" },
  ledger: { path: "the parts, by edge", source: "the parts, by step of the loss" },
  horizon: {
    sizes: "the sizes",
    parts: "both parts",
    matrices: "the matrices",
    matrix: "{name}, row by row: {values}.",
  },
} as const;
