// The KKT cases in the legend of a main plot.
import { format } from "../../host/messages/format.ts";
import type { LegendItem } from "../charts/legend.ts";
import { en } from "../messages/en.ts";
import type { Look } from "./looks.ts";
import type { PointScene } from "./scene.ts";

/**
 * The KKT cases and how many points are of each.
 * @param names by case
 * @param order of the items
 */
export function caseItems(
  scene: PointScene,
  looks: readonly Look[],
  names: readonly string[],
  order: readonly number[],
): LegendItem[] {
  const n = scene.x.length;
  const solved = scene.pending < n;
  const widest = "0".repeat(String(n).length);
  return order.map((kase) => {
    const named = (count: number | string) => format(en.picture.counted, { name: names[kase] ?? "", count });
    const text = named(solved ? (scene.counts[kase] ?? 0) : "");
    return { swatch: { point: looks[kase] as Look }, text, longest: named(widest) };
  });
}
