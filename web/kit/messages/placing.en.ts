// Words beside a handle that is placed without a drag, in English. A translation has the same shape.
export const placing = {
  place: "Press where it is to go; Escape, or a press on it, lets go.",
} as const;
