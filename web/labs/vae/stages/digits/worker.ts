// The worker's half of the stage: samples, step by step.
import type { DigitsSampler, Proofground } from "../../../../../wasm/lib/types.ts";
import type { Pull } from "../../../../host/lab.ts";
import type { DigitsFrame, DigitsFrames, DigitsRequest, DigitsRequests, DigitsState, Start } from "./request.ts";
import type { DigitsTrainView } from "./training-request.ts";
import { trainDigits } from "./worker-train.ts";

const PIXELS = 64;
/** Steps of single samples that make a frame: a frame is a moment in which nothing can be stopped. */
const WORK = 250;

export function* digits(
  pg: Proofground,
  request: DigitsRequests,
  view: DigitsTrainView | undefined,
): Generator<DigitsFrames | null, void, Pull<DigitsTrainView>> {
  if (request.task === "digits-train") yield* trainDigits(pg, request, view);
  else yield* sample(pg, request);
}

/** The noise of one part; undefined: the sampler draws it. */
function noiseOf(pg: Proofground, { network, schedule, method, seed, start }: DigitsRequest): Float64Array | undefined {
  if (start.kind === "drawn") return undefined;
  const [from, to] = split(start.kind === "images" ? inverted(pg, { network, schedule }, start) : drawn());
  return pg.digits.arc({ from, to, count: start.count });

  function drawn(): Float64Array {
    const sampler = pg.digits.sample({ network, schedule, method, seed, classes: [-1, -1], guidance: 0 });
    try {
      return sampler.x().map(fromPixels);
    } finally {
      sampler.delete();
    }
  }
}

function inverted(
  pg: Proofground,
  model: Pick<DigitsRequest, "network" | "schedule">,
  { images, steps }: Extract<Start, { kind: "images" }>,
): Float64Array {
  return pg.digits.invert({ ...model, images, steps, classes: [-1, -1] });
}

/** Pixels are 0..1 on the page, and -1..1 in the network's noise. */
const fromPixels = (value: number) => 2 * value - 1;
const split = (two: Float64Array) => [two.slice(0, PIXELS), two.slice(PIXELS)] as const;

function samplersOf(pg: Proofground, request: DigitsRequest, into: DigitsSampler[]): void {
  const { network, schedule, method, seed, known } = request;
  const start = noiseOf(pg, request);
  for (const { classes, guidance } of request.parts) {
    const images = known === null ? [] : classes.flatMap(() => known.image);
    into.push(
      pg.digits.sample({
        ...{ network, schedule, method, seed, classes, guidance },
        ...(start === undefined ? {} : { start }),
        ...(known === null ? {} : { known: { images, mask: known.mask } }),
      }),
    );
  }
}

/** Of all parts, one after another. */
function joined(samplers: readonly DigitsSampler[], of: (sampler: DigitsSampler) => Float64Array): Float32Array {
  const each = samplers.map(of);
  const all = new Float32Array(each.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const values of each) {
    all.set(values, at);
    at += values.length;
  }
  return all;
}

function* sample(pg: Proofground, request: DigitsRequest): Generator<DigitsFrame, void, unknown> {
  const samplers: DigitsSampler[] = [];
  try {
    samplersOf(pg, request, samplers);
    const [leader] = samplers;
    if (leader === undefined) return;
    const total = leader.total();
    const stride = Math.ceil(total / request.states);
    const count = Math.ceil(total / stride) + 1;
    const frame = { task: "digits", count, misses: null } as const;
    const x = () => joined(samplers, (sampler) => sampler.x());
    const advance = (steps: number) => {
      for (const sampler of samplers) sampler.advance(steps);
    };
    let [some, work, first]: [DigitsState[], number, boolean] = [[], 0, true];
    let x0: Float32Array = new Float32Array();
    while (leader.taken() < total) {
      const [t, here] = [leader.t(), x()];
      advance(1);
      // What the step just taken predicted, from where it began.
      x0 = joined(samplers, (sampler) => sampler.x0());
      some.push({ t, x: here, x0 });
      const more = Math.min(stride - 1, total - leader.taken());
      if (more > 0) advance(more);
      work += ((1 + more) * here.length) / PIXELS;
      if (!first && work < WORK) continue;
      yield { ...frame, states: some, first, last: false };
      [some, work, first] = [[], 0, false];
    }
    const ends = x();
    some.push({ t: 0, x: ends, x0 });
    yield { ...frame, states: some, first, last: true, misses: missesOf(pg, request, ends) };
  } finally {
    for (const sampler of samplers) sampler.delete();
  }
}

/** How far the ends of a row are from the images that they were made from. */
function missesOf(pg: Proofground, { start }: DigitsRequest, x: Float32Array): [number, number] | null {
  if (start.kind !== "images") return null;
  const distance = (from: number, image: number) => {
    const images = Float64Array.from(x.subarray(from * PIXELS, (from + 1) * PIXELS));
    const among = start.images.slice(image * PIXELS, (image + 1) * PIXELS);
    return pg.digits.nearest({ images, among, d: PIXELS }).distance[0] ?? Number.NaN;
  };
  return [distance(0, 0), distance(start.count - 1, 1)];
}
