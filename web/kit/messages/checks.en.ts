// Words of an open claim that labs share, in English. A translation has the same shape.
export const onSample = "{label} (on a sample of the points)";

/** Why a claim says nothing here, by code: of any lab. */
export const reasons = {
  "no-difference": "On these data this mistake does no harm: the claim still holds.",
} as const;

/** Likewise of a lab of points. */
export const pointReasons = {
  ...reasons,
  "not-converged":
    "The solver was stopped before it reached its tolerance, so this is not an optimum yet. Press “Continue” at the picture, or choose a larger tolerance.",
  overflow:
    "The kernel's values on these points leave the range of floating-point numbers. Choose a smaller γ or degree, or standardise.",
  "kernel-not-psd":
    "This kernel has a negative eigenvalue on these points: no feature map has these inner products, and the statement is about those that have one.",
} as const;
