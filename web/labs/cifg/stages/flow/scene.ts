// What is on show: the newest answer with its sizes, the step of the cursor, the lines of the chart.
import type { FlowAnswer, FlowOf } from "../../../../../wasm/lib/types.ts";
import type { Answer } from "../../../../kit/solve-request.ts";
import type { Role } from "../../../../plot/palette.ts";
import { flow as words } from "../../messages/flow.en.ts";
import type { CifgState } from "../../state.ts";
import type { FlowFrame, FlowStageRequest } from "./request.ts";

export const CELLS = ["cifg", "lstm"] as const;
export type CellName = (typeof CELLS)[number];
export type FlowView = CifgState["flowView"];

/** The fields of an answer that have one number for each step. */
export type StepField =
  | "logDc"
  | "logDh"
  | "logDcThroughCell"
  | "logHorizon"
  | "logHorizonThroughCell"
  | "logHorizonThroughH";

export interface Line {
  readonly field: StepField;
  readonly text: string;
  readonly colour: Role;
  readonly dash: readonly number[];
  readonly width: number;
}

const { lines } = words;
/** In the order in which they are drawn. What only the cell carries looks the same in both. */
export const LINES: Readonly<Record<FlowView, readonly Line[]>> = {
  gradient: [
    { field: "logDcThroughCell", text: lines.cellAlone, colour: "inside", dash: [2, 4], width: 2 },
    { field: "logDh", text: lines.dh, colour: "upper", dash: [7, 4], width: 2.1 },
    { field: "logDc", text: lines.dc, colour: "dual", dash: [], width: 2.4 },
  ],
  memory: [
    { field: "logHorizonThroughCell", text: lines.product, colour: "inside", dash: [2, 4], width: 2 },
    { field: "logHorizon", text: lines.measured, colour: "dual", dash: [], width: 3 },
    { field: "logHorizonThroughH", text: lines.throughH, colour: "above", dash: [7, 4], width: 2.1 },
  ],
};

/** Bits of the marks of a gate. */
export const MARKS = { open: 1, closed: 2, flat: 4, dead: 8 } as const;
export type Mark = keyof typeof MARKS;

/** How many units are marked so at step t, counted from 1. */
export function markedAt(marks: ArrayLike<number>, mark: Mark, t: number, dh: number): number {
  let count = 0;
  for (let unit = 0; unit < dh; ++unit) if (((marks[(t - 1) * dh + unit] as number) & MARKS[mark]) !== 0) count++;
  return count;
}

export interface Scene {
  readonly view: FlowView;
  readonly answer: FlowAnswer;
  readonly T: number;
  readonly dh: number;
  /** The step of the cursor, 1..T. */
  readonly t: number;
}

export function sceneOf(state: CifgState, solved: Answer<FlowStageRequest, FlowFrame> | null): Scene | null {
  if (solved === null) return null;
  const { T, dh } = solved.request.flow;
  return { view: state.flowView, answer: solved.frame.answer, T, dh, t: Math.min(state.flowAt, T) };
}

/** Values of one field at the cursor. */
export const at = (cell: FlowOf, field: StepField, t: number): number => cell[field][t - 1] as number;

/** Least span of the axis, decades. */
const LEAST_SPAN = 2;
/** Where nothing has a logarithm. */
const NOTHING: readonly [number, number] = [-1, 1];

/** One axis for both cells, in decades: all finite values of the lines. */
export function domainOf({ answer, view }: Scene): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const cell of CELLS)
    for (const { field } of LINES[view])
      for (const value of answer[cell][field]) {
        if (!Number.isFinite(value)) continue;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
  if (low > high) return [...NOTHING];
  const room = Math.max(0.04 * (high - low), (LEAST_SPAN - (high - low)) / 2, 0.15);
  return [low - room, high + room];
}

/** Whole decades, few enough to be written. */
export function decadesWithin([low, high]: readonly [number, number], most: number): number[] {
  const span = high - low;
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((each) => span / each <= most) ?? 10_000;
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step); k * step <= high; ++k) ticks.push(k * step + 0);
  return ticks;
}

/** log10 of the ends of what a float and a double can hold: the largest, and half the least above 0. */
export const LIMITS = {
  float: { most: Math.log10(3.4028234663852886e38), least: Math.log10(2 ** -150) },
  double: { most: Math.log10(Number.MAX_VALUE), least: Math.log10(Number.MIN_VALUE) - Math.log10(2) },
} as const;
