// Words that stages share which look at one step of the chain, in English.
export const steps = {
  caption: "t = {t} of {T}",
  oneStep: "The chain has one step: t = 1.",
} as const;
