// Which claims are broken on purpose, and with which mistake. The state and its link say it in one list: "1a" for the plain mistake
// that every claim has, "1a:code" for another one of the claim's.

/** By claim: the codes of its mistakes without "plain", hypothesis switches among them. */
export type Mistakes<Id extends string> = Readonly<Record<Id, readonly string[]>>;

/** The mistake that every claim has: it perturbs what is judged. */
export const PLAIN = "plain";

const entryOf = (id: string, mistake: string) => (mistake === PLAIN ? id : `${id}:${mistake}`);

/** Every entry that the list may have. */
export function brokenEntries<Id extends string>(ids: readonly Id[], mistakes: Mistakes<Id>): string[] {
  return ids.flatMap((id) => [PLAIN, ...mistakes[id]].map((mistake) => entryOf(id, mistake)));
}

const isAbout = (entry: string, id: string) => entry === id || entry.startsWith(`${id}:`);

/** The code of the mistake that a claim is broken with, "" for none. */
export function mistakeOf(broken: readonly string[], id: string): string {
  const entry = broken.find((each) => isAbout(each, id));
  if (entry === undefined) return "";
  return entry === id ? PLAIN : entry.slice(id.length + 1);
}

/** The list with this claim broken with this mistake, and no other; "" mends it. */
export function withMistake(broken: readonly string[], id: string, mistake: string): string[] {
  const others = broken.filter((entry) => !isAbout(entry, id));
  return mistake === "" ? others : [...others, entryOf(id, mistake)];
}

/** How the library is asked for a claim: intact, with the plain mistake, or with the one of this code. */
export function brokenBy(broken: readonly string[], id: string): boolean | string {
  const mistake = mistakeOf(broken, id);
  return mistake === PLAIN || (mistake !== "" && mistake);
}

/** The code of the mistake that a request asks for. */
export function requestedMistake(broken: boolean | string): string {
  return broken === true ? PLAIN : broken || "";
}
