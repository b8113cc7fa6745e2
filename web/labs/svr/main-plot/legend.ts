// The legend of the SVR lab's main plot.
import type { LegendItem } from "../../../kit/charts/legend.ts";
import { brokenItems } from "../../../kit/main-plot/broken.ts";
import { caseItems } from "../../../kit/main-plot/case-legend.ts";
import { LOOKS, TUBE_ALPHA } from "../looks.ts";
import { en } from "../messages/en.ts";
import type { Scene } from "./scene.ts";

/** From the top of the plot downwards, as the points lie. */
const DOWNWARDS = [4, 3, 2, 1, 0];

export function legendItems(scene: Scene): LegendItem[] {
  const words = en.picture;
  const items: LegendItem[] = [
    { swatch: { line: "fit" }, text: words.fit },
    { swatch: { area: "tube", alpha: TUBE_ALPHA }, text: words.tube },
  ];
  if (scene.lift !== null) items.push({ swatch: { line: "accent", dash: [5, 4] }, text: words.lift });
  return [...items, ...caseItems(scene, LOOKS, words.legend, DOWNWARDS), ...brokenItems(scene.open, scene.broken)];
}
