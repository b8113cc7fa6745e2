// What is said of the picture of the stage "Gradient flow" besides its name, in English. Loaded once the picture has come to rest.
export const flowSpoken = {
  /** Between sentences. */
  between: " ",
  title: "all steps",
  range: "{cell}: {line} is largest at t = {highT}, {high}, and smallest at t = {lowT}, {low}.",
  level: "{cell}: {line} is {value} at every step.",
  float: "{cell}: as a float it is 0 at {under} {under:step|steps} and too large at {over}.",
  gates:
    "{cell}: of all values of the forget gate {open} % are above 0.99, {closed} % below 0.01, {flat} % flat and {dead} % dead.",
  curve: "{line}, {cell}",
  at: "t = {t}: {value}",
} as const;
