// The newest answer, if it belongs to the open chart; the looks of what is drawn.
import type { Role } from "../../../../plot/palette.ts";
import { stepOf } from "../../fields.ts";
import type { DiffusionState } from "../../state.ts";
import type { Variance } from "./fields.ts";
import type { BridgeFrame, ElboFrame, Gap } from "./request.ts";

export interface Look {
  readonly colour: Role;
  readonly dash: readonly number[];
}

export const LOOKS: Readonly<Record<Variance, Look>> = {
  posterior: { colour: "primal", dash: [] },
  forward: { colour: "dual", dash: [7, 4] },
  best: { colour: "tube", dash: [2, 3] },
};

export interface Scene {
  readonly state: DiffusionState;
  /** The step on show, of 1..T. */
  readonly t: number;
  readonly frame: ElboFrame | null;
  /** Of the bridge: the newest complete curve of the same mixture and schedule. */
  readonly curve: readonly Gap[];
}

export function sceneOf(state: DiffusionState, frame: ElboFrame | null, curve: readonly Gap[]): Scene {
  return { state, t: stepOf(state, 1), frame: frame?.view === state.elboView ? frame : null, curve };
}

/** What the curve over T is drawn from: while T is dragged a run seldom gets to its end, and the curve does not depend on T. */
export function curveOf({ curve, last }: BridgeFrame, before: readonly Gap[]): readonly Gap[] {
  return last || curve.length >= before.length ? curve : before;
}
