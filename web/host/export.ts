// Saving things as files: a button that unfolds into a list of them. Nothing leaves the page: files are made here and handed to
// the browser. It knows no lab: what there is to save and how it is made are the owner's.
import { html, nothing, render } from "lit";
import "./export.css";
import { type Surface, surfacesIn } from "../plot/surface.ts";
import { en } from "./messages/en.ts";
import { format } from "./messages/format.ts";
import { isHidden } from "./restraints.ts";

const words = en.export;

export interface ExportItem {
  /** Stable, for tests and styles. */
  id: string;
  label: string;
  /** What is in it, a few words. */
  hint: string;
  /** Whether it can be made now. */
  ready: boolean;
  /** Whether its colours can be chosen. */
  picture?: boolean;
  /** @param onScreen of a picture: in the colours on screen, and not in the light ones */
  make: (onScreen: boolean) => ExportFile | Promise<ExportFile>;
}

export interface ExportFile {
  name: string;
  /** MIME type; of text with its charset. */
  type: string;
  data: string | Blob;
}

export interface ExportMenu {
  /** Redraw after `items` would answer differently. */
  update(): void;
  dispose(): void;
}

/** How long a made file's address stays valid for the browser to fetch it, ms. */
const REVOKE_MS = 60_000;

export function mountExport(
  root: HTMLElement,
  items: () => readonly ExportItem[],
  notify: (sentence: string, tone: "plain" | "trouble") => void,
): ExportMenu {
  let unfolded = false;
  /** Of the pictures' colours: until the list is folded. */
  let onScreen = false;
  const host = document.createElement("div");
  host.className = "export";
  if (!isHidden("export")) root.append(host);

  async function save(item: ExportItem): Promise<void> {
    const chosen = onScreen;
    fold(true);
    try {
      const file = await item.make(chosen);
      download(file);
      notify(format(words.saved, { name: file.name }), "plain");
    } catch (error) {
      // Making a picture can fail where memory or a canvas is refused; the page goes on.
      notify(format(words.failed, { reason: error instanceof Error ? error.message : String(error) }), "trouble");
    }
  }

  function fold(focus: boolean): void {
    if (!unfolded) return;
    [unfolded, onScreen] = [false, false];
    draw();
    if (focus) host.querySelector<HTMLElement>(".export-open")?.focus();
  }

  function toggle(): void {
    if (unfolded) fold(false);
    else unfold();
  }

  function unfold(): void {
    unfolded = true;
    draw();
    host.querySelector<HTMLElement>(".export-list button:not([disabled])")?.focus();
  }

  const choose = (event: Event) => {
    onScreen = (event.currentTarget as HTMLInputElement).checked;
  };
  const colours = html`<li><label>
    <input type="checkbox" data-export-colours @change=${choose} /> ${words.onScreen}
  </label></li>`;

  function draw(): void {
    const each = (item: ExportItem) => html`<li>
      <button type="button" data-export=${item.id} ?disabled=${!item.ready} @click=${() => save(item)}>
        <span>${item.label}</span> <small>${item.ready ? item.hint : words.notYet}</small>
      </button>
    </li>`;
    const all = unfolded ? items() : [];
    const pictures = all.filter(({ picture }) => picture);
    const list = unfolded
      ? html`<ul class="export-list" id="export-list" aria-label=${words.title}>
          ${pictures.map(each)} ${pictures.length > 0 ? colours : nothing}
          ${all.filter(({ picture }) => !picture).map(each)}
        </ul>`
      : nothing;
    render(
      html`<button type="button" class="button export-open" aria-expanded=${unfolded ? "true" : "false"} aria-controls="export-list"
          @click=${toggle}>${words.open}</button>${list}`,
      host,
    );
  }

  const abort = new AbortController();
  host.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !unfolded) return;
      event.stopPropagation();
      fold(true);
    },
    abort,
  );
  const leave = (event: Event) => {
    if (event.target instanceof Node && !host.contains(event.target)) fold(false);
  };
  document.addEventListener("pointerdown", leave, abort);
  host.addEventListener(
    "focusout",
    (event) => {
      if (event.relatedTarget instanceof Node && !host.contains(event.relatedTarget)) fold(false);
    },
    abort,
  );
  draw();
  return {
    update: () => {
      if (unfolded) draw();
    },
    dispose() {
      abort.abort();
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

/** Hand a file to the browser. */
export function download(file: ExportFile): void {
  const blob = typeof file.data === "string" ? new Blob([file.data], { type: file.type }) : file.data;
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_MS);
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
