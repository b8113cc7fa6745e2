// What the stage sends to its solver, and what comes back.
import type {
  LinearGaussianAnswer,
  LinearGaussianRequest,
  VaeBoundPicture,
  VaeSampledElbo,
} from "../../../../../wasm/lib/types.ts";
import { fits } from "../../problem.ts";
import type { VaeState } from "../../state.ts";

export interface BoundRequest {
  readonly task: "bound";
  readonly model: LinearGaussianRequest;
  /** The two coordinates of x that are drawn, from 0. */
  readonly shown: readonly [number, number];
  readonly draws: number;
  readonly seed: number;
  /** The data and the step of V4. */
  readonly step: Pick<VaeState, "modes" | "modeSd" | "alphaBar">;
}

export interface BoundFrame {
  readonly task: "bound";
  readonly exact: LinearGaussianAnswer;
  /** The same of the q with the least gap. */
  readonly best: LinearGaussianAnswer;
  readonly sampled: VaeSampledElbo;
  readonly picture: VaeBoundPicture;
  /** V4: what the bound of one step is above the entropy of its data, nats; null until it is found. */
  readonly oneStepGap: number | null;
}

export function shownOf({ dx, boundPlane }: Pick<VaeState, "dx" | "boundPlane">): [number, number] {
  return dx < 3 ? [0, 1] : [Number(boundPlane[0]) - 1, Number(boundPlane[1]) - 1];
}

/** null while the lists have other sizes than the model. */
export function boundRequest(state: VaeState): BoundRequest | null {
  if (!fits(state)) return null;
  const { D, b, noiseVar, x, qMean, qVar, boundDraws: draws, seed } = state;
  const { modes, modeSd, alphaBar } = state;
  return {
    ...{ task: "bound", model: { D, b, noiseVar, x, qMean, qVar }, shown: shownOf(state), draws, seed },
    step: { modes, modeSd, alphaBar },
  };
}
