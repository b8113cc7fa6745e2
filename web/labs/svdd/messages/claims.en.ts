// The words of the claims of problem 2: titles. What an open claim says is in checks.en.ts, mistakes.en.ts and theory.md.
export const claims = {
  claims: {
    "2.1": {
      title: "Lagrangian and saddle",
    },
    "2.2": {
      title: "No duality gap",
    },
    "2.3": {
      title: "The dual function",
    },
    "2.4": {
      title: "The dual, simplified",
    },
    "2.5a": {
      title: "The centre balances the forces",
    },
    "2.5b": { title: "ρ minimises h" },
    "2.5c": {
      title: "ρ lies in the interval (11)",
    },
    "2.5d": {
      title: "Slack is the part outside the sphere",
    },
    "2.5e": {
      title: "Where a point lies decides α",
    },
    "2.6": {
      title: "ν is a share of the points",
    },
  },
} as const;
