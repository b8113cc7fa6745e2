// The worker's half of the stage "Side by side" with the built library: the same request gives the same numbers, whether or not the worker has
// kept what it made before, whose arrays are given away with each frame.
import { beforeAll, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { digitsImages, halves } from "../../web/data/digits-images.ts";
import { defaultsOf } from "../../web/host/fields.ts";
import { transferables } from "../../web/host/protocol.ts";
import { COMPARE } from "../../web/labs/vae/stages/compare/fields.ts";
import {
  type CompareFrame,
  type CompareRequest,
  compareRequest,
  inTurn,
  type JudgedSet,
  SETS,
} from "../../web/labs/vae/stages/compare/request.ts";
import { compare } from "../../web/labs/vae/stages/compare/worker.ts";
import { loadWatched, using } from "./support/load.ts";

const { training, heldOut } = halves(digitsImages());
const schedule = { kind: "cosine", T: 20, s: 0.008, betaMax: 0.999 } as const;
let pg: Proofground;
let request: CompareRequest;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
  const { pixels: images, labels } = training;
  const network = using(
    pg.digits.train({
      ...{ images, labels, d: 64, classes: 10, schedule, features: 8, width: 16, depth: 1, labelDropout: 0.2 },
      ...{ batch: 32, learningRate: 1e-3, emaDecay: 0.9, seed: 1 },
    }),
    (trainer) => {
      trainer.advance(20);
      return trainer.network();
    },
  );
  const state = { ...defaultsOf(COMPARE), compareCount: 30, compareTrainSteps: 120, compareSteps: 5 };
  request = compareRequest(state, { training, heldOut: inTurn(heldOut) }, { network, schedule }, () => null);
});

/** As the worker posts it: its arrays are the receiver's from then on. */
const posted = (frame: CompareFrame): CompareFrame => structuredClone(frame, { transfer: transferables(frame) });

function run(
  of: CompareRequest,
  frames = Number.POSITIVE_INFINITY,
): { sets: Map<string, JudgedSet>; shares: number[]; trained: Uint8Array | null } {
  const [sets, shares] = [new Map<string, JudgedSet>(), [] as number[]];
  let trained: Uint8Array | null = null;
  let count = 0;
  for (const made of compare(pg, structuredClone(of))) {
    const frame = posted(made);
    for (const set of frame.sets) sets.set(set.id, set);
    if (frame.doing?.what === "training") shares.push(frame.doing.share);
    trained = frame.trained ?? trained;
    count += 1;
    if (count === frames) break;
  }
  return { sets, shares, trained };
}

test("one request, one set of numbers: at first, again, after another one, and with a network that is there", () => {
  const first = run(request);
  expect([...first.sets.keys()].sort()).toEqual([...SETS].sort());
  expect(first.shares.length).toBeGreaterThan(2);
  expect(run(request).sets).toEqual(first.sets);
  const other = run({ ...request, guidance: 0.5 });
  expect(other.sets.get("diffusion")?.pixels).not.toEqual(first.sets.get("diffusion")?.pixels);
  expect(other.sets.get("vae")).toEqual(first.sets.get("vae"));
  // The VAE of another seed takes the place of the one that was kept; with its network at hand the first needs no training.
  const fresh = run({ ...request, vae: { ...request.vae, seed: 9 } });
  expect(fresh.sets.get("vae")?.pixels).not.toEqual(first.sets.get("vae")?.pixels);
  const again = run({ ...request, trained: first.trained });
  expect(again.sets).toEqual(first.sets);
  expect(again.shares).toEqual([0]);
});

test("a training that was left for another request goes on where it stood, to the same end", () => {
  const other = { ...request, vae: { ...request.vae, seed: 21 } };
  const left = run(other, 4);
  expect(left.trained).toBeNull();
  const on = run(other);
  const whole = run({ ...request, vae: { ...request.vae, seed: 22 } });
  expect(on.shares.length).toBeLessThan(whole.shares.length);
  const straight = using(
    pg.vae.train({
      x: [...training.pixels, ...request.heldOut.pixels],
      labels: [...training.labels, ...request.heldOut.labels],
      ...{ dx: 64, heldOut: request.heldOut.labels.length, dz: request.vae.latents, seed: 21, classes: 10, width: 128 },
      ...{ depth: 1, likelihood: "bernoulli", noiseVar: 1, beta: 1, batch: 128, learningRate: 3e-3, emaDecay: 0.99 },
    }),
    (trainer) => {
      trainer.advance(120);
      return trainer.network();
    },
  );
  expect(on.trained).toEqual(straight);
});
