// What a training's request and frames say, whatever is trained. Used at both ends: the worker makes frames, the page adds them up.

export interface TrainingRequest {
  /** Which of the lab's works this is; its frames say the same. */
  readonly task: string;
  /** Names of the trainers: one, or several in a race. They take turns. */
  readonly trainers: readonly string[];
  /** Steps in all, and how many make a frame. */
  readonly steps: number;
  readonly every: number;
  /** What training goes on from, one state for each trainer; null: from the start. */
  readonly saved: readonly Uint8Array[] | null;
}

/** The types of one lab's training. */
export interface TrainingTypes {
  readonly request: TrainingRequest;
  /** What a trainer has come to after a frame's steps. */
  readonly now: unknown;
  /** What a trainer shows for the page's view, and that view. */
  readonly shown: unknown;
  readonly view: unknown;
  /** What is too costly for every frame, such as samples. */
  readonly whole: unknown;
  /** What the numbers are compared with: the same for the whole run, found once. */
  readonly reference: unknown;
}

export type TrainerName<Types extends TrainingTypes> = Types["request"]["trainers"][number];

/** What the page says with each request for a frame. */
export interface TrainingView<Types extends TrainingTypes> {
  /** null while no view is open. */
  readonly own: Types["view"] | null;
  /** The frame must be a whole one, unless one of the same step has been sent. */
  readonly complete: boolean;
}

/** All there is of a trainer at one step. */
export interface WholeFrame<Types extends TrainingTypes> {
  /** What a file of the network holds. */
  readonly network: Uint8Array;
  /** Training goes on from it as if it had not stopped. */
  readonly saved: Uint8Array;
  readonly own: Types["whole"];
}

/** One trainer since the frame before. */
export interface TrainerFrame<Types extends TrainingTypes> {
  /** Of each step, and their mean; none and NaN in a frame without steps. */
  readonly losses: Float64Array;
  readonly mean: number;
  /** null in a frame without steps that is not the first. */
  readonly now: Types["now"] | null;
  /** null while the page has no view. */
  readonly shown: Types["shown"] | null;
  /** null in most frames. */
  readonly whole: WholeFrame<Types> | null;
}

export interface TrainingFrame<Types extends TrainingTypes> {
  readonly task: Types["request"]["task"];
  /** Taken so far. */
  readonly steps: number;
  /** In the first frame, before any step; null in all others. */
  readonly reference: Types["reference"] | null;
  /** In the order of the request's names. */
  readonly trainers: readonly TrainerFrame<Types>[];
}
