// The handout's slips in problem 1, each in a few words. Loaded with the first open claim.
export const slips = {
  isIn: "“=” for “∈”: the optimal b is a set",
  denoteW: "“Denote w” is a statement to prove",
  rows: "e without its index, one multiplier where two belong",
} as const;
