// Digits by diffusion as the page keeps them: what is sampled, masks, the grids, the colours of noise, the files.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pull } from "../../web/host/lab.ts";
import { inkAt, inkColour, inkPlace, inkRows, layInkGrid } from "../../web/kit/charts/ink-grid.ts";
import { PIXELS } from "../../web/labs/vae/fields.ts";
import { digits as words } from "../../web/labs/vae/messages/digits.en.ts";
import model from "../../web/labs/vae/model.ts";
import { arrange, GUIDANCES, sampleOf } from "../../web/labs/vae/stages/digits/arrange.ts";
import { controls } from "../../web/labs/vae/stages/digits/controls.ts";
import type { Denoiser, Shipped } from "../../web/labs/vae/stages/digits/denoiser.ts";
import { nearestOf, stripOf } from "../../web/labs/vae/stages/digits/detail.ts";
import { layPlot, sampleAt } from "../../web/labs/vae/stages/digits/draw.ts";
import { imagesCsv } from "../../web/labs/vae/stages/digits/files.ts";
import { digitAt, half, knownDigit, ownLabelled, pickable } from "../../web/labs/vae/stages/digits/images.ts";
import {
  cleanMask,
  HALVES,
  halfMask,
  knownCount,
  knownEdges,
  knownRows,
  NOTHING_KNOWN,
  painted,
  pixelsBetween,
} from "../../web/labs/vae/stages/digits/mask.ts";
import { arrangementOf, digitsRequest, methodOf } from "../../web/labs/vae/stages/digits/request.ts";
import { type DigitsRun, indexAt } from "../../web/labs/vae/stages/digits/run.ts";
import { statusLines } from "../../web/labs/vae/stages/digits/status.ts";
import { placesOf, trainingRequest } from "../../web/labs/vae/stages/digits/training-request.ts";
import { digits as digitsWorker } from "../../web/labs/vae/stages/digits/worker.ts";
import type { VaeState } from "../../web/labs/vae/state.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";

const state: VaeState = { ...model.initial(), stage: "digits" };
const schedule = { kind: "cosine", T: 200, s: 0.008, betaMax: 0.999 } as const;
const network = Uint8Array.of(1);
const denoiser: Denoiser = { network, schedule, from: { kind: "shipped", steps: 1 } };
const shape = { features: 32, width: 192, depth: 3 };
const shipped: Shipped = { network, schedule, shape, labelDropout: 0.1, emaDecay: 0.99, steps: 1 };
const own = { ownImages: Array.from({ length: 2 * PIXELS }, (_, p) => p % 17), ownLabels: [7, -1] };

describe("what is sampled", () => {
  test("all classes stand in ten columns, one class in as many as fit", () => {
    const all = arrange({ ...state, digitsClass: "all", digitsCount: 30 }, 0);
    expect(all.columns).toBe(10);
    expect(all.parts[0]?.classes.slice(8, 12)).toEqual([8, 9, 0, 1]);
    expect(all.columnHeadings).toHaveLength(10);
    const three = arrange({ ...state, digitsClass: "3", digitsCount: 7 }, 0);
    expect(three).toMatchObject({ columns: null, count: 7, columnHeadings: [] });
    expect(new Set(three.parts[0]?.classes)).toEqual(new Set([3]));
    expect(new Set(arrange({ ...state, digitsClass: "none" }, 0).parts[0]?.classes)).toEqual(new Set([-1]));
  });

  test("guidances are compared in rows of the same classes, and each sample knows its own", () => {
    const compared = arrange({ ...state, digitsView: "guidance", digitsClass: "5" }, 0);
    expect(compared.parts.map(({ guidance }) => guidance)).toEqual(GUIDANCES);
    expect(new Set(compared.parts.map(({ classes }) => classes.join(""))).size).toBe(1);
    expect(sampleOf(compared, 10)).toEqual({ label: 5, guidance: GUIDANCES[1] });
    expect(sampleOf(compared, compared.count)).toBeNull();
    expect(sampleOf(compared, -1)).toBeNull();
  });

  test("between two images there is no class and no fresh noise, between noises a row for each class", () => {
    const between = { ...state, digitsView: "between", digitsMethod: "ancestral", digitsBetween: 5 } as const;
    const request = digitsRequest(between, denoiser);
    expect(request?.method).toEqual({ kind: "ddim", eta: 0, steps: 50 });
    expect(request?.parts).toEqual([{ classes: [-1, -1, -1, -1, -1], guidance: 0 }]);
    const [from, to] = [knownDigit(state, state.digitsFrom), knownDigit(state, state.digitsTo)];
    expect(request?.start).toEqual({ kind: "images", count: 5, steps: 50, images: [...from.pixels, ...to.pixels] });
    const noise = digitsRequest({ ...between, digitsEnds: "noise", digitsClass: "all" }, denoiser);
    expect(noise?.start).toEqual({ kind: "noises", count: 5 });
    expect(noise?.parts.map(({ classes }) => classes[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test("a digit is filled in as its own class, or as another", () => {
    const fill = { ...state, digitsView: "fill", digitsImage: 13, digitsFills: 4 } as const;
    const image = knownDigit(state, 13);
    const request = digitsRequest(fill, denoiser);
    expect(request?.parts[0]?.classes).toEqual([image.label, image.label, image.label, image.label]);
    expect(request?.known?.image).toEqual(image.pixels);
    expect(knownCount(request?.known?.mask ?? [])).toBe(32);
    expect(arrangementOf({ ...fill, digitsFillClass: "all" }).columns).toBe(4);
    expect(digitsRequest(state, denoiser)?.known).toBeNull();
  });

  test("without a network nothing, and no more steps than the chain has", () => {
    expect(digitsRequest(state, null)).toBeNull();
    expect(methodOf({ ...state, digitsMethod: "ddim", digitsEta: 0.5, digitsSteps: 900 }, 200)).toEqual({
      ...{ kind: "ddim", eta: 0.5, steps: 200 },
    });
    expect(methodOf({ ...state, digitsMethod: "ancestral", digitsVariance: "forward" }, 200)).toEqual({
      ...{ kind: "ancestral", variance: "forward" },
    });
  });

  test("the step on show is the first state there or below, and the newest while the run is not that far", () => {
    const states = [200, 150, 100, 50, 0].map((t) => ({ t }));
    expect(indexAt(states, 0)).toBe(4);
    expect(indexAt(states, 149)).toBe(2);
    expect(indexAt(states, 1000)).toBe(0);
    expect(indexAt(states.slice(0, 2), 0)).toBe(1);
    expect(indexAt([], 0)).toBe(0);
  });
});

describe("guidance", () => {
  const shown = (fields: Partial<VaeState>) => {
    const control = controls.flatMap((group) => group.controls).find(({ field }) => field === "digitsGuidance");
    return control?.hidden?.({ ...state, ...fields }) !== true;
  };
  test("is offered where there is a class that it is about", () => {
    expect(shown({ digitsView: "grid", digitsClass: "all" })).toBe(true);
    expect(shown({ digitsView: "grid", digitsClass: "none" })).toBe(false);
    expect(shown({ digitsView: "between", digitsEnds: "noise", digitsClass: "3" })).toBe(true);
    expect(shown({ digitsView: "between", digitsEnds: "images", digitsClass: "3" })).toBe(false);
    expect(shown({ digitsView: "fill", digitsClass: "none", digitsFillClass: "image" })).toBe(true);
    expect(shown({ digitsView: "fill", digitsFillClass: "none" })).toBe(false);
  });

  test("without a class is said to change nothing", () => {
    const run = { misses: null } as DigitsRun;
    const lines = (digitsClass: VaeState["digitsClass"]) =>
      statusLines({ ...state, digitsView: "guidance", digitsClass }, run, null);
    expect(lines("3")).toEqual([words.status.compare]);
    expect(lines("none")).toEqual([words.status.compareNone]);
  });
});

describe("images by position", () => {
  test("digits first, then one's own; a missing one is a held-out digit", () => {
    expect(digitAt(state, 1796)).toMatchObject({ heldOut: false, own: false });
    expect(digitAt(state, 1797)).toBeNull();
    expect(digitAt({ ...state, ...own }, 1797)).toMatchObject({ label: 7, own: true });
    expect(digitAt({ ...state, ...own }, 1797)?.pixels[16]).toBe(1);
    expect(knownDigit(state, 1900).position).toBe(1);
  });

  test("what can be picked was never trained on", () => {
    const of = pickable(state, null);
    expect(of).toHaveLength(898);
    expect(of.every((position) => position % 2 === 1)).toBe(true);
    expect(pickable({ ...state, ...own }, 7)[0]).toBe(1797);
    for (const position of pickable(state, 4).slice(0, 50)) expect(knownDigit(state, position).label).toBe(4);
  });

  test("halves share no image and stay the same arrays, one's own need a class", () => {
    expect(half(0).labels.length + half(1).labels.length).toBe(1797);
    expect(half(0)).toBe(half(0));
    expect(Array.from(half(1).images.subarray(0, PIXELS))).toEqual(digitAt(state, 1)?.pixels);
    const labelled = ownLabelled({ ...state, ...own });
    expect(labelled.labels).toEqual([7]);
    expect(ownLabelled({ ...state, ...own })).toBe(labelled);
  });
});

describe("a training", () => {
  test("begins with the shipped weights on the training half, or with drawn ones on images of one's own", () => {
    const request = trainingRequest(state, shipped);
    expect(request).toMatchObject({ network, shape, saved: null });
    // Identity: the page compares requests so, and 57 536 numbers one by one take long.
    expect([request?.data === half(0), request?.judged === half(1)]).toEqual([true, true]);
    const drawn = trainingRequest({ ...state, ...own, digitsBegin: "drawn", digitsTrainOn: "own" }, shipped);
    expect(drawn?.network).toBeNull();
    expect(drawn?.data.labels).toEqual([7]);
  });

  test("is none before the shipped network has come, and on images without a class", () => {
    expect(trainingRequest(state, null)).toBeNull();
    expect(trainingRequest({ ...state, digitsTrainOn: "own" }, shipped)).toBeNull();
    expect(trainingRequest({ ...state, ...own, ownLabels: [-1, -1], digitsTrainOn: "own" }, shipped)).toBeNull();
  });

  test("is judged at steps from the first to the last", () => {
    expect(placesOf(3)).toEqual([1, 2, 3]);
    const places = placesOf(200);
    expect([places[0], places.at(-1), new Set(places).size]).toEqual([1, 200, 12]);
  });
});

describe("masks", () => {
  test("halves are halves, opposite ones share nothing, and their border is a straight line", () => {
    for (const side of HALVES) {
      expect(knownCount(halfMask(side))).toBe(32);
      expect(knownEdges(halfMask(side))).toHaveLength(8);
    }
    expect(halfMask("left").map((known, p) => known + (halfMask("right")[p] ?? 0))).toEqual(
      halfMask("top").map(() => 1),
    );
    expect(halfMask("top").slice(0, 32)).toEqual(Array.from({ length: 32 }, () => 1));
  });

  test("the known pixels of a row are said as spans of columns", () => {
    const mask = halfMask("left").map((known, p) => (p === 1 ? 0 : known));
    expect(knownRows(mask)).toHaveLength(8);
    expect(knownRows(mask)[0]).toEqual({
      row: 0,
      spans: [
        [0, 0],
        [2, 3],
      ],
    });
    expect(knownRows(halfMask("bottom"))[0]).toEqual({ row: 4, spans: [[0, 7]] });
    expect(knownRows(NOTHING_KNOWN)).toEqual([]);
  });

  test("a stroke paints each pixel of its line once, nothing outside, and the same mask where nothing changes", () => {
    const pixel = fc.record({ column: fc.integer({ min: -3, max: 10 }), row: fc.integer({ min: -3, max: 10 }) });
    fc.assert(
      fc.property(pixel, pixel, (from, to) => {
        const line = pixelsBetween(from, to);
        expect(line[0]).toEqual(from);
        expect(line.at(-1)).toEqual(to);
        for (const [k, at] of line.slice(1).entries()) {
          const last = line[k] ?? at;
          expect(Math.max(Math.abs(at.column - last.column), Math.abs(at.row - last.row))).toBe(1);
        }
        const mask = painted(halfMask("top"), line, 0);
        const inside = line.filter(({ column, row }) => column >= 0 && column < 8 && row >= 0 && row < 4);
        expect(knownCount(mask)).toBe(32 - new Set(inside.map(({ column, row }) => row * 8 + column)).size);
        expect(painted(mask, line, 0)).toBe(mask);
      }),
    );
  });

  test("a link's mask of other numbers is made one", () => {
    const whole = halfMask("left");
    expect(cleanMask(whole)).toBe(whole);
    expect(knownCount(cleanMask([1, 0.5, 1]))).toBe(2);
    expect(cleanMask([])).toHaveLength(PIXELS);
  });
});

describe("the grids", () => {
  const pen = new SvgPen();
  const scene = (fields: Partial<VaeState>) => ({
    ...{ arrangement: arrangementOf({ ...state, ...fields }), state: null, position: 0, lastPrediction: 1, T: 200 },
    ...{ picked: -1, mask: null },
  });

  test("fit into the plot, do not overlap, and every image is found at its place", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 320, max: 1200 }),
        fc.integer({ min: 300, max: 800 }),
        fc.constantFrom("all", "3"),
        (digitsCount, width, height, digitsClass) => {
          const layout = layPlot(pen, { width, height }, PLAIN, scene({ digitsCount, digitsClass }));
          const boxes = layout.panels.map(({ grid, top }) => ({
            ...{ left: grid.left, right: grid.left + grid.columns * grid.cell },
            ...{ top, bottom: grid.top + inkRows(grid) * grid.cell },
          }));
          for (const box of boxes) {
            expect(box.left).toBeGreaterThanOrEqual(0);
            expect(box.right).toBeLessThanOrEqual(width + 1e-6);
            expect(box.bottom).toBeLessThanOrEqual(height + 1e-6);
          }
          const [a, b] = boxes;
          expect(a && b && (a.right <= b.left + 1e-6 || a.bottom <= b.top + 1e-6)).toBe(true);
          for (const { grid } of layout.panels) {
            for (const k of [0, digitsCount >> 1, digitsCount - 1]) {
              const { x, y } = inkPlace(grid, k);
              expect(sampleAt(layout, x + 4 * grid.pixel, y + 4 * grid.pixel)).toBe(k);
            }
            expect(inkAt(grid, grid.left - grid.cell, grid.top)).toBe(-1);
            expect(inkAt(grid, grid.left, grid.top + inkRows(grid) * grid.cell + grid.cell)).toBe(-1);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a row between two ends is broken only where its images would be too small", () => {
    const between = scene({ digitsView: "between", digitsBetween: 11 });
    const [wide] = layPlot(pen, { width: 900, height: 460 }, PLAIN, between).panels;
    expect(wide?.grid.columns).toBe(11);
    const narrow = layPlot(pen, { width: 366, height: 560 }, PLAIN, between);
    expect(narrow.panels[0]?.grid.columns).toBeLessThan(7);
    expect(narrow.panels[0]?.grid.cell).toBeGreaterThan(50);
    for (const { grid } of narrow.panels) expect(grid.top + inkRows(grid) * grid.cell).toBeLessThan(560 - 12);
  });

  test("columns that are free make the images as large as they can be", () => {
    const area = { left: 0, top: 0, width: 270, height: 180 };
    expect(layInkGrid(area, 6, 8).columns).toBe(3);
    expect(layInkGrid(area, 6, 8).cell).toBe(90);
    expect(layInkGrid(area, 6, 8, 6).columns).toBe(6);
  });

  test("noise outside of ink has colours of its own, the fuller the further, and the same beyond the bar", () => {
    const colour = inkColour(PLAIN);
    const [ground, ink] = [colour(0), colour(1)];
    expect(colour(0.5)[0]).toBeCloseTo((ground[0] + ink[0]) / 2, 9);
    expect(new Set([-1, -0.5, 0, 1, 1.5, 2].map((value) => colour(value).join())).size).toBe(6);
    expect(colour(-7)).toEqual(colour(-1));
    expect(colour(7)).toEqual(colour(2));
    // No step at either end of the range.
    expect(colour(-1e-9)[2]).toBeCloseTo(ground[2], 5);
    expect(colour(1 + 1e-9)[0]).toBeCloseTo(ink[0], 5);
  });
});

test("the strip of one sample has both ends, and marks the nearest to the step on show", () => {
  expect(stripOf(3, 8)).toEqual([0, 1, 2]);
  const strip = stripOf(51, 6);
  expect(strip).toEqual([0, 10, 20, 30, 40, 50]);
  expect(nearestOf(strip, 50)).toBe(5);
  expect(nearestOf(strip, 14)).toBe(1);
});

test("a file of samples has the class and 64 columns a row", () => {
  const lines = imagesCsv(
    Float32Array.from({ length: 2 * PIXELS }, (_, k) => k / 128),
    [4, -1],
  )
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]?.split(",")).toHaveLength(65);
  expect(lines[2]?.split(",").slice(0, 2)).toEqual(["-1", "0.5"]);
});

describe("the worker", () => {
  /** A sampler that counts: x is the step it stands at, x_0 the step that the last prediction was made at. */
  function standIn(T: number, made: unknown[]) {
    return (request: { method: { kind: string; steps?: number }; classes: readonly number[] }) => {
      made.push(request);
      const total = request.method.kind === "ddim" ? (request.method.steps ?? T) : T;
      const fill = (value: number) => new Float64Array(request.classes.length * PIXELS).fill(value);
      let [taken, predicted] = [0, -1];
      const t = () => Math.round((T * (total - taken)) / total);
      return {
        ...{ total: () => total, taken: () => taken, t, x: () => fill(t()), x0: () => fill(predicted) },
        advance(steps: number) {
          for (let k = 0; k < steps && taken < total; ++k) {
            predicted = t();
            taken += 1;
          }
          return taken === total;
        },
        delete: () => made.push("deleted"),
      };
    };
  }
  const pull: Pull<{ own: unknown; complete: boolean }> = { view: undefined, advance: true };

  function frames(fields: Partial<VaeState>, T = 200) {
    const made: unknown[] = [];
    const request = digitsRequest({ ...state, ...fields }, { ...denoiser, schedule: { ...schedule, T } });
    if (request === null) throw new Error("no request");
    const pg = { digits: { sample: standIn(T, made) } } as unknown as Parameters<typeof digitsWorker>[0];
    const run = digitsWorker(pg, request, undefined);
    const all = [];
    for (let next = run.next(pull); !next.done; next = run.next(pull))
      if (next.value?.task === "digits") all.push(next.value);
    return { all, made };
  }

  test("pairs x_t with the x_0 predicted from it, and ends at t = 0", () => {
    const { all, made } = frames({ digitsMethod: "ddim", digitsSteps: 20, digitsCount: 20 });
    const states = all.flatMap(({ states: some }) => some);
    expect(states).toHaveLength(21);
    expect(all[0]).toMatchObject({ first: true, last: false, count: 21 });
    expect(all[0]?.states).toHaveLength(1);
    expect(all.at(-1)).toMatchObject({ first: false, last: true, misses: null });
    for (const { t, x, x0 } of states.slice(0, -1)) expect([x[0], x0[0]]).toEqual([t, t]);
    expect(states.at(-1)).toMatchObject({ t: 0 });
    expect([states.at(-1)?.x[0], states.at(-1)?.x0[0]]).toEqual([0, 10]);
    expect(made.at(-1)).toBe("deleted");
  });

  test("keeps no more states than can be scrubbed, and says how many", () => {
    const { all } = frames({ digitsMethod: "ancestral", digitsCount: 1 }, 1000);
    const states = all.flatMap(({ states: some }) => some);
    expect(states).toHaveLength(201);
    expect(all[0]?.count).toBe(201);
    expect(states[1]?.t).toBe(995);
    expect(states[1]?.x0[0]).toBe(995);
  });

  test("samples all guidances from one seed", () => {
    const { made } = frames({ digitsView: "guidance", digitsSteps: 2 });
    const requests = made.filter((each) => each !== "deleted") as { seed: number; guidance: number }[];
    expect(requests.map(({ guidance }) => guidance)).toEqual(GUIDANCES);
    expect(new Set(requests.map(({ seed }) => seed)).size).toBe(1);
  });
});
