// The worker's half of the stage.
import type { Cloud, EpsSource, Proofground, Quality, Sampler } from "../../../../../wasm/lib/types.ts";
import { cloudOf } from "../../cloud.ts";
import type { QualityFrame, QualityPoint, QualityRequest, SampleFrame, SampleRequest, State } from "./request.ts";

/** Places of the density map to a side; data points that are drawn. */
const BACKDROP = { map: 128, points: 1000 } as const;
/** Points of each sample that distances are computed from, directions, and fresh samples in the mean. */
const JUDGE = { count: 2000, projections: 60, fresh: 4 } as const;
/** Work of one frame, as particles times points of the data; and the work of a network for one particle in this unit. */
const [WORK, NETWORK] = [6e6, 400];
/** The same for the curve, whose points appear only when they are complete. */
const CUT = 1e8;
/** Seeds that are used for nothing else: of held-out and of fresh draws. */
const SEEDS = { heldOut: 7_000_001, fresh: 8_000_001 } as const;

const sourceOf = (data: Cloud, network: Uint8Array | null): EpsSource =>
  network === null ? { kind: "oracle", data } : { kind: "network", network };

/** Distances of samples to one held-out sample. */
function judge(pg: Proofground, data: Cloud, seed: number) {
  const draw = (from: number) => pg.diffusion.draw({ data, count: JUDGE.count, seed: from + seed });
  const y = draw(SEEDS.heldOut);
  const of = (x: Float64Array): Quality =>
    pg.diffusion.quality({ x: x.subarray(0, 2 * JUDGE.count), y, d: 2, projections: JUDGE.projections, seed });
  return { of, fresh: (k: number): Quality => of(draw(SEEDS.fresh + k * 1_000_003)) };
}

/** Particles of all runs from the same start, the one that is furthest behind first. */
export function* sample(pg: Proofground, request: SampleRequest): Generator<SampleFrame, void, unknown> {
  const { task, schedule, count, seed, states, window: half } = request;
  const data = cloudOf(pg, request.data);
  const samplers: Sampler[] = [];
  try {
    for (const { method, network } of request.runs) {
      const eps = sourceOf(data, network);
      samplers.push(pg.diffusion.sample({ schedule, eps, method, count, d: 2, seed }));
    }
    const window = { ...half, width: BACKDROP.map, height: BACKDROP.map };
    // Points without spread have no density.
    const map = data.spread > 0 ? { values: pg.diffusion.density({ data, schedule, t: 0, window }), window } : null;
    yield {
      ...{ task, quality: null, states: samplers.map(stateOf) },
      backdrop: { points: Float64Array.from(data.points).slice(0, 2 * BACKDROP.points), map },
    };
    let [some, work]: [State[], number] = [[], 0];
    for (;;) {
      const behind = samplers.reduce((a, b) => (b.t() > a.t() ? b : a));
      if (behind.t() === 0) break;
      const [run, steps] = [samplers.indexOf(behind), Math.ceil(behind.total() / states)];
      behind.advance(steps);
      some.push(stateOf(behind, run));
      work += count * steps * (request.runs[run]?.network ? NETWORK : data.points.length / 2);
      if (work < WORK) continue;
      yield { task, states: some, backdrop: null, quality: null };
      [some, work] = [[], 0];
    }
    if (some.length > 0) yield { task, states: some, backdrop: null, quality: null };
    const { of, fresh } = judge(pg, data, seed);
    // A distance takes at least two points.
    const quality = count < 2 ? null : { runs: samplers.map((sampler) => of(sampler.x())), fresh: fresh(0) };
    yield { task, states: [], backdrop: null, quality };
  } finally {
    for (const sampler of samplers) sampler.delete();
  }
}

function stateOf(sampler: Sampler, run: number): State {
  return { run, t: sampler.t(), x: Float32Array.from(sampler.x()) };
}

/** Distances to held-out data for more and more steps: of the exact eps, whose error is the sampler's alone, and the network's. */
export function* quality(pg: Proofground, request: QualityRequest): Generator<QualityFrame, void, unknown> {
  const { task, schedule, network, eta, steps: counts, seed } = request;
  const data = cloudOf(pg, request.data);
  const { of, fresh } = judge(pg, data, seed);
  const several = Array.from({ length: JUDGE.fresh }, (_, k) => fresh(k));
  const mean = (key: keyof Quality) => several.reduce((sum, each) => sum + each[key], 0) / several.length;
  const line = {
    slicedWasserstein: mean("slicedWasserstein"),
    energy: mean("energy"),
    energyOfAll: mean("energyOfAll"),
  };
  yield { task, points: [], fresh: line, last: false };
  const sources = network === null ? [null] : [network, null];
  for (const [k, steps] of counts.entries()) {
    for (const source of sources) {
      const sampler = pg.diffusion.sample({
        ...{ schedule, eps: sourceOf(data, source), count: JUDGE.count, d: 2, seed },
        method: { kind: "ddim", eta, steps },
      });
      let point: QualityPoint;
      try {
        // Many steps are cut into parts, so that they can be stopped.
        const stride = Math.max(1, Math.floor(CUT / (JUDGE.count * (source ? NETWORK : data.points.length / 2))));
        while (!sampler.advance(stride)) yield { task, points: [], fresh: null, last: false };
        point = { source: source === null ? "exact" : "network", steps, ...of(sampler.x()) };
      } finally {
        sampler.delete();
      }
      yield { task, points: [point], fresh: null, last: k === counts.length - 1 && source === null };
    }
  }
}
