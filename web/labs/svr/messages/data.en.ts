// Words of the lab's data bar, table columns and files, in English. A translation has the same shape.
export const data = {
  ownAbout: "Points: {n}. Inputs: {d}.",
  columns: {
    f: { title: "f(x)", name: "fitted value f(x)" },
    e: { title: "e", name: "error e = y − f(x)" },
    coefficient: { title: "α − α*", name: "difference of the multipliers, alpha − alpha star" },
    xi: { title: "ξ", name: "slack xi" },
    case: { title: "case", name: "where it lies, relative to the tube" },
  },
  solutionHint: "a row for each point: f, e, multipliers, slack, case",
} as const;
