// The package for learning platforms, in a platform that is as strict as the standard: beside its frame, in a window that it opened,
// and without one.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { inflateRawSync } from "node:zlib";
import { expect, type Frame, type Page, test } from "@playwright/test";
import { packagedFiles } from "../../web/build/package/package.mjs";
import { serve } from "../../web/build/serve.mjs";
import { format } from "../../web/host/messages/format.ts";
import { en } from "../../web/scorm/messages/scorm.en.ts";
import { stateLink } from "./support/state-link.ts";

interface Platform {
  readonly calls: readonly string[];
  readonly refused: readonly { call: string; code: string }[];
  readonly saved: Readonly<Record<string, string>>;
}

// One after another: the package is made and unpacked once.
test.describe.configure({ mode: "default" });

let host: Awaited<ReturnType<typeof serve>>;
let folder: string;

test.beforeAll(async () => {
  const { scorm } = await packagedFiles();
  folder = resolve(import.meta.dirname, `../../build/browser/lms-${process.pid}`);
  for (const [path, data] of scorm) {
    const file = join(folder, "package", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
  }
  cpSync(resolve(import.meta.dirname, "support/lms"), folder, { recursive: true });
  // A platform sends no policy; the pages of the package bring theirs along.
  host = await serve(folder, { policy: "" });
});
test.afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the page of the platform has seen. */
const platform = (page: Page): Promise<Platform> =>
  page.evaluate(() => {
    const { calls, refused, saved } = (window as unknown as { lms: Platform }).lms;
    return { calls, refused, saved };
  });

const note = (where: Page | Frame) => where.locator(".launch-note");
const picture = (where: Page | Frame) => where.frameLocator("iframe").locator(".picture-view").first();

async function launched(page: Page): Promise<Frame> {
  const handle = await page.locator("iframe").elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error("the platform has no frame");
  await expect(picture(frame)).toHaveAttribute("data-current", "true");
  return frame;
}

test("without a platform it says that nothing is recorded, and works", async ({ page }) => {
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  await page.goto(`${host.url}package/launch.html?lab=svdd`);
  await expect(note(page)).toHaveText(en.none);
  await expect(picture(page)).toHaveAttribute("data-current", "true");
  expect(page.frames()[1]?.url()).toContain("#lab=svdd");
  expect(said).toEqual([]);
});

test("in a platform's frame a visit begins, ends when it is left, and no call of it is refused", async ({ page }) => {
  await page.goto(host.url);
  await launched(page);
  expect((await platform(page)).calls[0]).toBe("LMSInitialize");
  await page.locator("iframe").evaluate((frame: HTMLIFrameElement) => {
    frame.src = "about:blank";
  });
  await expect.poll(async () => (await platform(page)).calls.at(-1)).toBe("LMSFinish");
  const { refused, saved } = await platform(page);
  expect(refused).toEqual([]);
  expect(saved).toMatchObject({ "cmi.core.lesson_status": "incomplete", "cmi.core.exit": "suspend" });
  expect(saved["cmi.core.session_time"]).toMatch(/^0000:\d\d:\d\d\.\d\d$/);
});

test("in a window that the platform opened it finds the platform, too", async ({ page }) => {
  const [opened] = await Promise.all([page.waitForEvent("popup"), page.goto(`${host.url}?in=window`)]);
  await expect(picture(opened)).toHaveAttribute("data-current", "true");
  expect((await platform(page)).calls).toContain("LMSInitialize");
  await Promise.all([opened.waitForEvent("close"), opened.evaluate(() => window.close())]);
  await expect.poll(async () => (await platform(page)).calls.at(-1)).toBe("LMSFinish");
  expect((await platform(page)).refused).toEqual([]);
});

test("what the platform refuses is shown, and the page goes on", async ({ page }) => {
  await page.goto(`${host.url}?lacks=cmi.core.lesson_status`);
  const frame = await launched(page);
  await expect(note(frame)).toContainText("401");
  await expect(note(frame)).toHaveAttribute("data-kind", "trouble");
  await expect(picture(frame)).toHaveAttribute("data-current", "true");
});

/** The page of Proofground, in the launch page, in the platform. */
const proofground = (page: Page) => page.frameLocator("iframe").frameLocator("iframe");
const chip = (page: Page, claim: string) => proofground(page).locator(`.proof-chip[data-claim="${claim}"]`);
const progress = (page: Page) => page.frameLocator("iframe").locator(".launch-progress");
const has = (done: number, all: number) => format(en.progress, { done, all });

/** The fields of the state that a call hands over. */
function fieldsIn(call: string): Readonly<Record<string, unknown>> {
  const [, packed] = /&s=1\.([\w-]+)/.exec(call) ?? [];
  return packed === undefined ? {} : JSON.parse(inflateRawSync(Buffer.from(packed, "base64url")).toString());
}

/** Leave the package, as a platform does that shows something else. */
async function leave(page: Page): Promise<Platform> {
  await page.locator("iframe").evaluate((frame: HTMLIFrameElement) => {
    frame.src = "about:blank";
  });
  await expect.poll(async () => (await platform(page)).calls.at(-1)).toBe("LMSFinish");
  return platform(page);
}

test("opened statements that hold are recorded, a later visit goes on, and all of them complete it", async ({
  page,
}) => {
  await page.goto(host.url);
  await launched(page);
  const claims = await proofground(page)
    .locator(".proof-chip[data-claim]")
    .evaluateAll((chips: HTMLElement[]) => chips.map(({ dataset }) => dataset.claim ?? ""));
  const all = claims.length;
  await expect(progress(page)).toHaveText(has(0, all));
  const [first = "", ...others] = claims;
  await chip(page, first).click();
  await expect(progress(page)).toHaveText(has(1, all));
  await proofground(page).locator('[data-field="C"] .control-number').fill("3");
  await proofground(page).locator('[data-field="C"] .control-number').press("Enter");
  await expect.poll(async () => (await platform(page)).calls.some((call) => fieldsIn(call).C === 3)).toBe(true);
  const left = await leave(page);
  expect(left.saved).toMatchObject({
    "cmi.core.lesson_status": "incomplete",
    "cmi.core.score.raw": String(Math.round(100 / all)),
  });
  expect(left.refused).toEqual([]);

  await page.goto(host.url);
  await launched(page);
  await expect(progress(page)).toHaveText(has(1, all));
  await expect(proofground(page).locator('[data-field="C"] .control-number')).toHaveValue("3");
  await expect(proofground(page).locator(`[data-open-claim="${first}"]`)).toBeVisible();
  for (const [index, claim] of others.entries()) {
    await chip(page, claim).click();
    const done = index + 2;
    await expect(progress(page)).toHaveText(done === all ? format(en.completed, { all }) : has(done, all));
  }
  const { saved, refused } = await leave(page);
  expect(saved).toMatchObject({ "cmi.core.lesson_status": "completed", "cmi.core.score.raw": "100" });
  expect(refused).toEqual([]);
});

test("a link that names tasks: they complete it, each by its share, and what the package lacks is said", async ({
  page,
}) => {
  await page.goto(`${host.url}?lab=svr&task=1c1-wide,none`);
  const frame = await launched(page);
  await expect(note(frame)).toHaveText(format(en.unknownTasks, { tasks: "none" }));
  await expect(progress(page)).toHaveText(format(en.tasksProgress, { done: 0, all: 1 }));
  // Four points where two above and two below lie outside the tube.
  const fields = {
    preset: "own",
    claim: "1c1",
    kernel: "linear",
    C: 1,
    epsilon: 0.2,
    standardise: false,
    x: [-1, 1, -1, 1],
    y: [0, 0, 1.5, 1.5],
  };
  const link = `${await stateLink("svr", fields)}&task=1c1-wide`;
  const inner = page.frames().find((each) => each.url().includes("/index.html"));
  await inner?.evaluate((hash) => {
    location.hash = hash;
  }, link);
  await expect(progress(page)).toHaveText(format(en.tasksCompleted, { all: 1 }));
  const { saved, refused } = await leave(page);
  expect(saved).toMatchObject({ "cmi.core.lesson_status": "completed", "cmi.core.score.raw": "100" });
  expect(refused).toEqual([]);
});

test("data that are more than the platform has room for: it says so, and keeps the progress", async ({ page }) => {
  await page.goto(host.url);
  const frame = await launched(page);
  // Digits that do not shrink.
  const rows = Array.from({ length: 900 }, (_, k) => `${k},${Math.sin(k * k + 0.1234567) * 1e6}`);
  await proofground(page).locator("[data-action=import]").click();
  await proofground(page)
    .locator("dialog.import textarea")
    .fill(`x,y\n${rows.join("\n")}\n`);
  await proofground(page).locator("dialog.import .primary").click();
  await expect(note(frame)).toHaveText(format(en.tooLarge, { most: "4,096" }));
  await expect(frame.locator(".launch-copy")).toBeVisible();
  const { saved, refused } = await leave(page);
  expect(refused).toEqual([]);
  expect(JSON.parse(saved["cmi.suspend_data"] ?? "")).toEqual({ v: 1, done: [], at: null });
});
