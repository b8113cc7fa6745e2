// V1: the ELBO and the gap add up to log p(x). Both sums as bars, with what quadrature says; q and the posterior in the latent space;
// and the same of a network that was trained on the spot.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { brokenLine, differ, GHOST } from "../../../kit/claim-plots/axes.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, inFrame, layFrame } from "../../../plot/frame.ts";
import { band, polyline, symbol } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import { drawDensity } from "../../../plot/panels.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import {
  drawEllipse,
  drawSum,
  isOff,
  type MountVaeClaimPlot,
  type PictureOf,
  reachOf,
  showing,
  words,
} from "./context.ts";
import { identityTotals, latentText, networkText, partsText } from "./spoken.ts";

type Picture = PictureOf<"4v1">;
const texts = words.identity;

const SUM_KEYS = (wrong: boolean): readonly KeyEntry[] => [
  ["cross", "ink", words.quadrature],
  ...(wrong ? ([["bar", "fail", words.wrong]] as const) : []),
];
const LATENT_KEYS = (wrong: boolean): readonly KeyEntry[] => [
  ["dots", "ink", texts.prior],
  ["line", "tube", texts.posterior],
  ["dash", "primal", texts.q],
  ["dots", "pair", texts.best],
  ...(wrong ? ([["dash", "fail", texts.wrongPosterior]] as const) : []),
];
const NETWORK_KEYS: readonly KeyEntry[] = [
  ["wide", "tube", texts.networkPosterior],
  ["dash", "primal", texts.networkQ],
];

export const mountIdentity: MountVaeClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4v1", ({ claimed }) => claimed.posteriorMean.length > 0);
  const template = () => {
    const now = picture();
    const wrong = broken();
    const network = now !== null && now.network.side > 0;
    // Most mistakes leave the posterior as it is.
    const other = now !== null && wrongPosterior(now);
    return html`
      ${figureWith("claim-parts", SUM_KEYS(wrong), texts.partsCaption, SUM_KEYS(!wrong))}
      ${figureWith("claim-identity", SUM_KEYS(wrong), now === null ? "" : identityText(now, wrong), SUM_KEYS(!wrong))}
      ${figureWith("claim-latent", LATENT_KEYS(other), now === null ? "" : latentCaption(now), LATENT_KEYS(!other))}
      <div class="claim-trained" ?hidden=${!network}>
        ${figureWith("claim-network", NETWORK_KEYS, now === null ? "" : networkCaption(now))}
        ${now === null || !network ? "" : readings(networkRows(now))}
      </div>
    `;
  };
  return live(root, context, template, () => {
    const parts = surfaceIn(root, "claim-parts", drawn(drawParts), texts.partsName);
    const identity = surfaceIn(root, "claim-identity", drawn(drawIdentity), texts.identityName);
    const latent = surfaceIn(root, "claim-latent", drawn(drawLatent), texts.latentName);
    const network = surfaceIn(root, "claim-network", drawn(drawNetwork), texts.networkName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      const named = (name: string, text: string) => format(words.named, { name, text });
      parts.describe(named(texts.partsName, partsText(now)));
      identity.describe(named(texts.identityName, identityTotals(now)));
      latent.describe(named(texts.latentName, latentText(now)));
      network.describe(named(texts.networkName, networkText(now)));
    };
    return { surfaces: [parts, identity, latent, network], update };
  });
};

function drawParts(pen: Pen, size: Size, theme: Theme, { claimed, intact, measured }: Picture): void {
  const part = (name: string, fill: string, of: "expectedLogLik" | "kl", sign: 1 | -1) => ({
    ...{ name, fill, claimed: sign * claimed[of], intact: sign * intact[of], measured: sign * measured[of] },
  });
  drawSum(
    pen,
    size,
    theme,
    [part(texts.reconstruction, theme.dual, "expectedLogLik", 1), part(texts.kl, theme.primal, "kl", -1)],
    { name: texts.elbo, claimed: claimed.elbo, intact: intact.elbo, measured: measured.elbo },
    texts.axis,
  );
}

function drawIdentity(pen: Pen, size: Size, theme: Theme, { claimed, intact, measured }: Picture): void {
  const part = (name: string, fill: string, of: "elbo" | "gap") => ({
    ...{ name, fill, claimed: claimed[of], intact: intact[of], measured: measured[of] },
  });
  drawSum(
    pen,
    size,
    theme,
    [part(texts.elbo, theme.inside, "elbo"), part(texts.gap, theme.pair, "gap")],
    { name: texts.logPx, claimed: claimed.logPx, intact: intact.logPx, measured: measured.logPx },
    texts.axis,
  );
}

function identityText({ claimed, intact, measured }: Picture, wrong: boolean): string {
  const nats = (value: number) => formatNumber(value, 4);
  const sum = { elbo: nats(claimed.elbo), gap: nats(claimed.gap), logPx: nats(claimed.logPx) };
  if (!wrong) return format(texts.identityCaption, sum);
  const names = (["expectedLogLik", "kl", "elbo", "gap", "logPx"] as const).filter((of) =>
    isOff(claimed[of], intact[of]),
  );
  const list = names.map((of) => texts.quantities[of]).join(words.join);
  const right = { elbo: nats(measured.elbo), gap: nats(measured.gap), logPx: nats(measured.logPx) };
  return names.length === 0 ? texts.brokenElsewhere : format(texts.brokenCaption, { list, ...right });
}

/** Whether the posterior, or the best q, is drawn as what is broken. */
const wrongPosterior = ({ claimed, intact }: Picture) =>
  differ(claimed.posteriorMean, intact.posteriorMean) || differ(claimed.posteriorCov, intact.posteriorCov);
const wrongBest = ({ claimed, intact }: Picture) => differ(claimed.bestDiagVar, intact.bestDiagVar);

function drawLatent(pen: Pen, size: Size, theme: Theme, now: Picture): void {
  if (now.latent.z.length > 0) drawLatentLine(pen, size, theme, now);
  else drawLatentPlane(pen, size, theme, now);
}

function drawLatentLine(pen: Pen, size: Size, theme: Theme, now: Picture): void {
  const { z, prior, q, posterior, measured } = now.latent;
  const most = Math.max(...prior, ...q, ...posterior, ...measured);
  const frame = layFrame(pen, size, theme, {
    x: { domain: [z[0] ?? -3, z.at(-1) ?? 3], label: texts.axisZ },
    y: { domain: [0, 1.1 * most], label: texts.density },
  });
  drawFrame(pen, frame, theme);
  const wrong = wrongPosterior(now);
  inFrame(pen, frame, () => {
    band(pen, frame, z, new Float64Array(z.length), measured, { fill: theme.tube, alpha: 0.14 });
    polyline(pen, frame, z, prior, { stroke: theme.ink, width: 1.5, dash: [2, 3] });
    polyline(pen, frame, z, measured, { stroke: theme.tube, width: 2.5, alpha: wrong ? GHOST : 1 });
    if (wrong) polyline(pen, frame, z, posterior, brokenLine(theme));
    polyline(pen, frame, z, q, { stroke: theme.primal, width: 2.2, dash: [7, 4] });
  });
}

/** Standard deviations of the ellipses. */
const SDS = [2, 1] as const;

function drawLatentPlane(pen: Pen, size: Size, theme: Theme, now: Picture): void {
  const { prior, q, posterior, measured, best } = now.latent.ellipses;
  const span = (c: 0 | 1) =>
    padded(extent([...reachOf(prior, c, 2), ...reachOf(q, c, 2), ...reachOf(posterior, c, 2)]), 0.05);
  const frame = layFrame(pen, size, theme, {
    x: { domain: span(0), label: texts.axisZ1 },
    y: { domain: span(1), label: texts.axisZ2 },
    aspect: 1,
  });
  drawFrame(pen, frame, theme);
  const wrong = wrongPosterior(now);
  inFrame(pen, frame, () => {
    for (const sds of SDS) {
      const width = sds === 1 ? 2.2 : 1.2;
      drawEllipse(pen, frame, prior, sds, { stroke: theme.ink, width: 1.2, dash: [2, 3] });
      drawEllipse(pen, frame, measured, sds, { fill: theme.tube, alpha: 0.1 });
      drawEllipse(pen, frame, measured, sds, { stroke: theme.tube, width, alpha: wrong ? GHOST : 1 });
      if (wrong) drawEllipse(pen, frame, posterior, sds, { ...brokenLine(theme), width });
      drawEllipse(pen, frame, q, sds, { stroke: theme.primal, width, dash: [7, 4] });
    }
    const stroke = wrongBest(now) ? theme.fail : theme.pair;
    drawEllipse(pen, frame, best, 1, { stroke, width: 2, dash: [2, 3] });
  });
}

function latentCaption(now: Picture): string {
  if (wrongBest(now)) return texts.wrongBest;
  return now.latent.z.length > 0 ? texts.latentLine : texts.latentPlane;
}

function drawNetwork(pen: Pen, size: Size, theme: Theme, { network }: Picture): void {
  const { side, x0, y0, width, posterior, q } = network;
  if (side === 0) return;
  const frame = layFrame(pen, size, theme, {
    x: { domain: [x0, x0 + width], label: texts.axisZ1 },
    y: { domain: [y0, y0 + width], label: texts.axisZ2 },
    aspect: 1,
  });
  inFrame(pen, frame, () => {
    // The ground that the density fades into: it ends with its window, the frame is wider.
    pen.fillStyle = theme.surface;
    pen.beginPath();
    pen.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
    pen.fill();
    const window = { x0, x1: x0 + width, y0, y1: y0 + width, width: side, height: side };
    drawDensity(pen, theme, frame, posterior, window, "tube");
  });
  drawFrame(pen, { ...frame, grid: [false, false] }, theme);
  inFrame(pen, frame, () => {
    for (const sds of SDS)
      drawEllipse(pen, frame, q, sds, { stroke: theme.primal, width: sds === 1 ? 2.2 : 1.2, dash: [7, 4] });
    const [zx = 0, zy = 0] = q.at;
    if (q.at.length > 0) symbol(pen, "plus", frame.x(zx), frame.y(zy), 5, { stroke: theme.primal, width: 2 });
  });
}

function networkCaption({ network }: Picture): string {
  const { claimed } = network;
  return format(texts.networkCaption, {
    ...{
      elbo: formatNumber(claimed.elbo, 4),
      gap: formatNumber(claimed.gap, 4),
      logPx: formatNumber(claimed.logPx, 4),
    },
  });
}

function networkRows({ network: { claimed, measured } }: Picture): [string, string][] {
  return (["logPx", "elbo", "gap"] as const).map((of) => [
    texts.quantities[of],
    format(texts.beside, { claimed: formatNumber(claimed[of], 6), measured: formatNumber(measured[of], 6) }),
  ]);
}
