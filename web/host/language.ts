// The page in another language: loaded anew, with the state of its labs kept. The address carries that of the open lab; what is too
// much for it, and the other labs, wait in the tab's own storage. Loaded when the language is changed, and by the page that comes then.
/// <reference path="../build/solver-assets.d.ts" />
import { isRefusal, type Refusal } from "./fields.ts";
import type { LabModel, Store } from "./lab.ts";
import { change as words } from "./messages/language-change.en.ts";
import type { Notify } from "./notify.ts";
import { type Address, fromFields, toFields } from "./url.ts";

/** As web/language/choose.js reads it. */
const CHOICE = "proofground.language";
const STATES = "proofground.states";
/** Of all states, characters: browsers give a site about 5 million. */
const MOST = 4_000_000;
/** In the address of a page that finds states there. */
const KEPT = "&kept=1";

export interface Session {
  readonly model: LabModel<object>;
  readonly store: Store<object>;
}

export interface Page {
  /** The page as it is, with what a page around asks for; null where that is too much for an address. */
  address(): Promise<string | null>;
  /** The open lab; null where none is. */
  readonly open: string | null;
  /** The page with its lab alone. */
  readonly short: string;
  /** By the lab's id. */
  readonly sessions: ReadonlyMap<string, Session>;
  readonly notify: Notify;
}

/** Remember the choice on this device. @returns false where that is refused: the choice then has to stand in the address */
export function keepLanguage(tag: string): boolean {
  try {
    localStorage.setItem(CHOICE, tag);
    return true;
  } catch {
    return false;
  }
}

/** Keep what the address does not say. @param said the lab whose state it says; null for none  @returns whether it is kept */
function keepStates(sessions: ReadonlyMap<string, Session>, said: string | null): "kept" | "nothing" | "refused" {
  const states = [...sessions]
    .filter(([lab]) => lab !== said)
    .map(([lab, { model, store }]) => [lab, toFields(model, store.state)] as const)
    .filter(([, fields]) => Object.keys(fields).length > 0);
  if (states.length === 0) return "nothing";
  const text = JSON.stringify(Object.fromEntries(states));
  try {
    if (text.length > MOST) return "refused";
    sessionStorage.setItem(STATES, text);
    return "kept";
  } catch {
    return "refused";
  }
}

/**
 * Load the page anew, in the language that its address or the device now says.
 * @param tag that language, where it is known: without a network it may not be there
 * @param named the address has to say so
 * @returns false where something would be lost: nothing has happened then, and the user was told
 */
export async function loadAnew(
  { address, open, short, sessions, notify }: Page,
  tag: string,
  named = false,
): Promise<boolean> {
  const hash = await address();
  const kept = keepStates(sessions, hash === null ? null : open);
  // Where nothing may be stored, the other labs begin anew; the open one must not.
  const trouble = hash === null && kept !== "kept" ? words.tooLarge : (await isThere(tag)) ? null : words.unreachable;
  if (trouble !== null) {
    notify(trouble, "trouble");
    return false;
  }
  history.replaceState(null, "", (hash ?? short) + (named ? `&lang=${tag}` : "") + (kept === "kept" ? KEPT : ""));
  location.reload();
  return true;
}

/** Whether the page can be had in a language: it begins with this file. The single file has all inside. */
async function isThere(tag: string): Promise<boolean> {
  if (__SINGLE_FILE__) return true;
  try {
    const { files } = JSON.parse(document.getElementById("languages")?.textContent ?? "");
    const entry: string | undefined = files[tag]?.at(-1);
    return entry === undefined || (await fetch(entry)).ok;
  } catch {
    return false;
  }
}

/** Chosen by hand: it goes before what a link asked for. */
export async function changeLanguage(page: Page, tag: string): Promise<void> {
  const before = read(() => localStorage.getItem(CHOICE));
  const kept = keepLanguage(tag);
  if (!(await loadAnew(page, tag, !kept)) && kept) keepLanguage(before ?? "");
}

function read(get: () => string | null): string | null {
  try {
    return get();
  } catch {
    return null;
  }
}

export type Brought = (
  model: LabModel<object>,
  address: Address,
) => Promise<{ state: object; refusal: Refusal | null } | null>;

/** The states that were kept. Each is read when its lab is first opened, where the address does not say another one. */
export function broughtStates(): Brought {
  let states: Readonly<Record<string, unknown>> = {};
  try {
    states = Object(JSON.parse(read(() => sessionStorage.getItem(STATES)) ?? "{}"));
  } catch {
    // Not of our making.
  }
  const waiting = new Map(Object.entries(states));
  return async (model, { claim, packed }) => {
    const fields = waiting.get(model.id);
    waiting.delete(model.id);
    if (fields === undefined || claim !== null || packed !== null) return null;
    const base = model.base && Object(fields)[model.base.key];
    if (typeof base === "string") await model.base?.bring?.(base);
    const found = fromFields(model, fields);
    return isRefusal(found) ? { state: model.initial(), refusal: found } : { state: found.state, refusal: null };
  };
}
