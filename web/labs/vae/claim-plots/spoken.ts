// What the plots of the claims say to those who do not see them: every number that is drawn, by each of its routes, and what is wrong.
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { extremes } from "../../../kit/points/extremes.ts";
import { isOff, type PictureOf, rowOf, sub, words } from "./context.ts";

const say = words.told;
const said = (value: number | undefined) => formatNumber(value ?? Number.NaN, 4);
const list = (values: ArrayLike<number>) => {
  const texts = Array.from(values, said);
  return texts.length === 1 ? (texts[0] as string) : format(say.place, { at: texts.join(", ") });
};
/** Sentences, without those that there are none of. */
const joined = (...texts: readonly string[]) => texts.filter((text) => text !== "").join(say.sentences);

type Identity = PictureOf<"4v1">;
type Quantity = keyof Identity["measured"] & keyof typeof words.identity.quantities;

/** Each by what is claimed, and by quadrature. */
function sumText({ claimed, intact, measured }: Identity, of: readonly Quantity[]): string {
  const { quantities } = words.identity;
  const terms = of.map((name) =>
    format(say.term, { name: quantities[name], claimed: said(claimed[name]), measured: said(measured[name]) }),
  );
  const wrong = of.filter((name) => isOff(claimed[name], intact[name])).map((name) => quantities[name]);
  return joined(
    format(say.terms, { list: terms.join(say.items) }),
    wrong.length === 0 ? "" : format(say.wrong, { list: wrong.join(words.join) }),
  );
}

export const partsText = (now: Identity) => sumText(now, ["expectedLogLik", "kl", "elbo"]);
export const identityTotals = (now: Identity) => sumText(now, ["elbo", "gap", "logPx"]);

/** Where a density is highest. */
function peakText(name: string, at: ArrayLike<number>, density: ArrayLike<number>): string {
  const found = extremes(density);
  return found === null ? "" : format(say.peak, { name, at: said(at[found.highAt]), density: said(found.high) });
}

export function latentText({ latent, claimed }: Identity): string {
  const { identity: texts } = words;
  if (latent.z.length > 0)
    return joined(
      peakText(texts.prior, latent.z, latent.prior),
      peakText(texts.posterior, latent.z, latent.measured),
      peakText(texts.q, latent.z, latent.q),
    );
  const n = claimed.posteriorMean.length;
  const variances = claimed.posteriorMean.map((_, j) => claimed.posteriorCov[j * (n + 1)] as number);
  return joined(
    format(say.around, { name: texts.q, at: list(latent.ellipses.q.at) }),
    format(say.posterior, {
      ...{ mean: list(claimed.posteriorMean), variances: list(variances) },
      covariance: said(claimed.posteriorCov[1]),
    }),
    format(say.best, { variances: list(claimed.bestDiagVar) }),
  );
}

export function networkText({ network }: Identity): string {
  const { side, x0, y0, width, posterior, q } = network;
  const found = side === 0 ? null : extremes(posterior);
  if (found === null) return "";
  const middle = (low: number, k: number) => low + ((k + 0.5) * width) / side;
  const at = [middle(x0, found.highAt % side), middle(y0, Math.floor(found.highAt / side))];
  return joined(
    format(say.highest, { name: words.identity.networkPosterior, at: list(at) }),
    format(say.around, { name: words.identity.networkQ, at: list(q.at) }),
  );
}

type Kl = PictureOf<"4v2">;

export function klText(now: Kl): string {
  const { kl: texts } = words;
  const terms = Array.from(now.claimed, (claimed, j) =>
    format(say.three, {
      ...{ name: format(texts.coordinate, { j: sub(j + 1) }), claimed: said(claimed), measured: said(now.measured[j]) },
      ...{ drawn: said(now.drawn[j]), error: formatNumber(now.drawnError[j] ?? Number.NaN, 2) },
    }),
  );
  terms.push(format(say.term, { name: texts.sum, claimed: said(now.total), measured: said(now.measuredTotal) }));
  const wrong = [
    ...Array.from(now.claimed, (claimed, j) =>
      isOff(claimed, now.intact[j] ?? 0) ? format(texts.coordinate, { j: sub(j + 1) }) : "",
    ).filter((name) => name !== ""),
    ...(isOff(now.total, now.intactTotal) ? [texts.sum] : []),
  ];
  return joined(
    format(say.terms, { list: terms.join(say.items) }),
    wrong.length === 0 ? "" : format(say.wrong, { list: wrong.join(words.join) }),
  );
}

/** @param shown coordinates that are drawn */
export function areasText(now: Kl, shown: number): string {
  const dz = now.claimed.length;
  return joined(
    ...Array.from({ length: shown }, (_, j) => {
      const [z, integrand] = [rowOf(now.z, j, dz), rowOf(now.integrand, j, dz)];
      const found = extremes(integrand);
      if (found === null) return "";
      return format(say.area, {
        ...{ name: format(words.kl.coordinate, { j: sub(j + 1) }), low: said(found.low), high: said(found.high) },
        ...{ lowAt: said(z[found.lowAt]), highAt: said(z[found.highAt]) },
      });
    }),
  );
}

type Gradients = PictureOf<"4v3">;

/** @param names of the coordinates */
export function meansText(now: Gradients, names: readonly string[]): string {
  const estimate = (which: "reparameterised" | "score", k: number) =>
    format(say.estimate, {
      ...{ name: words.gradients[which], value: said(now[which].mean[k]) },
      error: formatNumber(now[which].error[k] ?? Number.NaN, 2),
    });
  const rows = names.map((name, k) =>
    format(say.gradient, {
      ...{ name, exact: said(now.claimed[k]) },
      estimates: [estimate("reparameterised", k), estimate("score", k)].join(words.join),
    }),
  );
  return format(say.terms, { list: rows.join(say.items) });
}

export function spreadText(now: Gradients, names: readonly string[]): string {
  const of = (which: "reparameterised" | "score", k: number) =>
    format(say.variance, {
      ...{ name: words.gradients[which], measured: said(now[which].variance[k]) },
      exact: said(now[which].exactVariance[k]),
    });
  const rows = names.map((name, k) =>
    format(say.row, { name, list: [of("reparameterised", k), of("score", k)].join(words.join) }),
  );
  return format(say.terms, { list: rows.join(say.items) });
}

type OneStep = PictureOf<"4v4">;

export function programmesText({ claimed, intact, gap, drawn, drawnError }: OneStep): string {
  const { oneStep: texts } = words;
  const rows = (["reconstruction", "prior", "total"] as const).map((term) =>
    format(say.programmes, {
      ...{ name: texts.terms[term], vae: said(claimed.vae[term]), diffusion: said(claimed.diffusion[term]) },
      ...{ drawn: said(drawn[term]), error: formatNumber(drawnError[term], 2) },
    }),
  );
  return joined(
    format(say.terms, { list: rows.join(say.items) }),
    format(say.entropy, { entropy: said(intact.entropy), gap: said(gap) }),
  );
}

export const madeText = ({ x, data, model }: OneStep) =>
  joined(peakText(words.oneStep.data, x, data), peakText(words.oneStep.model, x, model));
export const sentText = ({ z, prior, aggregate }: OneStep) =>
  joined(peakText(words.oneStep.prior, z, prior), peakText(words.oneStep.aggregate, z, aggregate));
