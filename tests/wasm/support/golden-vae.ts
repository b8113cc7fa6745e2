// The golden cases of the VAE as the public API takes them. Closed forms are decimal strings of 25 digits.
import { readFileSync } from "node:fs";
import type { LinearGaussianRequest, VaeGradientsRequest, VaeParams } from "../../../wasm/lib/types.ts";
import { flat, single } from "./golden-ddpm.ts";

export interface GoldenVae {
  id: string;
  type: "kl_diag_std_normal" | "reparam_grad" | "elbo_linear_gaussian";
  params?: Record<string, unknown>;
  forward?: Record<string, unknown>;
  grad?: Record<string, unknown>;
  [field: string]: unknown;
}

interface Golden {
  tolerance: { numeric: { array_maxnorm: number; kl_rel: number; kl_abs_per_dim: number; elbo_abs_rel: number } };
  cases: GoldenVae[];
}

export const golden = JSON.parse(readFileSync(new URL("../../golden/vae.json", import.meta.url), "utf8")) as Golden;

export const casesOf = (type: GoldenVae["type"]): GoldenVae[] => golden.cases.filter((c) => c.type === type);

export function gradientsOf(c: GoldenVae): VaeGradientsRequest {
  const params = Object.fromEntries(Object.entries(c.params ?? {}).map(([name, values]) => [name, flat(values)]));
  return {
    dx: single(c.d_x),
    dz: single(c.d_z),
    hidden: single(c.hidden),
    batch: single(c.batch),
    recon: c.recon === "bernoulli" ? "bernoulli" : "gaussian",
    betaKl: single(c.beta_kl),
    params: params as unknown as VaeParams,
    x: flat(c.x),
    eps: flat(c.eps),
  };
}

export function boundOf(c: GoldenVae): LinearGaussianRequest {
  return {
    D: flat(c.D),
    b: flat(c.b),
    noiseVar: single(c.noise_var),
    x: flat(c.x),
    qMean: flat(c.q_mean),
    qVar: flat(c.q_var),
  };
}
