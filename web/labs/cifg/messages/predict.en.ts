// What this lab asks before a control shows what it does.
export const predict = {
  share: {
    ask: "The gradient at step 1 over that at step T: what will its power of ten do?",
    name: "log₁₀ of the gradient at step 1 over that at step T",
  },
  alone: {
    ask: "If only f carried the gradient from step T to step 1: what would its power of ten do?",
    name: "log₁₀ of the share that f alone carries",
  },
  sharePlace: {
    ask: "The gradient at step 1 over that at step T: which power of ten will it be?",
    name: "log₁₀ of the gradient at step 1 over that at step T",
  },
} as const;
