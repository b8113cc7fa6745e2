// Words of the lab's data bar, table columns and files, in English. A translation has the same shape.
export const data = {
  ownAbout: "Points: {n}. Columns: {d}.",
  weight: "weight C",
  equalWeights: "all weights 1/n",
  columns: {
    d2: { title: "d²", name: "squared distance to the centre" },
    alpha: { title: "α", name: "multiplier alpha" },
    xi: { title: "ξ", name: "slack xi" },
    case: { title: "case", name: "where it lies to the sphere" },
  },
  files: {
    solution: { hint: "a row for each point: squared distance, multiplier, slack, case" },
    lab: "svdd",
  },
} as const;
