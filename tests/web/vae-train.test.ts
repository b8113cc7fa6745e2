// The stage "VAE" as the page keeps it: its data and requests, what makes another training, the pad, the map, the sheets.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { VaeEvaluation } from "../../wasm/lib/types.ts";
import { sameRequest } from "../../web/kit/solve-request.ts";
import { sameTraining } from "../../web/kit/training/training.ts";
import model from "../../web/labs/vae/model.ts";
import { bound, klBars } from "../../web/labs/vae/stages/train/charts.ts";
import { dataOf } from "../../web/labs/vae/stages/train/dataset.ts";
import { boundCsv, codesCsv, samplesCsv } from "../../web/labs/vae/stages/train/files.ts";
import { drawBack } from "../../web/labs/vae/stages/train/map.ts";
import { FINE, fineOf, inkOf, stroked } from "../../web/labs/vae/stages/train/pad.ts";
import { layPad } from "../../web/labs/vae/stages/train/pad-draw.ts";
import { handlesOf } from "../../web/labs/vae/stages/train/pick.ts";
import { mosaicOf } from "../../web/labs/vae/stages/train/pixels.ts";
import { emptyTrack, withNow } from "../../web/labs/vae/stages/train/record.ts";
import {
  type InspectFrame,
  isOfOther,
  type MapView,
  type Points,
  placeOf,
  type Shown,
  settingsOf,
  trainRequest,
} from "../../web/labs/vae/stages/train/request.ts";
import { codesOf, lookedOf, nearestCode, type Scene } from "../../web/labs/vae/stages/train/scene.ts";
import { heldOutSheet, lookedSheet } from "../../web/labs/vae/stages/train/sheets.ts";
import { stripHeight } from "../../web/labs/vae/stages/train/strip.ts";
import { halfOf } from "../../web/labs/vae/stages/train/window.ts";
import type { VaeState } from "../../web/labs/vae/state.ts";
import { layFrame } from "../../web/plot/frame.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";

const state = model.initial();
const request = (change: Partial<typeof state> = {}) => {
  const made = trainRequest({ ...state, ...change });
  if (made === null) throw new Error("nothing to train");
  return made;
};
/** Own images: as many, each of one grey. */
const greys = (count: number) => Array.from({ length: count * 64 }, (_, k) => Math.floor(k / 64) % 17);

describe("the data", () => {
  test("the digits are all there, and the same array for every state", () => {
    const digits = dataOf(state);
    if (digits?.kind !== "images") throw new Error("no images");
    expect([digits.labels.length, digits.x.length]).toEqual([1797, 1797 * 64]);
    expect(Math.max(...digits.x)).toBe(1);
    const other: VaeState = { ...state, vaeBeta: 3 };
    const again = dataOf(other);
    expect(sameRequest(digits, again)).toBe(true);
  });

  test("own images become shares of the most ink; a label that is missing is not known; too few are nothing", () => {
    const own = { ...state, vaeData: "own" as const, ownImages: greys(5), ownLabels: [7] };
    const data = dataOf(own);
    if (data?.kind !== "images") throw new Error("no images");
    expect(data.labels).toEqual([7, -1, -1, -1, -1]);
    expect([data.x[0], data.x[64], data.x[4 * 64]]).toEqual([0, 1 / 16, 4 / 16]);
    const reseeded: VaeState = { ...own, vaeSeed: 9 };
    expect(sameRequest(data, dataOf(reseeded))).toBe(true);
    expect(sameRequest(data, dataOf({ ...own, ownLabels: [8] }))).toBe(false);
    expect(dataOf({ ...own, ownImages: greys(3) })).toBeNull();
    expect(trainRequest({ ...own, ownImages: [] })).toBeNull();
  });

  test("points of the plane have a Gaussian decoder, whatever was chosen for images", () => {
    expect(settingsOf({ ...state, vaeData: "moons", vaeLikelihood: "bernoulli" }).likelihood).toBe("gaussian");
    expect(settingsOf(state).likelihood).toBe("bernoulli");
  });
});

describe("the request", () => {
  test("every hyperparameter makes another run; what is looked at, and the length, do not", () => {
    const changes = [{ vaeLatents: 3 }, { vaeWidth: 32 }, { vaeDepth: 2 }, { vaeLikelihood: "gaussian" as const }, { vaeNoiseVar: 0.2 }, { vaeBeta: 4 }, { vaeBatch: 64 }, { vaeLearningRate: 0.01 }, { vaeAverage: 0 }, { vaeSeed: 2 }, { vaeData: "moons" as const }]; // biome-ignore format: a list
    for (const change of changes) expect(sameTraining(request(change), request()), JSON.stringify(change)).toBe(false);
    const looked = [{ vaeSteps: 900 }, { vaeZx: 2 }, { vaeImage: 9 }, { vaeTo: 4 }, { vaeShade: "none" as const }, { vaeBeside: "draw" as const }, { vaeDrawn: greys(1) }, { seed: 4 }]; // biome-ignore format: a list
    for (const change of looked) expect(sameTraining(request(change), request()), JSON.stringify(change)).toBe(true);
  });

  test("a network is of other data where the data are, or its number of latent coordinates is", () => {
    const run = request();
    expect(isOfOther(run, state)).toBe(false);
    for (const change of [{ vaeBeta: 4 }, { vaeWidth: 16 }, { vaeSeed: 3 }])
      expect(isOfOther(run, { ...state, ...change }), JSON.stringify(change)).toBe(false);
    for (const change of [{ vaeLatents: 3 }, { vaeData: "roll" as const }])
      expect(isOfOther(run, { ...state, ...change }), JSON.stringify(change)).toBe(true);
  });

  test("a frame of a large network is of fewer steps, and always of one", () => {
    expect(request().every).toBe(100);
    const large = request({ vaeWidth: 256, vaeDepth: 4, vaeBatch: 1024 }).every;
    expect(large).toBeLessThan(10);
    expect(large).toBeGreaterThanOrEqual(1);
  });
});

const view = (axes: readonly [number, number] = [0, 1], cells = 3): MapView => ({ half: 3.5, axes, cells });

/** Four images of one pixel's grey in the corners of the map, by their codes. */
const points: Points = {
  x: Float64Array.from({ length: 4 * 64 }, (_, k) => Math.floor(k / 64) / 4),
  ...{ dx: 64, n: 4, labels: [0, 7, 3, -1] },
};
const shown: Shown = {
  ...{ network: Uint8Array.of(1), dz: 2, view: view(), decoded: new Float64Array(9 * 64) },
  mu: Float64Array.of(-1, -1, 1, -1, 1, 1, -1, 1),
  logVar: new Float64Array(8).fill(-2),
};
const terms = { elbo: -20, reconstruction: -15, kl: 5 };
const evaluation = (klPerDimension: number[]): VaeEvaluation => ({
  sampled: { ...terms, elbo: -20.5, reconstruction: -15.5, error: 0.25 },
  ...{ exact: null, klPerDimension: Float64Array.from(klPerDimension) },
});
const inspected: InspectFrame = {
  ...{ task: "train-inspect", mu: Float64Array.of(1, -1), logVar: Float64Array.of(-2, -2) },
  ...{ muTo: Float64Array.of(1, 1), places: new Float64Array(22), decoded: new Float64Array(11 * 64) },
  evaluation: evaluation([2, 3]),
  evidence: {
    ...{ logPx: -19, elbo: -20, reconstruction: -15, kl: 5, gap: 1, error: 1e-9 },
    ...{ posteriorMean: Float64Array.of(1, 1), posteriorCov: Float64Array.of(1, 0, 0, 1) },
  },
  ...{ atPosteriorMean: null, posterior: null },
};
const scene = (change: Partial<Scene> = {}): Scene => ({
  ...{ source: "run", empty: false, toy: false, points, shown, samples: null, codes: codesOf(shown), half: 3.5 },
  heights: null,
  progress: { training: evaluation([2, 3]), heldOut: evaluation([2, 3]) },
  heldOutExact: terms,
  ...{ draws: false, shade: "none", looked: { x: [], index: 1 }, to: 2, place: [0.5, -0.25], decodedPlace: null },
  window: { x0: -1, y0: -1, width: 2, height: 2, columns: 2, rows: 2 },
  ...{ inspected, overlap: null, drawn: [], steps: 10, target: 100, losses: [30, 25], track: emptyTrack(), beta: 1 },
  ...change,
});

describe("the map", () => {
  test("the place has two coordinates of z, and 0 for all others", () => {
    const place = { vaeZx: 1.5, vaeZy: -2 };
    expect(placeOf(place, view(), 2)).toEqual([1.5, -2]);
    expect(placeOf(place, view([3, 1]), 5)).toEqual([0, -2, 0, 1.5, 0]);
    expect(placeOf(place, view([0, 0]), 1)).toEqual([1.5]);
  });

  test("shows two chosen coordinates of the means; of one, its log variance beside it", () => {
    const mu = Float64Array.of(1, 2, 3, 4, 5, 6);
    const logVar = Float64Array.of(-1, -2, -3, -4, -5, -6);
    const three = codesOf({ ...shown, dz: 3, mu, logVar, view: view([2, 0]) });
    expect([[...three.x], [...three.y]]).toEqual([[3, 6], [1, 4]]); // biome-ignore format: pairs
    const one = codesOf({ ...shown, dz: 1, mu, logVar, view: view([0, 0]) });
    expect([[...one.x], [...one.y]]).toEqual([[...mu], [...logVar]]);
  });

  test("three standard deviations of the prior are always seen, nearly all codes too, and it changes seldom", () => {
    expect(halfOf([0.1, -0.2], 0)).toBe(3.5);
    expect(halfOf([-5], 3.5)).toBe(5.5);
    expect(halfOf([4.5], 5.5)).toBe(5.5);
    expect(halfOf([0.1], 8)).toBe(3.5);
    expect(halfOf([1e9, Number.NaN], 3.5)).toBe(12);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -11, max: 11, noNaN: true }), { minLength: 1, maxLength: 50 }),
        (values) => {
          expect(halfOf(values, 0)).toBeGreaterThanOrEqual(Math.max(...values.map(Math.abs)));
        },
      ),
    );
  });

  test("each of the data is written as its digit: those of a half faint", () => {
    const [pen, size] = [new SvgPen(), { width: 400, height: 400 }];
    const frame = layFrame(pen, size, PLAIN, { x: { domain: [-3, 3] }, y: { domain: [-3, 3] }, aspect: 1 });
    drawBack(pen, PLAIN, frame, scene());
    const svg = pen.finish(size, "", null);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts.toSorted()).toEqual(["0", "3", "7", "?"]);
    const strong = [...svg.matchAll(/<text([^>]*)>(7|\?)<\/text>/g)];
    const faint = [...svg.matchAll(/<text([^>]*)>(0|3)<\/text>/g)];
    expect(strong.every(([, style]) => style?.includes("0.95"))).toBe(true);
    expect(faint.every(([, style]) => style?.includes("0.45"))).toBe(true);
  });

  test("its handles are the place, x and x'; a drawn x has none", () => {
    const ids = (one: Scene) => handlesOf(one).map(({ id, x, y }) => [id, x, y]);
    expect(ids(scene())).toEqual([["place", 0.5, -0.25], ["x", 1, -1], ["to", 1, 1]]); // biome-ignore format: a list
    expect(ids(scene({ looked: { x: [], index: null } })).map(([id]) => id)).toEqual(["place", "to"]);
    expect(handlesOf(scene())[1]?.text).toBe("number 2, digit 7");
    expect(handlesOf(scene({ shown: null, codes: null }))).toEqual([]);
  });

  test("the nearest code is picked; a key goes to another one, towards where it points", () => {
    const codes = codesOf(shown);
    expect(nearestCode(codes, [0.9, -0.7])).toBe(1);
    expect(nearestCode(codes, [-3, 0.2])).toBe(3);
    // From the lower left corner: right, up, and where nothing is.
    expect(nearestCode(codes, [-0.95, -1], 0)).toBe(1);
    expect(nearestCode(codes, [-1, -0.95], 0)).toBe(3);
    expect(nearestCode(codes, [-1.05, -1], 0)).toBe(0);
  });
});

describe("the pad", () => {
  test("ink counts marked parts, and a drawing with that ink has it again", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 64, maxLength: 64 }), (ink) => {
        expect(inkOf(fineOf(ink))).toEqual(ink);
      }),
    );
    expect(inkOf(fineOf([]))).toEqual(new Array(64).fill(0));
  });

  test("a stroke is as thick however fast it is drawn; the eraser takes it away", () => {
    const [from, to] = [{ x: 6, y: 5 }, { x: 25, y: 27 }]; // biome-ignore format: a pair
    const fast = stroked(fineOf([]), from, to, 1);
    let slow = fineOf([]);
    for (let k = 0; k < 50; ++k) {
      const at = (share: number) => ({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) });
      slow = stroked(slow, at(k / 50), at((k + 1) / 50), 1);
    }
    const ink = inkOf(fast);
    expect(inkOf(slow).reduce((sum, value, k) => sum + Math.abs(value - (ink[k] ?? 0)), 0)).toBeLessThan(12);
    // The pixel in the middle of the stroke is nearly full, a corner beside it is empty.
    expect(ink[4 * 8 + 4]).toBeGreaterThan(12);
    expect([ink[7], ink[56]]).toEqual([0, 0]);
    expect(inkOf(stroked(fast, from, to, 0)).every((value) => value === 0)).toBe(true);
    expect(fast.length).toBe(FINE * FINE);
  });

  test("beside it there is room for two images, in every size", () => {
    for (const [width, height] of [
      [440, 440],
      [300, 500],
      [350, 300],
      [120, 100],
    ] as const) {
      // biome-ignore format: sizes
      const { pad, beside } = layPad({ left: 0, top: 0, width, height });
      for (const { left, top, width: w, height: h } of [pad, ...beside]) {
        expect(left + w).toBeLessThanOrEqual(width + 1);
        expect(top + h).toBeLessThanOrEqual(height + 1);
      }
      expect(beside.every(({ left }) => left > pad.left + pad.width)).toBe(true);
    }
  });

  test("x is the drawing while one is drawn, and nothing before; else one of the data", () => {
    const draws = { ...state, vaeBeside: "draw" as const };
    expect(lookedOf(draws, points)).toBeNull();
    expect(lookedOf({ ...draws, vaeDrawn: greys(1) }, points)).toBeNull();
    const drawn = new Array(64).fill(8);
    expect(lookedOf({ ...draws, vaeDrawn: drawn }, points)).toEqual({ x: new Array(64).fill(0.5), index: null });
    expect(lookedOf({ ...state, vaeImage: 6 }, points)).toEqual({ x: new Array(64).fill(0.5), index: 2 });
  });
});

test("the decoded plane is a mosaic whose lowest row of images is below", () => {
  const x = Float64Array.from({ length: 4 * 64 }, (_, k) => Math.floor(k / 64));
  x[3 * 64 + 1] = 9;
  const whole = mosaicOf(x, 2, 2);
  const at = (row: number, column: number) => whole[row * 20 + column];
  expect([at(1, 1), at(1, 11), at(11, 1), at(11, 11)]).toEqual([2, 3, 0, 1]);
  // The second pixel of the upper right image; a pixel of ground around each.
  expect([at(1, 12), at(0, 12), at(9, 12), at(1, 9), at(1, 10)]).toEqual([9, 0, 0, 0, 0]);
});

describe("the bound", () => {
  test("its track begins anew where a run does, and a run that goes on says its last step again", () => {
    const track = emptyTrack();
    const progress = (elbo: number) => {
      const one = evaluation([1, 1]);
      const of = (value: number) => ({ ...one, sampled: { ...one.sampled, elbo: value } });
      return { training: of(elbo + 1), heldOut: of(elbo) };
    };
    for (const [steps, elbo] of [[0, -40], [100, -30], [200, -25]] as const) withNow(track, steps, progress(elbo)); // biome-ignore format: a list
    withNow(track, 200, progress(-24));
    expect(track).toEqual({ steps: [0, 100, 200], heldOut: [-40, -30, -24], training: [-39, -29, -23] });
    withNow(track, 0, progress(-50));
    expect(track.steps).toEqual([0]);
    expect(boundCsv(track)).toBe("step,elbo_training,elbo_held_out\r\n0,-49,-50\r\n");
  });

  test("its axis shows where it ends, not only where it begins", () => {
    const steps = Array.from({ length: 40 }, (_, k) => k);
    const heldOut = steps.map((k) => (k === 0 ? -400 : -20 - 20 / k));
    const [low, high] = bound(scene({ track: { steps, heldOut, training: heldOut } })).y.domain;
    expect(low).toBeGreaterThan(-60);
    expect(high).toBeGreaterThan(-20.5);
  });

  test("a coordinate whose KL is near 0 is named collapsed", () => {
    const legend = (kl: number[]) => {
      const heldOut = evaluation(kl);
      return klBars(scene({ progress: { training: heldOut, heldOut } })).items.map(({ text }) => text);
    };
    expect(legend([2, 0.5]).some((text) => text.includes("collapsed"))).toBe(false);
    expect(legend([2, 0.004, 0, 1])[1]).toBe("2 of 4 collapsed (KL below 0.01)");
  });
});

describe("the sheets", () => {
  test("of held-out data: exact beside sampled; with many latent coordinates there is no exact column", () => {
    const rows = heldOutSheet(scene())?.rows ?? [];
    expect(rows.map(({ id, kind }) => [id, kind])).toEqual([["reconstruction", "plus"], ["kl", "minus"], ["elbo", "sum"]]); // biome-ignore format: a list
    expect(rows[2]).toMatchObject({ exact: { value: -20 }, sampled: { value: -20.5, error: 0.25 } });
    const running = scene({ heldOutExact: null });
    const missing = (from: Scene) => heldOutSheet(from)?.rows.map(({ exact }) => "missing" in exact && exact.missing);
    expect(missing(running)).toEqual(Array(3).fill("when it rests"));
    expect(missing({ ...running, shown: { ...shown, dz: 3 } })).toEqual(Array(3).fill("more than 2 z"));
    expect(heldOutSheet(scene({ progress: null }))).toBeNull();
  });

  test("of one x: up to log p(x), with the identity in numbers", () => {
    const sheet = lookedSheet(scene());
    expect(sheet?.rows.map(({ id }) => id)).toEqual(["reconstruction", "kl", "elbo", "gap", "logPx"]);
    expect(sheet?.identity).toContain("−19");
    const bare = lookedSheet(scene({ inspected: { ...inspected, evidence: null } }));
    expect(bare?.rows).toHaveLength(3);
    expect(lookedSheet(scene({ inspected: null }))).toBeNull();
  });
});

test("files: codes with labels where there are some, samples by coordinate", () => {
  const lines = codesCsv({ shown, points }).split("\r\n");
  expect(lines[0]).toBe("position,label,mu1,mu2,log_var1,log_var2");
  expect(lines[2]).toBe("1,7,1,-1,-2,-2");
  expect(codesCsv({ shown, points: { ...points, labels: [] } }).split("\r\n")[1]).toBe("0,-1,-1,-2,-2");
  expect(samplesCsv(Float64Array.of(1, 2, 3, 4), 2)).toBe("x1,x2\r\n1,2\r\n3,4\r\n");
});

test("the walk stands in one row where there is room, else in two", () => {
  expect(stripHeight(1000)).toBeLessThan(110);
  expect(stripHeight(360)).toBeGreaterThan(stripHeight(700));
});
