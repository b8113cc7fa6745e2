// Words of the solver's path, in English; shown where it is opened.

export const path = {
  /** What a step changed, by its method as the solver numbers them. */
  changed: ["SMO: points {i} and {j}", "Active-set step {step} of {steps}: points at no bound"],
  /** The dual's value as elsewhere, and by how much this iteration raised it. */
  rise: "{dual} (up by {rise})",
  activeSet: {
    /** In the legend. */
    name: "active-set step",
    next: "Next active-set step",
    about:
      "SMO (sequential minimal optimisation) changes two multipliers at a time. Where many multipliers are at no bound and that is slow, an active-set step solves for many of them at once: a linear system, in which all others keep their values. A multiplier that reaches a bound stays there. At such a step the dual objective jumps up.",
  },
} as const;
