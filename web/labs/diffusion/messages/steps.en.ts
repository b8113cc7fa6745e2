// Words that stages share which look at one step of the chain, in English.
export const steps = {
  caption: "t = {t} of {T}",
  /** Said of a step. */
  told: "{caption}: {value}",
  oneStep: "The chain has one step: t = 1.",
} as const;
