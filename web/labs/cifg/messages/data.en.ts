// Words of the lab about its data, in English: beside those that the host has for every lab.
export const data = {
  preset: "Starting state",
  edited: "{name} (edited)",
  x: { title: "x{j}", name: "input {j} at step t" },
  g: { title: "g{j}", name: "weight of h{j} in the loss at step t" },
  value: { title: "value", name: "value of the series" },
  applied:
    "Sequence read: {rows} {rows:step|steps} of {columns} {columns:number|numbers}. Undo brings the old one back.",
  tooLarge: "Row {row} has {value}: the lab takes numbers up to ±{most}. The data on the page stay as they are.",
  tooFar: "{value} is too large: numbers go up to ±{most}. The old value stays.",
  seriesApplied: "Series read: {rows} {rows:value|values}. Undo brings the old one back.",
  noRemove: "A sequence has at least one step.",
  weights: {
    load: "Load weights",
    loaded: "Weights read: {inputs} {inputs:input|inputs}, {units} {units:unit|units}. Undo brings the old ones back.",
    notJson: "{name} is not a file of weights: it is not JSON.",
    notWeights:
      "{name} is not a file of weights: {field} is missing or has another number of entries than its sizes say.",
    notCifg: "{name} holds a standard LSTM. The cell on this page has its gates coupled.",
    size: "{name} has {inputs} {inputs:input|inputs} and {units} {units:unit|units}. Number by number the page shows at most {most} of each.",
    range: "{name} has a weight beyond ±{most}, or one that is not a number.",
    tooLong: "{name} is larger than a file of weights for this cell can be.",
    failed: "{name} could not be read.",
  },
  files: {
    data: { label: "Sequence as CSV", hint: "inputs and weights of the loss, one row a step" },
    series: { label: "Series as CSV", hint: "one value a row" },
    weights: { label: "Weights as JSON", hint: "all W, U and b, to be read and loaded again" },
    dataPart: "sequence",
    seriesPart: "series",
    weightsPart: "weights",
  },
} as const;
