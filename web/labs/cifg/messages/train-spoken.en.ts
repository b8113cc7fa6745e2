// What is said of the pictures of the stage "Train" besides their names, in English. Loaded once a picture has come to rest.
export const trainSpoken = {
  /** Between sentences, and between entries of a list. */
  between: { sentences: " ", entries: "; " },
  plot: {
    title: "held-out values and forecasts",
    place: "no.",
    truth: "The held-out values go from {low} to {high}.",
    errors: "Mean squared errors, the smallest first: {list}.",
    error: "{name} {error}",
    farthest: "The {cell} is farthest off at {at}: it says {said}, and {truth} is true.",
    at: "{at}: {value}",
  },
  charts: {
    title: "errors and losses while training",
    start: "{cell}: the held-out error is {error} at the start.",
    error:
      "{cell}: the held-out error went from {first} to {last}; it was least after {steps} {steps:step|steps}, {least}.",
    loss: "{cell}: the loss of a batch went from {first} to {last}.",
    norm: "{cell}: the gradient’s norm was {norm} at most; {clipped} of {all} {all:step|steps} were clipped.",
    errorName: "held-out error, {cell}",
    lossName: "training loss, {cell}",
    at: "after {steps} {steps:step|steps}: {value}",
  },
  gates: {
    title: "inside, step by step",
    said: "{cell}: at the last step it says {said}; {target} is asked for.",
    gate: "{cell}: f lies between {low} and {high}, on average {mean}; it is largest in unit {unit}, on average {keeps}.",
    states: "{cell}: c goes from {low} to {high}.",
    meanOf: "{name} on average, {cell}",
    saidBy: "said by the {cell}",
    at: "t = {t}: {value}",
  },
} as const;
