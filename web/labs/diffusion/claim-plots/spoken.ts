// What the plots of the claims say to those who do not see them, from the numbers that they are drawn from. A plot is known by the class
// of its canvas.
import type { DiffusionClaimId } from "../../../../wasm/lib/types.ts";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { stepsUpTo } from "../../../kit/claim-plots/axes.ts";
import { extremes } from "../../../kit/points/extremes.ts";
import { numbersOf, type Series, toldOf } from "../../../kit/stages/series.ts";
import type { Numbers, Spoken } from "../../../kit/stages/spoken.ts";
import { claimPlots as words } from "../messages/claim-plots.en.ts";
import { spoken } from "../messages/spoken.en.ts";
import { coordinate, type DiffusionClaimPlotContext, type PictureOf } from "./context.ts";

const own = spoken.claims;

/** What is said of a plot, and its table. */
interface Figure {
  readonly told: string;
  readonly numbers: Numbers | null;
}
type Figures<Id extends DiffusionClaimId> = (
  picture: PictureOf<Id>,
  broken: boolean,
) => Readonly<Record<string, Figure>>;

/** Rows of particles and places in a table, at most. */
const ROWS = 200;
const said = (value: number | undefined, digits = 4) =>
  value === undefined || Number.isNaN(value) ? spoken.none : formatNumber(value, digits);
const place = (xy: ArrayLike<number>, i = 0) =>
  xy.length > 2 * i ? `(${said(xy[2 * i])}, ${said(xy[2 * i + 1])})` : spoken.none;
const nats = (value: number | undefined) => format(words.nats, { value: said(value) });

const ofSeries = (series: Series): Figure => ({ told: toldOf(series), numbers: numbersOf(series) });

/** Names and values, one below the other, said as a list. */
function ofList(rows: readonly (readonly [name: string, value: string])[]): Figure {
  return {
    told: rows.map(([name, value]) => format(own.item, { name, value })).join(spoken.join),
    numbers: { columns: ["", own.value], rows: () => rows },
  };
}

/** Places, and what is at each. */
function ofPlaces(told: string, columns: readonly (readonly [name: string, places: ArrayLike<number>])[]): Figure {
  const count = Math.max(0, ...columns.map(([, places]) => Math.min(ROWS, places.length / 2)));
  return {
    told,
    numbers: {
      columns: [own.index, ...columns.map(([name]) => name)],
      rows: () =>
        Array.from({ length: count }, (_, i) => [String(i + 1), ...columns.map(([, places]) => place(places, i))]),
    },
  };
}

function span(name: string, places: ArrayLike<number>, sentence: string = spoken.sample.spans): string {
  const [across, up] = [extremes(coordinate(places, 0)), extremes(coordinate(places, 1))];
  if (across === null || up === null) return "";
  const range = { xLow: said(across.low), xHigh: said(across.high), yLow: said(up.low), yHigh: said(up.high) };
  return format(sentence, { name, count: places.length / 2, ...range });
}

/** How far two fields of arrows, or two places each, are apart at most. */
function apart(one: ArrayLike<number>, other: ArrayLike<number>, at: ArrayLike<number>): string {
  const far = extremes(
    Array.from({ length: Math.min(one.length, other.length) / 2 }, (_, i) =>
      Math.hypot(
        (one[2 * i] as number) - (other[2 * i] as number),
        (one[2 * i + 1] as number) - (other[2 * i + 1] as number),
      ),
    ),
  );
  // What differs by rounding only is one.
  return far === null || far.high < 1e-9
    ? own.same
    : format(own.apart, { most: said(far.high, 2), place: place(at, far.highAt) });
}

const forward: Figures<"4a"> = ({ t, x0, closed, bySteps, ...now }, broken) => {
  const { forward: texts } = words;
  const recursion = broken ? own.brokenBySteps : own.bySteps;
  return {
    "claim-particles": ofPlaces(
      [format(own.from, { x0: place(x0) }), span(texts.closed, closed), span(texts.walked, bySteps)].join(spoken.join),
      [
        [texts.closed, closed],
        [texts.walked, bySteps],
      ],
    ),
    "claim-over-steps": ofSeries({
      ...{ across: "t", x: stepsUpTo(now.signal.length), on: t - 1 },
      lines: [
        { name: texts.signal, y: now.signal },
        { name: texts.noise, y: now.noise },
        { name: format(recursion, { name: texts.signal }), y: now.signalByRecursion },
        { name: format(recursion, { name: texts.noise }), y: now.noiseByRecursion },
      ],
    }),
  };
};

const posterior: Figures<"4b"> = (now, broken) => {
  const { posterior: texts } = words;
  const formula = broken ? texts.formulaBroken : texts.formula;
  const gaussian = (name: string, mean: ArrayLike<number>, variance: number) =>
    [name, place(mean), said(Math.sqrt(variance))] as const;
  const rows = [
    gaussian(texts.prior, now.priorMean, now.priorVariance),
    gaussian(texts.likelihood, now.likelihoodMean, now.likelihoodVariance),
    gaussian(texts.product, now.intactMean, now.intactVariance),
    gaussian(formula, now.mean, now.variance),
  ];
  const told = rows.map(([name, mean, sd]) => format(own.gaussian, { name, mean, sd })).join(spoken.join);
  const numbers: Numbers = { columns: ["", own.mean, spoken.posterior.sd], rows: () => rows };
  return {
    "claim-gaussians": { told, numbers },
    "claim-means": {
      told: [format(own.ends, { x0: place(now.x0), xt: place(now.xt) }), told].join(spoken.join),
      numbers,
    },
  };
};

const means: Figures<"4c"> = (now, broken) => {
  const { means: texts } = words;
  const { t, difference, bayesError, bayesErrorSe, bestError, floor, x0 } = now;
  return {
    "claim-arrows": ofList([
      [words.xt, place(now.xt)],
      [words.x0, place(x0)],
      [texts.x0Hat, place(now.x0Hat)],
    ]),
    "claim-both-forms": ofList([
      [words.xt, place(now.xt)],
      [texts.noiseForm, place(now.noiseForm)],
      [texts.posteriorForm, place(now.posteriorForm)],
      [texts.truth, place(now.truth)],
    ]),
    "claim-over-steps": ofSeries({
      ...{ across: "t", x: stepsUpTo(difference.length), on: t - 1 },
      lines: [{ name: texts.differenceAxis, y: difference }],
    }),
    "claim-guesses": ofPlaces(
      [
        span(words.xt, now.places, own.places),
        ...(broken ? [apart(now.predicted, now.predictedBest, now.places)] : []),
      ].join(spoken.join),
      [
        [words.xt, now.places],
        [texts.guess, now.predictedBest],
        ...(broken ? [[texts.guessBroken, now.predicted] as const] : []),
      ],
    ),
    "claim-number-line": ofList([
      [texts.byDraws, format(words.bridge.plusMinus, { value: said(bayesError), error: said(bayesErrorSe, 2) })],
      ...(broken ? [[own.bestByDraws, said(bestError)] as const] : []),
      [texts.byDensity, said(floor)],
      [own.constant, String(x0.length)],
    ]),
  };
};

const divergence: Figures<"4d"> = ({ t, kl, mse, bound }) => {
  const { divergence: texts } = words;
  const group = (k: number) => {
    const range = { from: String(bound.from[k]), to: String(bound.to[k]) };
    return format(range.from === range.to ? texts.stepRow : texts.stepsRow, range);
  };
  return {
    "claim-both-sides": ofSeries({
      ...{ across: "t", x: stepsUpTo(kl.length), on: t - 1 },
      lines: [
        { name: texts.klAxis, y: kl },
        { name: texts.mseAxis, y: mse },
      ],
    }),
    "claim-bound": ofList([
      [texts.priorRow, nats(bound.prior)],
      ...Array.from(bound.steps, (value, k) => [group(k), nats(value)] as const),
      [texts.reconstructionRow, nats(bound.reconstruction)],
      [texts.sumOf, nats(bound.total)],
      ...(bound.visible
        ? [
            [
              texts.alongPaths,
              format(texts.plusMinus, { value: said(bound.drawn), error: said(bound.drawnError, 2) }),
            ] as const,
          ]
        : []),
    ]),
  };
};

const simple: Figures<"4r1"> = ({ second, used, printed, weight }, broken) => {
  const { simple: texts } = words;
  const across = { across: "t", x: stepsUpTo(second.length) };
  return {
    "claim-second": ofSeries({
      ...across,
      lines: [
        { name: texts.chain, y: second },
        broken ? { name: texts.used, y: used } : { name: texts.printed, y: printed },
      ],
    }),
    "claim-over-steps": ofSeries({ ...across, lines: [{ name: texts.weight, y: weight }] }),
  };
};

const score: Figures<"4r2"> = (now, broken) => {
  const { score: texts } = words;
  return {
    "claim-arrows": ofPlaces(
      [span(words.xt, now.x, own.places), ...(broken ? [apart(now.score, now.intactScore, now.x)] : [])].join(
        spoken.join,
      ),
      [
        [texts.place, now.x],
        [texts.score, now.intactScore],
        ...(broken ? [[texts.scoreBroken, now.score] as const] : []),
      ],
    ),
    "claim-means": ofPlaces(apart(now.tweedie, now.x0, now.x), [
      [texts.place, now.x],
      [texts.tweedie, now.tweedie],
      [texts.x0, now.x0],
    ]),
  };
};

const samplers: Figures<"4r3"> = (now) => {
  const { samplers: texts } = words;
  const across = { across: texts.axisSteps, x: now.steps };
  const ways = (ancestral: Float64Array, flow: Float64Array, data: number) =>
    ofSeries({
      ...across,
      lines: [
        { name: texts.ancestral, y: ancestral },
        { name: texts.flow, y: flow },
        { name: texts.data, y: Array.from(now.steps, () => data) },
      ],
    });
  return {
    "claim-sd": ways(now.ancestralSd, now.flowSd, now.sd),
    "claim-mean": ways(now.ancestralMean, now.flowMean, now.mean),
    "claim-over-steps": ofSeries({ ...across, lines: [{ name: texts.gap, y: now.gap }] }),
  };
};

const bridge: Figures<"4bridge"> = (now, broken) => {
  const { bridge: texts } = words;
  const [text, beta, best] = texts.variances;
  const later = (terms: Float64Array) => terms.subarray(1);
  return {
    "claim-three-gaps": ofList([
      [text, nats(now.posterior)],
      [
        beta,
        broken
          ? format(texts.wrongFor, { wrong: nats(now.forward), right: nats(now.intactForward) })
          : nats(now.forward),
      ],
      [best, nats(now.best)],
    ]),
    "claim-over-steps": ofSeries({
      ...{ across: "t", x: stepsUpTo(now.terms.length).slice(1) },
      lines: [
        { name: broken ? texts.brokenDot : texts.termsAxis, y: later(now.terms) },
        ...(broken ? [{ name: texts.intactDot, y: later(now.intactTerms) }] : []),
      ],
    }),
  };
};

const FIGURES: { readonly [Id in DiffusionClaimId]: Figures<Id> } = {
  ...{ "4a": forward, "4b": posterior, "4c": means, "4d": divergence },
  ...{ "4r1": simple, "4r2": score, "4r3": samplers, "4bridge": bridge },
};

/** What their tables are called. */
const TITLES: Readonly<Record<DiffusionClaimId, Readonly<Record<string, string>>>> = {
  "4a": { "claim-particles": words.forward.particlesName, "claim-over-steps": words.forward.momentsName },
  "4b": { "claim-gaussians": words.posterior.name, "claim-means": words.posterior.planeName },
  "4c": {
    "claim-arrows": words.means.placesName,
    "claim-both-forms": words.means.meansName,
    "claim-over-steps": words.means.differenceName,
    "claim-guesses": words.means.guessesName,
    "claim-number-line": words.means.bayesErrorName,
  },
  "4d": { "claim-both-sides": words.divergence.name, "claim-bound": words.divergence.boundName },
  "4r1": { "claim-second": words.simple.name, "claim-over-steps": words.simple.weightsName },
  "4r2": { "claim-arrows": words.score.name, "claim-means": words.score.tweedieName },
  "4r3": {
    "claim-sd": words.samplers.sdName,
    "claim-mean": words.samplers.meanName,
    "claim-over-steps": words.samplers.gapName,
  },
  "4bridge": { "claim-three-gaps": words.bridge.name, "claim-over-steps": words.bridge.termsName },
};

export function spokenOf<Id extends DiffusionClaimId>(
  { result }: DiffusionClaimPlotContext,
  id: Id,
  name: string,
): Spoken {
  function now(): Figure | null {
    const found = result(id) as { readonly picture: PictureOf<Id>; readonly broken: boolean } | null;
    return found === null ? null : ((FIGURES[id] as Figures<Id>)(found.picture, found.broken)[name] ?? null);
  }
  return {
    title: TITLES[id][name] ?? "",
    told: () => now()?.told ?? "",
    numbers: () => now()?.numbers ?? null,
  };
}
