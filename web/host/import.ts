// Bringing data in. The dialog is code of its own, loaded when it is first opened: a first visit does without.
import type { ImportDialog, ImportOptions } from "./import-types.ts";
import { en } from "./messages/en.ts";

/** 10 MB: as text of two columns far more than any lab takes, and still read in an instant. */
export const MAX_BYTES = 10_000_000;

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
