// What is said of the main plot besides its sentence, in English. Loaded once the page has come to rest. A translation has the same shape.
export const spoken = {
  /** One for each axis of the plane. */
  range: "{name} goes from {low} to {high}.",
  centre: "The centre is at {x}, {y} in this view.",
  distances: "Squared distances from the centre go from {low} (point {lowAt}) to {high} (point {highAt}).",
  pull: "Point {i} pulls most: α = {alpha}.",
  /** Between sentences. */
  join: " ",
  gap: "Duality gap {gap}.",
} as const;
