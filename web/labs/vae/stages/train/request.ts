// What the stage sends to its solver, and what comes back.
export interface TrainRequests {
  readonly task: "train";
}

export interface TrainFrames {
  readonly task: "train";
}
export type TrainView = undefined;
