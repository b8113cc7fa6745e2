// What several tasks of this lab measure: data and schedule of a state, values that were computed by hand, the lines of a derivation.
import type { Cloud, Proofground, Schedule } from "../../../../wasm/lib/types.ts";
import type { InputValues, Measured } from "../../../host/tasks/task.ts";
import { cloudOf } from "../cloud.ts";
import { dataSpec, scheduleSpec } from "../data-and-schedule.ts";
import type { DiffusionState } from "../state.ts";

/** All that a schedule is made from. */
export const SCHEDULE = ["schedule", "T", "beta1", "betaT", "s", "betaMax", "beta", "knots"] as const;

export const dataOf = (pg: Proofground, state: DiffusionState): Cloud => cloudOf(pg, dataSpec(state));

export const scheduleOf = (pg: Proofground, state: DiffusionState): Schedule =>
  pg.diffusion.schedule(scheduleSpec(state));

/** At the end of the chain. */
export const last = (values: Float64Array): number => values.at(-1) ?? Number.NaN;

/** KL(q(x_T | x_0) || N(0, I)), averaged over the data. */
export function priorKl(pg: Proofground, state: DiffusionState): number {
  const at = { schedule: scheduleSpec(state), t: state.T, count: 1, seed: 1, walk: false };
  return pg.diffusion.forward({ data: dataOf(pg, state), ...at }).priorKl;
}

/** By hand to about three digits. */
const BY_HAND = 0.005;

/** How many of these were entered. One number for all: how far off each is would be a way to guess it. */
export function right(inputs: InputValues, values: Readonly<Record<string, number>>): Measured {
  const all = Object.entries(values);
  const found = all.filter(
    ([id, value]) => Math.abs(Number(inputs[id]) - value) <= BY_HAND * Math.max(1, Math.abs(value)),
  );
  return { name: "right", value: found.length, relation: "=", bound: all.length };
}

/** A line of a derivation, in numbers. */
export interface Line {
  readonly id: string;
  /** What its left side is, by the library. */
  readonly is: number;
  /** What its right side says, from the lines above it. */
  readonly says: number;
}

/** More than rounding, less than any mistake. */
const WRONG = 1e-6;

/**
 * For a derivation with a mistake: the inputs are "line", the first whose sides differ, and "value", what its right side should be.
 * Which line that is follows from the numbers.
 */
export function firstWrong(lines: readonly Line[], inputs: InputValues): readonly Measured[] {
  const off = lines.map(({ is, says }) => Math.abs(says - is) / Math.abs(is));
  const chosen = lines.findIndex(({ id }) => id === inputs.line);
  const above = off.slice(0, Math.max(0, chosen)).filter((each) => each > WRONG).length;
  return [
    { name: "off", value: off[chosen] ?? Number.NaN, relation: ">", bound: WRONG },
    { name: "above", value: chosen < 0 ? Number.NaN : above, relation: "=", bound: 0 },
    right(inputs, { value: lines[chosen]?.is ?? Number.NaN }),
  ];
}
