// What is hidden or locked now: names of fields of the state and of parts (frame/parts.ts). What is hidden is not in the document; what
// is locked is shown, disabled, and no edit changes it. The page around fills it by frame/, a task that runs by tasks/, both before a
// lab is put up.

export interface Lock {
  /** With the fields of a locked part. */
  readonly names: ReadonlySet<string>;
  /** Why, a sentence for the reader. */
  readonly why: string;
  /** What is said of an edit that was refused; takes {name}. */
  readonly edit: string;
  /** What {name} is for some fields, where their own names say nothing to the reader. */
  readonly called?: Readonly<Record<string, string>>;
}

export const restraints = {
  hidden: new Set<string>() as ReadonlySet<string>,
  /** By the page around. */
  page: null as Lock | null,
  /** By the task that runs. */
  task: null as Lock | null,
};

export const isHidden = (name: string): boolean => restraints.hidden.has(name);

/** @returns the lock of one of these; null where there is none */
export const lockWith = (...names: readonly string[]): Lock | null =>
  [restraints.page, restraints.task].find((lock) => names.some((name) => lock?.names.has(name))) ?? null;

/** @returns the sentence that says why; null where it can be changed */
export const lockOf = (...names: readonly string[]): string | null => lockWith(...names)?.why ?? null;
