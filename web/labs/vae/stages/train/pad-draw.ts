// The pad that x is drawn on, and beside it what the decoder makes of q's mean and of the posterior's mean.
import type { Area } from "../../../../kit/charts/image-grid.ts";
import { fitted, fontOf } from "../../../../plot/frame.ts";
import { label } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { type Pen, saved } from "../../../../plot/pen.ts";
import { MOST_INK } from "../../fields.ts";
import { train as words } from "../../messages/train.en.ts";
import { LOOKS } from "./looks.ts";
import { drawPixels, SIDE } from "./pixels.ts";
import type { Scene } from "./scene.ts";

export interface PadLayout {
  readonly pad: Area;
  /** Images beside it, from above. */
  readonly beside: readonly Area[];
}

const GAP = 18;
const LINE = 18;
/** Share of the width that the pad takes at most. */
const SHARE = 0.66;
const BESIDE = 2;

export function layPad({ left, top, width, height }: Area): PadLayout {
  const side = Math.max(40, Math.min(height - 4, width * SHARE));
  const room = width - side - GAP;
  const small = Math.max(20, Math.min(room, (side - BESIDE * LINE - (BESIDE - 1) * 8) / BESIDE));
  return {
    pad: { left, top, width: side, height: side },
    beside: Array.from({ length: BESIDE }, (_, k) => ({
      left: left + side + GAP,
      top: top + LINE + k * (small + LINE + 8),
      ...{ width: small, height: small },
    })),
  };
}

export function drawPad(pen: Pen, theme: Theme, { pad, beside }: PadLayout, scene: Scene): void {
  const { drawn, inspected, looked } = scene;
  const ink = Array.from({ length: SIDE * SIDE }, (_, k) => (drawn[k] ?? 0) / MOST_INK);
  drawPixels(pen, theme, pad, ink, theme[LOOKS.q.colour], 2);
  drawLines(pen, theme, pad);
  if (looked === null) {
    const [x, y] = [pad.left + pad.width / 2, pad.top + pad.height / 2];
    const font = fontOf(theme, 15, 600);
    label(pen, words.pad.prompt, x, y, { font, fill: theme.muted, align: "center", halo: theme.page });
    return;
  }
  const side = SIDE * SIDE;
  const images = [inspected?.decoded.subarray(0, side) ?? null, inspected?.atPosteriorMean ?? null];
  beside.forEach((area, k) => {
    const image = images[k] ?? null;
    if (image === null || image.length !== side) return;
    const names = k === 0 ? words.pad.ofQ : words.pad.ofPosterior;
    const colour = k === 0 ? LOOKS.q.colour : LOOKS.shade.colour;
    pen.font = fontOf(theme, 12);
    // What is beside the image is out of the plot.
    const long = pen.measureText(names[0]).width <= area.width;
    const text = fitted(pen, names[long ? 0 : 1], area.width);
    label(pen, text, area.left, area.top - LINE / 2, { font: fontOf(theme, 12), fill: theme.ink });
    drawPixels(pen, theme, area, image, theme[colour], 2);
  });
}

/** The pixels that the drawing is averaged to. */
function drawLines(pen: Pen, theme: Theme, { left, top, width, height }: Area): void {
  saved(pen, () => {
    pen.strokeStyle = theme.muted;
    pen.globalAlpha = 0.25;
    pen.lineWidth = 1;
    pen.setLineDash([]);
    pen.beginPath();
    for (let k = 1; k < SIDE; ++k) {
      pen.moveTo(left + (k / SIDE) * width, top);
      pen.lineTo(left + (k / SIDE) * width, top + height);
      pen.moveTo(left, top + (k / SIDE) * height);
      pen.lineTo(left + width, top + (k / SIDE) * height);
    }
    pen.stroke();
  });
}
