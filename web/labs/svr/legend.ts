// The legend of the main picture: above the data, never on it, with as many rows as the width asks for. Part of the drawing, so
// that an exported picture has it too.
import { format } from "../../host/messages/format.ts";
import { fontOf } from "../../plot/frame.ts";
import { label, type Shape, type Style, symbol } from "../../plot/marks.ts";
import type { Role as Colour, Theme } from "../../plot/palette.ts";
import type { Pen } from "../../plot/pen.ts";
import { en } from "./messages/en.ts";
import type { Scene } from "./scene.ts";

/** Look of each KKT case, below to above: shape and colour say the same thing. An open circle is no support vector. */
export const LOOKS: readonly { readonly colour: Colour; readonly shape: Shape; readonly open: boolean }[] = [
  { colour: "below", shape: "triangle-down", open: false },
  { colour: "lower", shape: "diamond", open: false },
  { colour: "inside", shape: "circle", open: true },
  { colour: "upper", shape: "square", open: false },
  { colour: "above", shape: "triangle-up", open: false },
];

type Swatch = "fit" | "tube" | "lift" | number;

interface Item {
  swatch: Swatch;
  text: string;
  x: number;
  y: number;
}

export interface Legend {
  readonly items: readonly Item[];
  /** Room it takes from the top, px. */
  readonly height: number;
}

const SIZE = 12;
const LINE = 20;
const SWATCH = 16;
/** Between items, px: less where the picture is narrow. */
const SPACE = { wide: 14, narrow: 7, below: 480 } as const;

/** Place the legend in a width. */
export function layLegend(pen: Pen, width: number, theme: Theme, scene: Scene): Legend {
  const words = en.picture;
  pen.font = fontOf(theme, SIZE);
  const n = scene.x.length;
  const solved = scene.pending < n;
  // Places are those of the widest count, and nothing comes or goes while points are dragged: the picture stands still.
  const widest = "0".repeat(String(n).length);
  const wanted: [Swatch, string, string][] = [
    ["fit", words.fit, words.fit],
    ["tube", words.tube, words.tube],
  ];
  if (scene.lift !== null) wanted.push(["lift", words.lift, words.lift]);
  // From the top of the picture downwards, as the points lie.
  for (const kase of [4, 3, 2, 1, 0] as const) {
    const named = (count: number | string) => format(words.counted, { name: words.legend[kase], count });
    wanted.push([kase, named(solved ? scene.counts[kase] : ""), named(widest)]);
  }
  const space = width < SPACE.below ? SPACE.narrow : SPACE.wide;
  let [x, y] = [0, LINE / 2 + 2];
  const items = wanted.map(([swatch, text, longest]) => {
    const wide = SWATCH + 5 + pen.measureText(longest).width;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += LINE;
    }
    const item = { swatch, text, x, y };
    x += wide + space;
    return item;
  });
  return { items, height: y + LINE / 2 };
}

/** Draw a legend, its left end at `left`. */
export function drawLegend(pen: Pen, legend: Legend, left: number, theme: Theme): void {
  for (const { swatch, text, x, y } of legend.items) {
    const middle = left + x + SWATCH / 2;
    drawSwatch(pen, swatch, middle, y, theme);
    label(pen, text, left + x + SWATCH + 5, y, { font: fontOf(theme, SIZE), fill: theme.ink });
  }
}

function drawSwatch(pen: Pen, swatch: Swatch, x: number, y: number, theme: Theme): void {
  if (typeof swatch === "number") {
    const look = LOOKS[swatch];
    if (look !== undefined) symbol(pen, look.shape, x, y, 5, pointStyle(theme, swatch));
    return;
  }
  pen.save();
  pen.setLineDash(swatch === "lift" ? [5, 4] : []);
  pen.beginPath();
  if (swatch === "tube") {
    pen.rect(x - SWATCH / 2, y - 5, SWATCH, 10);
    pen.globalAlpha = TUBE_ALPHA;
    pen.fillStyle = theme.tube;
    pen.fill();
  } else {
    pen.moveTo(x - SWATCH / 2, y);
    pen.lineTo(x + SWATCH / 2, y);
    pen.lineWidth = 2;
    pen.strokeStyle = swatch === "fit" ? theme.fit : theme.accent;
    pen.stroke();
  }
  pen.restore();
}

/** How strongly the tube tints what lies behind it. */
export const TUBE_ALPHA = 0.16;

/** Fill and outline of a point of a KKT case. @param crowded where thousands of points leave no room for outlines */
export function pointStyle(theme: Theme, kase: number, crowded = false): Style {
  const look = LOOKS[kase];
  if (look === undefined) return pendingStyle(theme);
  if (crowded) return { fill: theme[look.colour] };
  // The ground's colour around a filled point keeps neighbours apart.
  return look.open
    ? { fill: theme.surface, stroke: theme[look.colour], width: 1.5 }
    : { fill: theme[look.colour], stroke: theme.surface, width: 1 };
}

/** A point that no solution knows yet. */
export function pendingStyle(theme: Theme): Style {
  return { fill: theme.surface, stroke: theme.grid, width: 1.5 };
}
