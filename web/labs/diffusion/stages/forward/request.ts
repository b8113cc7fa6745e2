// The request and the frame of the stage.
import type { DensityWindow, ForwardAnswer, Schedule } from "../../../../../wasm/lib/types.ts";
import { type DataAndSchedule, dataAndSchedule } from "../../data-and-schedule.ts";
import { type SharedState, stepOf } from "../../fields.ts";
import type { DiffusionState } from "../../state.ts";

export interface ForwardRequest extends DataAndSchedule {
  readonly task: "forward";
  /** 0..T */
  readonly t: number;
  readonly count: number;
  readonly seed: number;
  readonly walk: boolean;
  readonly window: DensityWindow;
}

/** Curves over t, at some of the steps from 0 to T. */
export interface ForwardLanes {
  readonly t: Float64Array;
  /** Variances of the first and the second coordinate: of q_t, and of the particles in closed form. */
  readonly exact: readonly [Float64Array, Float64Array];
  readonly closed: readonly [Float64Array, Float64Array];
  readonly priorKl: Float64Array;
}

export interface ForwardFrame extends Omit<ForwardAnswer, "x0"> {
  readonly task: "forward";
  /** (n*2) */
  readonly points: Float64Array;
  /** (count*2) where the particles start */
  readonly x0: Float64Array;
  /** (height*width) q_t in the request's window, from its (x0, y0); null at t = 0 where the data are points */
  readonly map: Float64Array | null;
  readonly schedule: Pick<Schedule, "beta" | "alphaBar" | "noise" | "snr">;
  readonly lanes: ForwardLanes;
}

/** Half the width of the view: N(0, I) is in it, and so are all of the data. */
const LEAST_EXTENT = 3.5;
/** Widens in steps, so that the view stands still while a point is drawn near its edge. */
const EXTENT_STEP = 0.5;
const ROOM = 1.04;
/** Places of the map along a side; an odd number has one at 0. */
const MAP_SIDE = 141;

export function forwardExtent({ dataset, points }: Pick<SharedState, "dataset" | "points">): number {
  let farthest = 0;
  if (dataset === "own") for (const value of points) farthest = Math.max(farthest, Math.abs(value));
  return Math.max(LEAST_EXTENT, Math.ceil((farthest * ROOM) / EXTENT_STEP) * EXTENT_STEP);
}

/** null while there are no data. */
export function forwardRequest(state: DiffusionState): ForwardRequest | null {
  const given = dataAndSchedule(state);
  if (given === null) return null;
  const { forwardCount: count, seed, walk } = state;
  const viewExtent = forwardExtent(state);
  const window = {
    x0: -viewExtent,
    x1: viewExtent,
    y0: -viewExtent,
    y1: viewExtent,
    width: MAP_SIDE,
    height: MAP_SIDE,
  };
  return { task: "forward", ...given, t: stepOf(state, 0), count, seed, walk, window };
}
