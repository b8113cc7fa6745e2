// Remark 3: mean and standard deviation of what two samplers arrive at, against the number of steps, and the gap between them.

import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { type Axis, brokenLine, decades, differ, GHOST } from "../../../kit/claim-plots/axes.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { log } from "../../../plot/log-scale.ts";
import { polyline, rule, symbols } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { controls, type MountDiffusionClaimPlot, type PictureOf, showing, words } from "./context.ts";

type Picture = PictureOf<"4r3">;

const texts = words.samplers;

/** Which of the two samplers has the mistake, in what is drawn of it. */
interface Wrong {
  readonly ancestral: boolean;
  readonly flow: boolean;
}

const WAYS = (wrong: Wrong): readonly KeyEntry[] => [
  ["dot", "primal", texts.ancestral],
  ...(wrong.ancestral ? [["dot", "fail", texts.ancestralBroken] as const] : []),
  ["square", "dual", texts.flow],
  ...(wrong.flow ? [["square", "fail", texts.flowBroken] as const] : []),
  ["dash", "ink", texts.data],
];
const RIGHT: Wrong = { ancestral: false, flow: false };
const BOTH: Wrong = { ancestral: true, flow: true };

export const mountSamplers: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4r3", ({ steps }) => steps.length > 0);
  const template = () => {
    const now = picture();
    const T = now?.steps.at(-1) ?? "";
    const wrong = broken();
    const sds = now !== null && wrong ? wrongOf(deviations(now), now.sd) : RIGHT;
    const means = now !== null && wrong ? wrongOf(centres(now), now.sd) : RIGHT;
    const off = means.ancestral || means.flow;
    return html`
      ${controls(context, "4r3")}
      ${figureWith("claim-sd", WAYS(sds), wrong ? texts.brokenCaption : texts.caption, WAYS(wrong ? RIGHT : BOTH))}
      ${figureWith("claim-mean", [], off && now !== null ? format(texts.meanBroken, { apart: apartOf(centres(now)) }) : texts.meanCaption)}
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
              ...(now.flowLimit === 0
                ? []
                : [
                    [texts.limit, `${formatNumber(now.ancestralLimit, 6)}, ${formatNumber(now.flowLimit, 6)}`] as const,
                  ]),
              [texts.sdOfData, formatNumber(now.sd, 6)],
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const sd = surfaceIn(
      root,
      "claim-sd",
      drawn((pen, size, theme, now, wrong) => {
        drawWays(pen, size, theme, now, deviations(now), wrong, now.sd, texts.sdAxis);
      }),
      texts.sdName,
    );
    const mean = surfaceIn(
      root,
      "claim-mean",
      drawn((pen, size, theme, now, wrong) => {
        drawWays(pen, size, theme, now, centres(now), wrong, now.mean, texts.meanAxis, now.sd);
      }),
      texts.meanName,
    );
    const gap = surfaceIn(root, "claim-over-steps", drawn(drawGap), texts.gapName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      sd.describe(format(texts.describe, { T: now.steps.at(-1) ?? 0, sd: both(now.ancestralSd, now.flowSd) }));
      gap.describe(
        format(texts.gapDescribe, { gaps: [...now.gap].map((value) => formatNumber(value, 2)).join(texts.list) }),
      );
    };
    return { surfaces: [sd, mean, gap], update };
  });
};

function gapEnds({ steps, gap }: Picture) {
  const [first = 0, last = 0] = [gap[0], gap.at(-1)];
  const [few = 0, many = 0] = [steps[0], steps.at(-1)];
  return { few, many, first: formatNumber(first, 2), last: formatNumber(last, 2) };
}

function both(ancestral: Float64Array, flow: Float64Array): string {
  return `${formatNumber(ancestral.at(-1) ?? 0, 4)}, ${formatNumber(flow.at(-1) ?? 0, 4)}`;
}

/** A frame over numbers of steps, each twice the one before. */
function layOverCounts(pen: Pen, size: Size, theme: Theme, steps: Float64Array, y: Axis): Frame {
  const [from, to] = extent(steps);
  // Labels of at most five: very coarse schedules are cut many times.
  const every = Math.ceil(steps.length / 5);
  const ticks = [...steps].filter((_, i) => (steps.length - 1 - i) % every === 0);
  const frame = layFrame(pen, size, theme, {
    x: { domain: [from / 1.15, to * 1.15], scale: log, ticks, format: String, label: texts.axisSteps },
    y,
  });
  drawFrame(pen, frame, theme);
  return frame;
}

/** One moment of what each sampler arrives at, as it is judged and as it is right. */
interface Ways {
  readonly ancestral: Float64Array;
  readonly flow: Float64Array;
  readonly intact: { readonly ancestral: Float64Array; readonly flow: Float64Array };
}

const deviations = (now: Picture): Ways => ({
  ancestral: now.ancestralSd,
  flow: now.flowSd,
  intact: { ancestral: now.intactAncestralSd, flow: now.intactFlowSd },
});
const centres = (now: Picture): Ways => ({
  ancestral: now.ancestralMean,
  flow: now.flowMean,
  intact: { ancestral: now.intactAncestralMean, flow: now.intactFlowMean },
});

/** How far one of them is at most from what is right. */
function apartOf({ ancestral, flow, intact }: Ways): string {
  const apart = (shown: Float64Array, right: Float64Array) =>
    Math.max(...shown.map((value, i) => Math.abs(value - (right[i] as number))));
  return formatNumber(Math.max(apart(ancestral, intact.ancestral), apart(flow, intact.flow)), 2);
}

/** Beyond rounding. @param sd of the data */
function wrongOf({ ancestral, flow, intact }: Ways, sd: number): Wrong {
  const least = 1e-9 * sd;
  return { ancestral: differ(ancestral, intact.ancestral, least), flow: differ(flow, intact.flow, least) };
}

function drawWays(
  pen: Pen,
  size: Size,
  theme: Theme,
  { steps, sd }: Picture,
  ways: Ways,
  broken: boolean,
  target: number,
  label: string,
  least = 0,
): void {
  const { ancestral, flow, intact } = ways;
  const wrong = broken ? wrongOf(ways, sd) : RIGHT;
  const [low, high] = extent([target, ...ancestral, ...flow, ...intact.ancestral, ...intact.flow]);
  // Means that agree to rounding are not enlarged to the height of the plot.
  const room = Math.max(0, 0.02 * least - (high - low) / 2);
  const frame = layOverCounts(pen, size, theme, steps, { domain: padded([low - room, high + room], 0.12), label });
  const line = (values: Float64Array, stroke: string, pale: boolean) =>
    polyline(pen, frame, steps, values, { stroke, width: 1.75, alpha: pale ? GHOST : 1 });
  const marks = (values: Float64Array, shape: "square" | "circle", fill: string, pale = false) =>
    symbols(pen, frame, steps, values, shape === "square" ? 4.5 : 4, shape, {
      ...{ fill, stroke: theme.surface, width: 1, alpha: pale ? GHOST : 1 },
    });
  inFrame(pen, frame, () => {
    rule(pen, frame, "y", target, { stroke: theme.ink, width: 1.5, dash: [6, 4] });
    line(intact.flow, theme.dual, wrong.flow);
    line(intact.ancestral, theme.primal, wrong.ancestral);
    if (wrong.flow) polyline(pen, frame, steps, flow, brokenLine(theme));
    if (wrong.ancestral) polyline(pen, frame, steps, ancestral, brokenLine(theme));
    marks(intact.flow, "square", theme.dual, wrong.flow);
    marks(intact.ancestral, "circle", theme.primal, wrong.ancestral);
    if (wrong.flow) marks(flow, "square", theme.fail);
    if (wrong.ancestral) marks(ancestral, "circle", theme.fail);
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
