// For every reader, the lab of the VAE: by keys alone, by taps alone, and what is said of its pictures to those who do not see them.
import type { Page } from "@playwright/test";
import { bound as boundWords } from "../../web/labs/vae/messages/bound.en.ts";
import { compare } from "../../web/labs/vae/messages/compare.en.ts";
import { digits } from "../../web/labs/vae/messages/digits.en.ts";
import { spoken } from "../../web/labs/vae/messages/spoken.en.ts";
import { bareFocus, focusWalk, hearing, small, tabTo } from "./support/everyone.ts";
import { findings, sideways } from "./support/eyes.ts";
import { expect, host, Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

/** What takes little to compute. */
const SMALL = {
  ...{ vaeWidth: 16, vaeSteps: 100, vaeBatch: 32, digitsSteps: 4, digitsCount: 10, digitsFills: 4 },
  ...{ compareCount: 10, compareSteps: 4, compareTrainSteps: 50 },
} as const;
const STAGES = ["bound", "train", "digits", "compare"] as const;
type Stage = (typeof STAGES)[number];

const open = async (lab: Lab, stage: Stage, fields: Readonly<Record<string, unknown>> = {}) =>
  lab.load(await stateLink("vae", { stage, ...SMALL, ...fields }));

/** What a picture says besides its name. */
const told = (page: Page, picture: string) => page.locator(`${picture} + .reader > p`).first();
/** A sentence up to the first thing that is filled in. */
const begin = (text: string) => text.split("{")[0]?.trim() ?? "";

/** By keys, from the tabs of the stages. */
async function toStage(page: Page, lab: Lab, stage: Stage, keys: readonly string[]): Promise<void> {
  await tabTo(page, page.locator(".stage-tab[aria-selected=true]"), "Shift+Tab");
  for (const key of keys) await page.keyboard.press(key);
  await expect(lab.picture).toHaveAttribute("data-stage", stage);
  await lab.settled();
}

test("keys alone: every stage, its handles, pads and curves; a claim broken and mended, undo, export", async ({
  lab,
  page,
}) => {
  await open(lab, "bound");
  const hears = await hearing(page);
  const bound = told(page, ".bound-stage .stage-canvas");
  await expect(bound).toContainText(begin(spoken.bound.q));
  const before = (await bound.textContent()) ?? "";
  await tabTo(page, page.locator(".handle[data-handle=mean]"));
  await page.keyboard.press("ArrowRight");
  await expect(bound).not.toHaveText(before);
  await hears(begin(boundWords.said));
  const way = page.locator(".reader-way").first();
  await tabTo(page, way);
  await page.keyboard.press("Enter");
  await expect(page.locator(".balance-sheet table")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(bound).toHaveText(before);

  await tabTo(page, lab.chip("4v1"));
  await page.keyboard.press("Enter");
  await expect(lab.chip("4v1")).toHaveAttribute("data-verdict", "pass");
  const sum = page.locator(".claim-identity");
  const right = await sum.getAttribute("aria-label");
  await tabTo(page, page.locator('[data-break="4v1"]'));
  await page.keyboard.press("Enter");
  await expect(lab.chip("4v1")).toHaveAttribute("data-verdict", "fail");
  await expect(sum).not.toHaveAttribute("aria-label", right ?? "");
  await page.keyboard.press("Enter");
  await expect(lab.chip("4v1")).toHaveAttribute("data-verdict", "pass");
  await expect(sum).toHaveAttribute("aria-label", right ?? "");

  await toStage(page, lab, "train", ["ArrowRight"]);
  const map = told(page, ".vae-map-canvas");
  await tabTo(page, page.locator(".handle[data-handle=to]"));
  const walk = await page.locator('input[data-field="vaeTo"]').inputValue();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator('input[data-field="vaeTo"]')).not.toHaveValue(walk);
  const place = page.locator('input[data-field="vaeZx"]');
  await tabTo(page, place);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("-1.5");
  await page.keyboard.press("Enter");
  await expect(map).toContainText("(−1.5, 0.5)");
  await tabTo(page, page.locator('[data-field="vaeBeside"]:checked'), "Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await expect(map).toContainText(spoken.train.nothingDrawn);
  await tabTo(page, page.locator("[data-control=pad]"));
  for (const key of ["ArrowDown", "Space", "ArrowRight", "+"]) await page.keyboard.press(key);
  await expect(lab.picture).toHaveAttribute("data-looked", "drawn");
  await expect(map).toContainText(begin(spoken.train.drawn));
  await hears("2 of 16");

  await tabTo(page, page.locator("[data-run=start]"));
  await page.keyboard.press("Enter");
  await expect(lab.picture).toHaveAttribute("data-phase", "finished");
  await lab.settled();
  await tabTo(page, page.locator(".run-charts + .reader .walk-cursor"));
  const cursor = page.locator(".walk-cursor:focus");
  await page.keyboard.press("End");
  const last = await cursor.getAttribute("aria-valuetext");
  expect(last).toContain(`${spoken.charts.steps} = ${SMALL.vaeSteps}`);
  await page.keyboard.press("ArrowLeft");
  await expect(cursor).not.toHaveAttribute("aria-valuetext", last ?? "");
  await expect(told(page, ".run-charts")).toContainText(String(SMALL.vaeSteps));

  await toStage(page, lab, "digits", ["ArrowRight"]);
  const canvas = page.locator(".digits-frame > .stage-canvas");
  await tabTo(page, canvas);
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".digit-picked")).toBeVisible();
  await hears(begin(digits.pickedSay));
  await expect(told(page, ".digits-frame > .stage-canvas")).toContainText(begin(spoken.digits.picked));
  await tabTo(page, page.locator("[data-digits=close]"));
  await page.keyboard.press("Enter");
  await expect(page.locator(".digit-picked")).toBeHidden();
  await expect(canvas).toBeFocused();
  await tabTo(page, page.locator('[data-field="digitsView"]:checked'), "Shift+Tab");
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".digit-mask")).toBeVisible();
  await lab.settled();
  await tabTo(page, page.locator(".digit-mask"));
  await page.keyboard.press("Space");
  await expect(page.locator(".digits-aside")).toContainText("31");
  await expect(told(page, ".digit-mask")).toContainText("1 to 3, 5 to 8");

  await toStage(page, lab, "compare", ["End"]);
  await tabTo(page, page.locator(".compare-frame > .stage-canvas"));
  await page.keyboard.press("ArrowRight");
  await hears(compare.detail.title.diffusion.split(",")[0] ?? "");
  await expect(told(page, ".compare-frame > .stage-canvas")).toContainText("10");
  const figures = page.locator(".reader-way").first();
  await tabTo(page, figures);
  await page.keyboard.press("Enter");
  await expect(page.locator(".compare-table")).toBeFocused();

  await tabTo(page, page.locator(".export-open"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(".export-list")).toBeVisible();
  const file = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await file).suggestedFilename()).toContain("vae");
});

test.describe("on a phone, by taps alone", () => {
  test.use({ ownContext: true, hasTouch: true, viewport: { width: 390, height: 844 } });

  test("every stage: what is dragged elsewhere is picked and placed; every target has 24 px", async ({ lab, page }) => {
    await open(lab, "bound");
    const tap = async (selector: string) => page.locator(selector).first().tap();
    const handle = page.locator(".handle[data-handle=mean]");
    const before = await handle.getAttribute("aria-valuenow");
    await handle.tap();
    const box = await handle.boundingBox();
    if (box === null) throw new Error("no handle");
    await page.touchscreen.tap(box.x + 70, box.y - 20);
    await expect(handle).not.toHaveAttribute("aria-valuenow", before ?? "");
    expect(await small(page), "bound").toEqual([]);
    await page.getByRole("button", { name: host.shell.undo, exact: true }).tap();
    await expect(handle).toHaveAttribute("aria-valuenow", before ?? "");

    await tap("[data-stage=train]");
    await lab.settled();
    await tap('label:has([data-field="vaeBeside"][value="draw"])');
    const pad = page.locator("[data-control=pad]");
    await pad.tap({ position: { x: 60, y: 60 } });
    await expect(lab.picture).toHaveAttribute("data-looked", "drawn");
    await tap('label:has([data-field="pad-erase"])');
    await pad.tap({ position: { x: 60, y: 60 } });
    await expect(lab.picture).toHaveAttribute("data-looked", "");
    await tap("[data-run=start]");
    await expect(lab.picture).toHaveAttribute("data-phase", "finished");
    for (const name of ["codes", "bound"]) await tap(`[data-table=${name}] > summary`);
    expect(await small(page), "train").toEqual([]);

    await tap("[data-stage=digits]");
    await lab.settled();
    await page.locator(".digits-frame > .stage-canvas").tap();
    await tap("[data-play=first]");
    await tap('label:has([data-field="digitsView"][value="fill"])');
    await page.locator(".digit-mask").tap({ position: { x: 10, y: 10 } });
    await expect(page.locator(".digits-aside")).toContainText("31");
    await lab.settled();
    await tap(".digit-training summary");
    expect(await small(page), "digits").toEqual([]);

    await tap("[data-stage=compare]");
    await lab.settled();
    await page.locator(".compare-frame > .stage-canvas").tap({ position: { x: 52, y: 52 } });
    await expect(page.locator(".compare-text h3")).toContainText("VAE");
    expect(await small(page), "compare").toEqual([]);

    await lab.chip("4v4").tap();
    await page.locator('[data-break="4v4"]').tap();
    await expect(lab.chip("4v4")).toHaveAttribute("data-verdict", "fail");
    await page.locator('[data-break="4v4"]').tap();
    await expect(lab.chip("4v4")).toHaveAttribute("data-verdict", "pass");
    expect(await small(page), "claim").toEqual([]);
    await tap(".export-open");
    const file = page.waitForEvent("download");
    await tap(".export-list [data-export]");
    expect((await file).suggestedFilename()).toContain("vae");
  });
});

/** WCAG 1.4.12. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/** Text that is cut off, one line each: it is wider or taller than what it stands in, which hides the rest. */
const cut = (page: Page) =>
  page.evaluate(() => {
    const texts = [...document.querySelectorAll<HTMLElement>("main *")].filter(
      (one) =>
        one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    );
    return texts.flatMap((one) => {
      // What a preset is about is shortened, with a button for the rest.
      if (one.closest(".visually-hidden, .reader, select, .data-about")) return [];
      const { overflowX, overflowY } = getComputedStyle(one);
      const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const wide = hides(overflowX) && one.scrollWidth > one.clientWidth + 1;
      const tall = hides(overflowY) && one.scrollHeight > one.clientHeight + 1;
      return wide || tall ? [one.outerHTML.slice(0, 140)] : [];
    });
  });

test("on a screen of 320 x 256 px, and with wide spaces, nothing is cut off or covered", async ({ lab, page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const stage of STAGES) {
    await open(lab, stage, { digitsView: "fill" });
    expect(await sideways(page), stage).toBe(0);
    // What there is to see has room, however low the screen is.
    const height = await page.locator(".stage-frame > .stage-canvas").evaluate((one) => one.clientHeight);
    expect(height, `${stage}, px`).toBeGreaterThan(220);
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }, SPACED);
    expect(await sideways(page), `${stage}, spaced`).toBe(0);
    expect(await cut(page), stage).toEqual([]);
  }
  await open(lab, "train");
  const { problems, reached } = await focusWalk(page);
  expect(problems).toEqual([]);
  expect(reached).toBeGreaterThan(30);
});

test("with forced colours the focus is seen in every stage, and nothing keeps anybody out", async ({ browser }) => {
  const context = await browser.newContext({ forcedColors: "active", serviceWorkers: "block" });
  const page = await context.newPage();
  const lab = new Lab(page);
  for (const stage of ["train", "digits"] as const) {
    await open(lab, stage, { digitsView: "fill" });
    // Canvases keep their colours: ink has as many greys as ever.
    const greys = await page
      .locator(".stage-frame > .stage-canvas > canvas")
      .last()
      .evaluate((one) => {
        const { width, height } = one as HTMLCanvasElement;
        const data = (one as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
        const found = new Set<number>();
        for (let k = 0; k < data.length; k += 4) if (data[k + 3] === 255) found.add(data[k] ?? 0);
        return found.size;
      });
    expect(greys, stage).toBeGreaterThan(20);
    expect(await bareFocus(page, 45), `${stage}, without an outline`).toEqual([]);
    expect(await findings(page), stage).toEqual([]);
  }
  await context.close();
});

test.describe("the tree that is read aloud", () => {
  test.use({ ownContext: true });
  for (const language of ["en", "zh-TW"] as const)
    test(language, async ({ browser }) => {
      const context = await browser.newContext({ locale: language, serviceWorkers: "block" });
      const page = await context.newPage();
      const lab = new Lab(page);
      for (const stage of ["bound", "train"] as const) {
        await open(lab, stage);
        await expect(page.locator('.proof-chip[data-verdict="checking"]')).toHaveCount(0);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(told(page, ".stage-frame .stage-canvas")).not.toBeEmpty();
        expect(await findings(page)).toEqual([]);
        await expect(page.locator(".lab-layout")).toMatchAriaSnapshot({ name: `vae-${stage}-${language}.aria.yml` });
      }
      await context.close();
    });
});
