// Problems of the VAE's exact calls, made from a seed.
import type { LinearGaussianRequest, VaeGradientsRequest, VaeParams } from "../../../wasm/lib/types.ts";
import { uniform } from "./problems.ts";

export interface VaeSizes {
  dx: number;
  dz: number;
  hidden: number;
  batch: number;
}

/** Lengths of the weights, the hidden layers' first. */
export function lengths({ dx, dz, hidden }: VaeSizes): Record<string, number> {
  const encoded = hidden || dx;
  const layers: Record<string, number> = hidden ? { W_e: hidden * dx, b_e: hidden, W_d: hidden * dz, b_d: hidden } : {};
  const heads = { W_mu: dz * encoded, b_mu: dz, W_lv: dz * encoded, b_lv: dz };
  return { ...layers, ...heads, W_x: dx * (hidden || dz), b_x: dx };
}

/** Numbers of both signs up to 1; x from 0 to 1, as "bernoulli" asks. */
export function gradients(sizes: VaeSizes, change: Partial<VaeGradientsRequest> = {}, seed = 1): VaeGradientsRequest {
  const next = uniform(seed);
  const list = (count: number) => Float64Array.from({ length: count }, () => 2 * next() - 1);
  const params = Object.fromEntries(Object.entries(lengths(sizes)).map(([name, count]) => [name, list(count)]));
  return {
    ...sizes,
    recon: "bernoulli",
    betaKl: 1,
    params: params as unknown as VaeParams,
    x: list(sizes.batch * sizes.dx).map(Math.abs),
    eps: list(sizes.batch * sizes.dz),
    ...change,
  };
}

export const SMALL_VAE: VaeSizes = { dx: 4, dz: 2, hidden: 3, batch: 1 };

export const LINEAR_GAUSSIAN: LinearGaussianRequest = {
  D: [1, 0.5, -0.5, 1, 2, 1, 0, -1],
  b: [0, 1, -1, 0.5],
  noiseVar: 0.25,
  x: [1, 0, 2, -1],
  qMean: [0.5, 0.25],
  qVar: [0.1, 0.2],
};
