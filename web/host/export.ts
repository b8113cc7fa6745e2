// Saving things as files: a button that unfolds into a list of them. Nothing leaves the page: files are made here and handed to
// the browser. It knows no lab: what there is to save and how it is made are the owner's.

import type { ExportItems } from "./export-file.ts";
import { en } from "./messages/en.ts";
import { isHidden } from "./restraints.ts";

const words = en.export;

export interface ExportMenu {
  /** Redraw after `items` would answer differently. */
  update(): void;
  dispose(): void;
}

/** The button; its list is loaded when it is first used. */
export function mountExport(
  root: HTMLElement,
  items: ExportItems,
  notify: (sentence: string, tone: "plain" | "trouble") => void,
): ExportMenu {
  let menu: ExportMenu | null = null;
  let gone = false;
  const host = document.createElement("div");
  host.className = "export";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button export-open";
  button.ariaExpanded = "false";
  button.textContent = words.open;
  button.onclick = () =>
    import("./export-menu.ts").then(
      ({ mountExportMenu }) => {
        if (gone || menu !== null) return;
        host.replaceChildren();
        const mounted = mountExportMenu(host, items, notify);
        menu = mounted;
        mounted.unfold();
      },
      () => notify(en.shell.unloaded, "trouble"),
    );
  host.append(button);
  if (!isHidden("export")) root.append(host);
  return {
    update: () => menu?.update(),
    dispose() {
      gone = true;
      menu?.dispose();
      host.remove();
    },
  };
}

/**
 * JSON that reads back to the same doubles. Typed arrays become arrays; JSON has no infinities, so they are the strings
 * "Infinity" and "-Infinity".
 */
export function exactJson(value: unknown): string {
  return JSON.stringify(
    value,
    (_, item: unknown) => {
      if (typeof item === "number" && !Number.isFinite(item)) return String(item);
      return ArrayBuffer.isView(item) && !(item instanceof DataView)
        ? Array.from(item as unknown as ArrayLike<number>)
        : item;
    },
    1,
  );
}
