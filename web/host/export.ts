// Saving things as files: a button that unfolds into a list of them. Nothing leaves the page: files are made here and handed to
// the browser. It knows no lab: what there is to save and how it is made are the owner's.

import { type Surface, surfacesIn } from "../plot/surface.ts";
import type { ExportItem } from "./export-file.ts";
import { en } from "./messages/en.ts";
import { format } from "./messages/format.ts";
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
  items: () => readonly ExportItem[],
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
 * The main picture and the open claim's, as files. They are drawn by code that is fetched when one is asked for.
 * @param main null while there is nothing on it  @param parts what the names of the files begin with
 */
export function pictureItems(
  main: Surface | null,
  parts: readonly string[],
  address: () => Promise<string | null>,
): ExportItem[] {
  const article = document.querySelector<HTMLElement>("[data-open-claim]");
  const id = article?.dataset.openClaim ?? "";
  const claim = article?.querySelector(".proof-chip-id")?.textContent ?? id;
  const item = (key: keyof typeof words.pictures, surfaces: readonly Surface[], name: string): ExportItem => {
    const kind = key.endsWith("vg") ? "svg" : "png";
    const { label, hint } = words.pictures[key];
    return {
      ...{ id: key, label: format(label, { claim }), hint },
      ready: surfaces.some(({ width }) => width > 0),
      picture: true,
      make: async (onScreen) => {
        const { pictureFile } = await import("./picture-file.ts");
        const file = await pictureFile(kind, surfaces, name !== "", await address(), onScreen);
        return { name: fileName([...parts, name], kind), ...file };
      },
    };
  };
  const mains = main === null ? [] : [main];
  const items = [item("png", mains, ""), item("svg", mains, "")];
  if (article === null) return items;
  const own = surfacesIn(article);
  return [...items, item("claimPng", own, id), item("claimSvg", own, id)];
}

/** A file name that every system takes, from words joined by hyphens: "svr-old-faithful-solution.csv". */
export function fileName(parts: readonly string[], extension: string): string {
  const name = parts
    .map((part) =>
      part
        .normalize("NFKD")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-+|-+$/g, ""),
    )
    .filter((part) => part !== "")
    .join("-");
  return `${name || "data"}.${extension}`;
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
