// The legend of the SVDD lab's main plot.
import type { LegendItem } from "../../../kit/charts/legend.ts";
import { brokenItems } from "../../../kit/main-plot/broken.ts";
import { caseItems } from "../../../kit/main-plot/case-legend.ts";
import { LOOKS, TINT } from "../looks.ts";
import { en } from "../messages/en.ts";
import type { Scene } from "./scene.ts";

const words = en.picture;

export function legendItems(scene: Scene): LegendItem[] {
  const { ball, levels, rho, view } = scene;
  const items: LegendItem[] = [];
  if (rho !== null && (ball !== null || levels !== null || view === "strip"))
    items.push({
      swatch: { line: "tube" },
      text: ball?.shadow === true && view === "plane" ? words.shadow : words.sphere,
    });
  if (rho !== null && rho[2] > rho[0])
    items.push({ swatch: { area: "tube", alpha: TINT.band + TINT.ball }, text: words.band });
  if (ball !== null && view !== "strip") items.push({ swatch: { line: "pair" }, text: words.pull });
  if (ball !== null && view === "plane") items.push({ swatch: { line: "muted", dash: [3, 2] }, text: words.slack });
  if (view === "plane" && levels !== null) items.push({ swatch: { line: "inside" }, text: words.levels });
  if (scene.trial !== null || (ball !== null && ball.trial !== null))
    items.push({ swatch: { line: "accent", dash: [5, 4] }, text: words.trial });
  return [...items, ...caseItems(scene, LOOKS, words.legend, [0, 1, 2]), ...brokenItems(scene.open, scene.broken)];
}
