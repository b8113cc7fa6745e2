// Side by side in the page: both generators are made and judged here; images are picked by pointer, finger and key; what is shown of one is
// what was computed; only what a change concerns is made anew.
import { readFileSync } from "node:fs";
import { digitsImages, halves } from "../../web/data/digits-images.ts";
import { compare as words } from "../../web/labs/vae/messages/compare.en.ts";
import { findings, inEach, LAYOUTS, sideways } from "./support/eyes.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

type Readings = Readonly<Record<string, string | number | readonly number[]>>;

const readings = (lab: Lab): Promise<Readings> =>
  lab.picture.evaluate((element) => {
    const { testReadings } = element as HTMLElement & { testReadings?: () => Readings };
    return testReadings?.() ?? {};
  });
const list = (of: Readings, name: string) => of[name] as readonly number[];
const done = (lab: Lab) => expect(lab.picture).toHaveAttribute("data-phase", "done", { timeout: 90_000 });
/** 1 while there is no such set. */
const accuracyOf = async (lab: Lab, set: string) => (list(await readings(lab), set) ?? [])[1] ?? 1;
const cell = (lab: Lab, set: string, column: string) =>
  lab.page.locator(`.compare-table tr[data-set=${set}] [data-column=${column}]`);

/** The middle of an image, px of the canvas. @param set 0 VAE, 1 diffusion, 2 real */
function middle(of: Readings, set: number, index: number): { x: number; y: number } {
  const [left = 0, top = 0, side = 0, columns = 1] = list(of, "places").slice(4 * set, 4 * set + 4);
  return { x: left + (index % columns) * side + side / 2.5, y: top + Math.floor(index / columns) * side + side / 2.5 };
}

const SMALL = { stage: "compare", compareCount: 100, compareTrainSteps: 400, compareSteps: 20 };

test("VAE, diffusion and real digits are judged side by side, and each image beside its nearest", async ({ lab }) => {
  await lab.open(await stateLink("vae", SMALL));
  await done(lab);
  await lab.settled();
  const judged = await readings(lab);
  const [n, accuracy = 0, effective, , , near] = list(judged, "real");
  expect(n).toBe(898);
  expect(accuracy).toBeGreaterThan(0.96);
  expect(effective).toBeGreaterThan(9.9);
  expect(near).toBeCloseTo(0.05, 2);
  for (const set of ["vae", "diffusion"]) {
    expect(list(judged, set)[0]).toBe(100);
    expect(list(judged, set)[1]).toBeGreaterThan(0.8);
  }
  expect(list(judged, "uniform")[1]).toBeLessThan(0.3);
  await expect(cell(lab, "real", "accuracy")).toContainText((100 * accuracy).toFixed(1));
  await expect(lab.page.locator(".compare-table tbody tr")).toHaveCount(7);
  // Bars stand where their numbers say, on the scale above them.
  const scale = await lab.page.locator(".compare-table thead .compare-spread > div").boundingBox();
  const ticks = await lab.page.locator(".compare-table thead .compare-spread > div > span").count();
  for (const set of ["real", "vae", "diffusion", "uniform"]) {
    const at = (part: string) => lab.page.locator(`[data-spread=${set}] .compare-${part}`).boundingBox();
    const [whole, half, mark] = [await at("whole"), await at("half"), await at("middle")];
    if (scale === null || whole === null || half === null || mark === null) throw new Error("no bars");
    expect(whole.width, set).toBeGreaterThan(half.width);
    expect(half.width, set).toBeGreaterThan(1);
    const median = ((mark.x + mark.width / 2 - scale.x) / scale.width) * (ticks - 1);
    expect(median, set).toBeCloseTo(list(judged, set)[4] ?? Number.NaN, 1);
  }

  // By mouse: the third image of the VAE.
  const canvas = lab.page.locator(".compare-frame .stage-canvas");
  await canvas.click({ position: middle(judged, 0, 2) });
  await expect.poll(async () => (await readings(lab)).picked).toBe("vae 2");
  const picked = await readings(lab);
  const [image, nearest] = [list(picked, "image"), list(picked, "nearest")];
  const apart = Math.hypot(...image.map((value, k) => value - (nearest[k] ?? Number.NaN)));
  expect(picked.distance).toBeCloseTo(apart, 9);
  // No training image is nearer than the one that is shown.
  const { training } = halves(digitsImages());
  const distances = Array.from({ length: training.n }, (_, i) =>
    Math.hypot(...image.map((value, k) => value - (training.pixels[i * 64 + k] ?? Number.NaN))),
  );
  expect(Math.min(...distances)).toBeCloseTo(apart, 9);
  await expect(lab.page.locator(".compare-text h3")).toHaveText("VAE, image 3, asked for 2");

  // By keys: on to the diffusion, and to real digits, which are as they are in the data.
  await canvas.focus();
  for (let k = 0; k < 8; k += 1) await canvas.press("ArrowRight");
  await expect.poll(async () => (await readings(lab)).picked).toBe("diffusion 0");
  await canvas.press("ArrowDown");
  await expect.poll(async () => (await readings(lab)).picked).toBe("diffusion 10");
  await canvas.press("Home");
  for (let k = 0; k < 10; k += 1) await canvas.press("ArrowRight");
  await expect.poll(async () => (await readings(lab)).picked).toBe("real 0");
  const { heldOut } = halves(digitsImages());
  const zero = heldOut.labels.indexOf(0);
  expect(list(await readings(lab), "image")).toEqual([...heldOut.pixels.subarray(zero * 64, (zero + 1) * 64)]);

  // Another guidance: the VAE is what it was, and is not trained again.
  const input = lab.page.locator(`.control[data-field="compareGuidance"] input:not([type=range])`);
  await input.fill("0");
  await input.press("Enter");
  // Without the class the digits are any: one in ten is the one asked for.
  await expect.poll(() => accuracyOf(lab, "diffusion"), { timeout: 60_000 }).toBeLessThan(0.4);
  await done(lab);
  const after = await readings(lab);
  expect(after.vae).toEqual(judged.vae);
  expect(after.real).toEqual(judged.real);
  await lab.undo();
  await expect.poll(async () => (await readings(lab)).diffusion, { timeout: 60_000 }).toEqual(judged.diffusion);
  await done(lab);

  // Every image in a file, with what is said of it.
  await lab.page.locator(".export-open").click();
  const saving = lab.page.waitForEvent("download");
  await lab.page.locator("[data-export=images]").click();
  const lines = readFileSync(await (await saving).path(), "utf8")
    .trim()
    .split("\n");
  expect(lines).toHaveLength(1 + 898 + 6 * 100);

  await inEach(lab.page, LAYOUTS, async (name) => {
    expect(await sideways(lab.page), name).toBe(0);
    expect(await findings(lab.page), name).toEqual([]);
    const [, , side = 0] = list(await readings(lab), "places");
    expect(side, name).toBeGreaterThanOrEqual(24);
  });
  await expect(lab.page.getByText(words.notes[4])).toBeVisible();
});
