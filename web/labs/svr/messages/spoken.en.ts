// What is said of the main plot besides its sentence, in English. Loaded once the page has come to rest. A translation has the same shape.
export const spoken = {
  ranges: "{x} goes from {xLow} to {xHigh}, {y} from {yLow} to {yHigh}.",
  fit: "The fit goes from {low} at {lowAt} to {high} at {highAt}; the tube reaches {tube} to each side.",
  level: "The fit is level at {low}; the tube reaches {tube} to each side.",
  farthest: "Farthest from the fit: point {i}, {above} above it.",
  farthestBelow: "Farthest from the fit: point {i}, {below} below it.",
  /** Between sentences. */
  join: " ",
  gap: "Duality gap {gap}.",
  at: "{x} {at}: fit {f}, tube from {low} to {high}.",
} as const;
