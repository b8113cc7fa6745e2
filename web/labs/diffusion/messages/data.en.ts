// Words of the lab about its data, in English: beside those that the host has for every lab.
export const data = {
  preset: "Starting state",
  columns: [
    { title: "x₁", name: "first coordinate" },
    { title: "x₂", name: "second coordinate" },
  ],
  applied: "Points read: {rows}, shifted and scaled to mean 0 and variance 1. Undo brings the old data back.",
  same: "These columns cannot be used: all points are the same, so they cannot be scaled to variance 1. The data on the page stay as they are.",
  far: "These columns cannot be used: scaled to variance 1, row {row} lies at {value}, and the lab shows at most ±{most}. The data on the page stay as they are.",
  tooFar: "{value} is too large: coordinates go up to ±{most}. The old value stays.",
  files: {
    data: { label: "Data as CSV", hint: "the points, two columns" },
    dataPart: "data",
  },
} as const;
