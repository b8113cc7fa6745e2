// The messages from the page around, read: whatever came is one of these, or a refusal. Nothing in here throws.
//
//   { proofground: 1, type, id?, ... }      id: a text or a number of the sender's, which the answer repeats
//   get-state                               answered by `state`
//   set-state { state }                     the text of a link's `s`: the whole state. An object of fields: those change; where it
//                                           names the data set (`preset`), it is the whole state, as `state` gives it
//   open { lab?, q? }                       a lab, or the example of a claim
//   set { theme?, lang?, hide?, lock? }     texts as in a link, "" to lift; hide and lock also as lists
//   get-verdicts                            answered by `verdicts`
//   undo, redo
//
// All but get-verdicts are answered by `state` once they have taken effect, or by `error`.
import type { Wishes } from "../url.ts";

export type Id = string | number;
export type ToFrame =
  | { readonly type: "get-state" | "get-verdicts" | "undo" | "redo" }
  | { readonly type: "set-state"; readonly state: string | Readonly<Record<string, unknown>> }
  | { readonly type: "open"; readonly lab: string | null; readonly q: string | null }
  | { readonly type: "set"; readonly wishes: Wishes };
export type MessageRefusal = "version" | "shape" | "unknown-type" | "too-large";
export interface Read {
  /** undefined: none, or none that can be repeated. */
  readonly id: Id | undefined;
  readonly message: ToFrame | null;
  readonly refusal: MessageRefusal | null;
}

/** Largest message, as the characters that it would have as JSON. */
export const MOST = 256 * 1024;
/** A list of fields, each a list. */
const DEEPEST = 5;
const LONGEST_ID = 100;
const LONGEST_NAME = 100;
const LONGEST_WISH = 2000;

/**
 * Why this is not plain data of a size that is taken, or null. It is walked only as far as it may be large. Plain is what JSON has:
 * no accessors, no prototypes of another kind, no circles (which are deep without end).
 */
function faultOf(data: unknown): "shape" | "too-large" | null {
  let room = MOST;
  const take = (size: number) => {
    room -= size;
    return room < 0 ? "too-large" : null;
  };
  function walk(value: unknown, depth: number): "shape" | "too-large" | null {
    if (typeof value === "string") return take(value.length + 2);
    if (typeof value === "number") return take(8);
    if (typeof value === "boolean" || value === null) return take(4);
    if (typeof value !== "object" || depth > DEEPEST) return "shape";
    const prototype: unknown = Object.getPrototypeOf(value);
    if (Array.isArray(value)) {
      // Two characters is the least that an entry takes.
      if (2 * value.length > room) return "too-large";
      if (prototype !== Array.prototype) return "shape";
      for (let i = 0; i < value.length; i++) {
        const fault = take(1) ?? own(value, String(i), depth);
        if (fault !== null) return fault;
      }
      return null;
    }
    if (prototype !== Object.prototype && prototype !== null) return "shape";
    for (const key in value) {
      const fault = take(key.length + 4) ?? own(value, key, depth);
      if (fault !== null) return fault;
    }
    return null;
  }
  function own(holder: object, key: string, depth: number): "shape" | "too-large" | null {
    const property = Object.getOwnPropertyDescriptor(holder, key);
    return property !== undefined && "value" in property ? walk(property.value, depth + 1) : "shape";
  }
  return walk(data, 0);
}

/** Whether a message is for this page at all: others' are left alone, unanswered. */
export function isOurs(data: unknown): data is object {
  try {
    if (typeof data !== "object" || data === null || Array.isArray(data)) return false;
    const own = Object.getOwnPropertyDescriptor(data, "proofground");
    return own !== undefined;
  } catch {
    return false;
  }
}

/** The id of a message, where it has one that can be repeated. */
export function idOf(data: object): Id | undefined {
  try {
    const id: unknown = Object.getOwnPropertyDescriptor(data, "id")?.value;
    if (typeof id === "number") return Number.isFinite(id) ? id : undefined;
    return typeof id === "string" && id.length <= LONGEST_ID ? id : undefined;
  } catch {
    return undefined;
  }
}

/** @param data a message that isOurs  @param ports how many ports came with it: none is taken */
export function readMessage(data: object, ports = 0): Read {
  const id = idOf(data);
  const refuse = (refusal: MessageRefusal): Read => ({ id, message: null, refusal });
  try {
    if (ports > 0) return refuse("shape");
    const fault = faultOf(data);
    if (fault !== null) return refuse(fault);
    const { proofground, type, id: given, ...fields } = data as Readonly<Record<string, unknown>>;
    if (proofground !== 1) return refuse("version");
    if ((given !== undefined && id === undefined) || typeof type !== "string") return refuse("shape");
    const read = Object.hasOwn(TYPES, type) ? TYPES[type as ToFrame["type"]] : undefined;
    if (read === undefined) return refuse("unknown-type");
    const message = read(fields);
    return message === null ? refuse("shape") : { id, message, refusal: null };
  } catch {
    // A proxy or the like: plain data does not throw.
    return refuse("shape");
  }
}

type Fields = Readonly<Record<string, unknown>>;
const only = (fields: Fields, ...names: readonly string[]) => Object.keys(fields).every((key) => names.includes(key));

const bare =
  (type: "get-state" | "get-verdicts" | "undo" | "redo") =>
  (fields: Fields): ToFrame | null =>
    only(fields) ? { type } : null;

const TYPES: Readonly<Record<ToFrame["type"], (fields: Fields) => ToFrame | null>> = {
  "get-state": bare("get-state"),
  "get-verdicts": bare("get-verdicts"),
  undo: bare("undo"),
  redo: bare("redo"),
  "set-state"(fields) {
    const { state } = fields;
    if (!only(fields, "state")) return null;
    if (typeof state === "string") return { type: "set-state", state };
    if (typeof state !== "object" || state === null || Array.isArray(state)) return null;
    return { type: "set-state", state: state as Fields };
  },
  open(fields) {
    const { lab = null, q = null } = fields;
    if (!only(fields, "lab", "q") || !isName(lab) || !isName(q) || (lab ?? q) === null) return null;
    return { type: "open", lab, q };
  },
  set(fields) {
    if (!only(fields, "theme", "lang", "hide", "lock")) return null;
    const wishes: Record<string, string> = {};
    for (const [name, given] of Object.entries(fields)) {
      const list = Array.isArray(given) && (name === "hide" || name === "lock") && given.every(isName);
      const text: unknown = list ? given.join(",") : given;
      if (typeof text !== "string" || text.length > LONGEST_WISH || /[^\w.,-]/.test(text)) return null;
      wishes[name] = text;
    }
    return { type: "set", wishes };
  },
};

function isName(value: unknown): value is string | null {
  return value === null || (typeof value === "string" && value.length <= LONGEST_NAME);
}
