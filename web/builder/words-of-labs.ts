// The words of the labs that this page repeats: titles of claims and of starting states. Each lab's are loaded when it is chosen.
/// <reference types="vite/types/importMeta.d.ts" />

type Titles = Readonly<Record<string, { readonly title: string }>>;

const claims = import.meta.glob<{ claims: { claims: Titles } }>("../labs/*/messages/claims.en.ts");
const presets = import.meta.glob<{ presets: Titles | { readonly sets: Titles } }>("../labs/*/messages/presets.en.ts");

export interface LabWords {
  readonly claims: Titles;
  readonly presets: Titles;
}

export async function wordsOf(lab: string): Promise<LabWords> {
  const [claim, preset] = await Promise.all([
    claims[`../labs/${lab}/messages/claims.en.ts`]?.(),
    presets[`../labs/${lab}/messages/presets.en.ts`]?.(),
  ]);
  const titles = preset?.presets ?? {};
  // One lab has words of another kind beside its data sets'.
  return { claims: claim?.claims.claims ?? {}, presets: "sets" in titles ? (titles.sets as Titles) : titles };
}
