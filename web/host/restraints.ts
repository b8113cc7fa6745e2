// What the page around this one has hidden or locked: names of fields of the state and of parts (frame/parts.ts). What is hidden is
// not in the document; what is locked is shown, disabled, and no edit changes it. Empty in a page of its own; frame/ fills it
// before a lab is put up.

export const restraints = {
  hidden: new Set<string>() as ReadonlySet<string>,
  /** With the fields of a locked part. */
  locked: new Set<string>() as ReadonlySet<string>,
  /** Why something is locked, a sentence for the reader. */
  why: "",
};

export const isHidden = (name: string): boolean => restraints.hidden.has(name);

/** @returns the sentence that says why; null where it can be changed */
export const lockOf = (...names: readonly string[]): string | null =>
  names.some((name) => restraints.locked.has(name)) ? restraints.why : null;
