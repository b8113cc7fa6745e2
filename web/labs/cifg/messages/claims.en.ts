// The words of the claims of problem 3: titles. What an open claim says is in checks.en.ts, mistakes.en.ts and theory.md.
export const claims = {
  claims: {
    "3a": {
      title: "The gate mixes old and new, unit by unit",
    },
    "3b": {
      title: "The gradient goes back on two lanes",
    },
    "3c": {
      title: "Shared weights: a sum over the steps",
    },
    "3ledger": {
      name: "Ledger",
      title: "Every path counts, and counts once",
    },
    "3horizon": {
      name: "Horizon",
      title: "What the product of forget gates leaves out",
    },
  },
} as const;
