// The worker's half of the stage: makes the sets, one after another, and judges each.
import type { DigitsSampler, Proofground, VaeTrainer } from "../../../../../wasm/lib/types.ts";
import {
  asked,
  BASELINES,
  CLASSIFIER,
  CLOSE_SHARE,
  type CompareFrame,
  type CompareRequest,
  type JudgedSet,
  PIXELS,
  type SetId,
  VAE,
} from "./request.ts";
import { sameContent } from "./same-content.ts";

/** Steps of the VAE, and images times steps of the sampler, between two frames: about a tenth of a second. */
const [TRAINED, SAMPLED] = [50, 2500];

/**
 * The newest result of each kind, as long as the worker lives: most changes of the state leave most of what is computed as it was.
 * Keys are compared by content, as each request comes with copies of its arrays.
 */
const kept = new Map<string, { readonly key: unknown; readonly value: unknown }>();
function keep<T>(name: string, key: unknown, make: () => T): T {
  const known = recall<T>(name, key);
  if (known !== undefined) return known;
  kept.set(name, { key, value: make() });
  return recall<T>(name, key) as T;
}

/** A copy of what was kept for this key: the arrays of a frame are given away with it. */
function recall<T>(name: string, key: unknown): T | undefined {
  const known = kept.get(name);
  return known !== undefined && sameContent(known.key, key) ? (structuredClone(known.value) as T) : undefined;
}

type Judge = (id: SetId, pixels: Float64Array, classes: readonly number[]) => JudgedSet;

function judgeOf(pg: Proofground, { training, heldOut }: CompareRequest): Judge {
  const { pixels: images, labels } = training;
  const classifier = keep("classifier", training, () =>
    pg.digits.classifier({ images, labels, d: PIXELS, ...CLASSIFIER }),
  );
  const among = { among: images, d: PIXELS };
  const { distance } = keep("held out", [training, heldOut], () =>
    pg.digits.nearest({ images: heldOut.pixels, ...among }),
  );
  const rest = { classifier, training: images, heldOutDistances: distance, closeShare: CLOSE_SHARE };
  return (id, pixels, classes) => {
    const { images: cut, ...figures } = pg.digits.figures({ images: pixels, asked: classes, ...rest });
    return { id, pixels: cut, asked: classes, figures };
  };
}

/** Real images, and what costs nothing. */
function references(pg: Proofground, request: CompareRequest, judge: Judge): JudgedSet[] {
  const { training, heldOut, count, seed } = request;
  return keep("references", [training, heldOut, count, seed], () => {
    const classes = asked(count);
    const source = { images: training.pixels, labels: training.labels, d: PIXELS, asked: classes, seed };
    return [
      judge("real", heldOut.pixels, heldOut.labels),
      ...BASELINES.map((kind) => judge(kind, pg.digits.baseline({ kind, ...source }), classes)),
    ];
  });
}

function* diffusion(pg: Proofground, request: CompareRequest): Generator<number, Float64Array, unknown> {
  const { denoiser, count, guidance, seed, steps } = request;
  if (denoiser === null) throw new Error("no denoiser");
  const key = [denoiser, count, guidance, seed, steps];
  const known = recall<Float64Array>("diffusion", key);
  if (known !== undefined) return known;
  const sampler: DigitsSampler = pg.digits.sample({
    ...{ ...denoiser, classes: asked(count), guidance, seed },
    method: { kind: "ddim", eta: 0, steps: Math.min(steps, lengthOf(denoiser.schedule)) },
  });
  try {
    const some = Math.max(1, Math.floor(SAMPLED / count));
    while (!sampler.advance(some)) yield sampler.taken() / sampler.total();
    return keep("diffusion", key, () => sampler.x());
  } finally {
    sampler.delete();
  }
}

const lengthOf = (schedule: NonNullable<CompareRequest["denoiser"]>["schedule"]) =>
  schedule.kind === "own" ? schedule.betas.length : schedule.T;

/** A training that was left for another request is gone on with where it stood. */
function* training(pg: Proofground, request: CompareRequest): Generator<number, Uint8Array, unknown> {
  const { training: seen, heldOut, vae, trained } = request;
  const key = [seen, heldOut, vae];
  if (trained !== null) return keep("vae", key, () => trained);
  const known = recall<Uint8Array>("vae", key);
  if (known !== undefined) return known;
  const saved = recall<Uint8Array>("vae, left", key);
  const trainer: VaeTrainer = pg.vae.train(
    {
      ...{ x: joined(seen.pixels, heldOut.pixels), dx: PIXELS, heldOut: heldOut.labels.length },
      ...{ labels: [...seen.labels, ...heldOut.labels], dz: vae.latents, seed: vae.seed, ...VAE },
    },
    saved,
  );
  try {
    while (trainer.steps() < vae.steps) {
      trainer.advance(Math.min(TRAINED, vae.steps - trainer.steps()));
      yield trainer.steps() / vae.steps;
    }
    kept.delete("vae, left");
    return keep("vae", key, () => trainer.network());
  } finally {
    if (trainer.steps() < vae.steps) kept.set("vae, left", { key, value: trainer.save() });
    trainer.delete();
  }
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Real images and baselines first, then the diffusion, whose network is ready, and last the VAE, which is trained here. */
export function* compare(pg: Proofground, request: CompareRequest): Generator<CompareFrame, void, unknown> {
  const { task, count, seed } = request;
  const nothing = { task, sets: [], trained: null };
  yield { ...nothing, doing: { what: "judge", share: 0 } };
  const judge = judgeOf(pg, request);
  const classes = asked(count);
  let sets = references(pg, request, judge);
  if (request.denoiser !== null) {
    yield { task, sets, trained: null, doing: { what: "diffusion", share: 0 } };
    const sampling = diffusion(pg, request);
    const pixels = yield* told(sampling, (share) => ({ ...nothing, doing: { what: "diffusion", share } }));
    sets = [judge("diffusion", pixels, classes)];
  }
  yield { task, sets, trained: null, doing: { what: "training", share: 0 } };
  const network = yield* told(training(pg, request), (share) => ({ ...nothing, doing: { what: "training", share } }));
  const { mean } = pg.vae.sample({ network, count, seed, labels: classes });
  yield { task, sets: [judge("vae", mean, classes)], trained: network, doing: null };
}

/** A frame for each share that is done; at the end the result. */
function* told<T>(
  work: Generator<number, T, unknown>,
  frame: (share: number) => CompareFrame,
): Generator<CompareFrame, T, unknown> {
  try {
    for (;;) {
      const next = work.next();
      if (next.done === true) return next.value;
      yield frame(next.value);
    }
  } finally {
    // Where the request was replaced, the work frees what it holds.
    work.return(undefined as T);
  }
}
