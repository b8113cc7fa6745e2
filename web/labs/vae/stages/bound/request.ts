// What the stage sends to its solver, and what comes back.
export interface BoundRequest {
  readonly task: "bound";
}

export interface BoundFrame {
  readonly task: "bound";
}
