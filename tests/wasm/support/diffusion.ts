// Problems of training and sampling, small enough for many of them.
import type { Mixture, SampleRequest, ScheduleSpec, TrainRequest } from "../../../wasm/lib/types.ts";

export const LINEAR: ScheduleSpec = { kind: "linear", T: 40, beta1: 1e-3, betaT: 0.3 };
export const CLUSTERS: Mixture = {
  weights: [1, 2],
  means: [-1, 0.5, 1, -0.5],
  covariances: [0.1, 0.02, 0.02, 0.1, 0.05, 0, 0, 0.2],
  d: 2,
};

export const training = (change: Partial<TrainRequest> = {}): TrainRequest => ({
  data: CLUSTERS,
  schedule: LINEAR,
  shape: { d: 2, embedding: "sinusoidal", features: 8, width: 20, depth: 2 },
  batch: 50,
  learningRate: 2e-3,
  emaDecay: 0.99,
  loss: "simple",
  asPrinted: false,
  seed: 7,
  ...change,
});

export const sampling = (change: Partial<SampleRequest> = {}): SampleRequest => ({
  schedule: LINEAR,
  eps: { kind: "oracle", data: CLUSTERS },
  method: { kind: "ancestral", variance: "posterior" },
  count: 60,
  d: 2,
  seed: 3,
  ...change,
});

/** FNV-1a of 64 bits, as src/core/bytes.h. */
export function fingerprint(bytes: Uint8Array): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash;
}
