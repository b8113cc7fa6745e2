// Words of the main plot for those who do not see it, in English. Loaded with that. A translation has the same shape.
export const reader = {
  table: "Numbers as a table",
  noCurve: "There is no curve to walk along in this view.",
} as const;
