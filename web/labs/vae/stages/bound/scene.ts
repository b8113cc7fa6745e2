// What the stage shows: the state, the newest answer if it is one of this model's sizes, and what is seen of both spaces.
import type { VaeOutline } from "../../../../../wasm/lib/types.ts";
import type { Answer } from "../../../../kit/solve-request.ts";
import type { Role } from "../../../../plot/palette.ts";
import { extent, padded } from "../../../../plot/scale.ts";
import type { VaeState } from "../../state.ts";
import { type BoundFrame, type BoundRequest, shownOf } from "./request.ts";

export interface Look {
  readonly colour: Role;
  readonly dash: readonly number[];
}

/** Of what is drawn as an ellipse or as a density. */
export const LOOKS = {
  prior: { colour: "inside", dash: [2, 3] },
  posterior: { colour: "tube", dash: [] },
  q: { colour: "primal", dash: [7, 4] },
  best: { colour: "pair", dash: [8, 3, 2, 3] },
  marginal: { colour: "dual", dash: [] },
  decoder: { colour: "primal", dash: [7, 4] },
} as const satisfies Record<string, Look>;
export type Drawn = keyof typeof LOOKS;

export type Span = readonly [number, number];
/** One span for each axis; of a line the second is a density. */
export interface Windows {
  readonly latent: readonly [Span, Span];
  readonly data: readonly [Span, Span];
}

export interface Scene {
  readonly state: VaeState;
  readonly frame: BoundFrame | null;
  /** The coordinates of x that are drawn, from 0. */
  readonly shown: readonly number[];
  readonly windows: Windows;
}

/** How many standard deviations of q its outer ellipse has, on which its handles are: far enough from the middle to be taken. */
export const HANDLE_SDS = 2;
/** As much of every Gaussian is seen. */
const SEEN_SDS = 2.4;

/** Where a Gaussian ends along one axis. */
function reach({ mean, radii }: VaeOutline, c: number): Span {
  const d = mean.length;
  const sd = Math.hypot(...radii.subarray(c * d, (c + 1) * d));
  const middle = mean[c] ?? 0;
  return [middle - SEEN_SDS * sd, middle + SEEN_SDS * sd];
}

const around = (values: readonly number[]): Span => padded(extent(values), 0.03);

/** Over densities: from 0 to a little above the highest. */
function densities(lists: readonly Float64Array[]): Span {
  return [0, 1.12 * Math.max(...lists.flatMap((list) => [...list]))];
}

export function windowsOf(state: VaeState, frame: BoundFrame | null): Windows {
  if (frame === null) {
    const unit: Span = [-3, 3];
    return { latent: [unit, state.dz === 1 ? [0, 1] : unit], data: [unit, state.dx === 1 ? [0, 1] : unit] };
  }
  const { prior, q, posterior, marginal, decoder, latent, data } = frame.picture;
  const shown = shownOf(state);
  const ofLatent = (c: number) => around([prior, q, posterior].flatMap((each) => reach(each, c)));
  const ofData = (c: number) => {
    const x = state.x[shown[c] ?? 0] ?? 0;
    return around([...reach(marginal, c), ...reach(decoder, c), x]);
  };
  return {
    latent: [ofLatent(0), latent === null ? ofLatent(1) : densities([latent.prior, latent.q, latent.posterior])],
    data: [ofData(0), data === null ? ofData(1) : densities([data.marginal, data.decoder])],
  };
}

/** @param frozen what was seen when a handle was taken: axes must not move under it */
export function sceneOf(
  state: VaeState,
  answer: Answer<BoundRequest, BoundFrame> | null,
  frozen: Windows | null,
): Scene {
  const { dx, dz } = state;
  const fitting = answer?.request.model.b.length === dx && answer.request.model.qMean.length === dz;
  const frame = fitting ? answer.frame : null;
  const shown = dx === 1 ? [0] : shownOf(state);
  return { state, frame, shown, windows: frozen ?? windowsOf(state, frame) };
}
