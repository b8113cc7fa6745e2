// What the stage sends to its solver, and what comes back.
export interface CompareRequest {
  readonly task: "compare";
}

export interface CompareFrame {
  readonly task: "compare";
}
