// From the student's sheet to the teacher's table: a hand-in made in this browser is judged here, edited ones are found out, and what is
// none is refused while the others go on.
import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import { format } from "../../web/host/messages/format.ts";
import { handIn as sheet } from "../../web/host/messages/hand-in.en.ts";
import { en as words } from "../../web/teacher/messages/teacher.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { findings, inEach, LAYOUTS, shot, sideways } from "./support/eyes.ts";
import { expect, host, type Lab, test } from "./support/lab.ts";

const TASK = "1c1-wide";
/** As the browser keeps an answer that is done. */
const KEPT = {
  ...{ lab: "svr", task: TASK, inputs: {}, at: "2026-11-29T09:30:00Z" },
  fields: {
    ...{ preset: "own", claim: "1c1", kernel: "linear", C: 1, epsilon: 0.2, standardise: false },
    x: [-1, 1, -1, 1],
    y: [0, 0, 1.5123456789, 1.4987654321],
  },
  measured: [{ name: "width", value: 0.7, relation: ">", bound: 0.5 }],
};

const textOf = async (download: Download) => readFileSync((await download.path()) ?? "", "utf8");
const file = (name: string, text: string) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
const row = (page: Page, who: string) => page.locator(`table.answers tr[data-who="${who}"]`);

/** The sheet, from the list of tasks; what is kept has been computed again. */
async function openSheet(page: Page, lab: Lab): Promise<void> {
  await page.addInitScript((kept) => {
    // An empty page has no storage.
    if (location.protocol.startsWith("http")) localStorage.setItem("proofground-answers-1", JSON.stringify([kept]));
  }, KEPT);
  await lab.open("#lab=svr");
  const more = page.locator(".header-more");
  if (await more.isVisible()) await more.click();
  await page.locator(".header-seldom").getByRole("button", { name: host.shell.tasks, exact: true }).click();
  await page.locator('[data-tasks="hand-in"]').click();
  await expect(page.locator(`.hand-in-tasks [data-task="${TASK}"]`)).toHaveAttribute("data-state", "done");
}

async function openTeacher(page: Page, hash = ""): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${siteUrl()}teach/${hash}`);
  await expect(page.locator(".drop")).toBeVisible();
}

const judged = (page: Page, all: number) =>
  expect(page.locator(".progress-words")).toHaveText(format(words.progress.done, { all }));

test.describe("in a browser of one's own", () => {
  test.use({ ownContext: true });

  test("a hand-in is written as the student wishes, judged as it was done, and told from edited ones", async ({
    page,
    lab,
  }) => {
    await openSheet(page, lab);
    await inEach(page, LAYOUTS, async (look, theme) => {
      await shot(page, theme, "hand-in");
      expect(await sideways(page), look).toBeLessThanOrEqual(0);
    });
    expect(await findings(page)).toEqual([]);
    await page.locator("#hand-in-who").fill("Ada Lovelace");
    await page.locator("#hand-in-who").press("Tab");
    const save = page.locator("[data-action=save-hand-in]");
    const [first] = await Promise.all([page.waitForEvent("download"), save.click()]);
    await expect(page.locator(".hand-in-said")).toContainText(first.suggestedFilename());
    const untimed = await textOf(first);
    expect(untimed).not.toContain('"at"');
    await page.locator(".hand-in input[name=times]").check();
    const [second] = await Promise.all([page.waitForEvent("download"), save.click()]);
    const text = await textOf(second);
    expect(JSON.parse(text)).toMatchObject({ who: "Ada Lovelace", tasks: [{ task: TASK, done: true, at: KEPT.at }] });
    // Not what was kept: what this version measures.
    expect(JSON.parse(text).tasks[0].measured).toHaveLength(2);
    await page.locator(`.hand-in-tasks [data-task="${TASK}"] input`).uncheck();
    await expect(save).toBeDisabled();
    await expect(page.locator(".hand-in-said")).toHaveText(sheet.none);

    const edited = text
      .replace(/"x": \[[^\]]*\]/, '"x": [-1,1]')
      .replace(/"y": \[[^\]]*\]/, '"y": [0,1]')
      .replace("Ada Lovelace", "Eve");
    await openTeacher(page);
    await page
      .locator("#files")
      .setInputFiles([
        file("ada.json", text),
        file("ada-again.json", text),
        file("bob.json", untimed.replace("Ada Lovelace", "=Bob")),
        file("cut.json", text.slice(0, 200)),
        file("deep.json", "[".repeat(200_000)),
        file("eve.json", edited),
        file("unpacked.zip", "PK"),
      ]);
    await judged(page, 3);
    await expect(row(page, "Ada Lovelace")).toHaveAttribute("data-finding", "bits");
    await expect(row(page, "Ada Lovelace").locator("[data-done=true]")).toHaveText(words.answers.yes);
    await expect(row(page, "Ada Lovelace")).toContainText(format(words.answers.sameAs, { who: "=Bob" }));
    await expect(row(page, "=Bob")).toContainText(words.answers.noTime);
    await expect(row(page, "Eve")).toHaveAttribute("data-finding", "edited");
    await expect(row(page, "Eve").locator("[data-done=false]")).toHaveText(words.answers.no);
    const refused = page.locator(".refused li");
    await expect(refused).toHaveText([
      format(words.refused.again, { file: "ada-again.json", other: "ada.json" }),
      format(words.refused["not-json"], { file: "cut.json" }),
      format(words.refused["not-json"], { file: "deep.json" }),
      format(words.refused.zip, { file: "unpacked.zip" }),
    ]);
    await expect(page.locator('table.students tr[data-who="Eve"] .count')).toHaveText(
      format(words.summary.of, { done: 0, all: 1 }),
    );
    await inEach(page, LAYOUTS, async (look, theme) => {
      await shot(page, theme, "teacher");
      expect(await sideways(page), look).toBeLessThanOrEqual(0);
    });
    expect(await findings(page)).toEqual([]);

    const [table] = await Promise.all([page.waitForEvent("download"), page.locator("[data-action=csv]").click()]);
    const csv = await textOf(table);
    expect(csv.split("\r\n")).toHaveLength(5);
    expect(csv).toContain("\r\n'=Bob,bob.json,svr,1c1-wide,");

    const [opened] = await Promise.all([
      page.waitForEvent("popup"),
      row(page, "Ada Lovelace").getByRole("link").click(),
    ]);
    await expect(opened.locator(".picture-view")).toHaveAttribute("data-n", "4");
    await opened.close();
  });
});

/** A hand-in with many answers to one task; no two are the same. */
function many(count: number): string {
  const tasks = Array.from({ length: count }, (_, k) => ({
    ...KEPT,
    ...{ statement: "1c1", done: true },
    fields: { ...KEPT.fields, x: [-1, 1, -1, 1 + k / 1000] },
  }));
  return JSON.stringify({
    ...{ proofground: "hand-in", version: 1, program: "0", who: "Many" },
    ...{ tasks, fingerprint: {} },
  });
}

test("by keys alone: pasted, stopped and gone on with, sorted, filtered; tasks asked for by the address", async ({
  page,
}) => {
  // The solver comes when the replay has been stopped, so that there is something left to compute.
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*.wasm", (route) => held.then(() => route.continue()));
  await openTeacher(page, `#task=${TASK},9z-none`);
  await expect(page.locator(".asked [data-wrong]")).toHaveText(format(words.asked.unknown, { n: 1, tasks: "9z-none" }));
  const reach = async (selector: string) => {
    for (let k = 0; k < 60; k++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`no way to ${selector} by Tab`);
  };
  await reach(".paste summary");
  await page.keyboard.press("Enter");
  await reach(".paste textarea");
  await page.keyboard.insertText(many(200));
  await reach(".paste form .button");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-action=stop]")).toBeVisible();
  await reach("[data-action=stop]");
  await page.keyboard.press("Enter");
  await expect(page.locator(".progress-words")).toHaveText(format(words.progress.stopped, { done: 0, all: 200 }));
  await reach("[data-action=resume]");
  release();
  await page.keyboard.press("Enter");
  await judged(page, 200);
  await reach("[data-sort=done]");
  await page.keyboard.press("Enter");
  await expect(page.locator("th[aria-sort=ascending]")).toContainText(words.answers.done);
  await page.locator("[data-filter=show]").selectOption("done");
  await expect(page.locator("table.answers [data-done=false]")).toHaveCount(0);
  await page.locator("[data-filter=text]").fill("nobody");
  await expect(page.locator("table.answers tbody tr")).toHaveCount(0);
  await page.locator("#asked").fill("");
  await page.locator("#asked").press("Enter");
  await expect.poll(() => page.url()).not.toContain("task=");
  await page.unroute("**/*.wasm");
});

test("files that are dropped are taken, and none opens in place of the page", async ({ page }) => {
  await openTeacher(page);
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "many.json", { type: "application/json" }));
    transfer.items.add(new File(["x"], "notes.txt"));
    return transfer;
  }, many(1));
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: dropped });
  await judged(page, 1);
  await expect(page.locator(".refused li")).toHaveText([format(words.refused["not-json"], { file: "notes.txt" })]);
  await page.locator("[data-action=clear]").click();
  await expect(page.locator("table.answers")).toHaveCount(0);
});
