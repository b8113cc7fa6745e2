// Words of the lab's data bar, table columns and files, in English. A translation has the same shape.
export const data = {
  ownAbout: "Points: {n}. Columns: {d}.",
  weight: "weight C",
  notPositive: "{name} cannot be the weight: {value} in row {row} is not above 0 and at most {most}.",
  badWeight: "A weight must be at least {least} and at most {most}, not {value}.",
  useAsWeight: "Use {name} as the weight C",
  noWeight: "no weights: all 1/n",
  columns: {
    d2: { title: "d²", name: "squared distance to the centre" },
    alpha: { title: "α", name: "multiplier alpha" },
    xi: { title: "ξ", name: "slack xi" },
    case: { title: "case", name: "where it lies, relative to the sphere" },
  },
  solutionHint: "a row for each point: squared distance, multiplier, slack, case",
} as const;
