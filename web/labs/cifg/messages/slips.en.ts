// The handout's slips in problem 3, each in a few words. Loaded with the first open claim.
export const slips = {
  leftOut: "δh, δo, δc̃ and the end are left out",
} as const;
