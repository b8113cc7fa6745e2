// What the picture says to those who do not see it: extremes of what is measured, how many gates are saturated, and each line along
// the steps.
import { format } from "../../../../host/messages/format.ts";
import { extremes } from "../../../../kit/points/extremes.ts";
import type { Spoken, WalkedCurve } from "../../../../kit/stages/spoken.ts";
import { flow } from "../../messages/flow.en.ts";
import { flowSpoken as words } from "../../messages/flow-spoken.en.ts";
import type { Layout } from "./layout.ts";
import { powerText } from "./log-number.ts";
import { at, CELLS, type CellName, LIMITS, LINES, MARKS, type Mark, type Scene } from "./scene.ts";

/** The line of a view that all is about. */
const MEASURED = { gradient: "logDc", memory: "logHorizon" } as const;

function sizes({ answer, view }: Scene, name: CellName): string[] {
  const field = MEASURED[view];
  const values = answer[name][field];
  const line = LINES[view].find((each) => each.field === field)?.text ?? "";
  const [found, cell] = [extremes(values), flow.cells[name]];
  if (found === null) return [];
  const { low, high, lowAt, highAt } = found;
  const [least, most] = [powerText(low), powerText(high)];
  const under = values.filter((value) => value <= LIMITS.float.least).length;
  const over = values.filter((value) => value > LIMITS.float.most).length;
  return [
    low === high
      ? format(words.level, { cell, line, value: most })
      : format(words.range, { cell, line, high: most, highT: highAt + 1, low: least, lowT: lowAt + 1 }),
    ...(under + over > 0 ? [format(words.float, { cell, under, over })] : []),
  ];
}

function gates({ answer }: Scene, name: CellName): string {
  const marks = answer[name].forgetMarks;
  const share = (mark: Mark) => {
    const count = Array.from(marks).filter((bits) => (bits & MARKS[mark]) !== 0).length;
    return Math.round((100 * count) / Math.max(1, marks.length));
  };
  return format(words.gates, {
    ...{ cell: flow.cells[name], open: share("open"), closed: share("closed") },
    ...{ flat: share("flat"), dead: share("dead") },
  });
}

/** @param layout as it is on the page  @param table of all steps */
export function spokenOfFlow(
  scene: () => Scene | null,
  layout: () => Layout | null,
  table: () => HTMLElement | null,
): Spoken {
  return {
    title: words.title,
    told() {
      const now = scene();
      if (now === null) return "";
      return CELLS.flatMap((name) => [...sizes(now, name), gates(now, name)]).join(words.between);
    },
    table,
    curves() {
      const now = scene();
      if (now === null) return [];
      // What is measured first, as in the legend.
      const lines = [...LINES[now.view]].sort((a, b) => b.width - a.width);
      return lines.flatMap(({ field, text }) =>
        CELLS.map(
          (name): WalkedCurve => ({
            name: format(words.curve, { line: text, cell: flow.cells[name] }),
            ...{ length: now.T, start: now.t - 1 },
            at: (k) => format(words.at, { t: k + 1, value: powerText(at(now.answer[name], field, k + 1)) }),
            place(k) {
              const block = layout()?.blocks.find(({ cell }) => cell === name);
              const value = at(now.answer[name], field, k + 1);
              if (block === undefined || !Number.isFinite(value)) return null;
              return { x: block.left + block.frame.x(k + 1), y: block.top + block.frame.y(value) };
            },
            heard(k) {
              const [low, high] = layout()?.blocks[0].frame.y.domain ?? [0, 1];
              return { value: at(now.answer[name], field, k + 1), axis: { domain: [low, high] } };
            },
          }),
        ),
      );
    },
  };
}
