// The handout's slips in problem 4, each in a few words. Loaded with the first open claim.
export const slips = {
  end: "ᾱ at T is small, not 0",
  perfect: "No network predicts ε perfectly",
  alpha: "αₜ is used and not defined",
  const: "The “const” of the divergence is 0",
  average: "An average over x₀ on one side only",
  first: "The weight of t = 1 is infinite",
  root: "√αₜ for √ᾱₜ",
} as const;
