// What the stage sends to its solvers, and what comes back: samples at every step, and a training (training-request.ts).
import type { DigitsSampleRequest, ScheduleSpec } from "../../../../../wasm/lib/types.ts";
import type { VaeState } from "../../state.ts";
import { type Arrangement, arrange, type Part } from "./arrange.ts";
import type { Denoiser } from "./denoiser.ts";
import { knownDigit } from "./images.ts";
import { cleanMask } from "./mask.ts";
import type { DigitsTrainFrame, DigitsTraining } from "./training-request.ts";

export type Method = DigitsSampleRequest["method"];

/** Where the noise comes from. */
export type Start =
  | { readonly kind: "drawn" }
  /** On the great arc between two drawn noises; each part has all of it. */
  | { readonly kind: "noises"; readonly count: number }
  /** On the great arc between the noises that lead back to two images. */
  | { readonly kind: "images"; readonly count: number; readonly images: readonly number[]; readonly steps: number };

export interface DigitsRequest {
  readonly task: "digits";
  readonly network: Uint8Array;
  readonly schedule: ScheduleSpec;
  readonly method: Method;
  readonly seed: number;
  readonly parts: readonly Part[];
  readonly start: Start;
  /** An image of which the pixels with mask 1 are known. (64) each */
  readonly known: { readonly image: readonly number[]; readonly mask: readonly number[] } | null;
  /** States that are kept, at most. */
  readonly states: number;
}

/** All samples at one step of the chain, and what the network then takes for the end. */
export interface DigitsState {
  readonly t: number;
  /** (count*64) x_t, and the x_0 predicted from it; at t = 0 the one that was predicted last. In pixels. */
  readonly x: Float32Array;
  readonly x0: Float32Array;
}

export interface DigitsFrame {
  readonly task: "digits";
  readonly states: readonly DigitsState[];
  /** Whether it is the first of its run, and whether the last. */
  readonly first: boolean;
  readonly last: boolean;
  /** States there will be. */
  readonly count: number;
  /** In the last frame between two images: how far the first and the last sample are from these, Euclidean. */
  readonly misses: readonly [from: number, to: number] | null;
}

export type DigitsRequests = DigitsRequest | DigitsTraining;
export type DigitsFrames = DigitsFrame | DigitsTrainFrame;

/** As many as can be scrubbed with a finger; a shorter chain has all its steps. */
export const STATES = 200;

export const lengthOf = (schedule: ScheduleSpec) => (schedule.kind === "own" ? schedule.betas.length : schedule.T);

/** Between two ends there must be no fresh noise on the way. */
export function methodOf(state: VaeState, T: number): Method {
  const steps = Math.min(T, state.digitsSteps);
  if (state.digitsView === "between") return { kind: "ddim", eta: 0, steps };
  if (state.digitsMethod === "ancestral") return { kind: "ancestral", variance: state.digitsVariance };
  return { kind: "ddim", eta: state.digitsEta, steps };
}

export function arrangementOf(state: VaeState): Arrangement {
  return arrange(state, knownDigit(state, state.digitsImage).label);
}

function startOf(state: VaeState, T: number): Start {
  const { digitsView, digitsEnds, digitsBetween: count, digitsFrom, digitsTo, digitsSteps } = state;
  if (digitsView !== "between") return { kind: "drawn" };
  if (digitsEnds === "noise") return { kind: "noises", count };
  const images = [digitsFrom, digitsTo].flatMap((position) => knownDigit(state, position).pixels);
  return { kind: "images", count, images, steps: Math.min(T, digitsSteps) };
}

/** null while there is no network. */
export function digitsRequest(state: VaeState, denoiser: Denoiser | null): DigitsRequest | null {
  if (denoiser === null) return null;
  const { network, schedule } = denoiser;
  const T = lengthOf(schedule);
  const { digitsView, digitsImage, digitsMask, digitsSeed: seed } = state;
  const known =
    digitsView === "fill" ? { image: knownDigit(state, digitsImage).pixels, mask: cleanMask(digitsMask) } : null;
  return {
    ...{ task: "digits", network, schedule, method: methodOf(state, T), seed },
    ...{ parts: arrangementOf(state).parts, start: startOf(state, T), known, states: STATES },
  };
}
