// 4d: the divergence of every step against the weighted noise error that it is: two ways of one number, so that every step lies on
// the diagonal. (Both against t, and the weights, are the main plot of the claim's link.)
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { label, polyline, symbol, symbols } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import {
  controls,
  decades,
  drawNothing,
  figureWith,
  type MountDiffusionClaimPlot,
  type PictureOf,
  showing,
  words,
} from "./context.ts";

type Picture = PictureOf<"4d">;

/** As many steps as can be told apart. */
const SHOWN = 80;
/** Room around all of them, for the name of the one on show. */
const ROOM = 1.6;

const texts = words.divergence;

export const mountNoiseMse: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4d");
  const at = (values: Float64Array, t: number) => formatNumber(values[t - 1] ?? Number.NaN, 4);
  const template = () => {
    const now = picture();
    const wrong = broken();
    const caption = wrong ? texts.brokenCaption : texts.caption;
    return html`
      ${controls(context, "4d")}
      ${figureWith(
        "claim-both-sides",
        [
          ["dot", wrong ? "fail" : "dual", texts.step],
          ["line", "ink", texts.equal],
        ],
        now === null ? "" : format(caption, { error2: formatNumber(now.error2, 4) }),
      )}
      ${
        now === null
          ? ""
          : readings([
              [format(texts.weightAt, { t: now.t }), at(now.weight, now.t)],
              [format(texts.klAt, { t: now.t }), format(words.nats, { value: at(now.kl, now.t) })],
              [format(texts.mseAt, { t: now.t }), at(now.mse, now.t)],
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const sides = surfaceIn(root, "claim-both-sides", drawn(drawSides), texts.name);
    const update = () => {
      const now = picture();
      if (now === null) return;
      const { t } = now;
      sides.describe(format(texts.describe, { t, kl: at(now.kl, t), mse: at(now.mse, t), T: now.kl.length }));
    };
    return { surfaces: [sides], update };
  });
};

/** The steps t that have a place on both axes, thinned. */
function placed({ kl, mse }: Picture): number[] {
  const there = (value: number | undefined) => value !== undefined && value > 0 && Number.isFinite(value);
  const all = Array.from(kl, (_, k) => k + 1).filter((t) => there(kl[t - 1]) && there(mse[t - 1]));
  const every = Math.ceil(all.length / SHOWN);
  return all.filter((_, k) => k % every === 0);
}

function drawSides(pen: Pen, size: Size, theme: Theme, now: Picture, broken: boolean): void {
  const { t, kl, mse, error2 } = now;
  const steps = placed(now);
  const of = (values: Float64Array) => steps.map((step) => values[step - 1] as number);
  const [low, high] = decades([...of(kl), ...of(mse)], "").domain;
  const domain = [low / ROOM, high * ROOM] as const;
  const frame = layFrame(pen, size, theme, {
    x: { domain, log: true, label: texts.mseAxis },
    y: { domain, log: true, label: texts.klAxis },
    right: 10,
  });
  drawFrame(pen, frame, theme);
  if (steps.length === 0) {
    drawNothing(pen, frame, theme, error2 === 0 ? texts.noError : texts.noSteps);
    return;
  }
  const colour = broken ? theme.fail : theme.dual;
  inFrame(pen, frame, () => {
    polyline(pen, frame, domain, domain, { stroke: theme.ink, width: 1.5 });
    symbols(pen, frame, of(mse), of(kl), 3, "circle", { fill: colour, alpha: 0.75 });
  });
  const [x, y] = [mse[t - 1] as number, kl[t - 1] as number];
  if (!(x > 0 && y > 0 && Number.isFinite(x) && Number.isFinite(y))) return;
  const [px, py] = [frame.x(x), frame.y(y)];
  symbol(pen, "circle", px, py, 6, { fill: colour, stroke: theme.accent, width: 2.5 });
  // Off the diagonal (or the level of broken steps), to the side that has room.
  const left = px > (frame.left + frame.right) / 2;
  const dy = left || broken ? -13 : 12;
  label(pen, format(texts.here, { t }), px + (left ? -12 : 12), py + dy, {
    ...{ font: fontOf(theme, 12, 600), fill: theme.ink, align: left ? "right" : "left", halo: theme.surface },
  });
}
