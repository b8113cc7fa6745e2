// Training through the border: the same from a seed however it is cut, on from what was saved, refused by name, all given back; what is
// learnt beats naive predictors on data that were held out; weights there and back.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Cifg, CifgNetwork, CifgTask, CifgTrainer, CifgTrainRequest } from "../../wasm/lib/types.ts";
import { airPassengers } from "../../web/data/airPassengers.ts";
import { co2 } from "../../web/data/co2.ts";
import { lynx } from "../../web/data/lynx.ts";
import { fromSeries } from "../../web/data/read.ts";
import { fingerprint } from "./support/diffusion.ts";
import { anything, attempt, BAD_NUMBERS, number, numbers, options, rarely } from "./support/hostile.ts";
import { loadWatched, refusal, using, type Watched } from "./support/load.ts";
import { overwrite } from "./support/numbers.ts";

let one: Watched;
let other: Watched;
let cifg: Cifg;
beforeAll(async () => {
  [one, other] = [await loadWatched(), await loadWatched()];
  cifg = one.pg.cifg;
});

type SeriesTask = Extract<CifgTask, { kind: "series" }>;
type OwnTask = Extract<CifgTask, { kind: "sequences" }>;

/** Whole numbers: the series of CifgTrainer.OneSeedIsOneNetworkEverywhere. */
const series = (change: Partial<SeriesTask> = {}): SeriesTask => ({
  kind: "series",
  values: Array.from({ length: 80 }, (_, j) => ((j * j) % 17) + (j % 3)),
  window: 9,
  horizon: 2,
  split: 0.75,
  season: 0,
  ...change,
});

const own = (change: Partial<OwnTask> = {}): OwnTask => ({
  kind: "sequences",
  T: 3,
  dx: 2,
  x: Array.from({ length: 4 * 3 * 2 }, (_, k) => Math.sin(k)),
  target: Array.from({ length: 4 * 3 }, (_, k) => Math.cos(k)),
  weight: Array.from({ length: 4 * 3 }, (_, k) => k % 3),
  heldOut: 1,
  ...change,
});

const training = (change: Partial<CifgTrainRequest> = {}): CifgTrainRequest => ({
  cell: "cifg",
  dh: 6,
  task: { kind: "adding", T: 10 },
  batch: 8,
  learningRate: 0.01,
  clip: 1,
  truncate: 0,
  forgetBias: 1,
  seed: 7,
  ...change,
});

const CELLS = ["cifg", "lstm"] as const;
const TASKS: readonly CifgTask[] = [{ kind: "adding", T: 10 }, { kind: "copy", T: 8, delay: 3 }, series(), own()];

/** What body makes of a trainer, which is let go. */
const withTrainer = <T>(request: CifgTrainRequest, body: (trainer: CifgTrainer) => T, saved?: Uint8Array): T =>
  using(cifg.train(request, saved), body);

const errorOf = (task: CifgTask, name: string): number =>
  cifg.baselines(task, 1).baselines.find((baseline) => baseline.name === name)?.error ?? Number.NaN;

describe.each(CELLS)("%s learns", (cell) => {
  const request = { cell, dh: 16, batch: 32, seed: 1 };

  test("the adding problem: far below the variance of the sum", () => {
    const task: CifgTask = { kind: "adding", T: 20 };
    expect(errorOf(task, "mean")).toBeCloseTo(1 / 6, 1);
    withTrainer(training({ ...request, task }), (trainer) => {
      expect(trainer.evaluate().error).toBeGreaterThan(1 / 6);
      trainer.advance(400);
      expect(trainer.evaluate().error).toBeLessThan(0.05 / 6);
    });
  });

  test("carbon dioxide: better than the last value, than the season and than autoregression", () => {
    const task = series({ values: fromSeries(co2), window: 36, horizon: 1, season: 12 });
    withTrainer(training({ ...request, task }), (trainer) => {
      expect(trainer.evaluate().error).toBeGreaterThan(errorOf(task, "autoregression"));
      trainer.advance(50);
      expect(trainer.evaluate().error).toBeLessThan(0.5 * errorOf(task, "last"));
      trainer.advance(250);
      const { error } = trainer.evaluate();
      expect(error).toBeLessThan(0.1 * errorOf(task, "last"));
      expect(error).toBeLessThan(0.1 * errorOf(task, "seasonal"));
      expect(error).toBeLessThan(errorOf(task, "autoregression"));
    });
  });

  test("passengers and lynx better than the last value", () => {
    const passengers = series({ values: fromSeries(airPassengers), window: 24, horizon: 1, season: 12 });
    const animals = series({ values: fromSeries(lynx), window: 12, horizon: 1, season: 10 });
    for (const task of [passengers, animals])
      withTrainer(training({ ...request, task }), (trainer) => {
        trainer.advance(100);
        expect(trainer.evaluate().error).toBeLessThan(0.8 * errorOf(task, "last"));
      });
  });
});

test("where a baseline wins, it is seen: autoregression forecasts passengers better", () => {
  const task = series({ values: fromSeries(airPassengers), window: 24, horizon: 1, season: 12 });
  withTrainer(training({ dh: 16, batch: 32, seed: 1, task }), (trainer) => {
    trainer.advance(100);
    expect(trainer.evaluate().error).toBeGreaterThan(errorOf(task, "autoregression"));
  });
});

describe("advance", () => {
  test.each(TASKS)("20 steps are 10 and 10, watched or not, in this instance and the other: $kind", (task) => {
    for (const cell of CELLS) {
      const request = training({ task, cell, truncate: 4 });
      const whole = withTrainer(request, (trainer) => ({
        losses: trainer.advance(20),
        norms: trainer.gradientNorms(),
        evaluation: trainer.evaluate(),
        network: trainer.network(),
        saved: trainer.save(),
      }));
      const trainer = other.pg.cifg.train(request);
      const half = trainer.advance(10);
      trainer.evaluate();
      trainer.gates(0);
      const before = trainer.gradientNorms().before;
      trainer.network();
      expect([...half, ...trainer.advance(10)]).toEqual([...whole.losses]);
      expect([...before, ...trainer.gradientNorms().before]).toEqual([...whole.norms.before]);
      expect(trainer.evaluate()).toEqual(whole.evaluation);
      expect(trainer.network()).toEqual(whole.network);
      expect(trainer.save()).toEqual(whole.saved);
      expect(trainer.steps()).toBe(20);
      trainer.delete();
    }
  });

  test("losses differ by what is asked for", () => {
    const after = (change: Partial<CifgTrainRequest>) =>
      withTrainer(training(change), (trainer) => trainer.advance(5)[4]);
    const answers = [
      {},
      { seed: 8 },
      { cell: "lstm" as const },
      { dh: 7 },
      { batch: 9 },
      { learningRate: 0.02 },
      { clip: 0.01 },
      { truncate: 1 },
      { forgetBias: 0 },
      { task: { kind: "adding" as const, T: 11 } },
    ].map(after);
    expect(new Set(answers).size).toBe(answers.length);
  });
});

describe("a seed is the network that the native build makes of it: the hash of its file", () => {
  // The problems and the hashes of CifgTrainer.OneSeedIsOneNetworkEverywhere.
  const request = training({ dh: 13, batch: 11, seed: 20 });
  test.each<[what: string, change: Partial<CifgTrainRequest>, steps: number, hash: bigint]>([
    ["a CIFG-LSTM and a series", { task: series() }, 120, 661357218791380208n],
    [
      "a standard LSTM, truncated and clipped",
      { cell: "lstm", task: { kind: "adding", T: 17 }, truncate: 5, clip: 0.1 },
      60,
      2148707532091445520n,
    ],
  ])("%s", (_, change, steps, hash) => {
    withTrainer({ ...request, ...change }, (trainer) => {
      trainer.advance(steps);
      expect(fingerprint(trainer.network())).toBe(hash);
    });
  });
});

describe("what a trainer shows", () => {
  test("evaluate: predictions for the baselines' truth, and their mean squared error", () => {
    for (const task of TASKS) {
      const { truth, at, baselines } = cifg.baselines(task, 7);
      withTrainer(training({ task }), (trainer) => {
        trainer.advance(5);
        const { error, prediction, ...naive } = trainer.evaluate();
        expect(naive).toEqual({ baselines, truth, at });
        // Arrays of its own each time: what a caller does to them changes nothing.
        naive.truth.fill(0);
        for (const one of naive.baselines) one.prediction.fill(0);
        expect(trainer.evaluate()).toEqual({ error, prediction, baselines, truth, at });
        expect(prediction).toHaveLength(truth.length);
        expect(at).toHaveLength(truth.length);
        for (const baseline of baselines) expect(baseline.prediction).toHaveLength(truth.length);
        if (task.kind === "sequences") return; // weighted
        const squares = Array.from(prediction, (value, k) => (value - (truth[k] ?? Number.NaN)) ** 2);
        expect(error).toBeCloseTo(squares.reduce((sum, value) => sum + value, 0) / squares.length, 10);
      });
    }
  });

  test("gates: of a coupled cell i = 1 - f, of a standard one not; targets where something is asked", () => {
    for (const cell of CELLS)
      withTrainer(training({ cell, task: { kind: "copy", T: 8, delay: 3 } }), (trainer) => {
        trainer.advance(5);
        const { f, i, o, c, h, x, prediction, target } = trainer.gates(trainer.sequences() - 1);
        for (const values of [f, i, o, c, h]) expect(values).toHaveLength(8 * 6);
        expect([x.length, prediction.length, target.length]).toEqual([8, 8, 8]);
        const off = Math.max(...Array.from(f, (value, k) => Math.abs(value + (i[k] ?? Number.NaN) - 1)));
        if (cell === "cifg") expect(off).toBeLessThan(1e-6);
        else expect(off).toBeGreaterThan(1e-3);
        for (let t = 0; t < 8; t++) expect(target[t]).toEqual(t < 3 ? Number.NaN : x[t - 3]);
      });
  });

  test("gradient norms: since the last call, clipped or not", () => {
    withTrainer(training({ clip: 0.2 }), (trainer) => {
      trainer.advance(12);
      const { before, after } = trainer.gradientNorms();
      expect([before.length, after.length]).toEqual([12, 12]);
      expect(Math.max(...before)).toBeGreaterThan(0.2);
      before.forEach((norm, k) => {
        expect(after[k]).toBeCloseTo(Math.min(norm, 0.2), 6);
      });
      expect(trainer.gradientNorms().before).toHaveLength(0);
    });
  });

  test("parameters: 3 dh (dx + dh + 1) and the read-out, or 4", () => {
    const count = (cell: "cifg" | "lstm") => withTrainer(training({ cell }), (trainer) => trainer.parameters());
    expect(count("cifg")).toBe(3 * 6 * (2 + 6 + 1) + 7);
    expect(count("lstm")).toBe(4 * 6 * (2 + 6 + 1) + 7);
  });
});

describe("save", () => {
  test.each(TASKS)("training goes on as if it had not stopped, in another instance as well: $kind", (task) => {
    for (const cell of CELLS) {
      const trainer = cifg.train(training({ task, cell }));
      trainer.advance(15);
      const saved = trainer.save();
      const resumed = other.pg.cifg.train(training({ task, cell }), saved);
      expect(resumed.steps()).toBe(15);
      expect(resumed.advance(15)).toEqual(trainer.advance(15));
      expect(resumed.save()).toEqual(trainer.save());
      trainer.delete();
      resumed.delete();
    }
  });

  test("another learning rate and another clip are taken", () => {
    const saved = withTrainer(training(), (trainer) => trainer.save());
    withTrainer(training({ learningRate: 0.1, clip: 0 }), (trainer) => trainer.advance(1), saved);
  });

  test.each<[what: string, change: Partial<CifgTrainRequest>]>([
    ["task", { task: { kind: "adding", T: 11 } }],
    ["cell", { cell: "lstm" }],
    ["dh", { dh: 7 }],
    ["batch", { batch: 9 }],
    ["truncate", { truncate: 3 }],
    ["forgetBias", { forgetBias: 0 }],
    ["seed", { seed: 1 }],
  ])("is refused by another %s", (field, change) => {
    const saved = withTrainer(training(), (trainer) => trainer.save());
    expect(refusal(() => cifg.train(training(change), saved)).message).toBe(
      `cifg.train: saved: expected a state of the same ${field}, got one of another`,
    );
  });

  test("damaged, cut and other bytes are refused", () => {
    const saved = withTrainer(training(), (trainer) => trainer.save());
    const network = withTrainer(training(), (trainer) => trainer.network());
    const damaged = saved.slice();
    damaged[500] = (damaged[500] ?? 0) ^ 1;
    for (const bad of [damaged, saved.slice(0, -1), network, new Uint8Array(0), null, [1, 2], new Float32Array(9), "x"])
      expect(refusal(() => cifg.train(training(), bad as Uint8Array)).message).toMatch(
        /^cifg\.train: saved: expected .*, got .*/,
      );
  });
});

describe("weights and network", () => {
  const files = () =>
    CELLS.map((cell) =>
      withTrainer(training({ cell }), (trainer) => {
        trainer.advance(3);
        return trainer.network();
      }),
    );

  /** As a JSON file holds it. */
  const written = (network: CifgNetwork): CifgNetwork =>
    JSON.parse(JSON.stringify(network, (_, value) => (value instanceof Float64Array ? [...value] : value)));

  test("there and back is exact, as bytes and as JSON", () => {
    for (const file of files()) {
      const weights = cifg.weights(file);
      expect(cifg.network(weights)).toEqual(file);
      expect(cifg.network(written(weights))).toEqual(file);
      expect([weights.dx, weights.dh]).toEqual([2, 6]);
      expect(weights.params.W_f).toHaveLength(12);
      expect(weights.params.U_c).toHaveLength(36);
      expect(weights.readout.V).toHaveLength(6);
      expect("input" in weights).toBe(weights.cell === "lstm");
    }
  });

  test("what a network says by its weights is what the trainer predicts", () => {
    withTrainer(training(), (trainer) => {
      trainer.advance(5);
      const { params, readout } = cifg.weights(trainer.network());
      const { x, prediction, h } = trainer.gates(2);
      const zeros = new Float64Array(6);
      const states = cifg.forward({ dx: 2, dh: 6, T: 10, batch: 1, params, x, h0: zeros, c0: zeros });
      states.h.forEach((value, k) => {
        expect(h[k]).toBeCloseTo(value, 5);
      });
      prediction.forEach((value, t) => {
        const sum = Array.from(readout.V, (v, j) => v * (states.h[t * 6 + j] ?? Number.NaN));
        expect(value).toBeCloseTo(
          sum.reduce((total, part) => total + part, readout.b_y),
          5,
        );
      });
    });
  });

  test.each<[what: string, change: (json: CifgNetwork) => object, message: RegExp]>([
    ["no cell", (json) => ({ ...json, cell: undefined }), /cell: expected/],
    ["another cell", (json) => ({ ...json, cell: "gru" }), /cell: expected cifg or lstm, got "gru"$/],
    ["the other cell", (json) => ({ ...json, cell: "lstm" }), /input: expected an object, got nothing$/],
    ["dx of another", (json) => ({ ...json, dx: 3 }), /(params\.)?W_f: expected/],
    ["dh 0", (json) => ({ ...json, dh: 0 }), /dh: expected/],
    ["dh huge", (json) => ({ ...json, dh: 1e9 }), /dh: expected/],
    ["no params", (json) => ({ ...json, params: null }), /params: expected/],
    ["a list too short", (json) => ({ ...json, params: { ...json.params, U_o: [1] } }), /(params\.)?U_o: expected/],
    ["a list missing", (json) => ({ ...json, params: { ...json.params, b_c: undefined } }), /params\.b_c: expected/],
    [
      "a text in a list",
      (json) => ({ ...json, params: { ...json.params, b_c: [0, 0, "1", 0, 0, 0] } }),
      /params\.b_c\[2\]: expected a number, got "1"$/,
    ],
    [
      "NaN in a list",
      (json) => ({ ...json, params: { ...json.params, b_f: [0, 0, 0, Number.NaN, 0, 0] } }),
      /params\.b_f\[3\]: expected .*, got NaN$/,
    ],
    [
      "more than a float holds",
      (json) => ({ ...json, readout: { ...json.readout, V: [0, 0, 0, 0, 0, 1e39] } }),
      /readout\.V\[5\]: expected .*, got 1e\+39$/,
    ],
    [
      "no b_y",
      (json) => ({ ...json, readout: { V: json.readout.V } }),
      /readout\.b_y: expected a number, got nothing$/,
    ],
    ["b_y Infinity", (json) => ({ ...json, readout: { ...json.readout, b_y: 1 / 0 } }), /readout\.b_y: expected/],
    ["no readout", (json) => ({ ...json, readout: 3 }), /readout: expected an object, got 3$/],
  ])("network refuses %s", (_, change, message) => {
    const [file] = files();
    const json = written(cifg.weights(file as Uint8Array));
    expect(refusal(() => cifg.network(change(json) as CifgNetwork)).message).toMatch(
      new RegExp(`^cifg\\.network: ${message.source}`),
    );
  });

  test("weights refuses damaged and other bytes", () => {
    const [file = new Uint8Array()] = files();
    const damaged = file.slice();
    damaged[40] = (damaged[40] ?? 0) ^ 1;
    const saved = withTrainer(training(), (trainer) => trainer.save());
    for (const bad of [damaged, file.slice(0, -1), saved, new Uint8Array(3), null, "x", {}])
      expect(refusal(() => cifg.weights(bad as Uint8Array)).message).toMatch(
        /^cifg\.weights: network: expected .*, got .*/,
      );
  });
});

describe("train and baselines refuse by name", () => {
  const tasks: readonly (readonly [what: string, task: unknown, field: string, got: RegExp])[] = [
    ["no task", undefined, "task", /got nothing/],
    ["an unknown kind", { kind: "parity" }, "task\\.kind", /got "parity"/],
    ["no kind", {}, "task\\.kind", /got nothing/],
    ["one step", { kind: "adding", T: 1 }, "task\\.T", /got 1/],
    ["a million steps", { kind: "adding", T: 1e6 }, "task\\.T", /got 1000000/],
    ["no steps", { kind: "adding" }, "task\\.T", /got nothing/],
    ["a delay of all steps", { kind: "copy", T: 5, delay: 5 }, "task\\.delay", /got 5/],
    ["a constant series", series({ values: new Array<number>(80).fill(3) }), "task\\.values", /constant there/],
    ["a series shorter than the window", series({ values: [1, 2, 3] }), "task\\.values", /at least 12 values .*got 3/],
    ["an empty series", series({ values: [] }), "task\\.values", /got 0/],
    ["a window of 0", series({ window: 0 }), "task\\.window", /got 0/],
    ["a window of 2.5", series({ window: 2.5 }), "task\\.window", /got 2\.5/],
    ["a window beyond the split", series({ window: 70 }), "task\\.split", /got 60 of 80/],
    ["a horizon of 0", series({ horizon: 0 }), "task\\.horizon", /got 0/],
    ["a split at 0", series({ split: 0 }), "task\\.split", /got 0/],
    ["a split that leaves nothing to learn", series({ split: 0.01 }), "task\\.split", /got 0 of 80/],
    ["a split at 1", series({ split: 1 }), "task\\.split", /got 1/],
    ["a split at NaN", series({ split: Number.NaN }), "task\\.split", /got NaN/],
    ["a negative season", series({ season: -1 }), "task\\.season", /got -1/],
    ["a season beyond the split", series({ season: 70 }), "task\\.season", /got 70/],
    ["own sequences without steps", own({ T: 0 }), "task\\.T", /got 0/],
    ["65 inputs", own({ dx: 65 }), "task\\.dx", /got 65/],
    ["half a sequence", own({ x: [1, 2, 3] }), "task\\.x", /got 3/],
    ["too few targets", own({ target: [1] }), "task\\.target", /got 1/],
    ["weights of 0", own({ weight: new Array<number>(12).fill(0) }), "task\\.weight", /nothing is asked/],
    ["negative weights", own({ weight: new Array<number>(12).fill(-1) }), "task\\.weight", /got -1/],
    ["inputs of 1e9", own({ x: new Array<number>(24).fill(1e9) }), "task\\.x", /got 1000000000/],
    ["nothing to learn from", own({ heldOut: 4 }), "task\\.heldOut", /got 4/],
  ];
  test.each(tasks)("%s", (_, task, field, got) => {
    const pattern = (call: string) => new RegExp(`^cifg\\.${call}: ${field}: expected .*${got.source}`);
    expect(refusal(() => cifg.train(training({ task: task as CifgTask }))).message).toMatch(pattern("train"));
    expect(refusal(() => cifg.baselines(task as CifgTask, 1)).message).toMatch(pattern("baselines"));
  });

  test.each(BAD_NUMBERS)("values that are %s", (_, values, message) => {
    const text = refusal(() =>
      cifg.baselines(series({ values: values as number[], window: 1, horizon: 1 }), 1),
    ).message;
    expect(text).toMatch(new RegExp(`^cifg\\.baselines: task\\.values${message.source}`));
  });

  test.each<[field: string, change: Record<string, unknown>]>([
    ["cell", { cell: "gru" }],
    ["cell", { cell: undefined }],
    ["dh", { dh: 0 }],
    ["dh", { dh: 513 }],
    ["batch", { batch: 0 }],
    ["batch", { batch: 1.5 }],
    ["batch", { batch: 4096, dh: 512 }],
    ["learningRate", { learningRate: 0 }],
    ["learningRate", { learningRate: "fast" }],
    ["clip", { clip: -1 }],
    ["clip", { clip: Number.NaN }],
    ["truncate", { truncate: -1 }],
    ["truncate", { truncate: 0.5 }],
    ["forgetBias", { forgetBias: 1e3 }],
    ["seed", { seed: -1 }],
    ["seed", { seed: undefined }],
  ])("%s %j", (field, change) => {
    const error = refusal(() => cifg.train({ ...training(), ...change } as CifgTrainRequest));
    expect(error.message).toMatch(new RegExp(`^cifg\\.train: ${field}: expected .*, got .*`));
    expect(error.code).toBe("invalid-argument");
  });
});

test("a trainer's questions are refused by name, and it works on", () => {
  withTrainer(training(), (trainer) => {
    for (const steps of [0, -1, 1.5, Number.NaN, 1e9, "3", null])
      expect(refusal(() => trainer.advance(steps as number)).message).toMatch(
        /^cifg\.trainer\.advance: steps: expected a whole/,
      );
    for (const k of [-1, 0.5, trainer.sequences(), Number.NaN, "0", undefined])
      expect(refusal(() => trainer.gates(k as number)).message).toMatch(/^cifg\.trainer\.gates: k: expected a whole/);
    expect(trainer.advance(2)).toHaveLength(2);
  });
});

test("whatever comes in, an answer or a refusal that names its field comes out", () => {
  const task = fc.oneof(
    fc.record({ kind: fc.constant("adding"), T: rarely(6, anything) }),
    fc.record({ kind: fc.constant("copy"), T: rarely(6, anything), delay: rarely(2, anything) }),
    fc.record({
      kind: fc.constant("series"),
      values: numbers(30),
      window: rarely(4, anything),
      horizon: rarely(1, anything),
      split: rarely(0.7, number),
      season: rarely(0, anything),
    }),
    fc.record({
      kind: fc.constant("sequences"),
      T: rarely(2, anything),
      dx: rarely(1, anything),
      x: numbers(6),
      target: numbers(6),
      weight: numbers(6),
      heldOut: rarely(1, anything),
    }),
    anything,
  );
  const request = fc.record({
    cell: rarely<unknown, unknown>("cifg", fc.oneof(fc.constant("lstm"), anything)),
    dh: rarely(3, anything),
    task,
    batch: rarely(4, fc.oneof(fc.integer({ min: -2, max: 50 }), fc.constant("4"))),
    learningRate: rarely(0.01, number),
    clip: rarely(1, number),
    truncate: rarely(0, anything),
    forgetBias: rarely(1, number),
    seed: rarely(1, anything),
  });
  let made = 0;
  fc.assert(
    fc.property(request, rarely<unknown, unknown>(undefined, anything), (asked, saved) => {
      const trainer = attempt("cifg", () => cifg.train(asked as CifgTrainRequest, saved as Uint8Array));
      if (trainer === undefined) return;
      made++;
      expect(trainer.advance(2)).toHaveLength(2);
      expect(trainer.evaluate().prediction.length).toBeGreaterThan(0);
      trainer.gates(0);
      trainer.save();
      trainer.delete();
      attempt("cifg", () => cifg.baselines(asked.task as CifgTask, 1));
    }),
    options,
  );
  expect(made).toBeGreaterThan(50);
});

test("delete: twice is harmless, afterwards every use is refused", () => {
  const trainer = cifg.train(training());
  trainer.delete();
  trainer.delete();
  for (const use of [
    () => trainer.advance(1),
    () => trainer.steps(),
    () => trainer.evaluate(),
    () => trainer.gates(0),
    () => trainer.gradientNorms(),
    () => trainer.save(),
    () => trainer.network(),
  ])
    expect(refusal(use).message).toMatch(/^cifg\.trainer\.\w+: expected a trainer, got one that was deleted$/);
});

test("what comes out is owned", () => {
  withTrainer(training(), (trainer) => {
    const arrays = [trainer.advance(3), trainer.evaluate().prediction, ...Object.values(trainer.gates(0))];
    const bytes = [trainer.network(), trainer.save()];
    overwrite([...arrays, ...bytes]);
    expect(trainer.network()).not.toEqual(bytes[0]);
  });
});

test("nothing leaks: trainers made, used and let go leave the heap as it was, refusals too", async () => {
  const { pg: fresh, heapBytes } = await loadWatched();
  const once = (): void => {
    const trainer = fresh.cifg.train(training());
    trainer.advance(2);
    trainer.evaluate();
    trainer.gates(1);
    const saved = trainer.save();
    fresh.cifg.weights(trainer.network());
    trainer.delete();
    const resumed = fresh.cifg.train(training(), saved);
    resumed.delete();
    fresh.cifg.baselines(series({ season: 12 }), 1);
    refusal(() => fresh.cifg.train(training({ batch: 3 }), saved));
    refusal(() => fresh.cifg.train(training({ task: series({ split: 2 }) })));
  };
  once();
  const before = heapBytes();
  for (let k = 0; k < 300; k++) once();
  expect(heapBytes()).toBe(before);
});
