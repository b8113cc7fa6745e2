// V4: a VAE with one latent and a diffusion of one step: the same bound by two programmes, term by term; what the model makes beside the
// data; and where the encoder puts them beside the prior.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { live, readings, slider, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { band, label, polyline, rule, symbol } from "../../../plot/marks.ts";
import { box, segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { SHARED } from "../fields.ts";
import { manyStepsLink } from "../many-steps.ts";
import {
  isOff,
  type MountVaeClaimPlot,
  newDraw,
  type PictureOf,
  showing,
  type VaeClaimPlotContext,
  words,
} from "./context.ts";
import { madeText, programmesText, sentText } from "./spoken.ts";

type Picture = PictureOf<"4v4">;
const texts = words.oneStep;

const KEYS = (wrong: boolean): readonly KeyEntry[] => [
  ["bar", "dual", texts.vae],
  ["bar", "tube", texts.diffusion],
  ["dot", "pair", texts.drawn],
  ...(wrong ? ([["bar", "fail", words.wrong]] as const) : []),
];
const DATA_KEYS: readonly KeyEntry[] = [
  ["wide", "ink", texts.data],
  ["dash", "primal", texts.model],
];
const LATENT_KEYS: readonly KeyEntry[] = [
  ["dots", "ink", texts.prior],
  ["line", "dual", texts.aggregate],
];

export const mountOneStep: MountVaeClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4v4", ({ x }) => x.length > 0);
  const link = manyStepsLink(() => context.store.state);
  const template = () => {
    const now = picture();
    const wrong = broken();
    return html`
      ${parameters(context)}
      ${figureWith("claim-programmes", KEYS(wrong), now === null ? "" : captionOf(now, wrong), KEYS(!wrong))}
      <div class="claim-pair">
        ${figureWith("claim-made", DATA_KEYS, texts.dataCaption)}
        ${figureWith("claim-sent", LATENT_KEYS, texts.latentCaption)}
      </div>
      ${
        now === null
          ? ""
          : readings([
              [texts.gap, nats(now.gap)],
              [texts.entropy, nats(now.intact.entropy)],
              [texts.decoderVar, formatNumber(now.intact.decoderVar, 4)],
              [
                texts.drawnTotal,
                format(texts.plusMinus, { value: nats(now.drawn.total), error: formatNumber(now.drawnError.total, 2) }),
              ],
            ])
      }
      <p class="claim-note">${link.template()}</p>
    `;
  };
  const remove = live(root, context, template, () => {
    const programmes = surfaceIn(root, "claim-programmes", drawn(drawProgrammes), texts.name);
    const made = surfaceIn(root, "claim-made", drawn(drawMade), texts.dataName);
    const sent = surfaceIn(root, "claim-sent", drawn(drawSent), texts.latentName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      programmes.describe(format(words.named, { name: texts.name, text: programmesText(now) }));
      made.describe(format(words.named, { name: texts.dataName, text: madeText(now) }));
      sent.describe(format(words.named, { name: texts.latentName, text: sentText(now) }));
    };
    return { surfaces: [programmes, made, sent], update };
  });
  return remove;
};

const nats = (value: number) => format(words.nats, { value: formatNumber(value, 4) });

/** The width runs over orders of magnitude: its slider over exponents. ᾱ₁ does so at both of its ends: its slider over odds. */
function parameters(context: VaeClaimPlotContext) {
  const { store, patchView } = context;
  const { modes, modeSd, alphaBar } = store.state;
  const exponents = ({ min, max }: { min: number; max: number }) => ({ min: Math.log10(min), max: Math.log10(max) });
  const digits = (value: number) => Number(value.toPrecision(3));
  const odds = (share: number) => Math.log10(share / (1 - share));
  return html`<div class="claim-controls">
    ${slider({
      ...{ label: texts.modes, field: "modes", min: SHARED.modes.min, max: SHARED.modes.max, value: modes },
      onInput: (value) => patchView({ modes: Number(value.toFixed(2)) }),
    })}
    ${slider({
      ...{
        label: texts.modeSd,
        field: "modeSd",
        ...exponents(SHARED.modeSd),
        value: Math.log10(modeSd),
        text: formatNumber(modeSd),
      },
      onInput: (value) => patchView({ modeSd: digits(10 ** value) }),
    })}
    ${slider({
      ...{ label: texts.alphaBar, field: "alphaBar", min: odds(SHARED.alphaBar.min), max: odds(SHARED.alphaBar.max) },
      value: odds(alphaBar),
      text: formatNumber(alphaBar),
      onInput: (value) => patchView({ alphaBar: digits(1 / (1 + 10 ** -value)) }),
    })}
    ${newDraw(context)}
  </div>`;
}

const TERMS = ["reconstruction", "prior", "total"] as const;
const PROGRAMMES = ["vae", "diffusion"] as const;
const COLOURS = { vae: "dual", diffusion: "tube" } as const;
/** Where the bars of a term stand in its row, half a bar's height, and the draws under them. */
const LANES = { vae: -0.24, diffusion: 0.04 } as const;
const HALF = 0.12;
const DRAWN = 0.3;
const ERRORS = 2;

function drawProgrammes(pen: Pen, size: Size, theme: Theme, { claimed, intact, drawn, drawnError }: Picture): void {
  const values = PROGRAMMES.flatMap((programme) =>
    TERMS.flatMap((term) => [claimed[programme][term], intact[programme][term]]),
  );
  const font = fontOf(theme, 11);
  pen.font = font;
  const room = Math.max(...values.map((value) => pen.measureText(formatNumber(value, 4)).width)) + 12;
  const frame = layFrame(pen, size, theme, {
    x: { domain: padded(extent([0, intact.entropy, ...values.filter(Number.isFinite)]), 0.04), label: texts.axis },
    y: {
      ...{ domain: [3.45, -0.5], ticks: [0, 1, 2, 3], grid: false },
      format: (row) => [...TERMS.map((term) => texts.terms[term]), texts.entropy][row] ?? "",
    },
    right: room,
  });
  drawFrame(pen, frame, theme);
  const write = (value: number, at: number, y: number, fill: string) =>
    label(pen, formatNumber(value, 4), frame.x(Math.max(0, at)) + 7, frame.y(y), { font, fill, halo: theme.surface });
  TERMS.forEach((term, row) => {
    for (const programme of PROGRAMMES) {
      const [value, right] = [claimed[programme][term], intact[programme][term]];
      const [y, wrong] = [row + LANES[programme], isOff(value, right)];
      inFrame(pen, frame, () => {
        box(pen, frame, 0, y - HALF, value, y + HALF, { fill: wrong ? theme.fail : theme[COLOURS[programme]] });
        if (wrong)
          box(pen, frame, 0, y - HALF - 0.03, right, y + HALF + 0.03, { stroke: theme.ink, dash: [3, 3], width: 1.2 });
      });
      write(value, Math.max(value, right), y, wrong ? theme.fail : theme.ink);
    }
    const [at, error] = [drawn[term], ERRORS * drawnError[term]];
    segments(pen, frame, [at - error], [row + DRAWN], [at + error], [row + DRAWN], { stroke: theme.pair, width: 2.5 });
    symbol(pen, "circle", frame.x(at), frame.y(row + DRAWN), 3.5, { fill: theme.pair });
  });
  inFrame(pen, frame, () => {
    box(pen, frame, 0, 3 - HALF, intact.entropy, 3 + HALF, { fill: theme.inside });
    // No bound is below it.
    segments(pen, frame, [intact.entropy], [1.6], [intact.entropy], [3.4], {
      stroke: theme.ink,
      width: 1.2,
      dash: [3, 3],
    });
    rule(pen, frame, "x", 0, { stroke: theme.muted, width: 1 });
  });
  write(intact.entropy, intact.entropy, 3, theme.ink);
}

function captionOf({ claimed, intact, gap, intactGap }: Picture, wrong: boolean): string {
  if (!wrong) return format(texts.caption, { gap: nats(gap) });
  const names = PROGRAMMES.flatMap((programme) =>
    TERMS.filter((term) => isOff(claimed[programme][term], intact[programme][term])).map((term) =>
      format(texts.termOf, { term: texts.terms[term], programme: texts[programme] }),
    ),
  );
  // The gap is the VAE's: a mistake in the diffusion leaves it right.
  const said = isOff(gap, intactGap) ? texts.brokenGap : texts.brokenCaption;
  return format(said, { list: names.join(words.join), gap: nats(gap), right: nats(intactGap) });
}

function drawCurves(
  pen: Pen,
  size: Size,
  theme: Theme,
  xs: Float64Array,
  axis: string,
  filled: Float64Array,
  line: Float64Array,
  draw: "made" | "sent",
): void {
  const frame = layFrame(pen, size, theme, {
    x: { domain: [xs[0] ?? -1, xs.at(-1) ?? 1], label: axis },
    y: { domain: [0, 1.08 * Math.max(...filled, ...line)], label: texts.density },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    if (draw === "made") {
      band(pen, frame, xs, new Float64Array(xs.length), filled, { fill: theme.inside, alpha: 0.3 });
      polyline(pen, frame, xs, filled, { stroke: theme.ink, width: 1.2, alpha: 0.7 });
      polyline(pen, frame, xs, line, { stroke: theme.primal, width: 2.2, dash: [7, 4] });
    } else {
      polyline(pen, frame, xs, line, { stroke: theme.dual, width: 2.2 });
      polyline(pen, frame, xs, filled, { stroke: theme.ink, width: 1.5, dash: [2, 3] });
    }
  });
}

function drawMade(pen: Pen, size: Size, theme: Theme, { x, data, model }: Picture): void {
  drawCurves(pen, size, theme, x, texts.axisX, data, model, "made");
}

function drawSent(pen: Pen, size: Size, theme: Theme, { z, prior, aggregate }: Picture): void {
  drawCurves(pen, size, theme, z, texts.axisZ, prior, aggregate, "sent");
}
