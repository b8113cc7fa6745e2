// The stage "Train" as the page keeps it: its request, what makes another training, what is drawn.
import { describe, expect, test } from "vitest";
import { ticksWithin } from "../../web/kit/charts/chart-row.ts";
import { sameTraining, type Training } from "../../web/kit/training/training.ts";
import model from "../../web/labs/diffusion/model.ts";
import {
  fileFieldRequest,
  isOfOther,
  placesOf,
  type TrainTypes,
  trainRequest,
} from "../../web/labs/diffusion/stages/train/request.ts";
import { sceneOf } from "../../web/labs/diffusion/stages/train/scene.ts";
import { viewExtent } from "../../web/labs/diffusion/view-extent.ts";
import { columnsOf } from "../../web/plot/panels.ts";

const state = model.initial();
const request = () => {
  const made = trainRequest(state);
  if (made === null) throw new Error("nothing to train");
  return made;
};

describe("the request", () => {
  test("holds everything, and both losses in a race", () => {
    expect(request()).toMatchObject({
      trainers: ["simple"],
      shape: { d: 2, features: 32, width: state.width },
      saved: null,
    });
    expect(trainRequest({ ...state, race: true, loss: "elbo" })?.trainers).toEqual(["simple", "elbo"]);
    expect(trainRequest({ ...state, dataset: "own", points: [] })).toBeNull();
  });

  test("every hyperparameter makes another run; the step on show and the length do not", () => {
    const changes = [{ width: 32 }, { depth: 2 }, { frequencies: 8 }, { embedding: "fourier" as const }, { batch: 64 }, { learningRate: 0.01 }, { emaDecay: 0 }, { loss: "elbo" as const }, { race: true }, { asPrinted: true }, { seed: 2 }, { n: 10 }, { T: 50 }, { spread: 0.1 }]; // biome-ignore format: a list
    for (const change of changes) {
      const other = trainRequest({ ...state, ...change });
      expect(other && sameTraining(other, request()), JSON.stringify(change)).toBe(false);
    }
    for (const change of [{ t: 7 }, { trainSteps: 9000 }]) {
      const other = trainRequest({ ...state, ...change });
      expect(other && sameTraining(other, request()), JSON.stringify(change)).toBe(true);
    }
  });

  test("a frame of a large network is of fewer steps, and always of one", () => {
    const every = (change: Partial<typeof state>) => trainRequest({ ...state, ...change })?.every ?? 0;
    expect(every({})).toBe(50);
    expect(every({ width: 256, depth: 6, batch: 1024 })).toBeLessThan(5);
    expect(every({ width: 256, depth: 6, batch: 1024, race: true })).toBeGreaterThanOrEqual(1);
  });

  test("a run is of other data where the data or the schedule are, or are gone; not where only the network is", () => {
    const run = request();
    for (const change of [{ dataset: "letters" as const }, { n: 10 }, { T: 50 }, { dataset: "own" as const }])
      expect(isOfOther(run, { ...state, ...change }), JSON.stringify(change)).toBe(true);
    for (const change of [{}, { width: 8 }, { race: true }, { t: 3 }, { seed: 5 }])
      expect(isOfOther(run, { ...state, ...change }), JSON.stringify(change)).toBe(false);
  });

  test("errors are looked at along the whole chain", () => {
    expect(placesOf(5)).toEqual([1, 2, 3, 4, 5]);
    for (const T of [33, 200, 1000]) {
      const at = placesOf(T);
      expect([at[0], at.at(-1), new Set(at).size]).toEqual([1, T, 32]);
    }
  });

  test("only a network from a file is sent to be read", () => {
    const grid = { window: { x0: 0, x1: 1, y0: 0, y1: 1 }, columns: 2, rows: 2 };
    const bytes = Uint8Array.of(1);
    expect(fileFieldRequest(state, grid, bytes)).toMatchObject({ network: bytes, t: 60, grid });
    expect([fileFieldRequest(state, grid, null), fileFieldRequest(state, null, bytes)]).toEqual([null, null]);
  });
});

describe("the scene", () => {
  const now = { t: 5, T: 20, extent: 3, empty: false, foreign: false, trainSteps: 100 };
  const history = {
    ...{ name: "simple", losses: [1], steps: [1], means: [1], now: { errors: Float64Array.of(1), meanError: 1 } },
    ...{ shown: Float64Array.of(1, 2), wholeAt: 0 },
    whole: { network: Uint8Array.of(1), saved: Uint8Array.of(1), own: Float64Array.of(7, 8) },
  } as const;
  const training = (steps: number, wholeAt: number, more: Partial<Training<TrainTypes>> = {}) =>
    ({
      ...{ histories: [{ ...history, wholeAt }], network: null, steps, request: null, reference: null },
      ...more,
    }) as unknown as Training<TrainTypes>;
  const learned = (of: Training<TrainTypes>, live = true) => sceneOf(of, now, null, live, null).learned[0];

  test("an untrained network has no arrows and no samples", () => {
    expect(learned(training(0, 0))).toEqual({ loss: "simple", arrows: null, samples: null });
    expect(learned(training(50, 0))).toMatchObject({ arrows: history.shown, samples: null });
    expect(learned(training(50, 50))).toMatchObject({ arrows: history.shown, samples: history.whole.own });
  });

  test("a training that answers no more shows no field of another step", () => {
    expect(learned(training(50, 50), false)).toMatchObject({ arrows: null, samples: history.whole.own });
  });

  test("a network from a file stands instead of the training's", () => {
    const network = { bytes: Uint8Array.of(2), on: null, name: "mine.bin" };
    const frame = { task: "file-field", arrows: Float64Array.of(3, 4), samples: Float64Array.of(5, 6) } as const;
    const scene = sceneOf(training(50, 50, { network }), now, null, true, frame);
    expect(scene.file).toBe("mine.bin");
    expect(scene.learned).toEqual([{ loss: null, arrows: frame.arrows, samples: frame.samples }]);
  });
});

test("panels are laid out as the largest squares", () => {
  expect(columnsOf(2, { width: 1000, height: 480 })).toBe(2);
  expect(columnsOf(2, { width: 366, height: 560 })).toBe(1);
  expect(columnsOf(3, { width: 1000, height: 480 })).toBe(3);
});

test("what is shown holds the prior and the user's own points", () => {
  expect(viewExtent({ dataset: "moons", points: [] })).toBe(3);
  expect(viewExtent({ dataset: "own", points: [0, -8] })).toBe(9);
});

test("ticks of 1, 2 and 5", () => {
  expect(ticksWithin([0.001, 0.03])).toEqual([0.001, 0.002, 0.005, 0.01, 0.02]);
});
