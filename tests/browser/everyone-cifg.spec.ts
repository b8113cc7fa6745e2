// For every reader, the lab of the cell: each of its stages by keys alone and by taps alone, and what is said to those who do not see.
import type { Locator, Page } from "@playwright/test";
import { cell } from "../../web/labs/cifg/messages/cell.en.ts";
import { alike, bareFocus, cutText, focusWalk, hearing, small, spaced, tabTo, wide } from "./support/everyone.ts";
import { findings } from "./support/eyes.ts";
import { expect, Lab, test } from "./support/lab.ts";

/** What a picture says besides its name. */
const told = (page: Page, picture: string) => page.locator(`${picture} + .reader > p.visually-hidden`);
const cursor = (page: Page, picture: string) => page.locator(`${picture} + .reader .walk-cursor`);
const way = (page: Page, picture: string) => page.locator(`${picture} + .reader > .reader-way`);
const entry = (page: Page, id: string) => page.locator(`[data-cell="${id}"]`);
const stage = (page: Page, id: string) => page.locator(`.stage-tab[data-stage="${id}"]`);

const TAPE = ".cell-scroll";
const FLOW = ".flow-canvas";

/** The value of an element's attribute, or its text, has changed. */
async function changes(what: () => Promise<string | null>, by: () => Promise<void>): Promise<void> {
  const before = await what();
  await by();
  await expect.poll(what).not.toBe(before);
}

async function breakAndMend(lab: Lab, claim: string, press: (button: Locator) => Promise<void>): Promise<void> {
  const breaking = lab.page.locator(`[data-break="${claim}"]`);
  await press(breaking);
  await expect(lab.chip(claim)).toHaveAttribute("data-verdict", "fail");
  await press(breaking);
  await expect(lab.chip(claim)).toHaveAttribute("data-verdict", "pass");
}

test.describe("keys alone", () => {
  const enter = (page: Page) => async (button: Locator) => {
    await tabTo(page, button);
    await page.keyboard.press("Enter");
  };

  test("the cell: its tape walked, its numbers read as a table, set and undone", async ({ lab, page }) => {
    await lab.open("#lab=cifg");
    const hears = await hearing(page);
    const { keyboard } = page;
    await tabTo(page, page.locator(TAPE));
    await expect(told(page, TAPE)).toContainText("(t = ");
    // Along the tape: from step to step, from row to row, and a press there.
    await keyboard.press("c");
    const walk = cursor(page, TAPE);
    await expect(walk).toBeFocused();
    await keyboard.press("Home");
    await expect(walk).toHaveAttribute("aria-valuetext", /t = 1/);
    await changes(
      () => walk.getAttribute("aria-valuetext"),
      () => keyboard.press("ArrowRight"),
    );
    await changes(
      () => walk.getAttribute("aria-label"),
      () => keyboard.press("c"),
    );
    await expect(walk).toHaveAttribute("aria-valuetext", /t = 2/);
    await keyboard.press("Enter");
    await expect(page.locator(".equation")).toHaveAttribute("data-t", "2");
    await expect(page.locator(".equation")).toHaveAttribute("data-equation", "h");
    await hears(cell.equation.names.h);
    await keyboard.press("Escape");
    await expect(page.locator(TAPE)).toBeFocused();
    // Only what is computed by now is named.
    await expect(told(page, TAPE)).not.toContainText("t = 5");
    await tabTo(page, way(page, TAPE));
    await expect(way(page, TAPE)).toBeInViewport();
    await keyboard.press("Enter");
    await expect(page.locator(".cell-table-scroll:focus table")).toHaveCount(1);
    // Back up to the player, and to the numbers.
    await tabTo(page, page.locator("[data-play=last]"), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(told(page, TAPE)).toContainText("t = 5");
    const handle = page.locator('.cell-dial [data-handle="dial"]');
    await tabTo(page, handle);
    await keyboard.press("ArrowRight");
    await expect(entry(page, "b_f-0-0")).not.toHaveValue("0.5");
    await tabTo(page, entry(page, "W_f-0-0"));
    await changes(
      () => told(page, TAPE).textContent(),
      () => keyboard.press("ArrowUp"),
    );
    await expect(entry(page, "W_f-0-0")).toHaveValue("0.9");
    await tabTo(page, page.locator('.below-ledger button[tabindex="0"]'));
    await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
    await expect(page.locator('.below-ledger button[aria-pressed="true"]')).toHaveCount(1);
    await hears("began at the loss of step");
    const charts = ".below-charts";
    await tabTo(page, cursor(page, charts));
    await changes(
      () => cursor(page, charts).getAttribute("aria-valuetext"),
      () => keyboard.press("End"),
    );
    await keyboard.press("Control+z");
    await expect(entry(page, "W_f-0-0")).toHaveValue("0.8");
  });

  test("the other stages, a claim, its plot, and the exports", async ({ lab, page }) => {
    await lab.open("#lab=cifg");
    const hears = await hearing(page);
    const { keyboard } = page;
    await tabTo(page, stage(page, "cell"));
    await keyboard.press("ArrowRight");
    await lab.settled();
    const handle = page.locator(`${FLOW} .handle`);
    await tabTo(page, page.locator('[data-place="forward"]'));
    await keyboard.press("Enter");
    await expect(handle).toHaveAttribute("aria-valuetext", /t = 2 .*CIFG-LSTM.*LSTM/);
    await tabTo(page, page.locator('[data-place="number"]'), "Shift+Tab");
    await keyboard.press("Control+a");
    await keyboard.type("17");
    await keyboard.press("Enter");
    await expect(handle).toHaveAttribute("aria-valuenow", "17");
    await tabTo(page, handle);
    await keyboard.press("c");
    await expect(cursor(page, FLOW)).toBeFocused();
    await expect(cursor(page, FLOW)).toHaveAttribute("aria-valuetext", /t = 17/);
    await tabTo(page, way(page, FLOW), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(page.locator('[data-table="steps"] table')).toBeVisible();
    const gain = page.locator('[data-field="gain"] .slider');
    await tabTo(page, gain);
    await changes(
      () => told(page, FLOW).textContent(),
      () => keyboard.press("PageUp"),
    );
    await tabTo(page, stage(page, "flow"), "Shift+Tab");
    await keyboard.press("ArrowRight");
    await lab.settled();
    const plot = ".run-frame .stage-canvas";
    await expect(told(page, plot)).toContainText("348.6");
    await tabTo(page, page.locator("[data-run=step]"));
    await keyboard.press("Enter");
    await expect(page.locator("input[data-sequence]")).toBeVisible();
    await tabTo(page, way(page, ".train-gates"));
    await changes(
      () => told(page, ".train-gates").textContent(),
      async () => {
        await tabTo(page, page.locator('.train-sequence [data-place="forward"]'), "Shift+Tab");
        await keyboard.press("Enter");
      },
    );

    await tabTo(page, lab.chip("3horizon"));
    await keyboard.press("Enter");
    await expect(lab.chip("3horizon")).toHaveAttribute("data-verdict", "pass");
    await breakAndMend(lab, "3horizon", enter(page));
    const step = page.locator(".claim-slider input").first();
    await tabTo(page, step);
    await changes(
      () => told(page, ".claim-sizes").textContent(),
      () => keyboard.press("ArrowRight"),
    );
    await expect(step).toHaveAttribute("aria-valuetext", "2 of 6");
    await hears("c₂");
    await tabTo(page, way(page, ".claim-sizes"));
    await keyboard.press("Enter");
    await expect(page.locator(".claim-figure > .stage-numbers :focus tbody tr")).toHaveCount(6);
    await tabTo(page, page.locator(".export-open"), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(page.locator(".export-list")).toBeVisible();
    const file = page.waitForEvent("download");
    await keyboard.press("Enter");
    expect((await file).suggestedFilename()).toContain("cifg");
  });
});

test.describe("taps alone", () => {
  test.use({ ownContext: true, hasTouch: true, viewport: { width: 390, height: 844 } });

  test("every stage, and every target of it has 24 px", async ({ lab, page }) => {
    await lab.open("#lab=cifg");
    const tap = (locator: Locator) => locator.tap();
    await expect(page.locator(".below-ledger")).toBeVisible();
    expect(await small(page), "the cell").toEqual([]);
    // A keypad without a minus sign could not set half of the numbers.
    await expect(entry(page, "W_f-0-0")).toHaveAttribute("inputmode", "text");
    await tap(entry(page, "W_f-0-0"));
    await expect(entry(page, "W_f-0-0")).toBeFocused();
    await page.keyboard.type("-0.4");
    await tap(page.locator(".cell-hint"));
    await expect(entry(page, "W_f-0-0")).toHaveValue("-0.4");
    // The dial: one tap picks it, the next one places it.
    const handle = page.locator('.cell-dial [data-handle="dial"]');
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    if (box === null) throw new Error("no handle");
    await tap(handle);
    await page.touchscreen.tap(box.x + box.width / 2 + 60, box.y + box.height / 2);
    await expect(entry(page, "b_f-0-0")).not.toHaveValue("0.5");
    // A number of the tape.
    await page.locator('[data-play="first"]').tap();
    await page.locator(".cell-tape").tap({ position: { x: 110, y: 180 } });
    await expect(page.locator(".equation")).toHaveCount(1);
    await tap(page.locator(".below-ledger button").first());
    await expect(page.locator('.below-ledger button[aria-pressed="true"]')).toHaveCount(1);

    await tap(stage(page, "flow"));
    await lab.settled();
    const cursorHandle = page.locator(`${FLOW} .handle`);
    await tap(page.locator('[data-place="forward"]'));
    await expect(cursorHandle).toHaveAttribute("aria-valuenow", "2");
    await page.locator(FLOW).tap({ position: { x: 240, y: 180 } });
    await expect(cursorHandle).not.toHaveAttribute("aria-valuenow", "2");
    expect(await small(page), "gradient flow").toEqual([]);

    await tap(stage(page, "train"));
    await lab.settled();
    await tap(page.locator("[data-run=step]"));
    await tap(page.locator('.train-sequence [data-place="forward"]'));
    await expect(page.locator('.train-sequence [data-place="number"]')).toHaveValue("2");
    expect(await small(page), "train").toEqual([]);
    await tap(page.getByRole("button", { name: "Draw…" }));
    await page.locator(".own-sheet").tap({ position: { x: 150, y: 60 } });
    await page.locator(".own-sheet").tap({ position: { x: 250, y: 200 } });
    expect(await small(page), "the sheet").toEqual([]);
    await tap(page.locator('[data-own="use"]'));
    await expect(page.locator("dialog[open]")).toHaveCount(0);
    await expect(page.locator("[data-field=series] input:checked")).toHaveValue("own");

    await tap(lab.chip("3a"));
    await expect(page.locator('[data-open-claim="3a"]')).toBeVisible();
    await breakAndMend(lab, "3a", tap);
    expect(await small(page), "a claim").toEqual([]);
    await tap(page.locator(".export-open"));
    const file = page.waitForEvent("download");
    await tap(page.locator(".export-list button:enabled").first());
    expect((await file).suggestedFilename()).toContain("cifg");
  });
});

test("each stage in little room: nothing is cut or sticks out, and the focus is seen", async ({ lab, page }) => {
  // 400 % of a screen of 1280 px.
  await page.setViewportSize({ width: 320, height: 256 });
  await lab.open("#lab=cifg");
  for (const id of ["cell", "flow", "train"]) {
    await stage(page, id).click();
    await lab.settled();
    const lost = async (when: string) => {
      expect(await wide(page), `${id}, ${when}`).toEqual([]);
      expect(await cutText(page), `${id}, ${when}`).toEqual([]);
    };
    await lost("as it is");
    const narrow = await spaced(page);
    await lost("spaced");
    await narrow();
    const { problems } = await focusWalk(page, 45);
    expect(problems, id).toEqual([]);
  }
});

test("with forced colours the focus is seen in each stage, and what is chosen is told from the rest", async ({
  lab,
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await lab.open("#lab=cifg");
  for (const id of ["cell", "flow", "train"]) {
    await stage(page, id).click();
    await lab.settled();
    expect(await alike(page), id).toEqual([]);
    expect(await bareFocus(page, 25), id).toEqual([]);
  }
  await page.emulateMedia({ forcedColors: null });
});

test.describe("the tree that is read aloud", () => {
  test.use({ ownContext: true });
  for (const language of ["en", "zh-TW"] as const)
    test(language, async ({ browser }) => {
      const context = await browser.newContext({ locale: language, serviceWorkers: "block" });
      const page = await context.newPage();
      const lab = new Lab(page);
      await lab.open("#lab=cifg");
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.locator('.proof-chip[data-verdict="checking"]')).toHaveCount(0);
      await page.locator(TAPE).focus();
      await expect(told(page, TAPE)).not.toBeEmpty();
      await expect(told(page, ".below-charts")).not.toBeEmpty();
      expect(await findings(page)).toEqual([]);
      const tree = (where: string, name: string) =>
        expect(page.locator(where)).toMatchAriaSnapshot({ name: `cifg-${name}-${language}.aria.yml` });
      await tree(".stages", "cell");
      await tree(".below-part:nth-child(2)", "ledger");
      await stage(page, "flow").click();
      await lab.settled();
      await expect(told(page, FLOW)).not.toBeEmpty();
      await tree(".stages", "flow");
      await context.close();
    });
});
