// Words of the lab about its data, in English: beside those that the host has for every lab.
export const data = {
  preset: "Starting state",
  columns: [
    { title: "x₁", name: "first coordinate" },
    { title: "x₂", name: "second coordinate" },
  ],
  applied: "{rows} {rows:point|points} read, moved and scaled to mean 0 and variance 1. Undo brings the old data back.",
  same: "These columns cannot be used: all their points are the same, and have no width to scale. The data on the page stays as it is.",
  far: "These columns cannot be used: scaled to variance 1, row {row} lies at {value}, and the lab shows at most ±{reach}. The data on the page stays as it is.",
  tooFar: "{value} is too far out: coordinates go up to ±{reach}. The old one stays.",
  files: {
    data: { label: "Data as CSV", hint: "the points, two columns" },
    dataPart: "data",
  },
} as const;
