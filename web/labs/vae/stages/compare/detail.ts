// The picked image beside the training image that is nearest to it: what is said of the two, and their picture.
import { html, type TemplateResult } from "lit";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { drawInkGrid, layInkGrid } from "../../../../kit/charts/ink-grid.ts";
import { fontOf } from "../../../../plot/frame.ts";
import { label } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { compare } from "../../messages/compare.en.ts";
import { CLASSES, CLOSE_SHARE, type Half, type JudgedSet, PIXELS } from "./request.ts";
import type { Pick } from "./scene.ts";

const words = compare.detail;

export interface Detail {
  readonly pick: Pick;
  /** (64) each */
  readonly image: Float64Array;
  readonly nearest: Float64Array;
  readonly asked: number;
  readonly label: number;
  readonly probability: number;
  readonly distance: number;
  readonly limit: number;
  readonly close: boolean;
  /** Of the nearest training image: its digit, and its number in the source, from 1. */
  readonly trainingLabel: number;
  readonly number: number;
}

/** null where that image is not made. */
export function detailOf(set: JudgedSet | null, pick: Pick, training: Half): Detail | null {
  const { index } = pick;
  const asked = set?.asked[index];
  if (set === null || asked === undefined) return null;
  const { classified, nearest, close, closeDistance } = set.figures;
  const at = nearest.index[index] ?? 0;
  const label = classified.label[index] ?? 0;
  return {
    ...{ pick, asked, label, limit: closeDistance, close: close[index] === 1 },
    image: set.pixels.subarray(index * PIXELS, (index + 1) * PIXELS),
    nearest: training.pixels.subarray(at * PIXELS, (at + 1) * PIXELS),
    probability: classified.probability[index * CLASSES + label] ?? Number.NaN,
    distance: nearest.distance[index] ?? Number.NaN,
    trainingLabel: training.labels[at] ?? 0,
    // The training half is every second image of the source, from the first.
    number: 2 * at + 1,
  };
}

/** The sentences, most important first. */
export function sentences(detail: Detail): readonly string[] {
  const { pick, asked, label, limit, close } = detail;
  const reads = label === asked ? words.reads : words.readsOther;
  return [
    format(words.title[pick.set], { k: pick.index + 1, asked }),
    format(reads, { label, asked, probability: detail.probability.toFixed(2) }),
    format(words.nearest, {
      ...{ number: detail.number, label: detail.trainingLabel, distance: formatNumber(detail.distance) },
    }),
    format(close ? words.close : words.notClose, { share: 100 * CLOSE_SHARE, limit: formatNumber(limit) }),
  ];
}

export function detailText(detail: Detail | null): TemplateResult {
  if (detail === null) return html`<p>${words.none}</p>`;
  const [title, ...rest] = sentences(detail);
  const marks = [detail.label !== detail.asked ? "wrong" : "", "", detail.close ? "close" : ""];
  return html`<h3>${title}</h3>${rest.map((text, k) => html`<p data-mark=${marks[k] ?? ""}>${text}</p>`)}`;
}

const NAMES = 18;

/** The two images, each over its name. */
export function drawPair(pen: Pen, { width, height }: Size, theme: Theme, detail: Detail | null): void {
  if (detail === null) return;
  const both = new Float64Array(2 * PIXELS);
  both.set(detail.image);
  both.set(detail.nearest, PIXELS);
  const grid = layInkGrid({ left: 1, top: 1, width: width - 2, height: height - NAMES - 2 }, 2, 8, 2);
  drawInkGrid(pen, theme, grid, both);
  const names = [words.picked, words.training];
  names.forEach((name, k) => {
    const x = grid.left + k * grid.cell + (grid.side * grid.pixel) / 2;
    label(pen, name, x, grid.top + grid.cell + NAMES / 2 - 4, {
      ...{ font: fontOf(theme, 12), fill: theme.muted, align: "center" },
    });
  });
}
