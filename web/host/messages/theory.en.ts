// What stands around a derivation.
export const theory = {
  /** Behind the heading of a part that the handout does not ask for. */
  beyond: "beyond the handout",
  /** Of the questions that come before the steps. */
  asks: "Each step is a question first. Answer it, then open it.",
  tellAll: "Open every step",
  foldAll: "Fold every step",
} as const;
