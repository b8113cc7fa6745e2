// The worker's half of the stage. What is computed by draws comes in frames of more and more of them; what is computed for many T,
// in frames of some at a time.
import type { Mixture, NelboAnswer, Proofground, ScheduleSpec } from "../../../../../wasm/lib/types.ts";
import { cloudOf } from "../../cloud.ts";
import {
  type BridgeFrame,
  type BridgeRequest,
  type ElboFrame,
  type ElboRequest,
  type Gap,
  type PrintedFrame,
  type PrintedRequest,
  type TermsFrame,
  type TermsRequest,
  type WeightsFrame,
  type WeightsRequest,
  withSteps,
} from "./request.ts";

/** What one frame of draws may cost, points of the data times places: a tenth of a second, then more. */
const WORK = [4e6, 1.6e7, 4e7] as const;
/** Draws of each step: fewer have no useful error, more are not seen in a chart. */
const DRAWS = { least: 8, most: 4000 } as const;
/** Of the entropy, which is one number and not T; and the most of its draws. */
const ENTROPY = { work: 2e7, most: 200_000 } as const;
/** Steps that the curve over T takes in one frame, so that a drag waits for a few hundredths of a second at most. */
const STEPS_PER_FRAME = 1500;

/** The T of the curve: neighbours differ by about a sixth. */
const CURVE = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20, 24, 28, 33, 39, 46, 55, 65, 77, 91, 108, 128, 150, 180, 210, 250, 300, 350, 420, 500, 590, 700, 840, 1000] as const; // biome-ignore format: a table

export function* elbo(pg: Proofground, request: ElboRequest): Generator<ElboFrame, void, unknown> {
  switch (request.view) {
    case "weights":
      yield weights(pg, request);
      return;
    case "terms":
      return yield* terms(pg, request);
    case "bridge":
      return yield* bridge(pg, request);
    case "printed":
      yield printed(pg, request);
  }
}

function weights(pg: Proofground, { task, view, schedule, seed }: WeightsRequest): WeightsFrame {
  // Noise and guess are drawn in two dimensions; where the data are does not matter to the divergence.
  const data = { points: [0, 0], d: 2, spread: 0 };
  const claim = pg.diffusion.claim({ id: "4d", data, schedule, broken: false, options: { t: 1, seed } });
  if (claim.id !== "4d") throw new Error("another claim's picture");
  const { weight } = claim.picture;
  let least: WeightsFrame["least"] = null;
  for (let t = 2; t <= weight.length; ++t) {
    const value = weight[t - 1] as number;
    if (least === null || value < least.weight) least = { t, weight: value };
  }
  return { task, view, picture: claim.picture, least };
}

function* terms(
  pg: Proofground,
  { task, view, data: spec, schedule, seed }: TermsRequest,
): Generator<TermsFrame, void, unknown> {
  const data = cloudOf(pg, spec);
  const n = data.points.length / 2;
  const { length: T } = pg.diffusion.schedule(schedule).beta;
  const within = (work: number, steps: number) =>
    Math.max(DRAWS.least, Math.min(DRAWS.most, Math.floor(work / (n * steps))));
  // A chain of one step, for the entropy alone: many draws of one number.
  const one: ScheduleSpec = { kind: "constant", T: 1, beta: 0.5 };
  const entropyDraws = Math.max(DRAWS.most, Math.min(ENTROPY.most, Math.floor(ENTROPY.work / n)));
  const { entropy, entropyError } = pg.diffusion.nelbo({ data, schedule: one, draws: entropyDraws, seed });
  for (const [k, work] of WORK.entries()) {
    const draws = within(work, T);
    const answer = pg.diffusion.nelbo({ data, schedule, draws, seed });
    const last = answer.by === "quadrature" || k === WORK.length - 1 || draws === within(WORK[k + 1] as number, T);
    yield { task, view, answer, draws, entropy: { entropy, entropyError }, last };
    if (last) return;
  }
}

/** What is known of the newest mixture's curve: while T is dragged all else stays, and no gap is computed twice. */
let known = { key: "", gaps: new Map<number, Gap>() };

function* bridge(pg: Proofground, request: BridgeRequest): Generator<BridgeFrame, void, unknown> {
  const { task, view, schedule, seed, T, m, sd } = request;
  const data: Mixture = { weights: [1, 1], means: [-m, m], covariances: [sd ** 2, sd ** 2], d: 1 };
  // On the line quadrature is always affordable: nothing is drawn, whatever the number of draws.
  const answerAt = (steps: number) =>
    pg.diffusion.nelbo({ data, schedule: withSteps(schedule, steps), draws: DRAWS.least, seed });
  const key = JSON.stringify([withSteps(schedule, 1), m, sd]);
  if (known.key !== key) known = { key, gaps: new Map() };
  const { gaps } = known;
  const gapOf = ({ entropy, ...answer }: NelboAnswer, steps: number): Gap => ({
    T: steps,
    posterior: answer.posteriorTotal - entropy,
    forward: answer.forwardTotal - entropy,
    best: answer.bestTotal - entropy,
  });
  const own = answerAt(T);
  const { alphaBar } = pg.diffusion.schedule(withSteps(schedule, 1));
  const frame = {
    ...{ task, view, gap: gapOf(own, T), prior: own.prior, entropy: own.entropy, parts: own.parts },
    oneStepAlphaBar: alphaBar[0] as number,
  };
  // Made for each frame: its arrays are transferred.
  const oneStep = () => (T === 1 ? oneStepOf(pg, request, own) : null);
  yield { ...frame, oneStep: oneStep(), curve: [], last: false };
  const curve: Gap[] = [];
  let steps = 0;
  for (const each of CURVE) {
    const found = gaps.get(each);
    const gap = found ?? gapOf(answerAt(each), each);
    gaps.set(each, gap);
    curve.push(gap);
    steps += found ? 0 : each;
    if (steps < STEPS_PER_FRAME || each === CURVE.at(-1)) continue;
    steps = 0;
    yield { ...frame, oneStep: oneStep(), curve: [...curve], last: false };
  }
  yield { ...frame, oneStep: oneStep(), curve, last: true };
}

/** The latent values whose decoders are shown: one standard deviation of the prior to either side. */
const LATENT = [-1, 1] as const;

/** Where densities are computed: evenly, and closely around each Gaussian, however sharp. @param gaussians [mean, variance] */
function places(halfWidth: number, gaussians: readonly (readonly [number, number])[]): Float64Array {
  const even = Array.from({ length: 161 }, (_, i) => halfWidth * (i / 80 - 1));
  const near = gaussians.flatMap(([mean, variance]) =>
    Array.from({ length: 41 }, (_, i) => mean + Math.sqrt(variance) * (i / 4 - 5)),
  );
  return Float64Array.from([...even, ...near.filter((x) => Math.abs(x) < halfWidth)]).sort();
}

/** The densities of the VAE: Gaussians and the mixture, all by the oracle. */
function oneStepOf(
  pg: Proofground,
  { schedule, m, sd }: BridgeRequest,
  { x0Variance }: NelboAnswer,
): NonNullable<BridgeFrame["oneStep"]> {
  const density = (means: readonly number[], variance: number, alphaBar: number, x: Float64Array) => {
    const mixture = { weights: means.map(() => 1), means, covariances: means.map(() => variance), d: 1 };
    return pg.diffusion.mixtureOracle({ ...mixture, alphaBar, x }).logDensity.map(Math.exp);
  };
  const data: Mixture = { weights: [1, 1], means: [-m, m], covariances: [sd ** 2, sd ** 2], d: 1 };
  const { alphaBar, noise } = pg.diffusion.schedule(schedule);
  const [signal, sent] = [alphaBar[0] as number, noise[0] as number];
  const variance = x0Variance[0] as number;
  const [low, high] = pg.diffusion.oracle({ data, schedule, t: 1, x: LATENT }).x0 as unknown as [number, number];
  const middle = Math.sqrt(signal) * m;
  const x1 = places(middle + 4, [
    [-middle, sent],
    [middle, sent],
  ]);
  const x0 = places(m + Math.max(4 * sd, 2.5 * Math.sqrt(variance)), [
    [-m, sd ** 2],
    [m, sd ** 2],
    [low, variance],
    [high, variance],
  ]);
  return {
    ...{ x1, encoder: [density([-m], 0, signal, x1), density([m], 0, signal, x1)] },
    ...{ x0, data: density([-m, m], sd ** 2, 1, x0), at: LATENT },
    decoder: [density([low], variance, 1, x0), density([high], variance, 1, x0)],
  };
}

function printed(pg: Proofground, { task, view, data: spec, schedule, seed }: PrintedRequest): PrintedFrame {
  const data = cloudOf(pg, spec);
  const claim = pg.diffusion.claim({ id: "4r1", data, schedule, broken: false, options: { t: 1, seed } });
  if (claim.id !== "4r1") throw new Error("another claim's picture");
  return { task, view, picture: claim.picture };
}
