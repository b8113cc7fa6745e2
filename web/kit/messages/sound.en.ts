// The words of sound, in English. Loaded with the first picture that has more to listen to than its curve.
export const sound = {
  gap: "Listen to the duality gap, step by step",
  loss: "Listen to the loss while it trains",
  none: "This browser cannot make sound.",
  refused: "The browser has not let sound begin, or there is no loudspeaker. Press again to try once more.",
  nothing: "Nothing of this curve is in sight, so there is nothing to hear.",
} as const;
