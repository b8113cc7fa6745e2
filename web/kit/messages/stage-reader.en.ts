// Words beside a picture of a stage for those who do not see it, or go there by keys, in English. Loaded with the reader.
export const stageReader = {
  table: "Numbers as a table",
  tableOf: "Numbers as a table: {title}",
  walk: "Walk along: {name}",
  walkKeys:
    "← and → go along the curve, Page Up and Page Down in long steps; C goes to the next curve; Escape ends it.",
  noCurve: "There is no curve to walk along in this view.",
  noValue: "no value",
  /** A place of a curve: t = 5, name, value. */
  at: "{across} = {x}: {name} {value}",
  /** All curves at the place on show. */
  now: "At {across} = {x}: {values}.",
  one: "{name} {value}",
  list: "; ",
  range: "{name}: least {low} at {across} = {lowAt}, largest {high} at {across} = {highAt}.",
  level: "{name}: {value} throughout.",
  join: " ",
} as const;
