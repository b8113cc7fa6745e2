// The handout's slips of a lab with their words, loaded before the first claim is shown: what comes later would push its picture down.
/// <reference types="vite/types/importMeta.d.ts" />
import type { Theory } from "../proof.ts";
import { tables } from "./list.ts";
import type { Slips } from "./slip.ts";

const texts = import.meta.glob<Theory | Promise<Theory>>("../../labs/*/slips.md", { import: "default" });
const messages = import.meta.glob<Readonly<Record<string, string>>>("../../labs/*/messages/slips.en.ts", {
  import: "slips",
});

export interface Loaded {
  readonly table: Slips;
  readonly texts: Theory;
  /** What each is, in a few words. */
  readonly titles: Readonly<Record<string, string>>;
}

const loaded = new Map<string, Loaded>();

/** @returns undefined until they are loaded, and of a lab that has none */
export const slipsOf = (lab: string): Loaded | undefined => loaded.get(lab);

/** @throws where a part of them does not arrive */
export async function loadSlips(lab: string): Promise<void> {
  if (loaded.has(lab)) return;
  const [table, theory, titles] = await Promise.all([
    tables[`../../labs/${lab}/slips.ts`]?.(),
    texts[`../../labs/${lab}/slips.md`]?.(),
    messages[`../../labs/${lab}/messages/slips.en.ts`]?.(),
  ]);
  if (table && theory && titles) loaded.set(lab, { table, texts: theory, titles });
}
