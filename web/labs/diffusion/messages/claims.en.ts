// The words of the claims of problem 4: titles. What an open claim says is in checks.en.ts, mistakes.en.ts and theory.md.
export const claims = {
  claims: {
    "4a": {
      title: "Many small noise steps equal one big step",
    },
    "4b": {
      title: "The step back is a product of Gaussians",
    },
    "4c": {
      title: "Predicting the noise is predicting x₀",
    },
    "4d": {
      title: "The KL divergence is a weighted noise error",
    },
    "4r1": {
      name: "Remark 1",
      title: "Which noisy input the simple loss needs",
    },
    "4r2": {
      name: "Remark 2",
      title: "The best noise prediction is the score",
    },
    "4r3": {
      name: "Remark 3",
      title: "Noisy and noise-free samplers reach the same distribution",
    },
    "4bridge": {
      name: "Bridge",
      title: "From one step to many",
    },
  },
} as const;
