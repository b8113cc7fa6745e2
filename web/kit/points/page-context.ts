// What the main plot, the path of the solver and the data of a lab's page share. page.ts makes it once.
import type { Trace } from "../../../wasm/lib/types.ts";
import type { Answer, Fit, PointsContext, RunRequest } from "./request.ts";
import type { Selection } from "./selection.ts";
import type { PointsState } from "./state.ts";

/** The path of the solver. */
export interface Path {
  readonly trace: Trace;
  /** Iterations in it. */
  readonly count: number;
}

export interface PageContext<
  State extends PointsState = PointsState,
  Request extends RunRequest = RunRequest,
  F extends Fit = Fit,
> {
  readonly context: PointsContext<State, Request, F>;
  readonly selection: Selection;
  /**
   * The newest solution with its request, or the newest iterate of a run that takes long (Fit.phase): what is on show. null
   * before the first and while there are no points.
   */
  readonly answer: Answer<Request, F> | null;
  /** Whether that is the answer to the present state; an iterate is none. */
  readonly current: boolean;
  /** Have the present state solved once more: the user has stopped it. */
  again(): void;
  /** The solver's whole path for the present problem; null while unknown. */
  readonly path: Path | null;
  /** The name of a claim's mistake; "" while the words of open claims are not loaded. */
  mistakeName(claim: string, mistake: string): string;
  /** They are. */
  nameMistakes(name: (claim: string, mistake: string) => string): void;
  /** Called after every change of the state or the answer. @returns unsubscribe */
  subscribe(listener: () => void): () => void;
}
