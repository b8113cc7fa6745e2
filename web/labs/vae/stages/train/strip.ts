// The walk from x to x': both images, and between them what the decoder makes of the steps on the line between their codes.
import { format } from "../../../../host/messages/format.ts";
import type { Area } from "../../../../kit/charts/image-grid.ts";
import { fontOf } from "../../../../plot/frame.ts";
import { label } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { train as words } from "../../messages/train.en.ts";
import { LOOKS } from "./looks.ts";
import { drawPixels, SIDE } from "./pixels.ts";
import { WALK } from "./request.ts";
import type { Scene } from "./scene.ts";

/** How far a step of the walk has gone. */
export const shareText = (k: number) => format(words.walk.share, { share: Math.round((100 * k) / (WALK - 1)) });

const LINE = 18;
const GAP = 6;
/** An image's largest side, px. */
const MOST = 76;
/** Below this width they stand in two rows. */
const ONE_ROW = 560;

interface Cells {
  readonly columns: number;
  readonly side: number;
}

function cellsIn(width: number): Cells {
  const all = WALK + 2;
  const columns = width >= ONE_ROW ? all : Math.ceil(all / 2);
  return { columns, side: Math.max(8, Math.min(MOST, (width - 4 - (columns - 1) * GAP) / columns)) };
}

/** Height it needs in a width, px. */
export function stripHeight(width: number): number {
  const { columns, side } = cellsIn(width);
  return Math.ceil((WALK + 2) / columns) * (side + LINE + GAP) + 2;
}

export function drawStrip(pen: Pen, size: Size, theme: Theme, { looked, inspected, points, to }: Scene): void {
  if (looked === null || inspected === null || points === null) return;
  const { columns, side } = cellsIn(size.width);
  const pixels = SIDE * SIDE;
  if (inspected.decoded.length !== WALK * pixels) return;
  const end = points.x.subarray(to * pixels, (to + 1) * pixels);
  const steps = Array.from({ length: WALK }, (_, k) => inspected.decoded.subarray(k * pixels, (k + 1) * pixels));
  const images: ArrayLike<number>[] = [looked.x, ...steps, end];
  images.forEach((image, k) => {
    const area: Area = {
      left: 2 + (k % columns) * (side + GAP),
      top: LINE + Math.floor(k / columns) * (side + LINE + GAP),
      ...{ width: side, height: side },
    };
    const outer = k === 0 ? LOOKS.q.colour : k === WALK + 1 ? LOOKS.walk.colour : null;
    drawPixels(pen, theme, area, image, outer === null ? theme.grid : theme[outer], outer === null ? 1 : 2);
    const name = k === 0 ? "x" : k === WALK + 1 ? "x′" : shareText(k - 1);
    const font = fontOf(theme, k === 0 || k === WALK + 1 ? 13 : 11, outer === null ? 400 : 600);
    const fill = outer === null ? theme.muted : theme[outer];
    label(pen, name, area.left + side / 2, area.top - LINE / 2 + 1, { font, fill, align: "center" });
  });
}
