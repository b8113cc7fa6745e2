// What is said of the pictures of the stage "Cell" besides their names, in English. Loaded once a picture has come to rest.
export const cellSpoken = {
  /** Between sentences, and between entries of a list. */
  between: { sentences: " ", entries: "; " },
  tape: {
    title: "every state and delta",
    range: "{letter} goes from {low} (t = {lowT}, unit {lowUnit}) to {high} (t = {highT}, unit {highUnit}).",
    level: "{letter} is {value} everywhere.",
    largest: "Largest delta so far: {letter} at t = {t}, unit {unit}, is {value}.",
    noDelta: "No delta is computed yet.",
    wrong: "Wrong: {list}.",
    wrongMore: "Wrong: {list}; and {more} more.",
    wrongEntry: "{letter} at t = {t}, unit {unit}: {wrong} instead of {right}",
    curve: "{letter}, unit {unit}",
    at: "t = {t}: {letter} is {value}",
    atWithDelta: "t = {t}: {letter} is {value}, {deltaLetter} is {delta}",
    unknown: "t = {t}: {letter} is not computed yet",
  },
  horizon: {
    title: "how far the memory reaches",
    first:
      "Of c(1), unit {unit}, {product} stays in the cell until T, and {diagonal} is measured. For all units: largest product {productNorm}, norm {norm}, through h {throughH}.",
    share: "The share through h is largest at t = {t}: {share} %.",
    at: "t = {t}: {value}",
    atShare: "t = {t}: {value} %",
  },
} as const;
