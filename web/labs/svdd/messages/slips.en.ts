// The handout's slips in problem 2, each in a few words. Loaded with the first open claim.
export const slips = {
  radius: "Problem (7) is not convex in R",
  zero: "α̂ is 0/0 at α = 0",
  count: "n in the place of N",
} as const;
