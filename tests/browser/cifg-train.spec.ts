// Training recurrent networks in the page: a race beside naive predictors, at rest and while another stage is looked at, on a series of
// one's own, and with a network from a file.
import { readFileSync } from "node:fs";
import { train as words } from "../../web/labs/cifg/messages/train.en.ts";
import { fileSentence } from "../../web/labs/cifg/stages/train/network-file.ts";
import { weightsOf } from "../../web/labs/cifg/stages/train/request.ts";
import { findings } from "./support/eyes.ts";
import { expect, host, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

/** Seconds of training, and gates that can be opened in the stage Cell. */
const SMALL = { stage: "train", task: "series", series: "co2", window: 24, units: 4, trainSteps: 200 } as const;

async function open(lab: Lab, fields: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await lab.load(await stateLink("cifg", { ...SMALL, ...fields }));
  await expect(lab.picture).toHaveAttribute("data-phase", "untrained");
}
const press = (lab: Lab, name: string) => lab.page.locator(`[data-run=${name}]`).click();
const finished = (lab: Lab) => expect(lab.picture).toHaveAttribute("data-phase", "finished", { timeout: 60_000 });
/** Long lists, which the page makes only when a test reads them (web/kit/test-readings.ts). */
const numbers = (lab: Lab, name: string) =>
  lab.picture.evaluate((element, key) => {
    const values = (element as HTMLElement & { testReadings?: () => Record<string, unknown> }).testReadings?.()[key];
    return Array.isArray(values) ? (values as number[]) : [];
  }, name);
const steps = async (lab: Lab) => Number(await lab.picture.getAttribute("data-steps"));

test("a race shows both curves, learns more than the last value, and is the same again from the same seed", async ({
  lab,
}) => {
  await open(lab, { equal: "parameters" });
  // Before any training the naive predictors are there, and the level to beat.
  await expect(lab.page.locator(".train-verdict")).toHaveAttribute("data-verdict", "untrained");
  await expect(lab.page.locator("[data-predictor]")).toHaveCount(4);
  const began = Date.now();
  await press(lab, "start");
  await finished(lab);
  // The button that was pressed is gone; who goes by keys is still in the bar.
  await expect(lab.page.locator(".run-bar")).toBeFocused();
  test.info().annotations.push({ type: "seconds", description: String((Date.now() - began) / 1000) });
  const [losses, other] = [await numbers(lab, "losses"), await numbers(lab, "otherLosses")];
  expect([losses.length, other.length]).toEqual([SMALL.trainSteps, SMALL.trainSteps]);
  expect(other).not.toEqual(losses);
  const [last = 0] = await numbers(lab, "baselines");
  const [errors, otherErrors] = [await numbers(lab, "errors"), await numbers(lab, "otherErrors")];
  for (const each of [errors, otherErrors]) {
    expect(each).toHaveLength(1 + SMALL.trainSteps / 20);
    expect(each.at(-1)).toBeLessThan(last);
    expect(each.at(-1)).toBeLessThan((each[0] ?? 0) / 2);
  }
  // The sentence and the table say who wins, whoever it is.
  const winner = await lab.page.locator("[data-predictor][data-best]").getAttribute("data-predictor");
  const outcome = ["cifg", "lstm"].includes(winner ?? "") ? "won" : "lost";
  await expect(lab.page.locator(".train-verdict")).toHaveAttribute("data-verdict", outcome);
  await expect(lab.page.locator("[data-predictor]")).toHaveCount(6);
  expect(await findings(lab.page, "heading-order")).toEqual([]);
  // The library's counts are what the widths were chosen by.
  const [cifg = 0, lstm = 0] = await numbers(lab, "parameters");
  const [units = 0, narrower = 0] = await numbers(lab, "units");
  const dx = [1, 2].find((inputs) => weightsOf("cifg", inputs, units) === cifg) ?? 0;
  expect(weightsOf("lstm", dx, narrower)).toBe(lstm);
  expect(lstm).toBeLessThanOrEqual(cifg);
  expect(weightsOf("lstm", dx, narrower + 1)).toBeGreaterThan(cifg);
  // A gradient is used as it is, or clipped.
  const [before, after] = [await numbers(lab, "normsBefore"), await numbers(lab, "normsAfter")];
  expect(before).toHaveLength(SMALL.trainSteps);
  expect(after.every((norm, k) => norm <= Math.min(before[k] ?? 0, 1.001))).toBe(true);

  // Another sequence shows other gates and trains nothing, by keys on the plot's handle as well.
  const forget = await numbers(lab, "forget");
  await lab.page.locator("input[data-sequence]").fill("40");
  await expect(lab.picture).toHaveAttribute("data-sequence", "40");
  await lab.page.locator("[data-handle=sequence]").press("Alt+ArrowRight");
  await expect(lab.picture).toHaveAttribute("data-sequence", "41");
  expect(await numbers(lab, "forget")).not.toEqual(forget);
  await expect(lab.picture).toHaveAttribute("data-changed", "false");

  await press(lab, "reset");
  await expect(lab.picture).toHaveAttribute("data-phase", "untrained");
  expect(await numbers(lab, "losses")).toEqual([]);
  await press(lab, "start");
  await finished(lab);
  expect(await numbers(lab, "losses")).toEqual(losses);
  expect(await numbers(lab, "otherErrors")).toEqual(otherErrors);
});

test("one frame at a time, pause, another stage meanwhile, on to more steps", async ({ lab }) => {
  await open(lab, { trainSteps: 20_000 });
  // The menu speaks of the stage on screen.
  const menu = lab.page.locator("[data-control=preset]");
  await expect(menu).toHaveValue("co2");
  // By keys: the button keeps the focus while it has nothing to do.
  const frame = lab.page.locator("[data-run=step]");
  await frame.focus();
  for (const taken of ["0", "20"]) {
    await lab.page.keyboard.press("Enter");
    await expect(lab.picture).toHaveAttribute("data-phase", "paused");
    await expect(lab.picture).toHaveAttribute("data-steps", taken);
    await expect(frame).toBeFocused();
  }
  await press(lab, "resume");
  await expect(lab.picture).toHaveAttribute("data-phase", "running");
  await lab.page.locator("[data-stage=cell]").click();
  await expect(lab.picture).toHaveAttribute("data-stage", "cell");
  await expect(menu).toHaveValue("small");
  await lab.page.waitForTimeout(300);
  await lab.page.locator("[data-stage=train]").click();
  await expect.poll(() => steps(lab)).toBeGreaterThan(40);
  await press(lab, "pause");
  await expect(lab.picture).toHaveAttribute("data-phase", "paused");
  const rested = await steps(lab);
  expect(await numbers(lab, "losses")).toHaveLength(rested);
  // Nothing was missed while the stage was away.
  expect(await numbers(lab, "normsBefore")).toHaveLength(rested);
  expect((await numbers(lab, "normsBefore")).every((norm) => norm > 0)).toBe(true);
  expect(await numbers(lab, "errors")).toHaveLength(1 + rested / 20);
  await lab.page.waitForTimeout(300);
  expect(await steps(lab)).toBe(rested);

  // Leaving the lab ends it, while it runs.
  await press(lab, "resume");
  await expect.poll(() => steps(lab)).toBeGreaterThan(rested);
  const workers = lab.page.workers();
  expect(workers.length).toBeGreaterThan(0);
  await lab.page.getByLabel(host.shell.labs).selectOption("svr");
  await lab.settled();
  await expect.poll(() => lab.page.workers().filter((worker) => workers.includes(worker)).length).toBe(0);
});

test("a series of one's own: typed, drawn, and refused with a sentence", async ({ lab }) => {
  await open(lab, { season: 0, window: 8 });
  const dialog = lab.page.locator("dialog[open]");
  await lab.page.locator("[data-own=type]").click();
  const box = dialog.locator("textarea");
  await expect(box).toHaveValue(/^315\.42 316\.31/);
  await box.fill("1 2 NaN 4");
  await dialog.locator("[data-own=use]").click();
  await expect(dialog.locator("[role=alert]")).toHaveText(/Number 3, “NaN”, is missing or infinite/);
  await box.fill("5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5");
  await dialog.locator("[data-own=use]").click();
  await expect(dialog).toHaveCount(0);
  await expect(lab.picture).toHaveAttribute("data-problem", words.problems.constant);
  await expect(lab.page.locator("[data-run=start]")).toBeDisabled();
  await lab.page.locator("[data-own=type]").click();
  await lab.page.locator("dialog[open] textarea").fill("1 2 3 1 2 3 1 2");
  await lab.page.locator("dialog[open] [data-own=use]").click();
  await expect(lab.picture).toHaveAttribute("data-problem", /too short: 6 values/);

  await lab.page.locator("[data-own=draw]").click();
  const sheet = dialog.locator(".own-sheet");
  const area = await sheet.boundingBox();
  if (area === null) throw new Error("no sheet");
  const at = (x: number, y: number) => [area.x + x * area.width, area.y + y * area.height] as const;
  await lab.page.mouse.move(...at(0.1, 0.8));
  await lab.page.mouse.down();
  for (let k = 1; k <= 8; ++k) await lab.page.mouse.move(...at(0.1 + 0.1 * k, k % 2 === 0 ? 0.8 : 0.2), { steps: 3 });
  await lab.page.mouse.up();
  await dialog.locator("[data-own=use]").click();
  await expect(dialog).toHaveCount(0);
  await expect(lab.picture).toHaveAttribute("data-problem", "");
  await lab.settled();
  await press(lab, "start");
  await finished(lab);
  const [last = 0] = await numbers(lab, "baselines");
  expect((await numbers(lab, "errors")).at(-1)).toBeLessThan(last);
  await lab.undo();
  await expect(lab.picture).toHaveAttribute("data-problem", /too short/);
});

test.describe("by finger", () => {
  test.use({ ownContext: true, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test("a series is drawn, and the tap that follows takes it", async ({ lab }) => {
    await open(lab, { season: 0, window: 8 });
    await lab.page.locator("[data-own=draw]").tap();
    const area = await lab.page.locator("dialog[open] .own-sheet").boundingBox();
    if (area === null) throw new Error("no sheet");
    const fingers = await lab.page.context().newCDPSession(lab.page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", k: number) => {
      const place = { x: area.x + 50 + 10 * k, y: area.y + area.height * (0.5 + 0.3 * Math.sin(k)) };
      return fingers.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [place] });
    };
    await touch("touchStart", 0);
    for (let k = 1; k <= 20; ++k) await touch("touchMove", k);
    await touch("touchEnd", 20);
    await lab.page.locator("dialog[open] [data-own=use]").tap();
    await expect(lab.page.locator("dialog[open]")).toHaveCount(0);
    await expect(lab.picture).toHaveAttribute("data-problem", "");
    await expect(lab.page.locator("tr[data-row]").first()).toBeAttached();
  });
});

test("a saved network read back predicts the same; a damaged one is refused; a small one opens in the stage Cell", async ({
  lab,
}) => {
  await open(lab, { cells: "cifg" });
  await press(lab, "start");
  await finished(lab);
  const [prediction, error] = [await numbers(lab, "prediction"), await lab.picture.getAttribute("data-error")];
  const saving = lab.page.waitForEvent("download");
  await press(lab, "save");
  const download = await saving;
  expect(download.suggestedFilename()).toBe(`cifg-co2-${SMALL.trainSteps}.bin`);
  const bytes = readFileSync(await download.path());
  const file = (name: string, buffer: Buffer) =>
    lab.page.locator("[data-run=load] input").setInputFiles({ name, mimeType: "application/octet-stream", buffer });

  await press(lab, "reset");
  await file("mine.bin", bytes);
  await expect(lab.picture).toHaveAttribute("data-phase", "paused");
  await expect(lab.picture).toHaveAttribute("data-steps", "0");
  expect(await numbers(lab, "prediction")).toEqual(prediction);
  await expect(lab.picture).toHaveAttribute("data-error", error ?? "");
  const damaged = Buffer.from(bytes);
  damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 0xff;
  await file("broken.bin", damaged);
  await expect(lab.toast.filter({ hasText: fileSentence("broken.bin", { code: "damaged" }) })).toBeVisible();
  await file("words.json", Buffer.from("no JSON"));
  await expect(lab.toast.filter({ hasText: fileSentence("words.json", { code: "not-json" }) })).toBeVisible();
  expect(await numbers(lab, "prediction")).toEqual(prediction);

  // It learns on from there, and opens number by number.
  await press(lab, "resume");
  await finished(lab);
  await press(lab, "use");
  await expect(lab.picture).toHaveAttribute("data-stage", "cell");
  await lab.settled();
  await lab.undo();
  await expect(lab.picture).toHaveAttribute("data-stage", "train");
});
