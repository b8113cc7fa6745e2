// Words in the pictures of claims that labs of points share, in English. A translation has the same shape.
export const claimPlots = {
  standardised: "{title} (standardised)",
  point: "Point",
  ofPoints: "of {n}",
  previousPoint: "previous point",
  nextPoint: "next point",
  gap: {
    primal: "primal P",
    dual: "dual D",
    gap: "gap P − D",
    broken: "broken certificate",
    kkt: "largest violation of a KKT condition",
    name: "Primal and dual objective along the solver's path",
    gapName: "The gap between them, on a logarithmic axis",
    objective: "objective",
    gapAxis: "gap",
    iteration: "iteration",
    describe:
      "Primal and dual over {iterations} {iterations:iteration|iterations}; at the end the primal is {primal} and the dual {dual}.",
    describeBroken: " The broken certificate has primal {primal} and dual {dual}.",
  },
  ledger: {
    name: "Terms of the Lagrangian, added up",
    total: "L",
    saddle: "L at the saddle",
    axis: "value",
    reset: "Optimal multipliers",
    describe: "Terms of the Lagrangian with the multipliers of point {point}: L is {value}, at the saddle {saddle}.",
    drawsName: "Random draws on both sides of the saddle",
    drawsAxis: "L − L*",
    drawsDescribe:
      "{below} {below:draw|draws} of multipliers, {tooHigh} of them above the saddle value; {above} {above:draw|draws} of the other variables, {tooLow} of them below it.",
  },
  polyline: {
    slopes: "{left}, {right}",
    interval: "[{lo}, {hi}]",
    single: "only {lo}",
  },
} as const;
