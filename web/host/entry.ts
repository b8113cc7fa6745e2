// How a lab is listed: what the shell shows of it before it is opened, and where its files are.
import type { LabModel, LabView } from "./lab.ts";

export interface LabEntry<State extends object = object, Request = unknown, Frame = unknown> {
  readonly id: string;
  /** The part of the library that its solver uses: an entry of wasm/parts.json. */
  readonly part: string;
  /** The problem of the assignment. */
  readonly problem: string;
  /** What its claims begin with, and no other lab's, so that "#q=1c1" finds its lab unopened; the problem where none is given. */
  readonly claims?: string;
  /** Of a problem with several labs, which stand together in the list: its name. */
  readonly group?: string;
  readonly title: string;
  model(): Promise<{ default: LabModel<State> }>;
  view(): Promise<{ default: LabView<State, Request, Frame> }>;
}

/** All labs, in the order of the menu, and the one that an address without a lab opens. */
export interface LabList {
  readonly labs: readonly LabEntry[];
  /** Its id. */
  readonly first: string;
}

/** The lab an address means: the one it names, the one whose claim it names, or the first to open. */
export function entryAt(
  { labs, first }: LabList,
  { lab, claim }: { lab: string | null; claim: string | null },
): LabEntry | undefined {
  const named = (id: string | null) => labs.find((entry) => entry.id === id);
  const prefix = ({ problem, claims = problem }: LabEntry) => claims;
  const claimed = labs.filter((entry) => lab === null && claim?.startsWith(prefix(entry)));
  // The longest prefix: "4v" is the VAE's, the rest of "4" the chain's.
  const [best] = claimed.sort((a, b) => prefix(b).length - prefix(a).length);
  return named(lab) ?? best ?? named(first);
}

/** Checks that a lab's files fit one another, then forgets its types: the shell handles all labs alike. */
export function lab<State extends object, Request, Frame>(entry: LabEntry<State, Request, Frame>): LabEntry {
  return entry as unknown as LabEntry;
}
