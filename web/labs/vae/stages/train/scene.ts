// What the stage's plots show, as the drawing functions take it.
import type { VaeOverlap, VaeProgress, VaeTerms, VaeWindow } from "../../../../../wasm/lib/types.ts";
import type { Training } from "../../../../kit/training/training.ts";
import { MOST_INK, PIXELS } from "../../fields.ts";
import type { VaeState } from "../../state.ts";
import { isToy } from "./kind.ts";
import { emptyTrack, type Track } from "./record.ts";
import {
  type InspectFrame,
  isOfOther,
  type MapFrame,
  type Points,
  placeOf,
  type Shown,
  type TrainTypes,
} from "./request.ts";

/** Where the network on show is from: the training, a file, or nothing has been trained yet. */
export type Source = "run" | "file" | "start";

/** What is looked at: one of the data, or what was drawn. */
export interface Looked {
  readonly x: readonly number[];
  /** null: drawn. */
  readonly index: number | null;
}

export interface Scene {
  readonly source: Source;
  /** There is nothing to learn from. */
  readonly empty: boolean;
  readonly toy: boolean;
  readonly points: Points | null;
  readonly shown: Shown | null;
  /** By draws. */
  readonly progress: VaeProgress | null;
  /** Of the held-out data, by quadrature; null: not yet, or more than two latent coordinates. */
  readonly heldOutExact: VaeTerms | null;
  /** (m*dx); null: none yet */
  readonly samples: Float64Array | null;
  /** (n) places of the codes on the map */
  readonly codes: { readonly x: Float64Array; readonly y: Float64Array } | null;
  readonly half: number;
  /** Least and largest log variance on the map, where that is its height: with one latent coordinate. */
  readonly heights: readonly [number, number] | null;
  readonly draws: boolean;
  readonly shade: VaeState["vaeShade"];
  readonly looked: Looked | null;
  /** Index of x'. */
  readonly to: number;
  /** The place on the map that is decoded, and what it is decoded to; null: not yet. */
  readonly place: readonly [number, number];
  readonly decodedPlace: Float64Array | null;
  readonly inspected: InspectFrame | null;
  readonly window: VaeWindow;
  readonly overlap: VaeOverlap | null;
  /** (64) ink, 0 to 16 */
  readonly drawn: readonly number[];
  readonly steps: number;
  readonly target: number;
  readonly losses: readonly number[];
  readonly track: Track;
  readonly beta: number;
}

/** What depends on where the network is from. */
export interface Network
  extends Pick<
    Scene,
    "source" | "points" | "shown" | "progress" | "samples" | "steps" | "target" | "losses" | "track" | "beta"
  > {
  /** What takes a while is found for this one: in training it is the newest whole one, at rest the newest. */
  readonly slow: Uint8Array | null;
}

/** @param map the answer for what is not in training  @param file whether that is of a network from a file */
export function networkOf(
  state: VaeState,
  training: Training<TrainTypes>,
  track: Track,
  map: MapFrame | null,
  file: boolean,
): Network {
  const { request, histories, reference, steps } = training;
  const [history] = histories;
  const at = { steps, target: request?.steps ?? state.vaeSteps };
  if (!file && history !== undefined && request !== null && history.shown !== null && !isOfOther(request, state)) {
    const { shown, losses } = history;
    const { network: slow } = history.whole;
    const { now: progress } = history;
    const { samples } = history.whole.own;
    const { beta } = request.settings;
    return { slow, source: "run", points: reference, shown, progress, samples, ...at, losses, track, beta };
  }
  return {
    ...{ slow: map?.shown.network ?? null, source: file ? "file" : "start" },
    ...{ points: map?.points ?? null, shown: map?.shown ?? null, progress: map?.progress ?? null, samples: null },
    ...{ steps: 0, target: state.vaeSteps, losses: [], track: emptyTrack(), beta: state.vaeBeta },
  };
}

/** Codes on the map: two coordinates of their means; with one latent coordinate, that and the logarithm of its variance. */
export function codesOf({ mu, logVar, dz, view: { axes } }: Shown): NonNullable<Scene["codes"]> {
  const n = mu.length / dz;
  const column = (from: Float64Array, c: number) =>
    Float64Array.from({ length: n }, (_, i) => from[i * dz + c] as number);
  return { x: column(mu, axes[0]), y: dz === 1 ? column(logVar, 0) : column(mu, axes[1]) };
}

/** One of the data, as a request carries it. */
export function pointOf({ x, dx }: Points, i: number): number[] {
  return Array.from(x.subarray(i * dx, (i + 1) * dx));
}

/** null: nothing is drawn yet, or there are no data. */
export function lookedOf(state: VaeState, points: Points | null): Looked | null {
  if (points === null || points.n === 0) return null;
  if (drawsOf(state)) {
    const ink = state.vaeDrawn;
    return ink.length === PIXELS && ink.some((value) => value > 0)
      ? { x: ink.map((value) => value / MOST_INK), index: null }
      : null;
  }
  const index = state.vaeImage % points.n;
  return { x: pointOf(points, index), index };
}

export const drawsOf = (state: VaeState): boolean => state.vaeBeside === "draw" && !isToy(state);

/** z of a place on the map. */
export const zOf = (state: VaeState, { view, dz }: Shown): number[] => placeOf(state, view, dz);

/** The code nearest to a place of the map. @param towards only those in this direction from code `from` */
export function nearestCode(
  { x, y }: NonNullable<Scene["codes"]>,
  place: readonly [number, number],
  from: number | null = null,
): number {
  let [best, least] = [from ?? 0, Number.POSITIVE_INFINITY];
  const [fromX, fromY] = from === null ? [0, 0] : [x[from] as number, y[from] as number];
  const [alongX, alongY] = [place[0] - fromX, place[1] - fromY];
  for (let i = 0; i < x.length; ++i) {
    const [cx, cy] = [x[i] as number, y[i] as number];
    if (from !== null) {
      // Within 45 degrees of where it is to go, and the nearest of those.
      const [dx, dy] = [cx - fromX, cy - fromY];
      const along = dx * alongX + dy * alongY;
      if (i === from || along < Math.SQRT1_2 * Math.hypot(dx, dy) * Math.hypot(alongX, alongY) || along <= 0) continue;
    }
    const [tx, ty] = from === null ? place : [fromX, fromY];
    const distance = Math.hypot(cx - tx, cy - ty);
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}
