// The VAE trained in the page: it learns, its map is dragged and drawn on, what is looked at is in the link.
import { readFileSync } from "node:fs";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

/** A network that takes a moment to train. */
const SMALL = { vaeWidth: 32, vaeSteps: 300, vaeBatch: 64, vaeLearningRate: 0.01 } as const;

const press = (lab: Lab, name: string) => lab.page.locator(`[data-run=${name}]`).click();
const numbers = (lab: Lab, name: string) =>
  lab.picture.evaluate((element, key) => {
    const { testReadings } = element as HTMLElement & { testReadings?: () => Record<string, unknown> };
    const values = testReadings?.()[key];
    return Array.isArray(values) ? (values as number[]) : [];
  }, name);
const number = async (lab: Lab, name: string) => Number(await lab.picture.getAttribute(`data-${name}`));
const open = async (lab: Lab, fields: Readonly<Record<string, unknown>> = {}) =>
  lab.load(await stateLink("vae", { stage: "train", ...SMALL, ...fields }));
async function train(lab: Lab): Promise<void> {
  await press(lab, "start");
  await expect(lab.picture).toHaveAttribute("data-phase", "finished", { timeout: 120_000 });
  await lab.settled();
}
const difference = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, k) => sum + Math.abs(value - (b[k] ?? Number.NaN)), 0);

/** Share of codes whose nearest other one has their label. */
function separated(mu: readonly number[], labels: readonly number[], some = 300): number {
  let same = 0;
  for (let i = 0; i < some; ++i) {
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (let j = 0; j < labels.length; ++j) {
      const far = Math.hypot((mu[2 * i] ?? 0) - (mu[2 * j] ?? 0), (mu[2 * i + 1] ?? 0) - (mu[2 * j + 1] ?? 0));
      if (j !== i && far < least) [best, least] = [j, far];
    }
    if (labels[best] === labels[i]) same += 1;
  }
  return same / some;
}

test("digits are learnt and separated; the place, the walk and a drawing are looked at; the link opens the same", async ({
  lab,
}) => {
  await open(lab);
  await expect(lab.picture).toHaveAttribute("data-phase", "untrained");
  // The untrained network is on show: it decodes, but noise.
  const before = await number(lab, "elbo");
  const untrained = await numbers(lab, "decoded");
  expect(untrained).toHaveLength(15 * 15 * 64);
  await train(lab);
  const heldOut = await numbers(lab, "heldOut");
  expect(heldOut[0]).toBeCloseTo(before, 6);
  expect(await number(lab, "elbo")).toBeGreaterThan(before + 15);
  expect(heldOut.at(-1)).toBeCloseTo(await number(lab, "elbo"), 9);
  // Quadrature and draws agree, on two routes.
  expect(Math.abs((await number(lab, "elbo-exact")) - (await number(lab, "elbo")))).toBeLessThan(0.5);
  expect(await numbers(lab, "losses")).toHaveLength(SMALL.vaeSteps);
  expect(separated(await numbers(lab, "mu"), await numbers(lab, "labels"))).toBeGreaterThan(0.5);

  // log p(x) = ELBO + gap, each found by itself; the posterior is another density than q.
  const looked = await Promise.all(["log-px", "own-elbo", "gap"].map((name) => number(lab, name)));
  const [logPx, elbo, gap] = looked as [number, number, number];
  expect(gap).toBeGreaterThan(0);
  expect(Math.abs(logPx - elbo - gap)).toBeLessThan(0.01);

  // A drag of the place decodes what lies there, and is one step back.
  const place = lab.page.locator('[data-handle="place"]');
  const decoded = await numbers(lab, "decodedPlace");
  const box = await place.boundingBox();
  if (box === null) throw new Error("no handle");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await lab.page.mouse.move(x, y);
  await lab.page.mouse.down();
  await lab.page.mouse.move(x - 90, y + 60, { steps: 6 });
  await lab.page.mouse.up();
  await lab.settled();
  const dragged = await numbers(lab, "decodedPlace");
  expect(difference(decoded, dragged)).toBeGreaterThan(2);
  await place.press("ArrowRight");
  await lab.settled();
  expect(difference(dragged, await numbers(lab, "decodedPlace"))).toBeGreaterThan(0);
  await lab.undo();
  await lab.undo();
  await lab.settled();
  expect(await numbers(lab, "decodedPlace")).toEqual(decoded);

  // The walk goes to another image: its first step stays, its last one does not.
  const walk = await numbers(lab, "walk");
  await lab.page.locator('input[data-field="vaeTo"]').fill("6");
  await lab.page.locator('input[data-field="vaeTo"]').press("Enter");
  await expect(lab.picture).toHaveAttribute("data-to", "5");
  await lab.settled();
  const other = await numbers(lab, "walk");
  expect(other.slice(0, 64)).toEqual(walk.slice(0, 64));
  expect(difference(other.slice(-64), walk.slice(-64))).toBeGreaterThan(1);
  // A key takes its end to another code.
  await lab.page.locator('[data-handle="to"]').press("ArrowLeft");
  await expect(lab.picture).not.toHaveAttribute("data-to", "5");

  // All codes as one density: where it overlaps with the prior.
  await lab.page.locator('[data-field="vaeShade"][value="aggregate"]').check({ force: true });
  await lab.settled();
  const overlap = await number(lab, "overlap");
  expect(overlap).toBeGreaterThan(0.3);
  expect(overlap).toBeLessThan(1);

  // A one, drawn: its posterior lies over the map.
  await lab.page.locator('[data-field="vaeShade"][value="posterior"]').check({ force: true });
  await lab.page.locator('[data-field="vaeBeside"][value="draw"]').check({ force: true });
  await expect(lab.picture).toHaveAttribute("data-looked", "");
  await expect(lab.page.locator("[data-control=pad]")).toBeVisible();
  const pad = await lab.page.locator("[data-control=pad]").boundingBox();
  if (pad === null) throw new Error("no pad");
  await lab.page.mouse.move(pad.x + 0.5 * pad.width, pad.y + 0.06 * pad.height);
  await lab.page.mouse.down();
  await lab.page.mouse.move(pad.x + 0.5 * pad.width, pad.y + 0.94 * pad.height, { steps: 8 });
  await lab.page.mouse.up();
  await expect(lab.picture).toHaveAttribute("data-looked", "drawn");
  await lab.settled();
  const drawn = await numbers(lab, "x");
  expect(drawn.filter((ink) => ink > 0.5).length).toBeGreaterThan(5);
  const [posterior, q] = [await numbers(lab, "posterior"), await numbers(lab, "q")];
  expect(Math.max(...posterior)).toBeGreaterThan(0.1);
  expect(difference(posterior, q)).toBeGreaterThan(1);
  await expect(lab.page.locator('[data-sheet="looked"] [data-row="logPx"] [data-column="exact"]')).not.toBeEmpty();

  // The same settings and drawing from the link; trained again it is the same network.
  const [own, link] = [await number(lab, "log-px"), await lab.link()];
  await lab.load(new URL(link).hash);
  await expect(lab.picture).toHaveAttribute("data-looked", "drawn");
  expect(await numbers(lab, "x")).toEqual(drawn);
  await train(lab);
  expect(await numbers(lab, "heldOut")).toEqual(heldOut);
  expect(await number(lab, "log-px")).toBe(own);
});

test("a large weight of the KL collapses every coordinate, and the page says so; points of the plane are learnt, too", async ({
  lab,
}) => {
  await open(lab, { vaeBeta: 100, vaeLatents: 4 });
  await train(lab);
  const kl = await numbers(lab, "kl");
  expect(kl).toHaveLength(4);
  expect(Math.max(...kl)).toBeLessThan(0.01);
  await expect(lab.picture).toHaveAttribute("data-gap", "");

  await open(lab, { vaeData: "moons", vaePoints: 300, vaeNoiseVar: 0.02 });
  const before = await number(lab, "elbo");
  await train(lab);
  expect(await number(lab, "elbo")).toBeGreaterThan(before + 2);
  expect((await numbers(lab, "samples")).length).toBe(1200);
  // A network saved and read back is the same; a damaged one is refused and changes nothing.
  const mu = await numbers(lab, "mu");
  const saving = lab.page.waitForEvent("download");
  await press(lab, "save");
  const download = await saving;
  expect(download.suggestedFilename()).toBe(`vae-moons-${SMALL.vaeSteps}.bin`);
  const bytes = readFileSync(await download.path());
  const file = (name: string, buffer: Buffer) =>
    lab.page.locator("[data-run=load] input").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await file("mine.bin", bytes);
  await expect(lab.picture).toHaveAttribute("data-source", "file");
  await lab.settled();
  expect(await numbers(lab, "mu")).toEqual(mu);
  await file("bad.bin", bytes.subarray(0, bytes.length / 2));
  await expect(lab.toast.filter({ hasText: "bad.bin" })).toBeVisible();
  await lab.settled();
  expect(await numbers(lab, "mu")).toEqual(mu);
  await press(lab, "anew");
  await expect(lab.picture).toHaveAttribute("data-phase", "finished", { timeout: 120_000 });
  await expect(lab.picture).toHaveAttribute("data-source", "run");

  // Other data: the run is out of sight until it is asked for again.
  await lab.page.locator('.control[data-field="vaeData"] select').selectOption("spirals");
  await expect(lab.picture).toHaveAttribute("data-source", "start");
  await lab.undo();
  await expect(lab.picture).toHaveAttribute("data-source", "run");

  // Images of one's own are what is learnt then, the class in the last column.
  const rows = Array.from({ length: 12 }, (_, k) => [...Array.from({ length: 64 }, (__, p) => (k * p) % 17), k % 10]);
  await lab.page.locator("[data-action=import]").click();
  const csv = { name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(rows.map(String).join("\n")) };
  await lab.page.locator("dialog.import input[type=file]").setInputFiles(csv);
  await lab.page.locator("dialog.import [type=submit]").click();
  await expect(lab.page.locator('.control[data-field="vaeData"] select')).toHaveValue("own");
  await expect.poll(() => numbers(lab, "labels")).toEqual(rows.map((row) => row.at(-1)));

  // Or the tiles of a picture, of which the dialog draws a preview beside its controls.
  const base64 = await lab.page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 80, height: 16 });
    const pen = canvas.getContext("2d")!;
    Object.assign(pen, { fillStyle: "white" }).fillRect(0, 0, 80, 16);
    Object.assign(pen, { fillStyle: "black" }).fillRect(0, 0, 8, 16);
    return canvas.toDataURL().split(",")[1] ?? "";
  });
  const picture = { name: "mine.png", mimeType: "image/png", buffer: Buffer.from(base64, "base64") };
  await lab.page.locator("input[data-load=picture]").setInputFiles(picture);
  const preview = lab.page.locator(".tile-preview");
  await expect(preview.locator("canvas").first()).toBeVisible();
  const [around, drawn] = [await preview.boundingBox(), await preview.locator("canvas").first().boundingBox()];
  expect(drawn).toEqual(around);
  await lab.page.locator("[data-tiles=dark]").click();
  await lab.page.locator("[data-tiles=dark]").click();
  await lab.page.locator("[data-tiles=use]").click();
  await expect.poll(() => numbers(lab, "labels")).toEqual([-1, -1, -1, -1, -1]);
  await lab.settled();
  expect((await numbers(lab, "x")).slice(0, 8)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
