// Words of the proof panel that labs of points share, in English. A translation has the same shape.
export const claims = {
  stepperNote: "The stepper shows an iterate before the end: claims about the optimum need not hold yet.",
  onSample: "{label} (on a sample of the points)",
  noTheory: "The text of the proofs could not be loaded.",
  noPicture: "The picture of this claim could not be loaded.",
  reasons: {
    "not-converged":
      "The solver was stopped before it reached its tolerance, so this is not an optimum yet. Press “Continue” at the picture, or choose a larger tolerance.",
    overflow:
      "The kernel's values on these points leave the range of floating-point numbers. Choose a smaller γ or degree, or standardise.",
    "kernel-not-psd":
      "This kernel has a negative eigenvalue on these points: no feature map has these inner products, and the statement is about those that have one.",
  },
} as const;
