// What the picture and the stepper of the lab's page share: made once by view.ts.
import type { LabContext } from "../../host/lab.ts";
import type { Path } from "./asking.ts";
import type { SvrFrame, SvrRequest, SvrState } from "./model.ts";
import type { Answer } from "./scene.ts";

export type SvrContext = LabContext<SvrState, SvrRequest, SvrFrame>;

export interface Parts {
  readonly context: SvrContext;
  /** The newest solution with its question; null before the first and while there are no points. */
  readonly answer: Answer | null;
  /** Whether that is the answer to the present state. */
  readonly current: boolean;
  /** The solver's whole path for the present problem; null while unknown. */
  readonly path: Path | null;
  /** Called after every change of the state or the answer. @returns unsubscribe */
  subscribe(listener: () => void): () => void;
}
