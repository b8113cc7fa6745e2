// What a teacher has chosen, and the parameters of the address that says so. The page's own hash is such an address, too.
import { hashOf, type Parameters } from "../embed/address.ts";
import { entryAt, type LabEntry, type LabList } from "../host/entry.ts";
import { isRefusal, type Refusal } from "../host/fields.ts";
import type { Field, LabModel } from "../host/lab.ts";
import { fromFields, packState, parseAddress, readState, toFields } from "../host/url.ts";

export type Model = LabModel<object>;
export type Fields = Readonly<Record<string, unknown>>;

export interface Choice {
  readonly lab: string;
  readonly claim: string | null;
  /** The fields of a link that was pasted; null: it begins as the lab or the claim does. */
  readonly given: Fields | null;
  /** A named starting state instead of that. */
  readonly preset: string | null;
  readonly seed: number | null;
  readonly whole: boolean;
  /** "": the one that the reader's browser chooses. */
  readonly lang: string;
  /** "": as the reader's system is. */
  readonly theme: string;
  readonly hide: readonly string[];
  readonly lock: readonly string[];
  /** px; null: it follows its content. */
  readonly height: number | null;
}

export const THEMES = ["", "light", "dark"] as const;
export const LANGUAGES = ["", "en", "zh-TW"] as const;
export const HEIGHTS = { min: 160, max: 4000 } as const;
/** The field of all random draws that have no seed of their own. */
export const SEED = "seed";

/** Names by comma, as the page takes them. */
const namesIn = (text: string | null) => (text ?? "").split(",").filter((name) => /^[\w-]{1,40}$/.test(name));

export function wholeNumber(text: string | null, { min, max }: { min: number; max: number }): number | null {
  const value = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= min && value <= max ? value : null;
}

/** The seed's field, where the lab has one. */
export function seedField({ table }: Model): Extract<Field, { kind: "number" }> | null {
  const field = Object.hasOwn(table, SEED) ? table[SEED] : undefined;
  return field?.kind === "number" ? field : null;
}

export const plain = (lab: string): Choice => ({
  lab,
  claim: null,
  given: null,
  preset: null,
  seed: null,
  whole: false,
  lang: "",
  theme: "",
  hide: [],
  lock: [],
  height: null,
});

/** Whether this is an address of a lab at all. @param link with its hash, or the hash alone */
export function hashIn(link: string): string | null {
  const hash = link.trim().replace(/^[^#]*/, "");
  const address = parseAddress(hash);
  if (isRefusal(address) || hash === "") return null;
  return (address.lab ?? address.claim ?? address.packed) === null ? null : hash;
}

/** What an address asks for. Where it asks for something that cannot be, a refusal, and the lab as it opens. */
export async function choiceAt(
  list: LabList,
  hash: string,
): Promise<{ entry: LabEntry; model: Model; choice: Choice; refusal: Refusal | null }> {
  const parsed = parseAddress(hash);
  const address = isRefusal(parsed) ? { lab: null, claim: null, packed: null, widget: true } : parsed;
  const entry = entryAt(list, address) as LabEntry;
  const { default: model } = await entry.model();
  const { state, refusal } = await readState(model, address);
  const { claim } = state as { claim?: string };
  const rest = new URLSearchParams(hash.slice(1));
  const [theme, lang] = [rest.get("theme"), rest.get("lang")];
  const choice: Choice = {
    ...plain(entry.id),
    claim: model.claims.find((id) => id === claim) ?? null,
    given: address.packed === null || refusal ? null : { ...toFields(model, state) },
    whole: rest.get("w") === "0",
    theme: THEMES.find((known) => known === theme) ?? "",
    lang: LANGUAGES.find((known) => known === lang) ?? "",
    hide: namesIn(rest.get("hide")),
    lock: namesIn(rest.get("lock")),
    height: wholeNumber(rest.get("height"), HEIGHTS),
  };
  return { entry, model, choice, refusal: isRefusal(parsed) && hash !== "" ? parsed : refusal };
}

/** The fields that it begins with; null where the address of the lab or the claim says it all. */
function fieldsOf(model: Model, { claim, given, preset, seed }: Choice): Fields | null {
  if (given === null && preset === null && seed === null) return null;
  // What a claim's example sets is about its own data.
  const example = () => ({ ...toFields(model, claim === null ? model.initial() : model.forClaim(claim)) });
  const start: Fields = given ?? (preset === null ? example() : {});
  const none = model.table.claim?.default;
  return {
    ...start,
    ...(none === undefined ? {} : { claim: claim ?? none }),
    ...(preset !== null && model.base ? { [model.base.key]: preset } : {}),
    ...(seed === null ? {} : { [SEED]: seed }),
  };
}

/** The parameters that say so; a refusal where the parts do not fit together; null where there is too much for a link. */
export async function parametersOf(model: Model, choice: Choice): Promise<Parameters | Refusal | null> {
  await model.bringExamples?.();
  const fields = fieldsOf(model, choice);
  const named = model.base && fields?.[model.base.key];
  if (typeof named === "string") await model.base?.bring?.(named);
  const read = fields === null ? null : fromFields(model, fields);
  if (read !== null && isRefusal(read)) return read;
  const s = read === null ? "" : await packState(model, read.state);
  if (s === null) return null;
  return {
    lab: choice.lab,
    // A state has its claim in it.
    q: fields === null ? choice.claim : null,
    s,
    w: choice.whole ? "0" : "1",
    lang: choice.lang,
    theme: choice.theme,
    hide: choice.hide.join(","),
    lock: choice.lock.filter((name) => !choice.hide.includes(name)).join(","),
  };
}

/** The hash under which this page opens with the same choice. A link of a whole lab, when it is pasted, is to become a widget. */
export const hashOfChoice = (parameters: Parameters, { whole, height }: Choice): string =>
  hashOf(parameters) + (whole ? "&w=0" : "") + (height === null ? "" : `&height=${height}`);
