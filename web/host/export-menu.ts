// The list that the export button unfolds into. Loaded when the button is first used.
import { html, nothing, render } from "lit";
import "./export.css";
import { download, type ExportItem, type ExportItems } from "./export-file.ts";
import { exporting } from "./messages/data.en.ts";
import { exporting as words } from "./messages/export.en.ts";
import { format } from "./messages/format.ts";
import { pictureItems } from "./picture-items.ts";

/** @param host for the button and its list */
export function mountExportMenu(
  host: HTMLElement,
  items: ExportItems,
  notify: (sentence: string, tone: "plain" | "trouble") => void,
): { update(): void; unfold(): void; dispose(): void } {
  let unfolded = false;
  /** Of the pictures' colours: until the list is folded. */
  let onScreen = false;

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
        <span>${item.label}</span> <small>${item.ready ? item.hint : exporting.notYet}</small>
      </button>
    </li>`;
    const all = unfolded ? items(pictureItems) : [];
    const pictures = all.filter(({ picture }) => picture);
    const list = unfolded
      ? html`<ul class="export-list" id="export-list" aria-label=${words.title}>
          ${pictures.map(each)} ${pictures.length > 0 ? colours : nothing}
          ${all.filter(({ picture }) => !picture).map(each)}
        </ul>`
      : nothing;
    render(
      html`<button type="button" class="button export-open" aria-expanded=${unfolded ? "true" : "false"} aria-controls="export-list"
          @click=${toggle}>${exporting.open}</button>${list}`,
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
    unfold,
    dispose() {
      abort.abort();
    },
  };
}
