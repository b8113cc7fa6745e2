// The requests and the frames of the stage: each of its charts has its own.
import type { DivergencePicture, NelboAnswer, ScheduleSpec, SimpleLossPicture } from "../../../../../wasm/lib/types.ts";
import { type DataSpec, dataAndSchedule, scheduleSpec } from "../../data-and-schedule.ts";
import type { DiffusionState } from "../../state.ts";

interface Common {
  readonly task: "elbo";
  readonly schedule: ScheduleSpec;
  readonly seed: number;
}
/** The divergences and w_t of one drawn eps and eps_theta. */
export interface WeightsRequest extends Common {
  readonly view: "weights";
}
/** The NELBO of the data, term by term. */
export interface TermsRequest extends Common {
  readonly view: "terms";
  readonly data: DataSpec;
}
/** The NELBO of a mixture on the line, for this T and many others. */
export interface BridgeRequest extends Common {
  readonly view: "bridge";
  readonly T: number;
  readonly m: number;
  readonly sd: number;
}
/** E|x_t|^2 of the data, and with the signal of L_simple as printed. */
export interface PrintedRequest extends Common {
  readonly view: "printed";
  readonly data: DataSpec;
}
export type ElboRequest = WeightsRequest | TermsRequest | BridgeRequest | PrintedRequest;

export interface WeightsFrame {
  readonly task: "elbo";
  readonly view: "weights";
  readonly picture: DivergencePicture;
  /** The least weight of t >= 2 and its step; null where there is none. */
  readonly least: { readonly t: number; readonly weight: number } | null;
}
export interface TermsFrame {
  readonly task: "elbo";
  readonly view: "terms";
  readonly answer: NelboAnswer;
  /** Draws of each step, and of the entropy; none by quadrature. */
  readonly draws: number;
  readonly entropy: Pick<NelboAnswer, "entropy" | "entropyError">;
  readonly last: boolean;
}
/** NELBO - entropy, nats, for the three reverse variances. */
export interface Gap {
  readonly T: number;
  readonly posterior: number;
  readonly forward: number;
  readonly best: number;
}
/** The VAE that T = 1 is, for data of two modes: densities over x_1 and over x_0. */
export interface OneStep {
  readonly x1: Float64Array;
  /** q(x_1 | x_0) for x_0 in the one and the other mode. */
  readonly encoder: readonly [Float64Array, Float64Array];
  readonly x0: Float64Array;
  readonly data: Float64Array;
  /** p(x_0 | x_1) for two x_1, with the best variance. */
  readonly decoder: readonly [Float64Array, Float64Array];
  readonly at: readonly [number, number];
}
export interface BridgeFrame {
  readonly task: "elbo";
  readonly view: "bridge";
  /** At the chosen T. */
  readonly gap: Gap;
  readonly prior: number;
  readonly entropy: number;
  readonly parts: NelboAnswer["parts"];
  /** alpha_bar of the chain of one step. */
  readonly oneStepAlphaBar: number;
  /** At T = 1 only. */
  readonly oneStep: OneStep | null;
  /** By ascending T, as far as they have been computed. */
  readonly curve: readonly Gap[];
  readonly last: boolean;
}
export interface PrintedFrame {
  readonly task: "elbo";
  readonly view: "printed";
  readonly picture: SimpleLossPicture;
}
export type ElboFrame = WeightsFrame | TermsFrame | BridgeFrame | PrintedFrame;

/** Largest beta of a cosine chain of any number of steps: with few of them, one step has to go most of the way. */
const BETA_MAX = 0.999;

/** The schedule with another number of steps. */
export function withSteps(spec: ScheduleSpec, T: number): ScheduleSpec {
  if (spec.kind === "own") return spec;
  return spec.kind === "cosine" ? { ...spec, T, betaMax: BETA_MAX } : { ...spec, T };
}

/** null where there are no data; two of the charts need them. */
export function elboRequest(state: DiffusionState): ElboRequest | null {
  const common = { task: "elbo", schedule: scheduleSpec(state), seed: state.seed } as const;
  const { elboView: view } = state;
  if (view === "weights") return { ...common, view };
  if (view === "bridge") {
    const { bridgeT: T, bridgeM: m, bridgeSd: sd } = state;
    return { ...common, view, schedule: withSteps(common.schedule, T), T, m, sd };
  }
  const given = dataAndSchedule(state);
  return given && { ...common, view, data: given.data };
}
