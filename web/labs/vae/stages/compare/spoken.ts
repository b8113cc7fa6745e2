// What the stage says of its grids to those who do not see them: which of the images that are drawn have a mark, and why.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import type { Spoken } from "../../../../kit/stages/spoken.ts";
import { compare as words } from "../../messages/compare.en.ts";
import { spoken as all } from "../../messages/spoken.en.ts";
import type { JudgedSet } from "./request.ts";
import type { Panel } from "./scene.ts";

const { compare: say } = all;

/** As many images are named. */
const MOST = 6;

/** @param count of its images that are drawn */
function setText(id: Panel["id"], { asked, figures }: JudgedSet, count: number): string {
  const { close, classified, nearest } = figures;
  const drawn = Array.from({ length: count }, (_, k) => k);
  const wrong = drawn.filter((k) => classified.label[k] !== asked[k]);
  const closest = drawn.reduce((best, k) => {
    return (nearest.distance[k] as number) < (nearest.distance[best] as number) ? k : best;
  }, 0);
  const named = wrong
    .slice(0, MOST)
    .map((k) => format(say.one, { k: k + 1, asked: asked[k] as number, label: classified.label[k] as number }));
  if (wrong.length > MOST) named.push(format(say.more, { n: wrong.length - MOST }));
  const counts = { close: drawn.filter((k) => close[k] === 1).length, wrong: wrong.length };
  return [
    format(say.set, { name: words.sets[id], count, ...counts }),
    ...(wrong.length === 0 ? [] : [format(say.wrong, { list: named.join(all.list) })]),
    format(say.closest, { k: closest + 1, distance: formatNumber(nearest.distance[closest] as number) }),
  ].join(all.join);
}

/** @param table the figures of each set */
export function spokenOf(
  panels: () => readonly Panel[],
  set: (id: Panel["id"]) => JudgedSet | null,
  table: () => HTMLElement | null,
): Spoken {
  return {
    title: say.title,
    table,
    told: () =>
      panels()
        .flatMap(({ id, grid }) => {
          const found = set(id);
          return found === null || grid.count === 0
            ? []
            : [setText(id, found, Math.min(grid.count, found.asked.length))];
        })
        .join(all.join),
  };
}
