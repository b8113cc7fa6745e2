// What the import dialog is given, and what it gives.
import type { CsvLimits } from "./csv.ts";

/** Columns as chosen: x row-major (n*d). */
export interface Imported {
  xNames: string[];
  d: number;
  x: number[];
  /** The column with a meaning of its own, (n) values; null when none was chosen. */
  target: { name: string; values: number[] } | null;
}

/** The column with a meaning of its own: what is to be predicted, a weight. */
export interface ImportTarget {
  /** A letter or a word over its choices. */
  title: string;
  /** "Use {name} as ...". */
  use: string;
  /** Words for doing without one; absent: there must be one. */
  none?: string;
  /** Why a column cannot be it, a sentence; "" when it can. */
  /** Which column it is until the user says otherwise, as its index; -1 for none. Left out: none, or the last one where there must be one. */
  preselect?: (columns: readonly Usable[]) => number;
  objection?: (name: string, values: readonly number[]) => string;
}

/** A column of numbers throughout. */
export interface Usable {
  /** As the table has it; "" for none. */
  name: string;
  /** Among all columns of the table. */
  index: number;
  values: readonly number[];
}

export interface ImportOptions {
  limits: CsvLimits;
  /** Least (default 1) and most columns that can be inputs. */
  minInputs?: number;
  maxInputs: number;
  /** Which columns are inputs until the user says otherwise, as their indices; left out: the first ones. */
  preselect?: (columns: readonly Usable[]) => readonly number[];
  /** What the table is to hold, a sentence or two; left out: that of any table of numbers. */
  intro?: string;
  /** In the empty box for pasting; left out: that of any table. */
  placeholder?: string;
  /** Longest column name kept. */
  maxName: number;
  /** Left out: every column that is used is an input. */
  target?: ImportTarget;
  apply: (data: Imported) => void;
  notify: (text: string, tone: "trouble") => void;
}

export interface ImportDialog {
  open(): void;
  /** Open with this file already read. */
  take(file: Blob): void;
  takeText(text: string): void;
  dispose(): void;
}
