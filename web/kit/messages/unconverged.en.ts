// Words of the badge at a picture whose answer is no optimum, in English.

export const unconverged = {
  title: "Not converged:",
  gap: "KKT gap {gap} after {count} {count:iteration|iterations}.",
  /** Why it did not go on, and what helps. Where the number of iterations ended it, the button says what helps. */
  why: {
    limit: "",
    step: "",
    most: "This is the largest number of iterations.",
    rounding: "Rounding errors allow no smaller gap: choose a larger tolerance.",
  },
  continue: "Continue",
  continueLong: "Continue with twice as many iterations",
  stop: "Stop",
} as const;
