// The words of the claims of problem 1: titles. What an open claim says is in checks.en.ts, mistakes.en.ts and theory.md.
export const claims = {
  inputsHidden: "The inputs are hidden. The solver works from K and y alone.",
  showInputs: "Show the inputs",
  claims: {
    "1a": {
      title: "Lagrangian and saddle",
    },
    "1b": {
      title: "The dual, without gap",
    },
    "1c1": { title: "b minimises the total slack" },
    "1c2": {
      title: "Where a point lies decides α",
    },
    "1d1": {
      title: "Training: only inner products",
    },
    "1d2": {
      title: "Prediction: only inner products",
    },
  },
} as const;
