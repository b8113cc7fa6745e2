// What the stage sends to its solver, and what comes back.
export interface DigitsRequests {
  readonly task: "digits";
}

export interface DigitsFrames {
  readonly task: "digits";
}
