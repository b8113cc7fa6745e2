// Words of the badge at a picture that shows no optimum, in English.

export const unconverged = {
  title: "Not converged:",
  /** While the run goes on whose iterate is on show. */
  solving: "Solving:",
  gap: "KKT gap {gap} after {steps}.",
  /** Why it did not go on, and what helps. Where the number of iterations ended it, the button says what helps. */
  why: {
    limit: "",
    running: "",
    stopped: "Stopped.",
    step: "",
    most: "This is the largest number of iterations.",
    rounding: "Rounding errors allow no smaller gap: choose a larger tolerance.",
  },
  continue: "Continue",
  continueLong: "Continue with twice as many iterations",
  stop: "Stop",
} as const;
