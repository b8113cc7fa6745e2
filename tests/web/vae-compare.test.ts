// Side by side: what is asked of the solver, where images stand and which is picked, what is said of one, the table's scale, files.
import { describe, expect, it } from "vitest";
import { digitsImages, halves } from "../../web/data/digits-images.ts";
import { defaultsOf } from "../../web/host/fields.ts";
import { inkPlace } from "../../web/kit/charts/ink-grid.ts";
import { compare as words } from "../../web/labs/vae/messages/compare.en.ts";
import { detailOf, sentences } from "../../web/labs/vae/stages/compare/detail.ts";
import { COMPARE } from "../../web/labs/vae/stages/compare/fields.ts";
import { figuresColumns, filesOf, imagesColumns } from "../../web/labs/vae/stages/compare/files.ts";
import { networkLine } from "../../web/labs/vae/stages/compare/network-line.ts";
import {
  asked,
  CLASSES,
  compareRequest,
  inTurn,
  type JudgedSet,
  PIXELS,
  SETS,
} from "../../web/labs/vae/stages/compare/request.ts";
import { sameContent } from "../../web/labs/vae/stages/compare/same-content.ts";
import { clamped, layPanels, pickAt, pickByKey } from "../../web/labs/vae/stages/compare/scene.ts";
import { scaleEnd } from "../../web/labs/vae/stages/compare/table.ts";

const { training, heldOut } = halves(digitsImages());
const state = defaultsOf(COMPARE);

describe("the request", () => {
  it("asks for digits in turn, as many as the state says", () => {
    const request = compareRequest({ ...state, compareCount: 25 }, { training, heldOut }, null, () => null);
    expect(request.count).toBe(25);
    expect(asked(request.count).slice(8, 12)).toEqual([8, 9, 0, 1]);
    expect(request.vae).toEqual({
      latents: state.compareLatents,
      steps: state.compareTrainSteps,
      seed: state.compareSeed,
    });
  });

  it("brings a network that these settings have given before", () => {
    const network = new Uint8Array([1]);
    const known = compareRequest(state, { training, heldOut }, null, ({ latents }) => (latents === 8 ? network : null));
    expect(known.trained).toBe(network);
    const other = compareRequest({ ...state, compareLatents: 2 }, { training, heldOut }, null, ({ latents }) =>
      latents === 8 ? network : null,
    );
    expect(other.trained).toBeNull();
  });

  it("puts real digits in turn, and loses none", () => {
    const turned = inTurn(heldOut);
    expect(turned.labels.slice(0, 860)).toEqual(asked(860));
    const sum = (pixels: Float64Array) => pixels.reduce((total, value) => total + value, 0);
    expect(sum(turned.pixels)).toBe(sum(heldOut.pixels));
    const third = heldOut.labels.indexOf(3);
    expect(turned.pixels.subarray(3 * PIXELS, 4 * PIXELS)).toEqual(
      heldOut.pixels.subarray(third * PIXELS, (third + 1) * PIXELS),
    );
  });
});

describe("what the worker has made before", () => {
  it("is known by content", () => {
    const key = () => [{ pixels: new Float64Array([1, 2]), labels: [1] }, 3];
    expect(sameContent(key(), key())).toBe(true);
    expect(sameContent(key(), [{ pixels: new Float64Array([1, 3]), labels: [1] }, 3])).toBe(false);
    expect(sameContent(key(), [{ pixels: [1, 2], labels: [1] }, 3])).toBe(false);
    expect(sameContent(key(), [{ pixels: new Float64Array([1, 2]), labels: [1, 1] }, 3])).toBe(false);
    expect(sameContent({ a: 1 }, { b: 1 })).toBe(false);
    expect(sameContent({ a: undefined }, { b: undefined })).toBe(false);
    expect(sameContent(null, {})).toBe(false);
  });
});

describe("the grids", () => {
  const WIDE = { width: 900, height: 420 };
  const NARROW = { width: 358, height: 500 };
  const TABLET = { width: 720, height: 560 };

  it("stand beside each other where there is room, and else one below the other, each inside its part", () => {
    for (const size of [WIDE, TABLET, NARROW]) {
      const panels = layPanels(size, 500);
      const [a, b] = panels;
      expect(a?.area.top === b?.area.top).toBe(size === WIDE);
      for (const { area, grid } of panels) {
        expect(grid.columns).toBe(size === TABLET ? 2 * CLASSES : CLASSES);
        expect(grid.count % grid.columns).toBe(0);
        const last = inkPlace(grid, grid.count - 1);
        expect(last.x + grid.side * grid.pixel).toBeLessThanOrEqual(area.left + area.width);
        expect(last.y + grid.side * grid.pixel).toBeLessThanOrEqual(area.top + area.height);
        // The ring around an image at the edge is not cut off.
        expect(grid.left).toBeGreaterThanOrEqual(4);
        expect(last.x + grid.side * grid.pixel).toBeLessThanOrEqual(size.width - 4);
        // A finger finds it.
        expect(grid.cell).toBeGreaterThanOrEqual(24);
      }
    }
  });

  it("have the image under the pointer", () => {
    const panels = layPanels(WIDE, 500);
    for (const { id, grid } of panels) {
      for (const index of [0, 9, 10, grid.count - 1]) {
        const { x, y } = inkPlace(grid, index);
        expect(pickAt(panels, x + 3, y + 3)).toEqual({ set: id, index });
      }
    }
    expect(pickAt(panels, 2, 2)).toBeNull();
  });

  it("are walked by keys, from one set into the next", () => {
    const beside = layPanels(WIDE, 500);
    const stacked = layPanels(NARROW, 500);
    const from = (index: number) => ({ set: "diffusion", index }) as const;
    expect(pickByKey(beside, from(14), "ArrowRight")).toEqual(from(15));
    expect(pickByKey(beside, from(14), "ArrowUp")).toEqual(from(4));
    expect(pickByKey(beside, from(14), "ArrowDown")).toEqual(from(24));
    expect(pickByKey(beside, from(19), "ArrowRight")).toEqual({ set: "real", index: 10 });
    expect(pickByKey(beside, from(10), "ArrowLeft")).toEqual({ set: "vae", index: 19 });
    expect(pickByKey(beside, from(4), "ArrowUp")).toBeNull();
    expect(pickByKey(beside, from(4), "x")).toBeNull();
    const last = (stacked[1]?.grid.count ?? 0) - CLASSES;
    expect(pickByKey(stacked, from(last + 4), "ArrowDown")).toEqual({ set: "real", index: 4 });
    expect(pickByKey(stacked, from(4), "ArrowUp")).toEqual({ set: "vae", index: last + 4 });
    expect(pickByKey(stacked, from(9), "ArrowRight")).toBeNull();
    expect(pickByKey(layPanels(TABLET, 500), from(12), "ArrowDown")).toEqual(from(32));
    // One that is out of sight comes back into it.
    const count = beside[1]?.grid.count ?? 0;
    expect(pickByKey(beside, from(900), "ArrowLeft")).toEqual(from(count - 2));
  });
});

/** Two images: a training image as it is, which is read as another digit, and one that is far from all. */
const FIGURES: JudgedSet["figures"] = {
  ...{ accuracy: 0.5, accuracyError: 0.35, classCounts: new Int32Array(10), effectiveClasses: 2, confidence: 0.75 },
  classified: { label: Int32Array.of(4, 1), probability: Float64Array.from({ length: 20 }, (_, k) => k / 100) },
  nearest: { index: Int32Array.of(5, 7), distance: Float64Array.of(0, 2.5) },
  distanceQuantiles: Float64Array.from({ length: 101 }, (_, k) => k / 40),
  ...{ medianDistance: 1.25, closeDistance: 0.6, close: Int32Array.of(1, 0), nearCopies: 0.5, nearCopiesError: 0.35 },
};
const SET: JudgedSet = {
  id: "vae",
  pixels: Float64Array.from({ length: 2 * PIXELS }, (_, k) => k / 128),
  asked: [0, 1],
  figures: FIGURES,
};

describe("the picked image", () => {
  it("stands beside its nearest training image, by its number in the source", () => {
    const detail = detailOf(SET, { set: "vae", index: 0 }, training);
    expect(detail?.nearest).toEqual(training.pixels.subarray(5 * PIXELS, 6 * PIXELS));
    expect(detail?.nearest).toEqual(digitsImages().pixels.subarray(10 * PIXELS, 11 * PIXELS));
    expect(detail).toMatchObject({
      number: 11,
      trainingLabel: training.labels[5],
      close: true,
      label: 4,
      probability: 0.04,
    });
    expect(detailOf(SET, { set: "vae", index: 2 }, training)).toBeNull();
    // There is always one to look at where the set is made.
    for (const [index, at] of [
      [0, 0],
      [1, 1],
      [2, 1],
      [999, 1],
    ] as const)
      expect(clamped({ set: "vae", index }, SET.asked.length)).toEqual({ set: "vae", index: at });
    expect(detailOf(null, { set: "vae", index: 0 }, training)).toBeNull();
  });

  it("is said to be a near copy, or read as another digit, where it is", () => {
    const said = (index: number) => {
      const detail = detailOf(SET, { set: "vae", index }, training);
      return detail === null ? [] : sentences(detail);
    };
    expect(said(0)[1]).toContain("reads 4, not 0");
    expect(said(0)[3]).toMatch(/^Near copy: only 5 %/);
    expect(said(1)[1]).toContain("reads 1, with probability 0.11");
    expect(said(1)[3]).toMatch(/^No near copy/);
  });
});

describe("the network of the diffusion", () => {
  it("is named where it is not the page's own", () => {
    expect(networkLine(null)).toBe("");
    expect(networkLine({ from: { kind: "shipped", steps: 24_000 } })).toBe("");
    expect(networkLine({ from: { kind: "trained", steps: 1 } })).toContain("trained here, 1 step.");
    expect(networkLine({ from: { kind: "file", name: "mine.bin" } })).toContain("mine.bin");
  });
});

describe("the table and the files", () => {
  it("have a scale that holds what is drawn", () => {
    expect(scaleEnd([SET])).toBe(3);
  });

  it("have words for every set", () => {
    for (const id of SETS) expect(words.table.rows[id]).not.toBe("");
  });

  it("save what was computed", () => {
    expect(figuresColumns([SET])).toMatchObject({ set: ["vae"], n: [2], accuracy: [0.5], nearCopies: [0.5] });
    const columns = imagesColumns([SET]);
    expect(columns).toMatchObject({
      asked: [0, 1],
      read: [4, 1],
      // As the sentence beside the image says.
      nearest: [11, 15],
      distance: [0, 2.5],
      nearCopy: [1, 0],
    });
    expect(columns.p63).toEqual([63 / 128, 127 / 128]);
    expect(filesOf(() => null)).toEqual([]);
    expect(filesOf((id) => (id === "vae" ? SET : null)).map(({ id }) => id)).toEqual(["figures", "images"]);
  });
});
