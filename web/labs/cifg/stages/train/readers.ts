// The readers of the stage's pictures (kit/stages/reader.ts), and the places of their tables.
import type { PlacedChart } from "../../../../kit/charts/chart-row.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import type { Reader } from "../../../../kit/stages/reader.ts";
import { placeIn } from "../../../../kit/stages/series.ts";
import type { Frame } from "../../../../plot/frame.ts";
import type { Scene } from "./scene.ts";

export interface Pictures {
  readonly plot: HTMLElement;
  readonly charts: HTMLElement;
  readonly gates: HTMLElement;
  /** After this comes the table of the plot; the others' come after their pictures. */
  readonly afterPlot: HTMLElement;
}

export interface Shown {
  scene(): Scene;
  /** Of the forecasts of a series. */
  frame(): Frame | null;
  charts(): readonly PlacedChart[];
}

/** A place for a table; nothing else is drawn there. */
function placeAfter(element: HTMLElement): HTMLElement {
  const place = document.createElement("div");
  element.after(place);
  return place;
}

export function mountReaders({ plot, charts, gates, afterPlot }: Pictures, shown: Shown): readonly Reader[] {
  const spoken = () => import("./spoken.ts");
  const inCharts = (chart: number, x: number, y: number) => {
    const at = shown.charts()[chart];
    return at === undefined ? null : placeIn(at.frame, x, y, at.left, at.top);
  };
  return [
    readLate(plot, placeAfter(afterPlot), async () => (await spoken()).spokenOfPlot(shown.scene, shown.frame)),
    readLate(charts, placeAfter(charts), async () => (await spoken()).spokenOfCharts(shown.scene, inCharts)),
    readLate(gates, placeAfter(gates), async () => (await spoken()).spokenOfGates(shown.scene)),
  ];
}
