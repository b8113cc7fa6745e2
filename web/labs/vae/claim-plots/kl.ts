// V2: the divergence from the prior, coordinate by coordinate: in closed form, by quadrature, and by draws with their errors; and the
// area that it is.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { band, label, polyline, rule, symbol } from "../../../plot/marks.ts";
import { box, segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import { type Pen, type Size, saved } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import {
  drawCross,
  isOff,
  type MountVaeClaimPlot,
  newDraw,
  type PictureOf,
  rowOf,
  showing,
  sub,
  words,
} from "./context.ts";
import { areasText, klText } from "./spoken.ts";

type Picture = PictureOf<"4v2">;
const texts = words.kl;

const KEYS = (wrong: boolean): readonly KeyEntry[] => [
  ["bar", "dual", texts.closed],
  ["cross", "ink", words.quadrature],
  ["dot", "pair", texts.drawn],
  ...(wrong ? ([["bar", "fail", words.wrong]] as const) : []),
];
const AREA_KEYS: readonly KeyEntry[] = [
  ["dots", "ink", texts.prior],
  ["dash", "primal", texts.q],
  ["wide", "dual", texts.integrand],
];

export const mountKl: MountVaeClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4v2", ({ claimed }) => claimed.length > 0);
  const template = () => {
    const now = picture();
    const wrong = broken();
    return html`
      <div class="claim-controls">${newDraw(context)}</div>
      ${figureWith("claim-kl-terms", KEYS(wrong), now === null ? "" : captionOf(now, wrong), KEYS(!wrong))}
      ${figureWith("claim-kl-area", AREA_KEYS, texts.areaCaption)}
      ${
        now === null
          ? ""
          : readings([
              [texts.total, formatNumber(now.total, 6)],
              [texts.measuredTotal, formatNumber(now.measuredTotal, 6)],
              [texts.draws, String(now.draws)],
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const terms = surfaceIn(root, "claim-kl-terms", drawn(drawTerms), texts.name);
    const area = surfaceIn(root, "claim-kl-area", drawn(drawAreas), texts.areaName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      terms.describe(format(words.named, { name: texts.name, text: klText(now) }));
      area.describe(format(words.named, { name: texts.areaName, text: areasText(now, shownOf(now)) }));
    };
    return { surfaces: [terms, area], update };
  });
};

function captionOf({ claimed, intact, total, intactTotal }: Picture, wrong: boolean): string {
  if (!wrong) return format(texts.caption, { total: formatNumber(total, 4) });
  const terms = claimed.some((value, j) => isOff(value, intact[j] ?? 0));
  const values = { total: formatNumber(total, 4), right: formatNumber(intactTotal, 4) };
  return format(terms ? texts.brokenTerms : texts.brokenTotal, values);
}

/** How many standard errors an error bar has on either side. */
const ERRORS = 2;

function drawTerms(pen: Pen, size: Size, theme: Theme, now: Picture): void {
  const { claimed, intact, measured, drawn, drawnError, total, intactTotal, measuredTotal } = now;
  const dz = claimed.length;
  const rows = [
    ...Array.from(claimed, (value, j) => ({
      ...{ name: format(texts.coordinate, { j: sub(j + 1) }), value, right: intact[j] ?? 0 },
      ...{ measured: measured[j] ?? 0, drawn: drawn[j] ?? Number.NaN, error: drawnError[j] ?? 0 },
    })),
    {
      ...{ name: texts.sum, value: total, right: intactTotal, measured: measuredTotal },
      ...{ drawn: Number.NaN, error: 0 },
    },
  ];
  const ends = rows.flatMap(({ value, right, drawn: at, error }) =>
    [value, right, at - ERRORS * error, at + ERRORS * error].filter(Number.isFinite),
  );
  const font = fontOf(theme, 12, 600);
  pen.font = font;
  const room = Math.max(...rows.map(({ value }) => pen.measureText(formatNumber(value, 4)).width)) + 14;
  const frame = layFrame(pen, size, theme, {
    x: { domain: padded(extent([0, ...ends]), 0.05), label: texts.axis },
    y: {
      ...{ domain: [dz + 0.6, -0.6], ticks: rows.map((_, k) => k), format: (k: number) => rows[k]?.name ?? "" },
      grid: false,
    },
    right: room,
  });
  drawFrame(pen, frame, theme);
  rows.forEach(({ value, right, measured: by, drawn: at, error }, k) => {
    const wrong = isOff(value, right);
    const fill = wrong ? theme.fail : k === dz ? theme.ink : theme.dual;
    inFrame(pen, frame, () => {
      box(pen, frame, 0, k - 0.3, value, k + 0.3, { fill, alpha: k === dz ? 0.75 : 0.85 });
      if (wrong) box(pen, frame, 0, k - 0.38, right, k + 0.38, { stroke: theme.ink, width: 1.25, dash: [3, 3] });
    });
    drawCross(pen, theme, frame, by, k);
    if (Number.isFinite(at)) {
      const style = { stroke: theme.pair, width: 2.5 };
      segments(pen, frame, [at - ERRORS * error], [k + 0.42], [at + ERRORS * error], [k + 0.42], style);
      symbol(pen, "circle", frame.x(at), frame.y(k + 0.42), 4, { fill: theme.pair, stroke: theme.surface, width: 1 });
    }
    const end = Math.max(0, value, right, by);
    label(pen, formatNumber(value, 4), frame.x(end) + 10, frame.y(k), {
      ...{ font, fill: wrong ? theme.fail : theme.ink, halo: theme.surface },
    });
  });
  inFrame(pen, frame, () => rule(pen, frame, "x", 0, { stroke: theme.muted, width: 1 }));
}

/** Below this width the coordinates stand one above the other, px. */
const SIDE_BY_SIDE = 480;
const GAP = 12;

/** More than a few would be too small to see. */
const shownOf = ({ claimed }: Picture) => Math.min(claimed.length, 2);

function drawAreas(pen: Pen, size: Size, theme: Theme, now: Picture): void {
  const dz = now.claimed.length;
  const shown = shownOf(now);
  const beside = size.width >= SIDE_BY_SIDE;
  const own = beside
    ? { width: (size.width - (shown - 1) * GAP) / shown, height: size.height }
    : { width: size.width, height: (size.height - (shown - 1) * GAP) / shown };
  for (let j = 0; j < shown; ++j)
    saved(pen, () => {
      pen.translate(beside ? j * (own.width + GAP) : 0, beside ? 0 : j * (own.height + GAP));
      drawArea(pen, own, theme, now, j, dz);
    });
}

function drawArea(pen: Pen, size: Size, theme: Theme, now: Picture, j: number, dz: number): void {
  const [z, prior, q, integrand] = [now.z, now.prior, now.q, now.integrand].map((list) => rowOf(list, j, dz)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const frame = layFrame(pen, size, theme, {
    x: { domain: [z[0] ?? -3, z.at(-1) ?? 3], label: format(texts.axisZ, { j: sub(j + 1) }) },
    y: { domain: padded(extent([0, ...prior, ...q, ...integrand]), 0.06), label: texts.density },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    band(pen, frame, z, new Float64Array(z.length), integrand, { fill: theme.dual, alpha: 0.28 });
    polyline(pen, frame, z, integrand, { stroke: theme.dual, width: 1.5 });
    rule(pen, frame, "y", 0, { stroke: theme.muted, width: 1 });
    polyline(pen, frame, z, prior, { stroke: theme.ink, width: 1.5, dash: [2, 3] });
    polyline(pen, frame, z, q, { stroke: theme.primal, width: 2.2, dash: [7, 4] });
  });
}
