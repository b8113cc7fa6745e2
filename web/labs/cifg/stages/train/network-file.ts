// A file of a network, looked at before the library reads it: what is wrong is a code with its numbers, which keys a sentence. Of bytes
// the library alone knows whether they are whole. Pure.
import type { CifgNetwork } from "../../../../../wasm/lib/types.ts";
import { formatCount } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { train as words } from "../../messages/train.en.ts";

/** Bytes: a JSON file of the largest network that the library takes is below. */
export const MAX_NETWORK_FILE = 50_000_000;

/** Of the library: most inputs and units, and the largest float. */
const MOST = { dx: 64, dh: 512 } as const;
const MAX_FLOAT = 3.4028234663852886e38;
/** The first bytes of every network, then the version of what follows. */
const TAG = "PGRN";
const VERSION = 1;
const HEAD = 8;

type Code = keyof typeof words.fileProblems;
export interface FileProblem {
  readonly code: Code;
  readonly field?: string;
  readonly found?: number;
  readonly wanted?: number;
  readonly units?: number;
  readonly inputs?: number;
}

/** @param name of the file  @returns why it was not loaded, and what to do */
export function fileSentence(name: string, { code, field = "", ...counts }: FileProblem): string {
  const { found = 0, wanted = 0, units = 0, inputs = 0 } = counts;
  const numbers = { found: formatCount(found), wanted: formatCount(wanted), units, inputs };
  return format(words.loadRefused, { name, message: format(words.fileProblems[code], { field, ...numbers }) });
}

export type ReadFile<Network> = { readonly network: Network } | { readonly problem: FileProblem };

/** Bytes that the library may read; whether they are whole, it says. */
export function readBytes(bytes: Uint8Array): ReadFile<Uint8Array> {
  if (bytes.length === 0) return { problem: { code: "empty" } };
  const tag = String.fromCharCode(...bytes.subarray(0, TAG.length));
  if (tag !== TAG) return { problem: { code: "not-network" } };
  if (bytes.length < HEAD) return { problem: { code: "damaged" } };
  const found = new DataView(bytes.buffer, bytes.byteOffset).getUint32(TAG.length, true);
  return found === VERSION ? { network: bytes } : { problem: { code: "version", found, wanted: VERSION } };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isFloat = (value: unknown) => typeof value === "number" && Math.abs(value) <= MAX_FLOAT;

type Kind = "W" | "U" | "b";
/** The lists of numbers, and the object that they are in. */
function listsOf(cell: CifgNetwork["cell"], dx: number, dh: number) {
  const each: Readonly<Record<Kind, number>> = { W: dh * dx, U: dh * dh, b: dh };
  const of = (within: string, gate: string) =>
    (Object.keys(each) as Kind[]).map((kind) => ({ within, name: `${kind}_${gate}`, count: each[kind] }));
  const gates = ["f", "o", "c"].flatMap((gate) => of("params", gate));
  return [...gates, ...(cell === "lstm" ? of("input", "i") : []), { within: "readout", name: "V", count: dh }];
}

/** Why its numbers are no network; null where they are one. */
export function networkProblem(value: unknown): FileProblem | null {
  if (!isObject(value)) return { code: "missing", field: "cell" };
  const { cell } = value;
  if (cell !== "cifg" && cell !== "lstm") return { code: cell === undefined ? "missing" : "cell", field: "cell" };
  for (const field of ["dx", "dh"] as const) {
    const size = value[field];
    if (size === undefined) return { code: "missing", field };
    const whole = Number.isInteger(size) && Number(size) >= 1 && Number(size) <= MOST[field];
    if (!whole) return { code: "size", field, wanted: MOST[field] };
  }
  const [inputs, units] = [Number(value.dx), Number(value.dh)];
  for (const { within, name, count } of listsOf(cell, inputs, units)) {
    const object = value[within];
    const list = isObject(object) ? object[name] : undefined;
    if (!Array.isArray(list)) return { code: "missing", field: isObject(object) ? `${within}.${name}` : within };
    const field = `${within}.${name}`;
    if (list.length !== count) return { code: "count", field, found: list.length, wanted: count, inputs, units };
    const k = list.findIndex((entry) => !isFloat(entry));
    if (k >= 0) return { code: "number", field, found: k + 1 };
  }
  const b_y = isObject(value.readout) ? value.readout.b_y : undefined;
  if (b_y === undefined) return { code: "missing", field: "readout.b_y" };
  return isFloat(b_y) ? null : { code: "number", field: "readout.b_y", found: 1 };
}

/** The weights of a JSON file as the library takes them. */
export function readNetwork(text: string): ReadFile<CifgNetwork> {
  if (text.trim() === "") return { problem: { code: "empty" } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: { code: "not-json" } };
  }
  const problem = networkProblem(value);
  return problem === null ? { network: value as CifgNetwork } : { problem };
}
