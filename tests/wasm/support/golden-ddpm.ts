// The golden cases of problem 4. Numbers are decimal strings of 25 digits.
import { readFileSync } from "node:fs";
import type { ScheduleSpec } from "../../../wasm/lib/types.ts";

/** Of the golden case, as the public API takes it. */
export function scheduleOf(c: GoldenDiffusion): ScheduleSpec {
  const { kind, T, beta_1, beta_T, s, max_beta, beta } = c.schedule ?? {};
  if (kind === "linear") return { kind, T: Number(T), beta1: Number(beta_1), betaT: Number(beta_T) };
  if (kind === "cosine") return { kind, T: Number(T), s: Number(s), betaMax: Number(max_beta) };
  return { kind: "constant", T: Number(T), beta: Number(beta) };
}

type Nested = string | number | null | Nested[];

export interface GoldenDiffusion {
  id: string;
  type: string;
  schedule?: Record<string, number | string>;
  [field: string]: unknown;
}

interface Golden {
  tolerance: {
    numeric: {
      schedule_rel: number;
      schedule_cosine_rel: number;
      vector_maxnorm: number;
      kl_weight_rel: number;
      min_eps_mse_abs: number;
      ancestral_abs: number;
      mc_sigmas: number;
    };
  };
  cases: GoldenDiffusion[];
}

export const golden = JSON.parse(readFileSync(new URL("../../golden/ddpm.json", import.meta.url), "utf8")) as Golden;

/** Every number below value, in order. */
export function flat(value: unknown): number[] {
  const nested = value as Nested;
  if (Array.isArray(nested)) return nested.flatMap(flat);
  return [nested === null ? Number.POSITIVE_INFINITY : Number(nested)];
}

export const single = (value: unknown): number => flat(value)[0] ?? Number.NaN;
