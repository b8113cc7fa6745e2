// Words of claims and their pictures that labs of points share, in English.
export const claims = {
  stepperNote:
    "The stepper holds the solver at an iterate on the way: what is claimed of the optimum need not hold yet.",
  onSample: "{label} (on a sample of the points)",
  noTheory: "The text of the proofs could not be loaded.",
  noPicture: "The picture of this claim could not be loaded.",
  reasons: {
    "not-converged":
      "The solver was stopped before it reached its tolerance, so this is not an optimum yet. Let it run on, or loosen the tolerance.",
    overflow:
      "The kernel's values on these points leave the range of floating-point numbers. Choose a smaller γ or degree, or standardise.",
    "kernel-not-psd":
      "This kernel has a negative eigenvalue on these points: no feature map has these inner products, and the statement is about those that have one.",
  },
  standardised: "{title} (standardised)",
  point: "Point",
  ofPoints: "of {n}",
  previousPoint: "previous point",
  nextPoint: "next point",
  interval: "[{lo}, {hi}]",
  single: "only {lo}",
  slopes: "{left}, {right}",
  gap: {
    primal: "primal P",
    dual: "dual D",
    gap: "gap P − D",
    kkt: "largest violation of a KKT condition",
    name: "Primal and dual objective along the solver's path",
    gapName: "The gap between them, on a logarithmic axis",
    objective: "objective",
    gapAxis: "gap",
    iteration: "iteration",
    describe: "Primal and dual over {iterations} iterations; at the end the primal is {primal} and the dual {dual}.",
  },
  ledger: {
    name: "Ledger of the Lagrangian",
    total: "L",
    axis: "value",
    value: "L",
    saddle: "L at the saddle",
    reset: "Optimal multipliers",
    describe: "Ledger of the Lagrangian with the multipliers of point {point}: L is {value}, at the saddle {saddle}.",
    stripName: "Random draws on both sides of the saddle",
    stripAxis: "L − L*",
  },
} as const;
