// The golden cells as the public API takes them.
import { readFileSync } from "node:fs";
import type { CifgParams, CifgProblem } from "../../../wasm/lib/types.ts";

type Nested = number | Nested[];

export interface GoldenCell {
  id: string;
  d_x: number;
  d_h: number;
  T: number;
  batch: number;
  params: Record<string, Nested>;
  x: Nested;
  h0: Nested;
  c0: Nested;
  g: Nested;
  loss: number;
  forward: Record<string, Nested>;
  grad_t: Record<string, Nested>;
  grad: Record<string, Nested>;
}

interface Golden {
  tolerance: { numeric: { array_maxnorm: number; long_dc1_rel: number } };
  cases: GoldenCell[];
}

export const golden = JSON.parse(
  readFileSync(new URL("../../golden/cifg_lstm.json", import.meta.url), "utf8"),
) as Golden;

/** Every number below value, in order. */
export const flat = (value: Nested | undefined): number[] =>
  Array.isArray(value) ? value.flatMap(flat) : [value ?? Number.NaN];

export function problemOf(c: GoldenCell): CifgProblem {
  const params = Object.fromEntries(Object.entries(c.params).map(([name, values]) => [name, flat(values)]));
  return {
    dx: c.d_x,
    dh: c.d_h,
    T: c.T,
    batch: c.batch,
    params: params as unknown as CifgParams,
    x: flat(c.x),
    h0: flat(c.h0),
    c0: flat(c.c0),
    g: flat(c.g),
  };
}
