// One's own images: from the columns of a file into the state, where the open stage uses them, and links whose lists do not fit together.
import { describe, expect, test } from "vitest";
import { fromFields } from "../../web/host/url.ts";
import model from "../../web/labs/vae/model.ts";
import { fromColumns, ownFit, splitColumns, withOwnImages } from "../../web/labs/vae/own-images/images.ts";
import { ownLabelled } from "../../web/labs/vae/stages/digits/images.ts";
import { dataOf } from "../../web/labs/vae/stages/train/dataset.ts";

const PIXELS = 64;
const ink = (n: number) => Array.from({ length: n * PIXELS }, (_, p) => p % 17);
const state = model.initial();

describe("own images", () => {
  test("of 64 columns have no class, of 65 the first", () => {
    const [pixels, none] = splitColumns(ink(2), PIXELS);
    expect([pixels, none]).toEqual([ink(2), null]);
    const rows = [0, 1].flatMap((row) => [row + 3, ...ink(1)]);
    const read = fromColumns(...splitColumns(rows, PIXELS + 1));
    expect(read).toEqual({ images: { images: [...ink(1), ...ink(1)], labels: [3, 4] }, scale: 16 });
    expect(fromColumns(ink(1), [2.5])).toMatchObject({ refusal: "label", value: 2.5 });
  });

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
