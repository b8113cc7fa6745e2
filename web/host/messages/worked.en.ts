// What the sheet of a worked example says besides its text.
export const worked = {
  open: "Worked by hand",
  settings: "Settings",
  none: "none",
  holds: "yes",
  fails: "no",
  trouble: "The numbers below are of the settings before: the solver refused these. Change them.",
} as const;
