// How the SVR lab's points and lines look, and its legend.
import { caseItems, type LegendItem } from "../../../kit/charts/legend.ts";
import type { Look } from "../../../kit/main-plot/looks.ts";
import { en } from "../messages/en.ts";
import type { Scene } from "./scene.ts";

/** Look of each KKT case, below to above. */
export const LOOKS: readonly Look[] = [
  { colour: "below", shape: "triangle-down", open: false },
  { colour: "lower", shape: "diamond", open: false },
  { colour: "inside", shape: "circle", open: true },
  { colour: "upper", shape: "square", open: false },
  { colour: "above", shape: "triangle-up", open: false },
];

/** From the top of the picture downwards, as the points lie. */
const DOWNWARDS = [4, 3, 2, 1, 0];

/** How strongly the tube tints what lies behind it. */
export const TUBE_ALPHA = 0.16;

export function legendItems(scene: Scene): LegendItem[] {
  const words = en.picture;
  const items: LegendItem[] = [
    { swatch: { line: "fit" }, text: words.fit },
    { swatch: { area: "tube", alpha: TUBE_ALPHA }, text: words.tube },
  ];
  if (scene.lift !== null) items.push({ swatch: { line: "accent", dash: [5, 4] }, text: words.lift });
  return [...items, ...caseItems(scene, LOOKS, words.legend, DOWNWARDS)];
}
