// Every word about data coming in, shown as a table and going out, in English; those of the import dialog: import.en.ts. A translation has the same shape.
export const data = {
  import: {
    open: "Your data…",
    notLoaded: "The dialog for your data could not be loaded. Try again.",
    drop: "Drop a file of numbers anywhere here",
    asTarget: "y",
    useAsTarget: "Use {name} as the target y",
    applied: "{rows} {rows:point|points} read. Undo brings the old data back.",
  },
  cell: {
    missing: "{name}: a number is needed here.",
    "not-number": "{name}: “{text}” is not a number.",
    "not-finite": "{name}: “{text}” is not a finite number.",
    "too-large": "{name}: “{text}” is too large; values up to 1e100 in size are taken.",
    "too-small": "{name}: “{text}” is too close to zero to be held exactly; use 0 or another unit.",
    ambiguous: "{name}: “{text}” can be read in two ways: leave out the comma, or write a point.",
  },
  table: {
    caption: "The points as a table",
    hint: "Arrow keys move; Enter or typing changes a value, Escape leaves it; Delete removes the row.",
    row: "Row",
    add: "Add a row",
    remove: "Remove row {row}",
    removeSelected: "Remove the row",
    copy: "Copy the table",
    copied: "{rows} {rows:row|rows} copied.",
    copyRefused: "Copying is not allowed here. Use the CSV export.",
    edit: "{name}, row {row}",
    empty: "No points yet. Add a row, or click in the picture.",
    count: "{rows} {rows:row|rows}",
    full: "At most {limit} {limit:point fits|points fit} on this page.",
  },
} as const;

/** The rest of it: export.en.ts. */
export const exporting = { open: "Export", notYet: "Comes with the next solution" } as const;
