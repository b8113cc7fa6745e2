// Own images: which column of a file is the class, what the open stage makes of what was imported, and what is refused.
import { describe, expect, test } from "vitest";
import type { Usable } from "../../web/host/import-types.ts";
import { fromFields } from "../../web/host/url.ts";
import model, { shownPreset } from "../../web/labs/vae/model.ts";
import { classColumn, fromColumns, ownFit, withOwnImages } from "../../web/labs/vae/own-images/images.ts";
import { presetFields } from "../../web/labs/vae/presets.ts";
import { ownLabelled } from "../../web/labs/vae/stages/digits/images.ts";
import { dataOf } from "../../web/labs/vae/stages/train/dataset.ts";
import { heightsOf } from "../../web/labs/vae/stages/train/window.ts";

const pixel = (k: number): Usable => ({
  index: k,
  name: "",
  values: k === 0 || k === 63 ? [0, 0, 0, 1] : [0, 3, 16, 8],
});
const PIXELS = Array.from({ length: 64 }, (_, k) => pixel(k));
const numbered = (columns: readonly Usable[]) => columns.map((column, index) => ({ ...column, index }));
const classes = (name = ""): Usable => ({ index: 0, name, values: [4, 0, 9, 1] });

describe("the class of a file's images", () => {
  test("stands before the pixels or after them, or has a name", () => {
    expect(classColumn(numbered([classes(), ...PIXELS]))).toBe(0);
    expect(classColumn(numbered([...PIXELS, classes()]))).toBe(64);
    const inside = [...PIXELS.slice(0, 10), classes("Label"), ...PIXELS.slice(10)];
    expect(classColumn(numbered(inside))).toBe(10);
  });

  test("is in no column where there are only pixels, or where none can be one", () => {
    expect(classColumn(PIXELS)).toBe(-1);
    expect(classColumn(numbered([{ ...classes(), values: [0.5, 1, 2, 3] }, ...PIXELS.slice(1), PIXELS[1]!]))).toBe(-1);
  });
});

test("imported images are what the open stage learns, with what suits images; elsewhere they change no training", () => {
  const x = Array.from({ length: 4 * 64 }, (_, k) => k % 17);
  const read = fromColumns(x, [0, 1, 2, -1]);
  if ("refusal" in read) throw new Error(read.refusal);
  const { images, labels } = read.images;
  const toy = { ...model.initial(), ...presetFields("moons"), preset: "moons" as const, vaeDepth: 2 };
  const now = { ...toy, ...withOwnImages(toy, images, labels) };
  expect(dataOf(now)).toMatchObject({ kind: "images", name: "own", labels: [0, 1, 2, -1] });
  expect([now.vaeDepth, now.vaeNoiseVar]).toEqual([1, 0.05]);
  expect(shownPreset(now).id).toBe("own-images");
  const bound = { ...model.initial(), ...presetFields("plane") };
  expect(withOwnImages(bound, images, labels)).toEqual({ ownImages: images, ownLabels: labels });
});

test("values out of every scale and classes that are none are refused with their row", () => {
  const zeros = new Array<number>(128).fill(0);
  expect(fromColumns(zeros.with(70, 256), null)).toEqual({ refusal: "range", row: 2, value: 256 });
  expect(fromColumns(zeros.with(3, -1), null)).toEqual({ refusal: "range", row: 1, value: -1 });
  expect(fromColumns(zeros, [0, 10])).toEqual({ refusal: "label", row: 2, value: 10 });
});

test("the map of one latent coordinate holds every log variance, and the prior", () => {
  expect(heightsOf([-5.2, -1, 0.1])).toEqual([-6, 1]);
  expect(heightsOf([0.01, Number.NaN, -0.01])).toEqual([-1, 1]);
  expect(heightsOf([2.5])).toEqual([-1, 3]);
});

const ink = (n: number) => Array.from({ length: n * 64 }, (_, p) => p % 17);

describe("own images", () => {
  const state = model.initial();

  test("are what the open stage then uses", () => {
    const taken = (stage: "train" | "digits", labels: readonly number[]) => {
      const before = { ...state, stage };
      return { ...before, ...withOwnImages(before, ink(12), labels) };
    };
    const classes = Array.from({ length: 12 }, (_, k) => k % 3);
    const none = classes.map(() => -1);
    const train = taken("train", none);
    expect(train.vaeData).toBe("own");
    expect(dataOf(train)).toMatchObject({ kind: "images" });
    expect(Object.keys(train).sort()).toEqual(Object.keys(state).sort());
    const digits = taken("digits", classes);
    expect(digits.digitsTrainOn).toBe("own");
    expect(ownLabelled(digits).labels).toEqual(classes);
    // There is nothing for the denoiser to learn without a class.
    expect(taken("digits", none).digitsTrainOn).toBe("digits");
  });

  test.each<[string, readonly number[], readonly number[], boolean]>([
    ["as many of both", ink(2), [3, -1], true],
    ["none", [], [], true],
    ["half an image", ink(2).slice(0, 100), [3], false],
    ["more classes than images", ink(1), [3, 4], false],
    ["fewer", ink(2), [3], false],
    ["half a class", ink(1), [3.5], false],
  ])("from a link: %s", (_, ownImages, ownLabels, good) => {
    expect(ownFit({ ownImages, ownLabels })).toBe(good);
    const read = fromFields(model, { preset: "samples", ownImages, ownLabels });
    if (good) expect(read).toMatchObject({ state: { ownImages, ownLabels } });
    else expect(read).not.toHaveProperty("state");
  });
});
