// Words of the solver's path, in English; shown where it is opened.

export const path = {
  /** What a step changed, by its method. */
  changed: [
    "SMO: points {i} and {j}",
    "Interior point: all multipliers",
    "Active set: all multipliers that are at no bound",
  ],
  /** Each method once, by its number. */
  about: [
    "SMO (sequential minimal optimisation) changes the multipliers of two points in each step.",
    "Where SMO would take very many steps, the interior-point method changes all multipliers at once, and keeps them inside their bounds.",
    "An active-set step leaves the multipliers that are at a bound there, and solves for all others together.",
  ],
} as const;
