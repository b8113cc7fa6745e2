// Bringing data in. The dialog is code of its own, loaded when it is first opened: a first visit does without.
import type { CsvLimits } from "./csv.ts";
import { en } from "./messages/en.ts";

/** 10 MB: as text of two columns far more than any lab takes, and still read in an instant. */
export const MAX_BYTES = 10_000_000;

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
  objection?: (name: string, values: readonly number[]) => string;
}

export interface ImportOptions {
  limits: CsvLimits;
  /** Least (default 1) and most columns that can be inputs. */
  minInputs?: number;
  maxInputs: number;
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

/** @param root where the closed dialog is put once it is loaded */
export function mountImport(root: HTMLElement, options: ImportOptions): ImportDialog {
  let loading: Promise<ImportDialog> | null = null;
  let disposed = false;

  function use(action: (dialog: ImportDialog) => void): void {
    loading ??= import("./import-dialog.ts").then(({ mountImportDialog }) => mountImportDialog(root, options));
    loading.then(
      (dialog) => {
        if (disposed) dialog.dispose();
        else action(dialog);
      },
      (error: unknown) => {
        // The next attempt loads it again.
        loading = null;
        console.error(error);
        options.notify(en.data.import.notLoaded, "trouble");
      },
    );
  }

  return {
    open: () => use((dialog) => dialog.open()),
    take: (file) => use((dialog) => dialog.take(file)),
    takeText: (text) => use((dialog) => dialog.takeText(text)),
    dispose() {
      disposed = true;
      loading?.then(
        (dialog) => dialog.dispose(),
        () => undefined,
      );
    },
  };
}
