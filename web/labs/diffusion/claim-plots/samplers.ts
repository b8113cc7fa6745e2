// Remark 3: mean and standard deviation of what two samplers arrive at, against the number of steps, and the gap between them.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { polyline, rule, symbols } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import {
  type Axis,
  brokenLine,
  controls,
  decades,
  figureWith,
  GHOST,
  type KeyEntry,
  type MountDiffusionClaimPlot,
  type PictureOf,
  showing,
  words,
} from "./context.ts";

type Picture = PictureOf<"4r3">;

const texts = words.samplers;

const WAYS = (wrong: boolean): readonly KeyEntry[] => [
  ["dot", "primal", texts.ancestral],
  ...(wrong ? [["dot", "fail", texts.ancestralBroken] as const] : []),
  ["square", "dual", texts.flow],
  ["dash", "ink", texts.data],
];

export const mountSamplers: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4r3", ({ steps }) => steps.length > 0);
  const template = () => {
    const now = picture();
    const T = now?.steps.at(-1) ?? "";
    const wrong = broken();
    return html`
      ${controls(context, "4r3")}
      ${figureWith("claim-sd", WAYS(wrong), wrong ? texts.brokenCaption : texts.caption, WAYS(!wrong))}
      ${figureWith("claim-mean", [], texts.meanCaption)}
      ${figureWith(
        "claim-over-steps",
        [
          ["dot", wrong ? "fail" : "pair", texts.gap],
          ["dash", "ink", texts.halving],
        ],
        now === null ? "" : format(wrong ? texts.gapBroken : texts.gapCaption, gapEnds(now)),
      )}
      ${
        now === null
          ? ""
          : readings([
              [format(texts.sdAt, { T }), both(now.ancestralSd, now.flowSd)],
              [format(texts.gapAt, { T }), formatNumber(now.gap.at(-1) ?? 0, 3)],
              [texts.sdOfData, formatNumber(now.sd, 4)],
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const sd = surfaceIn(
      root,
      "claim-sd",
      drawn((pen, size, theme, now, wrong) => {
        const broken = wrong ? now.ancestralSd : null;
        drawWays(pen, size, theme, now, { ancestral: now.intactSd, broken, flow: now.flowSd }, now.sd, texts.sdAxis);
      }),
      texts.sdName,
    );
    const mean = surfaceIn(
      root,
      "claim-mean",
      drawn((pen, size, theme, now) => {
        const ways = { ancestral: now.ancestralMean, broken: null, flow: now.flowMean };
        drawWays(pen, size, theme, now, ways, now.mean, texts.meanAxis, now.sd);
      }),
      texts.meanName,
    );
    const gap = surfaceIn(root, "claim-over-steps", drawn(drawGap), texts.gapName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      sd.describe(format(texts.describe, { T: now.steps.at(-1) ?? 0, sd: both(now.ancestralSd, now.flowSd) }));
      gap.describe(format(texts.gapDescribe, { gaps: [...now.gap].map((value) => formatNumber(value, 2)).join(", ") }));
    };
    return { surfaces: [sd, mean, gap], update };
  });
};

function gapEnds({ steps, gap }: Picture) {
  const [first = 0, last = 0] = [gap[0], gap.at(-1)];
  return { T: steps.at(-1) ?? "", first: formatNumber(first, 2), last: formatNumber(last, 2) };
}

function both(ancestral: Float64Array, flow: Float64Array): string {
  return `${formatNumber(ancestral.at(-1) ?? 0, 4)}, ${formatNumber(flow.at(-1) ?? 0, 4)}`;
}

/** A frame over numbers of steps, each twice the one before. */
function layOverCounts(pen: Pen, size: Size, theme: Theme, steps: Float64Array, y: Axis): Frame {
  const [from, to] = extent(steps);
  const frame = layFrame(pen, size, theme, {
    x: { domain: [from / 1.15, to * 1.15], log: true, ticks: [...steps], format: String, label: texts.axisSteps },
    y,
  });
  drawFrame(pen, frame, theme);
  return frame;
}

/** One moment of what each sampler arrives at. */
interface Ways {
  readonly ancestral: Float64Array;
  /** Of the broken ancestral sampler; null where there is none. */
  readonly broken: Float64Array | null;
  readonly flow: Float64Array;
}

function drawWays(
  pen: Pen,
  size: Size,
  theme: Theme,
  { steps }: Picture,
  { ancestral, broken, flow }: Ways,
  target: number,
  label: string,
  least = 0,
): void {
  const [low, high] = extent([target, ...ancestral, ...flow, ...(broken ?? [])]);
  // Means that agree to rounding are not enlarged to the height of the plot.
  const room = Math.max(0, 0.02 * least - (high - low) / 2);
  const frame = layOverCounts(pen, size, theme, steps, { domain: padded([low - room, high + room], 0.12), label });
  const alpha = broken === null ? 1 : GHOST;
  inFrame(pen, frame, () => {
    rule(pen, frame, "y", target, { stroke: theme.ink, width: 1.5, dash: [6, 4] });
    polyline(pen, frame, steps, flow, { stroke: theme.dual, width: 1.75 });
    polyline(pen, frame, steps, ancestral, { stroke: theme.primal, width: 1.75, alpha });
    if (broken !== null) polyline(pen, frame, steps, broken, brokenLine(theme));
    symbols(pen, frame, steps, flow, 4.5, "square", { fill: theme.dual, stroke: theme.surface, width: 1 });
    symbols(pen, frame, steps, ancestral, 4, "circle", { fill: theme.primal, stroke: theme.surface, width: 1, alpha });
    if (broken !== null) symbols(pen, frame, steps, broken, 4, "circle", { fill: theme.fail });
  });
}

function drawGap(pen: Pen, size: Size, theme: Theme, { steps, gap }: Picture, broken: boolean): void {
  // On two logarithmic axes what halves when the steps double is a straight line, drawn through the first gap.
  const [first = 0, count = 1] = [gap[0], steps[0]];
  const halving = steps.map((many) => (first * count) / many);
  const frame = layOverCounts(pen, size, theme, steps, decades([...gap, ...halving], texts.gapAxis));
  const colour = broken ? theme.fail : theme.pair;
  inFrame(pen, frame, () => {
    polyline(pen, frame, steps, halving, { stroke: theme.ink, width: 1.5, dash: [6, 4] });
    polyline(pen, frame, steps, gap, broken ? brokenLine(theme) : { stroke: colour, width: 2 });
    symbols(pen, frame, steps, gap, 4.5, "circle", { fill: colour, stroke: theme.surface, width: 1 });
  });
}
