// Which method made which steps of the solver's path: how many, and where they take turns on the axis of the iterations.
import { fontOf } from "../../plot/frame.ts";
import { label, rule } from "../../plot/marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen } from "../../plot/pen.ts";
import type { Scale } from "../../plot/scale.ts";
import { en } from "../messages/en.ts";

const names = en.stepper.methods;

const SIZE = 11;
/** Between a rule and its label, between two labels, and least between two rules, px. */
const [ASIDE, SPACE, APART] = [4, 12, 3];
/** Room that the labels take above the data, px. */
export const LABELS = 16;

/** Steps of each method in a path, as the methods are numbered. */
export function stepsByMethod(method: ArrayLike<number>): number[] {
  const counts = names.map(() => 0);
  for (let k = 0; k < method.length; ++k) counts[method[k] as number] = (counts[method[k] as number] ?? 0) + 1;
  return counts;
}

/** Steps in a row by one method; `from` counts the steps before. */
interface Turn {
  readonly from: number;
  readonly method: number;
}

/** Empty where one method made all steps. */
export function turnsOf(method: ArrayLike<number>): Turn[] {
  const turns: Turn[] = [];
  for (let k = 0; k < method.length; ++k)
    if (method[k] !== turns.at(-1)?.method) turns.push({ from: k, method: method[k] as number });
  return turns.length > 1 ? turns : [];
}

export interface TurnLabel {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/**
 * A label begins at the rule of its turn. Where turns are so short that their labels would touch, they share one, with each name
 * once; and none goes over the right edge.
 */
export function labelsOf(pen: Pen, theme: Theme, x: Scale, turns: readonly Turn[], edge: number): TurnLabel[] {
  pen.font = fontOf(theme, SIZE);
  const labels: (TurnLabel & { readonly methods: readonly number[]; readonly wanted: number })[] = [];
  for (const { from, method } of turns) {
    let methods: readonly number[] = [method];
    let wanted = from === 0 ? x(0) : x(from + 0.5) + ASIDE;
    for (;;) {
      const text = methods.map((each) => names[each] ?? "").join(", ");
      const width = pen.measureText(text).width;
      const left = Math.max(0, Math.min(wanted, edge - width));
      const before = labels.at(-1);
      if (before === undefined || before.right + SPACE <= left) {
        labels.push({ text, left, right: left + width, methods, wanted });
        break;
      }
      labels.pop();
      methods = [...new Set([...before.methods, ...methods])];
      wanted = before.wanted;
    }
  }
  return labels;
}

/** Rules between the turns; those that would be one blur are left out. */
export function drawTurns(
  pen: Pen,
  theme: Theme,
  plane: { readonly x: Scale; readonly y: Scale },
  turns: readonly Turn[],
): void {
  let last = Number.NEGATIVE_INFINITY;
  for (const { from } of turns) {
    const at = plane.x(from + 0.5);
    if (from === 0 || at < last + APART) continue;
    rule(pen, plane, "x", from + 0.5, { stroke: theme.muted, width: 1, dash: [2, 3] });
    last = at;
  }
}

/** @param bottom where the data begin, px */
export function drawLabels(pen: Pen, theme: Theme, labels: readonly TurnLabel[], bottom: number): void {
  const style = { font: fontOf(theme, SIZE), fill: theme.muted, baseline: "middle" } as const;
  for (const { text, left } of labels) label(pen, text, left, bottom - LABELS / 2 - 1, style);
}
