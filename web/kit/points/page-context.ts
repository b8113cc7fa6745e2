// What the picture, the stepper and the data of a lab's page share: made once by page.ts.
import type { Trace } from "../../../wasm/lib/types.ts";
import type { Answer, Done, PointsContext, RunRequest } from "./request.ts";
import type { PointsState } from "./state.ts";

/** Where the solver stands on its path. */
export interface Path {
  readonly trace: Trace;
  /** Iterations known. */
  readonly count: number;
}

export interface Parts<
  State extends PointsState = PointsState,
  Request extends RunRequest = RunRequest,
  D extends Done = Done,
> {
  readonly context: PointsContext<State, Request, D>;
  /** The newest solution with its question; null before the first and while there are no points. */
  readonly answer: Answer<Request, D> | null;
  /** Whether that is the answer to the present state. */
  readonly current: boolean;
  /** The solver's whole path for the present problem; null while unknown. */
  readonly path: Path | null;
  /** Called after every change of the state or the answer. @returns unsubscribe */
  subscribe(listener: () => void): () => void;
}
