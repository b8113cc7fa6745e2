// Is this value one a field of the table may hold? The one judge of everything that comes from outside: links, imports.
import type { Field, StateOf, Table } from "./lab.ts";
import { isDenormal, SMALLEST } from "./number.ts";

/** Why something from outside was not taken. A code: the messages make a sentence of it. */
export type Reason =
  | "link-too-long"
  | "link-unknown"
  | "link-damaged"
  | "link-too-large"
  | "link-version"
  | "unknown-lab"
  | "unknown-claim"
  | "unknown-field"
  | "wrong-kind"
  | "not-finite"
  | "not-whole"
  | "out-of-range"
  | "not-an-option"
  | "text-too-long"
  | "too-many"
  | "inconsistent";

export interface Refusal {
  /** The field at fault, "" when the whole is. */
  field: string;
  reason: Reason;
  /** What came, shortened. */
  value: string;
  /** What would have been taken: bounds, counts. "" where nothing helpful can be said. */
  expected: string;
}

/** Longest quotation of a refused value: enough to recognise it, short enough for one sentence. */
const QUOTE = 40;

export function refusal(reason: Reason, field = "", value: unknown = "", expected = ""): Refusal {
  // Cut before quoting: the value may be megabytes of hostile text.
  const text =
    typeof value === "string" ? value.slice(0, QUOTE + 1) : Array.isArray(value) ? `[${value.length}]` : String(value);
  return { field, reason, value: text.length > QUOTE ? `${text.slice(0, QUOTE)}…` : text, expected };
}

export function isRefusal(value: object): value is Refusal {
  return "reason" in value && "expected" in value;
}

/** @returns null when `value` is one the field may hold, else why not */
export function checkField(name: string, field: Field, value: unknown): Refusal | null {
  switch (field.kind) {
    case "number":
      return checkNumber(name, value, field.min, field.max, field.integer);
    case "maybe-number":
      return value === null ? null : checkNumber(name, value, field.min, field.max, field.integer);
    case "flag":
      return typeof value === "boolean" ? null : refusal("wrong-kind", name, value, "true, false");
    case "choice":
      if (typeof value !== "string") return refusal("wrong-kind", name, value, field.options.slice(0, 8).join(", "));
      return field.options.includes(value) ? null : notAnOption(name, value, field.options);
    case "text":
      return checkText(name, value, field);
    case "texts": {
      if (!Array.isArray(value)) return refusal("wrong-kind", name, value);
      if (value.length > field.maxCount) return refusal("too-many", name, value, String(field.maxCount));
      for (let i = 0; i < value.length; i++) {
        const wrong = checkText(`${name}[${i}]`, value[i], field);
        if (wrong) return wrong;
      }
      return null;
    }
    case "numbers": {
      if (!Array.isArray(value)) return refusal("wrong-kind", name, value);
      if (value.length > field.maxCount) return refusal("too-many", name, value, String(field.maxCount));
      const { min = -Number.MAX_VALUE, max = Number.MAX_VALUE } = field;
      for (let i = 0; i < value.length; i++) {
        const entry: unknown = value[i];
        if (typeof entry === "number" && entry >= min && entry <= max && !isDenormal(entry)) continue;
        return (
          checkNumber(`${name}[${i}]`, entry, min, max, false) ??
          refusal("out-of-range", `${name}[${i}]`, entry, `${min} … -${SMALLEST}, 0, ${SMALLEST} … ${max}`)
        );
      }
      return null;
    }
  }
}

function checkNumber(name: string, value: unknown, min: number, max: number, integer = false): Refusal | null {
  if (typeof value !== "number") return refusal("wrong-kind", name, value, `${min} … ${max}`);
  if (!Number.isFinite(value)) return refusal("not-finite", name, value, `${min} … ${max}`);
  if (value < min || value > max) return refusal("out-of-range", name, value, `${min} … ${max}`);
  if (integer && !Number.isInteger(value)) return refusal("not-whole", name, value, `${min} … ${max}`);
  return null;
}

function checkText(
  name: string,
  value: unknown,
  { maxLength, options }: { readonly maxLength: number; readonly options?: readonly string[] },
): Refusal | null {
  if (typeof value !== "string") return refusal("wrong-kind", name, value);
  if (options && !options.includes(value)) return notAnOption(name, value, options);
  return value.length <= maxLength ? null : refusal("text-too-long", name, value, String(maxLength));
}

function notAnOption(name: string, value: string, options: readonly string[]): Refusal {
  return refusal("not-an-option", name, value, options.slice(0, 8).join(", "));
}

/**
 * Check a parsed JSON value field by field. Only keys of the table are read, so "__proto__" and friends are unknown fields.
 * @returns the accepted fields (a fresh object), or the first refusal
 */
export function readFields(table: Table, parsed: unknown): { fields: Record<string, unknown> } | Refusal {
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return refusal("link-damaged");
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(parsed)) {
    const field = Object.hasOwn(table, key) ? table[key] : undefined;
    if (!field) return refusal("unknown-field", key.slice(0, QUOTE), value);
    const wrong = checkField(key, field, value);
    if (wrong) return wrong;
    fields[key] = value;
  }
  return { fields };
}

/** Every field as the table has it. */
export function defaultsOf<T extends Table>(table: T): StateOf<T> {
  // The table's defaults are, field by field, what StateOf says.
  return Object.fromEntries(Object.entries(table).map(([key, field]) => [key, field.default])) as unknown as StateOf<T>;
}
