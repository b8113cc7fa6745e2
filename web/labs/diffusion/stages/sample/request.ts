// What the stage sends to its solvers, and what comes back: particles at every step, and the quality
// of samples against the number of steps.
import type { DensityWindow, SampleRequest as LibraryRequest, Quality } from "../../../../../wasm/lib/types.ts";
import { type DataAndSchedule, dataAndSchedule } from "../../data-and-schedule.ts";
import type { DiffusionState } from "../../state.ts";
import { viewExtent } from "../../view-extent.ts";
import type { RunName } from "./fields.ts";

export type Method = LibraryRequest["method"];

export interface RunSpec {
  readonly name: RunName;
  readonly method: Method;
  /** null: the exact eps */
  readonly network: Uint8Array | null;
}

type Window = Pick<DensityWindow, "x0" | "x1" | "y0" | "y1">;

export interface SampleRequest extends DataAndSchedule {
  readonly task: "sample";
  readonly runs: readonly RunSpec[];
  readonly count: number;
  readonly seed: number;
  /** States of a run that are kept, at most. */
  readonly states: number;
  /** Where the density of the data is drawn. */
  readonly window: Window;
}

/** A run's particles at one step of the chain. */
export interface State {
  readonly run: number;
  readonly t: number;
  /** (count*2) */
  readonly x: Float32Array;
}

export interface SampleFrame {
  readonly task: "sample";
  readonly states: readonly State[];
  /** In the first frame: the data, and their density where they have one. */
  readonly backdrop: {
    /** (n*2) at most a few hundred of them */
    readonly points: Float64Array;
    readonly map: { readonly values: Float64Array; readonly window: DensityWindow } | null;
  } | null;
  /** In the last: of each run's particles to held-out fresh draws, and of a fresh sample's. */
  readonly quality: { readonly runs: readonly Quality[]; readonly fresh: Quality } | null;
}

/** States that are kept of one run: as many frames as a screen shows in about three seconds. */
export const STATES = 200;

/** The sampler of a run. */
export function methodOf(name: RunName, state: DiffusionState): Method {
  const { T, reverseVariance, eta, ddimSteps, flowSteps } = state;
  const [, way] = name.split("-");
  if (way === "ancestral") return { kind: "ancestral", variance: reverseVariance };
  if (way === "ddim") return { kind: "ddim", eta, steps: Math.min(T, ddimSteps) };
  return { kind: "flow", steps: Math.min(T, flowSteps) };
}

/** The runs on show, whether or not there is a network for them. */
export function runNames({ runA, runB, runC }: DiffusionState): RunName[] {
  return [runA, runB, runC].filter((name) => name !== "none");
}

export const isNetwork = (name: RunName) => name.startsWith("network");

/** null while there is nothing to sample: no data, or no run that has an eps. */
export function sampleRequest(state: DiffusionState, network: Uint8Array | null): SampleRequest | null {
  const shared = dataAndSchedule(state);
  const runs = runNames(state)
    .filter((name) => !isNetwork(name) || network !== null)
    .map((name) => ({ name, method: methodOf(name, state), network: isNetwork(name) ? network : null }));
  if (shared === null || runs.length === 0) return null;
  // Beyond this window no density can be seen, however much of the plane is on show.
  const half = viewExtent(state) + 3 * state.spread;
  const window = { x0: -half, x1: half, y0: -half, y1: half };
  return { task: "sample", ...shared, runs, count: state.particles, seed: state.seed, states: STATES, window };
}

// ---- quality against steps ----------------------------------------------------------------------------------------------

export interface QualityRequest extends DataAndSchedule {
  readonly task: "sample-quality";
  readonly network: Uint8Array | null;
  readonly eta: number;
  readonly steps: readonly number[];
  readonly seed: number;
}

export interface QualityPoint extends Quality {
  readonly source: "exact" | "network";
  readonly steps: number;
}

export interface QualityFrame {
  readonly task: "sample-quality";
  readonly points: readonly QualityPoint[];
  /** Mean of several fresh samples; in the first frame. */
  readonly fresh: Quality | null;
  readonly last: boolean;
}

const COUNTS = [5, 10, 20, 50, 100] as const;

export function qualityRequest(state: DiffusionState, network: Uint8Array | null): QualityRequest | null {
  const shared = dataAndSchedule(state);
  if (shared === null) return null;
  const { T, eta, seed } = state;
  const steps = [...COUNTS.filter((count) => count < T), T];
  return { task: "sample-quality", ...shared, network, eta, steps, seed };
}

export type SampleRequests = SampleRequest | QualityRequest;
export type SampleFrames = SampleFrame | QualityFrame;
