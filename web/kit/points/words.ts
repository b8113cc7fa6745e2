// The words of the main plot that all labs of points share.

import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { PENDING, type PointScene } from "../main-plot/scene.ts";
import { en } from "../messages/en.ts";
import type { Fit } from "./request.ts";
import { countOf, type PointsState } from "./state.ts";

const words = en.picture;

/** Significant digits of data values: enough to tell neighbours in a table apart. */
export const DIGITS = 5;

/** Rounding leaves this share of the terms of a sum. */
const ROUNDING = 1e-12;

/** A number for the eye: 0 where it is nothing but rounding. @param terms what it was computed from */
export function unrounded(value: number, ...terms: readonly number[]): number {
  const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
  return Math.abs(value) <= ROUNDING * size ? 0 : value;
}

export function columnName(state: Pick<PointsState, "xNames" | "d">, column: number): string {
  return state.xNames[column] || format(words.input, { k: state.d === 1 ? "" : column + 1 });
}

export function columnNames(state: Pick<PointsState, "xNames" | "d">): string[] {
  return Array.from({ length: state.d }, (_, k) => columnName(state, k));
}

/** Which KKT case a point is, in words. @param names by case */
export function caseName(scene: PointScene, i: number, names: readonly string[]): string {
  return names[scene.role[i] ?? PENDING] ?? words.pending;
}

export interface Reading {
  readonly name: string;
  readonly value: string;
}

/** Numbers with their names; those that are not known are left out. */
export function readingsOf(
  rows: readonly (readonly [name: string, value: number | undefined, digits?: number])[],
): Reading[] {
  return rows.flatMap(([name, value, digits = DIGITS]) =>
    value === undefined ? [] : [{ name, value: formatNumber(value, digits) }],
  );
}

/** A point in one sentence. @param at its two coordinates in the plot, with their names */
export function announcePoint(
  state: PointsState,
  i: number,
  at: readonly (readonly [name: string, value: number])[],
  what: string,
): string {
  const [x = "", y = ""] = at.map(([name, value]) => `${name} ${formatNumber(value, DIGITS)}`);
  return format(words.announce.point, { i: i + 1, n: countOf(state), x, y, what });
}

/** Notes below the plot about points outside the window. */
export function outsideNotes({ outside }: PointScene): string[] {
  if (outside === 0) return [];
  return [format(words.outside, { count: outside })];
}

/** Verdicts of the claims in a frame, for tests: "1a:pass 1b:fail". */
export function verdictsOf(frame: Fit | undefined): string {
  return (frame?.claims ?? []).map(({ id, verdict }) => `${id}:${verdict}`).join(" ");
}
