// The stage "Train" as the page keeps it: the request of a race, series of one's own, who wins, and a training fed with frames.
import { describe, expect, test } from "vitest";
import type { CifgBaselines, CifgGates, CifgTrainer, CifgTrainRequest, Proofground } from "../../wasm/lib/types.ts";
import { sameTraining, type Training, withFrame } from "../../web/kit/training/training.ts";
import { MAX_T } from "../../web/labs/cifg/fields.ts";
import { train as words } from "../../web/labs/cifg/messages/train.en.ts";
import model from "../../web/labs/cifg/model.ts";
import { fits } from "../../web/labs/cifg/problem.ts";
import { clippedSteps, namePlaces } from "../../web/labs/cifg/stages/train/charts.ts";
import { ranked, verdict } from "../../web/labs/cifg/stages/train/compare.ts";
import { comparisonOf } from "../../web/labs/cifg/stages/train/comparison.ts";
import { gatesCsv, predictionsCsv, weightsJson } from "../../web/labs/cifg/stages/train/files.ts";
import { byUnit } from "../../web/labs/cifg/stages/train/gates.ts";
import { fileSentence, networkProblem, readBytes, readNetwork } from "../../web/labs/cifg/stages/train/network-file.ts";
import { refusalSentence } from "../../web/labs/cifg/stages/train/own-dialog.ts";
import { DRAWN, levelled, readSeries, stroked, withValue } from "../../web/labs/cifg/stages/train/own-series.ts";
import { createRecord, withNow } from "../../web/labs/cifg/stages/train/record.ts";
import {
  heldOutRequest,
  type TrainFrame,
  type TrainNow,
  type TrainRequest,
  type TrainTypes,
  taskOf,
  trainRequest,
  weightsOf,
  widthOfLstm,
} from "../../web/labs/cifg/stages/train/request.ts";
import { type Shown, sceneOf } from "../../web/labs/cifg/stages/train/scene.ts";
import { timeOf } from "../../web/labs/cifg/stages/train/series.ts";
import { seriesProblem } from "../../web/labs/cifg/stages/train/series-problem.ts";
import { problemSentence, raceSentence, taskSentence } from "../../web/labs/cifg/stages/train/status.ts";
import { cellProblem, openable } from "../../web/labs/cifg/stages/train/to-cell.ts";
import { train } from "../../web/labs/cifg/stages/train/worker.ts";

const state = { ...model.initial(), stage: "train" as const };
const own = (ownSeries: readonly number[], more = {}) => ({
  ...state,
  ...{ task: "series" as const, series: "own" as const, ownSeries, season: 0, window: 4, ...more },
});

function request(change: Partial<typeof state> = {}): TrainRequest {
  const made = trainRequest({ ...state, ...change });
  if (made === null) throw new Error("nothing to train");
  return made;
}

describe("the request of a race", () => {
  test("at equal width the gates of the CIFG are 3/4 of the LSTM's", () => {
    expect(request({ cells: "race", units: 16 })).toMatchObject({
      trainers: ["cifg", "lstm"],
      units: 16,
      equal: "width",
    });
    expect(request({ cells: "lstm" }).trainers).toEqual(["lstm"]);
    const gates = (cell: "cifg" | "lstm") => weightsOf(cell, 2, 16) - 17;
    expect(4 * gates("cifg")).toBe(3 * gates("lstm"));
  });

  test("at equal weights the LSTM has the largest width that has no more than the CIFG", () => {
    for (const dx of [1, 2])
      for (let dh = 2; dh <= 128; ++dh) {
        const width = widthOfLstm(dx, dh);
        const most = weightsOf("cifg", dx, dh);
        expect(weightsOf("lstm", dx, width), `${dx} ${dh}`).toBeLessThanOrEqual(most);
        expect(weightsOf("lstm", dx, width + 1), `${dx} ${dh}`).toBeGreaterThan(most);
      }
    // Of one unit there is no narrower one.
    expect(widthOfLstm(1, 1)).toBe(1);
  });

  test("a network from a file is begun with where its cell and width are trained alone", () => {
    const bytes = Uint8Array.of(1);
    const beginning = { bytes, name: "mine.bin", cell: "lstm" as const, units: 5 };
    const network = (change: Partial<typeof state>) => trainRequest({ ...state, ...change }, beginning)?.network;
    expect(network({ cells: "lstm", units: 5 })).toBe(bytes);
    for (const change of [{ cells: "lstm" as const, units: 6 }, { cells: "cifg" as const, units: 5 }, { units: 5 }])
      expect(network(change)).toBeNull();
  });

  test("every setting makes another run; the length and the sequence on show do not", () => {
    const changes = [{ task: "adding" as const }, { series: "lynx" as const }, { window: 20 }, { horizon: 2 }, { split: 0.6 }, { season: 6 }, { cells: "cifg" as const }, { units: 3 }, { equal: "parameters" as const }, { batch: 8 }, { learningRate: 0.1 }, { clip: 0 }, { truncate: 3 }, { startBias: 0 }, { trainSeed: 2 }]; // biome-ignore format: a list
    for (const change of changes) expect(sameTraining(request(change), request()), JSON.stringify(change)).toBe(false);
    for (const change of [{ trainSteps: 9000 }, { sequence: 7 }, { delay: 9 }])
      expect(sameTraining(request(change), request()), JSON.stringify(change)).toBe(true);
  });

  test("a delay is shorter than its sequences", () => {
    expect(taskOf({ ...state, task: "copy", taskT: 4, delay: 50 })).toEqual({ kind: "copy", T: 4, delay: 3 });
    expect(taskSentence({ ...state, task: "copy", taskT: 4, delay: 50 })).toContain("3 steps");
  });

  test("a frame is of fewer steps where a step is much work, and always of one", () => {
    expect(request().every).toBe(20);
    expect(request({ units: 128, batch: 256, window: 200 }).every).toBe(1);
  });
});

describe("a series of one's own", () => {
  test("numbers between spaces, commas, semicolons and lines; decimal points and commas", () => {
    const read = (text: string) => readSeries(text);
    expect(read("1 2\n3;4\t5")).toEqual({ values: [1, 2, 3, 4, 5] });
    expect(read("1,2,3")).toEqual({ values: [1, 2, 3] });
    expect(read("1.5, -2.5e1, 3")).toEqual({ values: [1.5, -25, 3] });
    expect(read("1,5 2,5\n3")).toEqual({ values: [1.5, 2.5, 3] });
    expect(read("1, 2, 3")).toEqual({ values: [1, 2, 3] });
  });

  test("what cannot be taken is refused with its place", () => {
    const sentence = (text: string) => {
      const read = readSeries(text);
      return "values" in read ? "" : refusalSentence(read);
    };
    expect(sentence("")).toBe(words.own.refusals.empty);
    expect(sentence("7")).toBe(words.own.refusals["one-value"]);
    expect(sentence("1 2 three")).toContain("Number 3, “three”");
    expect(sentence("1 NaN 3")).toMatch(/Number 2, “NaN”, is missing or infinite/);
    expect(sentence("1 2 1e308")).toMatch(/Number 3, “1e308”, is too large/);
    expect(sentence("1 1e12")).toMatch(/too large/);
    expect(sentence(Array.from({ length: 2001 }, (_, k) => k).join(" "))).toMatch(/2\u202f001 numbers/);
  });

  test("constant, too short, without a held-out part, a season that is too long: each has its sentence", () => {
    const wave = Array.from({ length: 40 }, (_, k) => Math.round(10 * Math.sin(k)));
    const problem = (values: readonly number[], more = {}) => problemSentence(own(values, more));
    expect(problem(wave)).toBe("");
    expect(problem([])).toBe(words.problems.empty);
    expect(problem([1, Number.NaN, 2])).toBe(words.problems["not-finite"]);
    expect(problem(new Array(40).fill(3))).toBe(words.problems.constant);
    expect(problem([...new Array(39).fill(3), 4])).toBe(words.problems["constant-training"]);
    expect(problem(wave, { window: 36 })).toMatch(
      /too short: 30 values are trained on.*36 and 1 ahead need at least 37/,
    );
    expect(seriesProblem([1, 2, 3], { window: 1, horizon: 1, split: 1, season: 0 })).toBe("short-held-out");
    expect(problem(wave, { season: 31 })).toMatch(/season of 31/);
    // There is nothing to ask of the library either.
    expect([heldOutRequest(own([])), trainRequest(own([]))]).toEqual([null, null]);
    expect(heldOutRequest(own(wave))).toMatchObject({ data: { kind: "series", values: wave } });
  });

  test("a stroke of the pen changes the steps that it passes, and no others", () => {
    const flat = new Array<number>(DRAWN.count).fill(0);
    const drawn = stroked(flat, { k: 10, value: 0 }, { k: 20, value: 1 });
    expect(drawn.slice(9, 22)).toEqual([0, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 0]);
    // From right to left, beyond the ends and beyond the largest value.
    const back = stroked(flat, { k: 2, value: -9 }, { k: -30, value: -9 });
    expect(back.slice(0, 4)).toEqual([-1, -1, -1, 0]);
    expect(withValue(flat, 5, 0.12345)[5]).toBe(0.123);
    // What has not been drawn goes on level.
    expect(levelled([9, 1, 2, 9, 9], 1, 2)).toEqual([1, 1, 2, 2, 2]);
  });

  test("times of stored series are years", () => {
    expect([timeOf("co2", 0), timeOf("co2", 18), timeOf("lynx", 3), timeOf("own", 0)]).toEqual([1959, 1960.5, 1824, 1]);
  });
});

const BASELINES: CifgBaselines = {
  baselines: [
    { name: "last", error: 2, prediction: Float64Array.of(1, 2) },
    { name: "autoregression", error: 1, prediction: Float64Array.of(2, 3) },
  ],
  truth: Float64Array.of(3, 4),
  at: Float64Array.of(30, 31),
};
const run = (cell: "cifg" | "lstm", error: number) => ({
  ...{ cell, units: 4, parameters: 100, error, prediction: Float64Array.of(5, 6) },
});

describe("who wins", () => {
  const said = (...errors: number[]) => {
    const runs = errors.map((error, k) => run(k === 0 ? "cifg" : "lstm", error));
    return verdict(ranked(BASELINES, runs), 40);
  };
  test("a network that is best, in a sentence with both numbers", () => {
    expect(said(0.5, 3)).toMatch(/After 40 steps the CIFG is best.*0\.5 is below 1.*autoregression/);
    expect(said(3, 0.25)).toMatch(/the LSTM is best/);
  });
  test("where a naive predictor is better or as good, the page says so", () => {
    expect(said(1.5, 3)).toMatch(
      /a naive predictor is still not beaten: autoregression has the error 1, the CIFG 1\.5/,
    );
    expect(said(1)).toMatch(/still not beaten/);
  });
  test("before training the level to beat; a diverged network is no winner", () => {
    expect(verdict(ranked(BASELINES, []), 0)).toMatch(/best of them is autoregression, with an error of 1/);
    expect(said(Number.NaN, Number.POSITIVE_INFINITY)).toMatch(/^Both cells have diverged.*learning rate.*[.]$/);
    expect(said(Number.NaN)).toMatch(/^The CIFG has diverged.*learning rate.*clip.*Restart.*[.]$/);
    expect(ranked(BASELINES, [run("cifg", Number.NaN)]).map(({ id }) => id)).toEqual([
      "autoregression",
      "last",
      "cifg",
    ]);
  });
  test("the cell that has diverged is named, and the other one is still compared", () => {
    expect(said(0.5, Number.NaN)).toMatch(/^The LSTM has diverged.*learning rate.*After 40 steps the CIFG is best/);
    expect(said(Number.POSITIVE_INFINITY, 3)).toMatch(/^The CIFG has diverged.*not beaten.*the LSTM 3[.]$/);
    const scene = { baselines: BASELINES, drawn: true, steps: 20 };
    for (const errors of [
      [0.5, Number.NaN],
      [Number.NaN, 0.5],
      [Number.NaN, Number.NaN],
    ] as const) {
      const runs = [run("cifg", errors[0]), run("lstm", errors[1])];
      expect(comparisonOf({ ...scene, runs }).outcome).toBe("diverged");
    }
  });
  test("at step 0 networks that have learnt nothing are not compared", () => {
    const scene = { baselines: BASELINES, runs: [run("cifg", 0.1)], drawn: true };
    expect(comparisonOf({ ...scene, steps: 0 }).outcome).toBe("untrained");
    expect(comparisonOf({ ...scene, steps: 20 }).outcome).toBe("won");
    // One from a file has learnt.
    expect(comparisonOf({ ...scene, drawn: false, steps: 0 }).outcome).toBe("won");
    expect(comparisonOf({ ...scene, baselines: null, steps: 20 })).toMatchObject({ outcome: "none", order: [] });
  });
});

/** A trainer whose numbers say where they are from. */
function trainer(request: CifgTrainRequest, log: string[], saved?: Uint8Array): CifgTrainer {
  let steps = saved?.[0] ?? 0;
  let since = 0;
  return {
    steps: () => steps,
    advance(count) {
      steps += count;
      since += count;
      return Float64Array.from({ length: count }, (_, k) => steps - count + k + 1);
    },
    evaluate: () => ({
      ...{ error: request.dh / (1 + steps), prediction: Float64Array.of(steps, steps) },
      ...{ baselines: [], truth: new Float64Array(2), at: new Float64Array(2) },
    }),
    gates(k) {
      log.push(`gates ${k}`);
      const two = Float64Array.of(0.25, 0.75);
      const gates = { f: two, i: two, o: two, c: two, h: two, prediction: two, target: Float64Array.of(Number.NaN, 4) };
      return { ...gates, x: Float64Array.of(1, 2, 3, 4) };
    },
    sequences: () => 2,
    gradientNorms() {
      const before = Float64Array.from({ length: since }, (_, k) => steps - since + k + 1);
      since = 0;
      return { before, after: before.map((norm) => Math.min(norm, 3)) };
    },
    parameters: () => weightsOf(request.cell, 2, request.dh),
    network: () => Uint8Array.of(steps),
    save: () => Uint8Array.of(steps),
    delete: () => log.push(`delete ${request.cell} ${request.dh}`),
  };
}
function fake(log: string[]): Proofground {
  const cifg = {
    train: (asked: CifgTrainRequest, saved?: Uint8Array) => trainer(asked, log, saved),
    baselines: () => BASELINES,
  };
  return { cifg } as unknown as Proofground;
}

describe("a training fed with frames", () => {
  const asked = (change: Partial<typeof state> = {}): TrainRequest => ({
    ...request({ cells: "race", equal: "parameters", units: 8, ...change }),
    ...{ steps: 6, every: 2 },
  });

  function played(log: string[], request = asked(), sequence = 9) {
    const view = { own: { sequence }, complete: false };
    const frames: TrainFrame[] = [];
    const work = train(fake(log), request, view);
    for (let next = work.next(); !next.done && next.value !== null; next = work.next({ advance: true, view }))
      frames.push(next.value);
    work.return();
    return frames;
  }

  test("each trainer has its own width, and the sequence on show is one that there is", () => {
    const log: string[] = [];
    const frames = played(log);
    expect(frames.map(({ steps }) => steps)).toEqual([0, 2, 4, 6]);
    expect(frames[0]?.reference).toBe(BASELINES);
    expect(frames[0]?.trainers[0]?.shown).toMatchObject({ k: 1, count: 2 });
    expect(frames[0]?.trainers.map(({ now }) => now?.parameters)).toEqual([
      weightsOf("cifg", 2, 8),
      weightsOf("lstm", 2, widthOfLstm(2, 8)),
    ]);
    expect(log.slice(-2)).toEqual(["delete cifg 8", `delete lstm ${widthOfLstm(2, 8)}`]);
  });

  test("what is equal is said with the library's counts", () => {
    const said = (request: TrainRequest) => {
      const [frame] = played([], request);
      if (frame === undefined) throw new Error("no frame");
      return raceSentence({ request, histories: withFrame<TrainTypes>([], request.trainers, frame) });
    };
    expect(said(asked())).toMatch(
      new RegExp(`8 units and ${weightsOf("cifg", 2, 8)} weights.*${widthOfLstm(2, 8)} units`),
    );
    expect(said(asked({ equal: "width" }))).toMatch(/its gates have 264 of the LSTM’s 352, which is 3\/4/);
    expect(said(asked({ cells: "cifg" }))).toBe("");
  });

  test("held-out errors and norms along the way are kept, and cut where a run goes on from an earlier step", () => {
    const listeners: (() => void)[] = [];
    const training = { histories: [], steps: 0, subscribe: (each: () => void) => listeners.push(each) };
    const record = createRecord(training as unknown as Training<TrainTypes>);
    const feed = (frames: readonly TrainFrame[], names: TrainRequest["trainers"]) => {
      for (const frame of frames) {
        training.histories = withFrame<TrainTypes>(training.histories, names, frame) as never;
        training.steps = frame.steps;
        for (const each of listeners) each();
      }
    };
    const frames = played([]);
    feed(frames, asked().trainers);
    expect(record.tracks.map(({ steps }) => steps)).toEqual([
      [0, 2, 4, 6],
      [0, 2, 4, 6],
    ]);
    expect(record.tracks[0]).toMatchObject({ errors: [8, 8 / 3, 8 / 5, 8 / 7], before: [1, 2, 3, 4, 5, 6] });
    expect(record.tracks[0]?.after).toEqual([1, 2, 3, 3, 3, 3]);
    expect(clippedSteps(record.tracks[0] ?? { before: [], after: [] })).toEqual([4, 3, 5, 3, 6, 3]);
    // On from step 4, as after a crash.
    const again = played([], { ...asked(), saved: [Uint8Array.of(4), Uint8Array.of(4)] });
    expect(again.map(({ steps }) => steps)).toEqual([4, 6]);
    feed(again, asked().trainers);
    expect(record.tracks[0]).toMatchObject({ steps: [0, 2, 4, 6], before: [1, 2, 3, 4, 5, 6] });
    // A new start forgets.
    training.histories = [];
    for (const each of listeners) each();
    expect(record.tracks).toEqual([]);
  });

  test("norms stand at their steps, whatever came before", () => {
    const track = { steps: [0, 5], errors: [3, 2], before: [1, 1, 1, 1, 1], after: [1, 1, 1, 1, 1] };
    const now = { error: 1, before: Float64Array.of(7, 8), after: Float64Array.of(6, 6) } as TrainNow;
    withNow(track, 5, now);
    expect(track).toEqual({ steps: [0, 5], errors: [3, 1], before: [1, 1, 1, 7, 8], after: [1, 1, 1, 6, 6] });
  });

  test("the scene shows networks of the task on show only, and a series in its own units", () => {
    const frames = played([]);
    const names = asked().trainers;
    const histories = frames.reduce(
      (known, frame) => withFrame<TrainTypes>(known, names, frame),
      [] as ReturnType<typeof withFrame<TrainTypes>>,
    );
    const training = { histories, request: asked(), steps: 6, reference: BASELINES } as unknown as Training<TrainTypes>;
    const scene = sceneOf(state, training, [], BASELINES);
    expect(scene.foreign).toBe(false);
    expect(scene.runs.map(({ cell, units }) => [cell, units])).toEqual([
      ["cifg", 8],
      ["lstm", widthOfLstm(2, 8)],
    ]);
    expect(scene.ending).toBe(31);
    const { values } = scene.series ?? { values: [] };
    // Two steps that end one before value 31, which is asked for last.
    expect(scene.shown[0]?.inputs).toEqual([values.slice(29, 31)]);
    const other = sceneOf({ ...state, series: "lynx" }, training, [], null);
    expect([other.foreign, other.runs, other.ending]).toEqual([true, [], null]);
    // A series is the same whatever the seed; the sequences of a made task are not.
    expect(sceneOf({ ...state, trainSeed: 5 }, training, [], BASELINES).foreign).toBe(false);
    const made = { ...state, task: "adding" as const };
    const adding = { ...training, request: asked({ task: "adding" }) } as Training<TrainTypes>;
    expect(sceneOf(made, adding, [], BASELINES)).toMatchObject({ foreign: false, ending: null, series: null });
    expect(sceneOf(made, adding, [], BASELINES).shown[0]?.inputs).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(sceneOf({ ...made, trainSeed: 5 }, adding, [], BASELINES).foreign).toBe(true);

    const lines = predictionsCsv(scene).split("\r\n");
    expect(lines.slice(0, 2)).toEqual(["at,truth,CIFG,LSTM,last,autoregression", "31,3,6,6,1,2"]);
    expect(gatesCsv(scene).split("\r\n")[1]?.split(",").slice(0, 3)).toEqual(["1", "0.25", "0.25"]);
  });
});

test("heat maps have a row for each unit", () => {
  expect([...byUnit([1, 2, 3, 4, 5, 6], 3)]).toEqual([1, 3, 5, 2, 4, 6]);
});

test("names of levels stay inside the chart and apart", () => {
  const places = namePlaces([2, 4, 200, 199], { top: 0, bottom: 200 });
  const sorted = [...places].sort((a, b) => a - b);
  sorted.forEach((y, k) => {
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(200);
    if (k > 0) expect(y - (sorted[k - 1] as number)).toBeGreaterThanOrEqual(13 - 1e-9);
  });
  expect(namePlaces([100], { top: 0, bottom: 200 })).toEqual([93]);
});

test("a small trained CIFG is opened in the stage Cell, on the sequence on show", () => {
  const of = (count: number) => Float64Array.from({ length: count }, (_, k) => k + 1);
  const [dx, dh, T] = [2, 2, 20];
  const params = { W_f: of(4), U_f: of(4), b_f: of(2), W_o: of(4), U_o: of(4), b_o: of(2), W_c: of(4), U_c: of(4), b_c: of(2) }; // biome-ignore format: a list
  const network = { cell: "cifg" as const, dx, dh, params, readout: { V: Float64Array.of(7, -8), b_y: 3 } };
  const gates = { x: of(T * dx), target: of(T) } as unknown as CifgGates;
  const made = cellProblem(network, { gates }, state, "it");
  if ("refusal" in made) throw new Error(made.refusal);
  const { problem } = made;
  expect(fits(problem)).toBe(true);
  expect([problem.dx, problem.dh, problem.T]).toEqual([2, 2, MAX_T]);
  expect(problem.weights.slice(0, 10)).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 1, 2]);
  expect(problem.x).toEqual([...of(MAX_T * dx)]);
  expect([problem.h0, problem.c0, problem.g.slice(-3), problem.g.length]).toEqual([
    [0, 0],
    [0, 0],
    [0, 7, -8],
    MAX_T * dh,
  ]);
  // Weights that the stage cannot hold are refused.
  const large = { ...network, params: { ...params, b_f: Float64Array.of(1e6, 0) } };
  expect(cellProblem(large, { gates }, state, "it")).toMatchObject({
    refusal: expect.stringContaining("it has a weight"),
  });

  const shown = (cell: "cifg" | "lstm", units: number) => ({ cell, units }) as Shown;
  expect(openable([shown("cifg", 4), shown("lstm", 3)])?.units).toBe(4);
  expect(openable([shown("cifg", 5), shown("lstm", 3)])).toBeNull();
});

test("weights as JSON are the numbers themselves", () => {
  const one = Float64Array.of(0.1);
  const params = { W_f: one, U_f: one, b_f: one, W_o: one, U_o: one, b_o: one, W_c: one, U_c: one, b_c: one };
  const text = weightsJson({ cell: "cifg", dx: 1, dh: 1, params, readout: { V: one, b_y: 2 } });
  expect(JSON.parse(text)).toMatchObject({ dh: 1, params: { W_f: [0.1] }, readout: { V: [0.1], b_y: 2 } });
});

describe("a file of a network that cannot be loaded", () => {
  const floats = (count: number) => new Array<number>(count).fill(0.5);
  const gate = (name: string) => ({ [`W_${name}`]: floats(6), [`U_${name}`]: floats(9), [`b_${name}`]: floats(3) });
  const cifg = {
    ...{ cell: "cifg", dx: 2, dh: 3, params: { ...gate("f"), ...gate("o"), ...gate("c") } },
    readout: { V: floats(3), b_y: 1 },
  };
  const lstm = { ...cifg, cell: "lstm", input: gate("i") };

  test("both cells are taken as they are exported", () => {
    for (const network of [cifg, lstm]) {
      expect(networkProblem(network)).toBeNull();
      expect(readNetwork(JSON.stringify(network))).toEqual({ network });
    }
  });

  test.each([
    ["nothing", " ", /it is empty\. Save the network again\.$/],
    ["no JSON", '{"cell": ', /it is not JSON/],
    ["a number", "7", /“cell” is missing/],
    ["no cell", JSON.stringify({ ...cifg, cell: undefined }), /“cell” is missing/],
    ["another cell", JSON.stringify({ ...cifg, cell: "gru" }), /has to be “cifg” or “lstm”/],
    ["no width", JSON.stringify({ ...cifg, dh: undefined }), /“dh” is missing/],
    ["half a unit", JSON.stringify({ ...cifg, dh: 2.5 }), /“dh” has to be a whole number from 1 to 512/],
    ["many inputs", JSON.stringify({ ...cifg, dx: 65 }), /“dx” has to be a whole number from 1 to 64/],
    ["no params", JSON.stringify({ ...cifg, params: [] }), /“params” is missing/],
    ["no list", JSON.stringify({ ...cifg, params: { ...cifg.params, U_o: 3 } }), /“params\.U_o” is missing/],
    [
      "a short list",
      JSON.stringify({ ...cifg, params: { ...cifg.params, b_c: floats(2) } }),
      /“params\.b_c” has 2 numbers\. With 2 inputs and 3 units it has 3/,
    ],
    [
      "a word",
      JSON.stringify({ ...cifg, readout: { V: [1, "x", 2], b_y: 1 } }),
      /number 2 of “readout\.V” is not a number of at most/,
    ],
    [
      "null, which NaN is written as",
      JSON.stringify({ ...cifg, readout: { V: [1, 2, Number.NaN], b_y: 1 } }),
      /number 3 of “readout\.V”/,
    ],
    [
      "more than a float holds",
      JSON.stringify({ ...cifg, readout: { V: floats(3), b_y: 1e39 } }),
      /number 1 of “readout\.b_y”/,
    ],
    ["no bias", JSON.stringify({ ...cifg, readout: { V: floats(3) } }), /“readout\.b_y” is missing/],
    ["an LSTM without its gate", JSON.stringify({ ...cifg, cell: "lstm" }), /“input” is missing/],
  ])("JSON with %s", (_, text, sentence) => {
    const read = readNetwork(text);
    if (!("problem" in read)) throw new Error("it is taken");
    expect(fileSentence("mine.json", read.problem)).toMatch(/^mine\.json was not loaded: .*[.]$/);
    expect(fileSentence("mine.json", read.problem)).toMatch(sentence);
  });

  test.each([
    ["none", [], /it is empty/],
    ["of something else", [0x50, 0x4e, 0x47, 0x0a, 1, 0, 0, 0], /it is no network of this stage\. Choose/],
    ["three", [0x50, 0x47, 0x52], /it is no network of this stage/],
    ["that break off", [0x50, 0x47, 0x52, 0x4e, 1], /it is damaged: .*Copy or save it again/],
    ["of another version", [0x50, 0x47, 0x52, 0x4e, 2, 0, 0, 0, 9], /format 2, and this page reads format 1/],
  ])("bytes: %s", (_, bytes, sentence) => {
    const read = readBytes(Uint8Array.from(bytes));
    if (!("problem" in read)) throw new Error("it is taken");
    expect(fileSentence("mine.bin", read.problem)).toMatch(sentence);
  });

  test("bytes with the head of a network are the library's to read, wherever they are in their buffer", () => {
    const bytes = Uint8Array.of(9, 9, 0x50, 0x47, 0x52, 0x4e, 1, 0, 0, 0, 7).subarray(2);
    expect(readBytes(bytes)).toEqual({ network: bytes });
  });

  test("every sentence says what is wrong and what to do, and leaves no slot", () => {
    for (const code of Object.keys(words.fileProblems) as (keyof typeof words.fileProblems)[]) {
      const sentence = fileSentence("a.bin", { code, field: "dx", found: 2, wanted: 3, units: 4, inputs: 5 });
      expect(sentence, code).toMatch(
        /^a\.bin was not loaded: .*(Choose|choose|Save|save|Export|export|Load|Correct|correct)/,
      );
      expect(sentence).not.toMatch(/[{}]/);
    }
  });
});
