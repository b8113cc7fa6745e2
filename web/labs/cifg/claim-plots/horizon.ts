// 3horizon: how much of c_t reaches c_T. The product of the forget gates beside the whole Jacobian and the part that goes through h: as
// sizes over t, for one unit with their signs, and as matrices at one step.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { type Axis, decades, drawNothing, positive, stepsUpTo } from "../../../kit/claim-plots/axes.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { axesOf } from "../../../kit/sound/axes.ts";
import { listenButton } from "../../../kit/sound/button.ts";
import type { Curve } from "../../../kit/sound/curve.ts";
import { diverging } from "../../../plot/colours.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { polyline, rule, symbol, symbols } from "../../../plot/marks.ts";
import { segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { choice } from "./choice.ts";
import {
  isWrong,
  largestOf,
  type MountCifgClaimPlot,
  type PictureOf,
  type Place,
  placeAt,
  placePickers,
  saidWithWrong,
  showing,
  sub,
  words,
} from "./context.ts";
import { drawMatrices } from "./matrix.ts";

type Picture = PictureOf<"3horizon">;

const texts = words.horizon;

const sizeKeys = (wrong: boolean): readonly KeyEntry[] => [
  ["dash", "dual", texts.productSize],
  ["line", "ink", texts.jacobianSize],
  ["dots", "pair", texts.throughSize],
  ["cross", "ink", words.complexStep],
  ...(wrong ? ([["dot", "fail", words.wrongEntry]] as const) : []),
];
const partKeys = (wrong: boolean): readonly KeyEntry[] => [
  ["bar", "dual", texts.product],
  ["bar", "pair", texts.through],
  ["cross", "ink", texts.measuredDiagonal],
  ...(wrong ? ([["dot", "fail", words.wrongEntry]] as const) : []),
];

export const mountHorizon: MountCifgClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "3horizon", ({ norm }) => norm.length > 0);
  const look = choice<{ t: number }>(context, { t: 1 });
  const chosen = () => placeAt(context, look.now.t);

  /** The size of the whole Jacobian over the steps. */
  const heard = (): Curve | null => {
    const [now, at] = [picture(), chosen()];
    if (now === null || at === null) return null;
    return { x: stepsUpTo(at.T), y: positive(now.norm), ...axesOf(sizesAxes(now, at)) };
  };

  const template = () => {
    const [now, at] = [picture(), chosen()];
    const wrong = broken();
    const say = (text: (now: Picture, at: Place) => string) => (now === null || at === null ? "" : text(now, at));
    return html`
      <div class="claim-controls">
        ${
          at === null
            ? ""
            : placePickers(
                at,
                (t) => look.choose({ t }),
                (unit) => context.patchView({ unit }),
              )
        }
        ${listenButton(heard, texts.listen)}
      </div>
      ${figureWith("claim-sizes", sizeKeys(wrong), say(sizesText), sizeKeys(!wrong))}
      ${figureWith("claim-parts", partKeys(wrong), say(partsText), partKeys(!wrong))}
      ${figureWith("claim-jacobians", [], say(matricesText))}
    `;
  };

  return look.live(root, template, () => {
    const with_ = (draw: (pen: Pen, size: Size, theme: Theme, now: Picture, at: Place) => void) =>
      drawn((pen, size, theme, now) => {
        const at = chosen();
        if (at !== null) draw(pen, size, theme, now, at);
      });
    let frame: Frame | null = null;
    const drawSizesAnew = with_((pen, size, theme, now, at) => {
      const laid = drawSizes(pen, size, theme, now, at);
      // A picture that is made for a file has other places.
      if (pen === sizes.ruler) frame = laid;
    });
    const sizes = surfaceIn(root, "claim-sizes", drawSizesAnew, texts.sizesName);
    const parts = surfaceIn(root, "claim-parts", with_(drawUnit), texts.partsName);
    const matrices = surfaceIn(root, "claim-jacobians", with_(drawJacobians), texts.matricesName);
    const update = () => {
      const [now, at] = [picture(), chosen()];
      if (now === null || at === null) return;
      sizes.describe(sizesText(now, at));
      parts.describe(partsText(now, at));
      matrices.describe(matricesText(now, at));
    };
    const spoken = () => import("./spoken.ts");
    const given = () => {
      const [now, at] = [picture(), chosen()];
      return now === null || at === null ? null : { now, at };
    };
    return {
      surfaces: [sizes, parts, matrices],
      update,
      spoken: [
        [sizes, async () => (await spoken()).spokenOfSizes(given, () => frame)],
        [parts, async () => (await spoken()).spokenOfUnit(given)],
        [matrices, async () => (await spoken()).spokenOfMatrices(given)],
      ],
    };
  });
};

const jacobianWrong = (now: Picture, i: number) => isWrong(now.jacobian, i, now.tolerance);
const productWrong = (now: Picture, i: number) => isWrong(now.product, i, now.tolerance);

/** Whether an entry of the step's product or Jacobian is wrong. */
function stepWrong(now: Picture, dh: number, t: number): boolean {
  const some = (count: number, wrong: (now: Picture, i: number) => boolean) =>
    Array.from({ length: count }, (_, i) => t * count + i).some((i) => wrong(now, i));
  return some(dh, productWrong) || some(dh * dh, jacobianWrong);
}

function sizesText(now: Picture, { T, dh, t }: Place): string {
  const at = {
    ...{ now: sub(t), last: sub(T), from: sub(Math.min(t + 1, T)) },
    product: formatNumber(largestOf(now.product.claimed, dh)[t - 1] ?? 0),
    norm: formatNumber(now.norm[t - 1] ?? 0),
    through: formatNumber(now.throughH[t - 1] ?? 0),
  };
  const said = format(t === T ? texts.sizesLast : texts.sizesCaption, at);
  const wrong = Array.from({ length: T }, (_, k) => T - k).filter((step) => stepWrong(now, dh, step - 1));
  const names = wrong.map((step) => format(texts.wrongStep, { last: sub(T), now: sub(step) }));
  return saidWithWrong(said, names);
}

function partsText(now: Picture, { T, dh, t, unit }: Place): string {
  const [p, j] = [(t - 1) * dh + unit, ((t - 1) * dh + unit) * dh + unit];
  const wrong = productWrong(now, p) || jacobianWrong(now, j);
  return format(wrong ? texts.partsBroken : texts.partsCaption, {
    ...{ now: sub(t), last: sub(T), unit: unit + 1 },
    product: formatNumber(now.product.claimed[p] ?? 0),
    through: formatNumber(now.through[j] ?? 0),
    total: formatNumber(now.jacobian.claimed[j] ?? 0),
    measured: formatNumber(now.jacobian.measured[j] ?? 0),
  });
}

function matricesText(_: Picture, { T, t }: Place): string {
  return format(texts.matricesCaption, { now: sub(t), last: sub(T) });
}

function overSteps(T: number) {
  return {
    domain: [0.5, T + 0.5] as const,
    ticks: Array.from({ length: T }, (_, k) => k + 1),
    format: String,
    label: words.axisStep,
  };
}

const chosenStep = (pen: Pen, theme: Theme, frame: Frame, t: number) =>
  rule(pen, frame, "x", t, { stroke: theme.accent, width: 1.5, dash: [2, 3] });

/** From a power of ten on: over few decades it may be the only value that the axis names. */
function wholeDecades(values: readonly number[]): Axis {
  const axis = decades(values, texts.sizesAxis);
  return { ...axis, domain: [10 ** Math.floor(Math.log10(axis.domain[0])), axis.domain[1]] };
}

function sizesAxes(now: Picture, { T, dh }: Place) {
  const product = largestOf(now.product.claimed, dh);
  const all = [...product, ...now.norm, ...now.throughH, ...now.measuredNorm, ...now.measuredThroughH];
  return { x: overSteps(T), y: wholeDecades(all) };
}

function drawSizes(pen: Pen, size: Size, theme: Theme, now: Picture, at: Place): Frame {
  const { T, dh, t } = at;
  const product = largestOf(now.product.claimed, dh);
  const frame = layFrame(pen, size, theme, sizesAxes(now, at));
  drawFrame(pen, frame, theme);
  const steps = stepsUpTo(T);
  inFrame(pen, frame, () => {
    chosenStep(pen, theme, frame, t);
    polyline(pen, frame, steps, positive(product), { stroke: theme.dual, width: 2, dash: [7, 4] });
    polyline(pen, frame, steps, positive(now.throughH), { stroke: theme.pair, width: 2, dash: [2, 3] });
    polyline(pen, frame, steps, positive(now.norm), { stroke: theme.ink, width: 2 });
    symbols(pen, frame, steps, positive(now.measuredNorm), 3.4, "cross", { stroke: theme.ink, width: 1.6 });
    symbols(pen, frame, steps, positive(now.measuredThroughH), 3.4, "cross", { stroke: theme.pair, width: 1.6 });
    for (let step = 1; step <= T; step += 1) {
      if (!stepWrong(now, dh, step - 1)) continue;
      for (const value of [now.norm[step - 1] ?? 0, product[step - 1] ?? 0])
        if (value > 0)
          symbol(pen, "circle", frame.x(step), frame.y(value), 4.5, {
            fill: theme.fail,
            stroke: theme.surface,
            width: 1,
          });
    }
  });
  return frame;
}

/** For one unit: from 0 the product, from its end what goes through h, and a cross where both together should end. */
function drawUnit(pen: Pen, size: Size, theme: Theme, now: Picture, { T, dh, t, unit }: Place): void {
  const at = (values: Float64Array, step: number) => values[((step - 1) * dh + unit) * dh + unit] ?? 0;
  const steps = Array.from({ length: T }, (_, k) => k + 1);
  const product = steps.map((step) => now.product.claimed[(step - 1) * dh + unit] ?? 0);
  const total = steps.map((step) => at(now.jacobian.claimed, step));
  const measured = steps.map((step) => at(now.jacobian.measured, step));
  const frame = layFrame(pen, size, theme, {
    x: overSteps(T),
    y: {
      domain: padded(extent([0, ...product, ...total, ...measured]), 0.1),
      label: format(texts.partsAxis, { unit: unit + 1 }),
    },
  });
  drawFrame(pen, frame, theme);
  const width = Math.min(14, (frame.x(1) - frame.x(0)) / 4);
  inFrame(pen, frame, () => {
    chosenStep(pen, theme, frame, t);
    rule(pen, frame, "y", 0, { stroke: theme.muted, width: 1 });
    const shift = (width * 0.6) / (frame.x(1) - frame.x(0));
    segments(
      pen,
      frame,
      steps.map((s) => s - shift),
      steps.map(() => 0),
      steps.map((s) => s - shift),
      product,
      {
        stroke: theme.dual,
        width,
      },
    );
    segments(
      pen,
      frame,
      steps.map((s) => s + shift),
      product,
      steps.map((s) => s + shift),
      total,
      {
        stroke: theme.pair,
        width,
      },
    );
    steps.forEach((step, k) => {
      const i = (step - 1) * dh + unit;
      const y = frame.y(measured[k] ?? 0);
      if (productWrong(now, i) || jacobianWrong(now, i * dh + unit))
        symbol(pen, "circle", frame.x(step + shift), frame.y(total[k] ?? 0), 4.5, {
          ...{ fill: theme.fail, stroke: theme.surface, width: 1 },
        });
      symbol(pen, "cross", frame.x(step + shift), y, 3.4, { stroke: theme.ink, width: 1.75 });
    });
  });
  if (T === 1) drawNothing(pen, frame, theme, texts.oneStep);
}

function drawJacobians(pen: Pen, size: Size, theme: Theme, now: Picture, { dh, t }: Place): void {
  const part = (values: Float64Array) => values.subarray((t - 1) * dh * dh, t * dh * dh);
  const product = Float64Array.from({ length: dh * dh }, (_, i) =>
    Math.floor(i / dh) === i % dh ? (now.product.claimed[(t - 1) * dh + (i % dh)] ?? 0) : 0,
  );
  const [through, total] = [part(now.through), part(now.jacobian.claimed)];
  const most = Math.max(...[...product, ...through, ...total].map(Math.abs).filter(Number.isFinite));
  const colours = diverging(theme);
  const common = { rows: dh, columns: dh, colour: (value: number) => colours(most > 0 ? value / most : 0) };
  const diagonal = (i: number) => Math.floor(i / dh) === i % dh && productWrong(now, (t - 1) * dh + (i % dh));
  drawMatrices(pen, size, theme, [
    { title: texts.product, values: product, sign: "+", wrong: diagonal, ...common },
    { title: texts.through, values: through, sign: "=", ...common },
    { title: texts.jacobian, values: total, wrong: (i) => jacobianWrong(now, (t - 1) * dh * dh + i), ...common },
  ]);
}
