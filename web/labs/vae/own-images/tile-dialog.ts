// How a picture is cut into tiles: asked for before its images are used.
import { html, type TemplateResult } from "lit";
import "./tile-dialog.css";
import { openDialog } from "../../../host/dialog.ts";
import { format } from "../../../host/messages/format.ts";
import { drawImageGrid, layImageGrid } from "../../../kit/charts/image-grid.ts";
import { Surface } from "../../../plot/surface.ts";
import { MAX_OWN_IMAGES, MOST_INK, PIXELS } from "../fields.ts";
import { data as words } from "../messages/data.en.ts";
import { type Cut, guessedCut, type Picture, tilesOf } from "./tiles.ts";

const { tiles: say } = words;

/** @param use called with the (n*64) ink of the tiles */
export function openTiles(picture: Picture, use: (images: number[]) => void): void {
  let cut: Cut = guessedCut(picture);
  let images = tilesOf(picture, cut);

  const preview = document.createElement("div");
  preview.className = "tile-preview";
  function change(next: Partial<Cut>): void {
    cut = { ...cut, ...next };
    images = tilesOf(picture, cut);
    surface.invalidate();
    show(content());
  }
  const count = (name: "columns" | "rows") => html`<label>
    ${say[name]}
    <input type="number" class="input" min="1" max=${MAX_OWN_IMAGES} step="1" .value=${String(cut[name])} data-tiles=${name}
      @change=${(event: Event) => {
        const value = Math.round((event.currentTarget as HTMLInputElement).valueAsNumber);
        change({ [name]: Number.isFinite(value) ? Math.max(1, Math.min(MAX_OWN_IMAGES, value)) : cut[name] });
      }} />
  </label>`;
  const submit = (event: Event) => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).closest("dialog")?.close();
    use(images);
  };
  function content(): TemplateResult {
    const [n, all] = [images.length / PIXELS, cut.columns * cut.rows];
    return html`<form class="tile-form" @submit=${submit}>
      <p>${format(say.intro, { width: picture.width, height: picture.height })}</p>
      <div class="tile-fields">
        ${count("columns")} ${count("rows")}
        <label class="tile-check">
          <input type="checkbox" .checked=${cut.dark} data-tiles="dark"
            @change=${(event: Event) => change({ dark: (event.currentTarget as HTMLInputElement).checked })} />
          ${say.dark}
        </label>
      </div>
      ${preview}
      <p role="status">${format(n < all ? say.some : say.count, { n, all })}</p>
      <button type="submit" class="button primary" data-tiles="use">${say.use}</button>
    </form>`;
  }
  const show = openDialog(say.title, content());
  // In the page by now: its place and its colours come from there.
  const surface = new Surface(
    preview,
    {
      all(pen, { width, height }, theme) {
        const order = Array.from({ length: images.length / PIXELS }, (_, k) => k);
        const grid = layImageGrid({ left: 0, top: 0, width, height }, order);
        const border = { stroke: theme.grid, width: 1 };
        drawImageGrid(pen, theme, grid, { side: Math.sqrt(PIXELS), x: images, most: MOST_INK }, () => border);
      },
    },
    { label: say.preview, role: "img" },
  );
  preview.closest("dialog")?.addEventListener("close", () => surface.dispose());
}
