// The worker of the stage "VAE" with the library: what every frame of a training says, and what is found for a network at rest.
import { beforeAll, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import type {
  MapView,
  Settings,
  TrainFrame,
  TrainFrames,
  TrainRequests,
} from "../../web/labs/vae/stages/train/request.ts";
import { train } from "../../web/labs/vae/stages/train/worker.ts";
import { loadWatched } from "./support/load.ts";

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
});

const data = { kind: "toy", name: "moons", n: 60, seed: 1 } as const;
const settings: Settings = {
  ...{ dz: 2, width: 8, depth: 1, likelihood: "gaussian", noiseVar: 0.05 },
  ...{ beta: 1, batch: 16, learningRate: 0.005, emaDecay: 0.9, seed: 2 },
};
const own: MapView = { half: 3, axes: [0, 1], cells: 4 };

/** The first frames of a request. */
function framesOf(request: TrainRequests, count: number): TrainFrames[] {
  const view = { own, complete: false };
  const run = train(pg, request, view);
  const frames: TrainFrames[] = [];
  for (let next = run.next({ advance: true, view }); frames.length < count; next = run.next({ advance: true, view })) {
    if (next.done === true || next.value === null) break;
    frames.push(next.value);
  }
  run.return();
  return frames;
}
const trained = (steps: number) => {
  const run = { task: "train", trainers: ["vae"], data, settings, steps, every: 5, saved: null } as const;
  return framesOf(run, 1 + steps / 5) as TrainFrame[];
};

test("every frame of a training has its bound, by draws alone: not only the whole ones, and before the first step, too", () => {
  const frames = trained(30);
  expect(frames.map(({ steps }) => steps)).toEqual([0, 5, 10, 15, 20, 25, 30]);
  const bounds = frames.map(({ trainers: [one] }) => one?.now);
  for (const now of bounds) {
    expect(now?.heldOut.exact).toBeNull();
    expect(now?.training.exact).toBeNull();
  }
  expect(new Set(bounds.map((now) => now?.heldOut.sampled.elbo)).size).toBe(7);
});

test("of a network at rest the exact terms, of the held-out half alone; the overlap where there is a plane", () => {
  const network = trained(20).at(-1)?.trainers[0]?.whole?.network as Uint8Array;
  const window = { x0: -3, y0: -3, width: 6, height: 6, columns: 8, rows: 8 };
  const [found] = framesOf({ task: "train-all", network, data, window, exact: true }, 1);
  const x = pg.vae.toy(data);
  const heldOut = x.filter((_, k) => Math.floor(k / 2) % 2 === 1);
  const { exact } = pg.vae.evaluate({ network, x: heldOut, draws: 2, seed: 9 });
  expect(found).toEqual({ task: "train-all", overlap: pg.vae.overlap({ network, x, window }), heldOut: exact });
  const [bare] = framesOf({ task: "train-all", network, data, window: null, exact: false }, 1);
  expect(bare).toEqual({ task: "train-all", overlap: null, heldOut: null });
});
