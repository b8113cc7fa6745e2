// The parts of a page that can be hidden or locked by name, besides the fields of a lab's table, and how such names are read.
import type { LabModel, Table } from "../lab.ts";

/** What a lab says of its parts: which fields they change. */
export type PartFields = NonNullable<LabModel<object>["parts"]>;

export interface Part {
  readonly name: PartName;
  /** Whether it can be locked: what changes nothing can only be hidden. */
  readonly lockable: boolean;
}

export type PartName = "data" | "controls" | "proof" | "break" | "stages" | "stepper" | "export" | "open";

export const PARTS: readonly Part[] = [
  { name: "data", lockable: true },
  { name: "controls", lockable: true },
  { name: "proof", lockable: true },
  { name: "break", lockable: true },
  { name: "stages", lockable: true },
  { name: "stepper", lockable: true },
  { name: "export", lockable: false },
  { name: "open", lockable: false },
];

/** Most names in a list: more than any table has fields. */
const MOST_NAMES = 200;
/** Longest name that is repeated in a sentence. */
const LONGEST = 40;

/** Fields that every lab has in these parts (claims/fields.ts, stages/mount.ts). */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  proof: ["claim", "broken"],
  break: ["broken"],
  stages: ["stage"],
};

export interface Names {
  /** Those that are known, and for a lock the fields that a part changes. */
  readonly known: ReadonlySet<string>;
  readonly unknown: readonly string[];
}

/** @param text names by comma, from outside */
export function readNames(
  text: string,
  { table, parts }: { readonly table: Table; readonly parts?: PartFields | undefined },
  to: "hide" | "lock",
): Names {
  const known = new Set<string>();
  const unknown: string[] = [];
  for (const name of text.split(",").slice(0, MOST_NAMES)) {
    if (name === "") continue;
    const part = PARTS.find((each) => each.name === name);
    const isPart = part !== undefined && (to === "hide" || part.lockable);
    if (!isPart && !Object.hasOwn(table, name)) unknown.push(name.slice(0, LONGEST));
    else known.add(name);
    if (!isPart || to === "hide") continue;
    const fields = [...(COMMON[name] ?? []), ...(parts?.[name as keyof PartFields] ?? [])];
    for (const field of fields) if (Object.hasOwn(table, field)) known.add(field);
  }
  return { known, unknown };
}
