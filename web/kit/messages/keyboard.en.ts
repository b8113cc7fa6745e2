// Words of a main plot's keyboard, in English. Loaded with it. A translation has the same shape.
export const keyboard = {
  picked: "Picked up. Arrow keys move it, Enter puts it down, Escape puts it back.",
  cross: "Cross at {x}, {y}. Enter adds a point here.",
} as const;
