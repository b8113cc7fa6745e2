// The arithmetic of one numeric control: slider positions, typed text, rounding and words. No DOM.
import type { Field } from "./lab.ts";
import { type NumberProblem, readTyped } from "./number.ts";

export type NumberField = Extract<Field, { kind: "number" }>;
type Range = Pick<NumberField, "min" | "max" | "integer">;

/** Positions of a log slider per decade: neighbours differ by 5 %, and every power of ten is a position. */
const PER_DECADE = 50;
/** Positions of a linear slider without a step of its own. */
const LINEAR_POSITIONS = 200;
/** Significant digits of a value set by slider: finer than one position, coarse enough to read. */
const DIGITS = 3;

/** Positions run 0 ... positions(field). */
export function positions(field: NumberField): number {
  if (field.scale === "log") return Math.max(1, Math.round(Math.log10(field.max / field.min) * PER_DECADE));
  return Math.max(1, Math.round((field.max - field.min) / stepOf(field)));
}

export function toPosition(field: NumberField, value: number): number {
  const inside = Math.min(field.max, Math.max(field.min, value));
  const share =
    field.scale === "log"
      ? Math.log(inside / field.min) / Math.log(field.max / field.min)
      : (inside - field.min) / (field.max - field.min);
  return Math.round(share * positions(field));
}

export function fromPosition(field: NumberField, position: number): number {
  const last = positions(field);
  // The ends exactly: they are where rounding would step outside.
  if (position <= 0) return field.min;
  if (position >= last) return field.max;
  const value =
    field.scale === "log"
      ? field.min * (field.max / field.min) ** (position / last)
      : field.min + position * ((field.max - field.min) / last);
  const rounded = field.integer ? Math.round(value) : Number(value.toPrecision(field.scale === "log" ? DIGITS : 12));
  return Math.min(field.max, Math.max(field.min, rounded));
}

/** Positions a page key moves: a decade, or a tenth of the way. */
export function pageOf(field: NumberField): number {
  return field.scale === "log" ? PER_DECADE : Math.max(1, Math.round(positions(field) / 10));
}

function stepOf(field: NumberField): number {
  return field.step ?? (field.integer ? 1 : (field.max - field.min) / LINEAR_POSITIONS);
}

export type Typed =
  | { ok: true; value: number; note: null | "raised" | "lowered" | "rounded" }
  | { ok: false; problem: NumberProblem | "ambiguous" };

/** What a typed text asks for, brought into the field's range; `note` says what had to be done to it. */
export function typedValue(field: Range, text: string): Typed {
  const read = readTyped(text);
  if (!read.ok) return { ok: false, problem: read.code };
  const { value } = read;
  if (value < field.min) return { ok: true, value: field.min, note: "raised" };
  if (value > field.max) return { ok: true, value: field.max, note: "lowered" };
  if (field.integer && !Number.isInteger(value)) return { ok: true, value: Math.round(value), note: "rounded" };
  return { ok: true, value, note: null };
}

/** Significant digits that a box shows while nobody types in it. */
const SHOWN = 6;

/** A value in short, for a box that nobody types in: numbers that were computed have digits that nobody can read. */
export function shortOf(value: number): string {
  const exact = textOf(value);
  const short = textOf(Number(value.toPrecision(SHOWN)));
  return short.length < exact.length ? short : exact;
}

/** A value as it stands in a text box: what is typed back gives the same number. Powers of ten where plain digits are long. */
export function textOf(value: number): string {
  const plain = String(value);
  if (plain.length <= 7) return plain;
  const power = value.toExponential();
  return power.length < plain.length ? power.replace("e+", "e") : plain;
}
