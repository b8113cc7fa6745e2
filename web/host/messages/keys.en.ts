// Words of the sheet of keys, in English.

export const keys = {
  title: "Keys",
  everywhere: "Everywhere",
  lab: "In this lab",
  undo: "undo",
  redo: "redo",
  help: "this sheet",
  slider: "on a slider: one step; with Page Up and Page Down, ten times as much",
  sound:
    "Sound is off until you press a loudspeaker button: it plays the curve beside it, high where it is high. Escape silences it.",
  escape: "close a sheet; in a number box, take back what was typed",
} as const;
