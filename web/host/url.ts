// A lab's state <-> the part of the address after "#".
//
//   #lab=svr                 the lab as it opens
//   #lab=svr&q=1c1           the state that shows a claim best ("#q=1c1" alone does, too)
//   #lab=svr&s=1.<packed>    everything: the fields that differ from the named starting state they began with
//   ...&w=1                  widget: no header, for use inside another page
//   ...&lang, theme, hide, lock    what a page around may want; read in frame/
//   ...&task=ID              begins this task; with s, goes on with it; of several by comma, the list; read in tasks/
//   ...&predict=1                controls ask what is expected before they show it; read in predict/
//   ...&tour=1               the lab's tour begins, or goes on; read by the shell, and in no address that it writes
//
// A link comes from anywhere. Whatever is wrong with one is a Refusal; nothing in here throws.
import { difference, sameValue } from "./equal.ts";
import { isRefusal, type Refusal, readFields, refusal } from "./fields.ts";
import type { LabModel } from "./lab.ts";
import { MAX_PACKED, pack, unpack } from "./pack.ts";

/** Version of the packed form. Another one is refused: fields may have changed their meaning. */
const VERSION = "1";
/** Room for everything but the packed state. */
const MAX_REST = 2000;

/** What the page around may want besides, unread. */
export const WISHES = ["lang", "theme", "hide", "lock", "task", "predict"] as const;
/** A name or names by comma; whatever else came is left out. */
const wish = (text: string) => text.slice(0, MAX_REST).replace(/[^\w.,-]/g, "");
export type Wishes = Partial<Readonly<Record<(typeof WISHES)[number], string>>>;

export interface Address {
  lab: string | null;
  claim: string | null;
  /** The `s` parameter, unread. */
  packed: string | null;
  widget: boolean;
  wishes?: Wishes;
}

/** What url needs of a lab's model. */
export type LinkModel<State extends object> = Pick<
  LabModel<State>,
  "table" | "claims" | "initial" | "inconsistency" | "bringExamples" | "forClaim" | "base"
>;

/**
 * A hash as it was written, where mail programs, wikis and messengers have encoded it on its way, once or more often, or broken its
 * line. An address of ours has no space and no character that needs encoding, so this changes none. What follows an "amp" is bounded:
 * else a hostile link would have each of its many look through all of the rest.
 */
function asWritten(hash: string): string {
  return hash
    .replace(/%(?:25)*([0-7][\da-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\s/g, "")
    .replace(/&(?:amp;|#0*38;|#x0*26;|amp(?=\w{1,9}=))+/gi, "&")
    .replace(/^#/, "");
}

/** No value of ours ends in a mark: that belongs to the sentence around the link. In one pass, however many marks a hostile link has. */
function withoutMarks(value: string): string {
  let end = value.length;
  while (end > 0 && !/[\w-]/.test(value.charAt(end - 1))) end--;
  return value.slice(0, end);
}

/** @param hash location.hash, with or without its "#" */
export function parseAddress(hash: string): Address | Refusal {
  if (hash.length > MAX_PACKED + MAX_REST) return refusal("link-too-long", "", `${hash.length}`, `${MAX_PACKED}`);
  const text = asWritten(hash);
  const part = new URLSearchParams(text);
  const value = (name: string) => {
    const given = part.get(name);
    return given === null ? null : withoutMarks(given);
  };
  const address: Address = { lab: value("lab"), claim: value("q"), packed: value("s"), widget: value("w") === "1" };
  const said = WISHES.flatMap((name) => (part.has(name) ? [[name, wish(value(name) ?? "")]] : []));
  const says = said.length > 0 || Object.values(address).some((each) => each !== null && each !== false);
  if (said.length > 0) address.wishes = Object.fromEntries(said);
  return says || text === "" ? address : refusal("link-unknown", "", text);
}

/** @returns the hash with its "#"; "" for an address that says nothing */
export function formatAddress({ lab, claim, packed, widget, wishes = {} }: Address): string {
  const parts: string[] = [];
  if (lab !== null) parts.push(`lab=${encodeURIComponent(lab)}`);
  if (claim !== null) parts.push(`q=${encodeURIComponent(claim)}`);
  if (packed !== null) parts.push(`s=${encodeURIComponent(packed)}`);
  if (widget) parts.push("w=1");
  for (const [name, value] of Object.entries(wishes)) if (value) parts.push(`${name}=${value}`);
  return parts.length === 0 ? "" : `#${parts.join("&")}`;
}

/** @returns the state an address asks for; with a refusal, the lab's initial state */
export async function readState<State extends object>(
  model: LinkModel<State>,
  address: Address,
): Promise<{ state: State; refusal: Refusal | null }> {
  const read = await tryRead(model, address);
  return isRefusal(read) ? { state: model.initial(), refusal: read } : { state: read.state, refusal: null };
}

async function tryRead<State extends object>(
  model: LinkModel<State>,
  address: Address,
): Promise<{ state: State } | Refusal> {
  if (address.packed !== null) return readPacked(model, address.packed);
  if (address.claim === null) return { state: model.initial() };
  if (!model.claims.includes(address.claim))
    return refusal("unknown-claim", "q", address.claim, model.claims.join(", "));
  await model.bringExamples?.();
  return { state: model.forClaim(address.claim) };
}

async function readPacked<State extends object>(
  model: LinkModel<State>,
  packed: string,
): Promise<{ state: State } | Refusal> {
  if (packed.length > MAX_PACKED) return refusal("link-too-long", "s", `${packed.length}`, `${MAX_PACKED}`);
  const dot = packed.indexOf(".");
  if (dot < 0) return refusal("link-damaged", "s");
  if (packed.slice(0, dot) !== VERSION) return refusal("link-version", "s", packed.slice(0, dot), VERSION);
  const unpacked = await unpack(packed.slice(dot + 1));
  if (unpacked === "damaged") return refusal("link-damaged", "s");
  if (unpacked === "too-large") return refusal("link-too-large", "s");
  let parsed: unknown;
  try {
    parsed = JSON.parse(unpacked.text);
  } catch {
    return refusal("link-damaged", "s");
  }
  const named = model.base && Object(parsed)[model.base.key];
  if (typeof named === "string") await model.base?.bring?.(named);
  return fromFields(model, parsed);
}

/** The state that these fields, laid over the starting state they name, describe. What that state is made of has to be here (`base.bring`). */
export function fromFields<State extends object>(model: LinkModel<State>, parsed: unknown): { state: State } | Refusal {
  const read = readFields(model.table, parsed);
  if (isRefusal(read)) return read;
  // The table has judged every value, so these are fields of State.
  const fields = read.fields as Partial<State>;
  const state = { ...startOf(model, { ...model.initial(), ...fields }), ...fields };
  const quarrel = model.inconsistency(state);
  return quarrel === null ? { state } : refusal("inconsistent", "", quarrel);
}

/** The fields of `state` that a link must carry. */
export function toFields<State extends object>(model: LinkModel<State>, state: State): Partial<State> {
  const fields: Partial<State> = difference(startOf(model, state), state) ?? {};
  const key = model.base?.key as keyof State | undefined;
  if (key !== undefined && !sameValue(state[key], model.initial()[key])) fields[key] = state[key];
  return fields;
}

/** The named starting state that `state` says it began with. */
function startOf<State extends object>(model: LinkModel<State>, state: State): State {
  return model.base ? model.base.state(String(state[model.base.key as keyof State])) : model.initial();
}

/** @returns the `s` parameter; "" when the state is the lab's initial one; null when there is too much for a link */
export async function packState<State extends object>(model: LinkModel<State>, state: State): Promise<string | null> {
  const fields = toFields(model, state);
  if (Object.keys(fields).length === 0) return "";
  const packed = await pack(JSON.stringify(fields), MAX_PACKED - VERSION.length - 1);
  return packed === null ? null : `${VERSION}.${packed}`;
}

/** The hash that opens a lab with these fields of its state, laid over its initial one; without them where they are too much for a link. */
export async function fieldsAddress(lab: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
  const packed = await pack(JSON.stringify(fields), MAX_PACKED - VERSION.length - 1);
  return formatAddress({ lab, claim: null, packed: packed === null ? null : `${VERSION}.${packed}`, widget: false });
}
