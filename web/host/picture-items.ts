// Pictures as files to save: the main one, and the open claim's.
import { type Surface, surfacesIn } from "../plot/surface.ts";
import { type ExportItem, fileName, type PictureItems } from "./export-file.ts";
import { exporting as words } from "./messages/export.en.ts";
import { format } from "./messages/format.ts";

/** They are drawn by code that is fetched when one is asked for. */
export const pictureItems: PictureItems = (main, parts, address) => {
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
};
