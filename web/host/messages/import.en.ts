// Every word of the dialog that brings data in, in English: loaded with the dialog. A translation has the same shape.
export const importing = {
  title: "Bring your own data",
  intro:
    "A table of numbers: a row for each point, a column for each quantity. Drop a file, choose one, or paste rows from a spreadsheet.",
  file: "Choose a file…",
  paste: "Or paste here",
  placeholder: "x,y\n1,2.5\n2,3.1",
  waiting: "Nothing to read yet.",
  pasted: "what was pasted",
  reading: "Reading {name}…",
  unreadable: "The file could not be read. It may have been moved or changed.",
  found: "{rows} {rows:row|rows}, {columns} {columns:column|columns}; separated by {separator}, decimal {decimal}.",
  remarks: "{count} {count:line|lines} that {count:begins|begin} with # {count:was|were} left out.",
  separators: { comma: "commas", semicolon: "semicolons", tab: "tabs", bar: "bars", spaces: "spaces" },
  decimals: { point: "point", comma: "comma" },
  header: "The first row holds names",
  decimal: "Decimals",
  marks: { auto: "as found", point: "with a point: 1.5", comma: "with a comma: 1,5" },
  columns: "Columns",
  column: "Column",
  asInput: "x",
  first: "First values",
  useAsInput: "Use {name} as an input x",
  unnamed: "column {index}",
  all: "All as inputs",
  none: "No inputs",
  needInput: "Choose at least one column as an input x.",
  needInputs: "Choose {count} {count:column|columns} as inputs x.",
  tooManyInputs: "At most {limit} {limit:column|columns} can be inputs; {found} {found:is|are} chosen.",
  apply: "Use these columns",
  cancel: "Cancel",
  kept: "The data on the page stays as it is.",
} as const;

export const problems = {
  empty: "There is nothing in it: no line holds a value.",
  "too-big": "It is {found} MB; at most {limit} MB can be read here.",
  binary:
    "It is not text: it looks like a picture, a spreadsheet file or another program's format. Save it as CSV first.",
  "one-column":
    "It has only one column. A fit needs at least two: an input and a target. Columns may be separated by , ; | tabs or spaces.",
  ragged: "Line {line} has {found} {found:value|values} where the first line has {expected}.",
  "open-quote": "Line {line} opens a quote that is never closed.",
  "mixed-decimals": "Line {line}, column {column}: “{text}” uses another decimal mark than the values before it.",
  "unclear-comma":
    "Line {line}, column {column}: “{text}” may be a whole number in thousands or one with three decimals. Choose the decimals below, or write it with a decimal point.",
  "unclear-point":
    "Line {line}, column {column}: “{text}” may be a whole number in thousands or one with three decimals. Choose the decimals below.",
  "no-rows": "It has a row of names and no values under it.",
  "too-many-rows": "It has more than {limit} {limit:row|rows} of values, the most this page takes.",
  "too-many-columns": "It has {found} {found:column|columns}; at most {limit} {limit:is|are} taken.",
  missing: "Line {line}, column {column} is empty.",
  "not-number": "Line {line}, column {column}: “{text}” is not a number.",
  "not-finite": "Line {line}, column {column}: “{text}” is not a finite number.",
  "too-large": "Line {line}, column {column}: “{text}” is too large; values up to 1e100 in size are taken.",
  "too-small": "Line {line}, column {column}: “{text}” is too close to zero to be held exactly; use 0 or another unit.",
} as const;
