// For every reader, the lab of diffusion: by keys alone, by taps alone, and what is said to those who do not see.
import type { Locator, Page } from "@playwright/test";
import { stageReader } from "../../web/kit/messages/stage-reader.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { bareFocus, focusWalk, hearing, small, tabTo } from "./support/everyone.ts";
import { findings, sideways } from "./support/eyes.ts";
import { expect, host, Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

/** A short chain of few particles: everything is there at once. */
const SMALL = { n: 40, T: 12, forwardCount: 100, particles: 100, seed: 1, t: 4 } as const;
const STAGES = ["forward", "posterior", "train", "sample", "elbo"] as const;

const canvas = (page: Page) => page.locator(".stage-canvas");
/** What the main picture says besides its name. */
const told = (page: Page) => page.locator(".stage-canvas + .reader > p:first-child");
const cursor = (page: Page) => page.locator(".walk-cursor:focus");
const tab = (page: Page, stage: string) => page.locator(`#tab-${stage}`);

/** Another stage, by the keys of its tab. */
async function goTo(page: Page, lab: Lab, stage: (typeof STAGES)[number]): Promise<void> {
  await page.locator('[role="tab"][aria-selected="true"]').focus();
  for (let k = 0; k < STAGES.length && (await lab.picture.getAttribute("data-stage")) !== stage; ++k)
    await page.keyboard.press("ArrowRight");
  await expect(tab(page, stage)).toBeFocused();
  await lab.settled();
}

/** Enter is pressed on it, and then something else is said of the picture. */
async function changes(what: Locator, act: () => Promise<void>): Promise<void> {
  await expect(what).not.toBeEmpty();
  const before = (await what.textContent()) ?? "";
  await act();
  await expect(what).not.toHaveText(before);
}

test("keys alone: every stage is used, a claim broken and mended, undone, exported, and left", async ({
  lab,
  page,
}) => {
  await lab.open(await stateLink("diffusion", SMALL));
  const hears = await hearing(page);

  // The forward stage: a point is drawn and taken back, the moments are found as a table, the schedule is drawn.
  await tabTo(page, page.locator(".stage-choices input[value=look]"));
  await page.keyboard.press("ArrowRight");
  await tabTo(page, canvas(page));
  for (const key of ["ArrowRight", "ArrowUp"]) await page.keyboard.press(key);
  await hears("qₜ");
  const edited = Number(await lab.picture.getAttribute("data-edited"));
  await page.keyboard.press("Enter");
  await expect(lab.picture).toHaveAttribute("data-edited", String(edited + 1));
  await page.keyboard.press("Control+z");
  await expect(lab.picture).toHaveAttribute("data-edited", String(edited));
  await lab.settled();
  await page.keyboard.press("Tab");
  await expect(page.locator(".reader-way:focus")).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator(".moments table:focus")).toBeInViewport();

  await tabTo(page, page.locator("[data-play=forward]"), "Shift+Tab");
  await changes(told(page), () => page.keyboard.press("Enter"));
  await expect(lab.picture).toHaveAttribute("data-t", "1");
  await hears("t = 1 of 12: ᾱ");

  const knot = page.locator(".lane .handle").nth(4);
  await tabTo(page, knot);
  const beta = await knot.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowUp");
  await expect(knot).not.toHaveAttribute("aria-valuetext", beta ?? "");
  await lab.settled();
  // Along the curves of the lanes, and back to where the walk came from.
  await page.keyboard.press("c");
  await expect(cursor(page)).toHaveAttribute("aria-valuetext", /^t = \d+: βₜ /);
  const start = Number(await cursor(page).getAttribute("aria-valuenow"));
  await page.keyboard.press("ArrowRight");
  await expect(cursor(page)).toHaveAttribute("aria-valuenow", String(start + 1));
  await expect(page.locator(".walk-cursor:focus + .walk-says")).toBeInViewport();
  await page.keyboard.press("c");
  await expect(cursor(page)).toHaveAttribute("aria-label", stageReader.walk.replace("{name}", "ᾱₜ"));
  await page.keyboard.press("Escape");
  await expect(knot).toBeFocused();
  await tabTo(page, page.locator(".lane-knots summary"));
  await page.keyboard.press("Enter");
  const typed = page.locator("#knot-0");
  await tabTo(page, typed);
  await typed.fill("0.01");
  await page.keyboard.press("Enter");
  await expect(page.locator(".lane .handle").first()).toHaveAttribute("aria-valuetext", "0.01");

  // One step back: a handle, and the table of what it changes.
  await goTo(page, lab, "posterior");
  const place = page.locator('.handle[data-handle="x0"]');
  await tabTo(page, place);
  await changes(told(page), () => page.keyboard.press("ArrowRight"));
  await tabTo(page, page.locator(".stage-canvas + .reader .reader-way"));
  await page.keyboard.press("Enter");
  await expect(page.locator(".stage-numbers-body:focus tbody tr").first()).toContainText("x₀");

  // A few steps of training are seen and paused.
  await goTo(page, lab, "train");
  await expect(told(page)).toContainText("40");
  await goTo(page, lab, "sample");
  await expect(lab.picture).toHaveAttribute("data-phase", "done");
  await tabTo(page, page.locator("[data-play=first]"));
  await changes(told(page), () => page.keyboard.press("Enter"));
  await hears("t = 12 of 12");

  // The bound: its handle, its four charts, their curves.
  await goTo(page, lab, "elbo");
  const step = page.locator('.handle[data-handle="step"]');
  await tabTo(page, step);
  await changes(told(page), () => page.keyboard.press("ArrowRight"));
  await page.keyboard.press("c");
  await expect(cursor(page)).toHaveAttribute("aria-valuetext", /^t = 2: wₜ /);
  await page.keyboard.press("Escape");
  for (const view of ["terms", "bridge", "printed"]) {
    await tabTo(page, page.locator(".stage-choices input:checked").first(), "Shift+Tab");
    await changes(told(page), () => page.keyboard.press("ArrowRight"));
    await expect(page.locator(`.stage-choices input[value=${view}]`)).toBeChecked();
    await lab.settled();
  }

  await tabTo(page, lab.chip("4a"));
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-open-claim="4a"]')).toBeVisible();
  await expect(lab.chip("4a")).toHaveAttribute("data-verdict", "pass");
  const claimTold = page.locator('[data-open-claim="4a"] .claim-over-steps + .reader > p:first-child');
  const breaking = page.locator('[data-break="4a"]');
  await tabTo(page, breaking);
  await changes(claimTold, () => page.keyboard.press("Enter"));
  await expect(lab.chip("4a")).toHaveAttribute("data-verdict", "fail");
  await expect(breaking).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(lab.chip("4a")).toHaveAttribute("data-verdict", "pass");

  await tabTo(page, page.locator(".export-open"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(".export-list")).toBeVisible();
  const file = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await file).suggestedFilename()).toContain("diffusion");
  await tabTo(page, page.locator(".brand"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${siteUrl()}#`);
});

test.describe("on a phone", () => {
  test.use({ ownContext: true, hasTouch: true, viewport: { width: 390, height: 844 } });

  test("taps alone, in every stage, on targets of 24 px", async ({ lab, page }) => {
    await lab.open(await stateLink("diffusion", SMALL));
    const tap = async (where: Locator, across: number, down: number) => {
      await where.scrollIntoViewIfNeeded();
      const box = await where.boundingBox();
      if (box === null) throw new Error("not on the page");
      await page.touchscreen.tap(box.x + across * box.width, box.y + down * box.height);
    };
    const sizes = async (stage: string) => expect(await small(page), stage).toEqual([]);

    // A point is drawn, a lane leads to a step, a knot is placed by two taps.
    await page.locator(".stage-choices .segment:has(input[value=draw])").tap();
    const edited = Number(await lab.picture.getAttribute("data-edited"));
    await tap(canvas(page), 0.5, 0.25);
    await expect(lab.picture).toHaveAttribute("data-edited", String(edited + 1));
    await page.getByRole("button", { name: host.shell.undo, exact: true }).tap();
    await expect(lab.picture).toHaveAttribute("data-edited", String(edited));
    await page.locator(".stage-choices .segment:has(input[value=look])").tap();
    await tap(page.locator('[data-lane="alphaBar"]'), 0.6, 0.5);
    await expect(lab.picture).not.toHaveAttribute("data-t", "0");
    const knot = page.locator(".lane .handle").nth(4);
    const beta = await knot.getAttribute("aria-valuetext");
    await knot.tap();
    await expect(page.locator(".lane .handle-hint").filter({ hasText: /./ })).toHaveCount(1);
    await tap(page.locator('[data-lane="beta"]'), 0.5, 0.7);
    await expect(knot).not.toHaveAttribute("aria-valuetext", beta ?? "");
    await page.locator(".lane-knots summary").tap();
    await page.locator(".lanes ~ .stage-numbers summary").tap();
    await sizes("forward");

    await tab(page, "posterior").tap();
    await lab.settled();
    const x0 = page.locator('.handle[data-handle="x0"]');
    const before = await lab.picture.getAttribute("data-x0");
    await x0.tap();
    await tap(canvas(page), 0.5, 0.5);
    await expect(lab.picture).not.toHaveAttribute("data-x0", before ?? "");
    await page.locator(".stage-numbers summary").tap();
    await sizes("posterior");

    await tab(page, "train").tap();
    await lab.settled();
    await sizes("train");
    await tab(page, "sample").tap();
    await expect(lab.picture).toHaveAttribute("data-phase", "done");
    await tap(page.locator(".stepper-scrub"), 0.5, 0.5);
    await expect(lab.picture).not.toHaveAttribute("data-t", "0");
    await sizes("sample");

    await tab(page, "elbo").tap();
    await lab.settled();
    for (const view of ["terms", "bridge", "printed"]) {
      await page.locator(`.stage-choices .segment:has(input[value=${view}])`).tap();
      await lab.settled();
      await sizes(view);
    }
    const step = page.locator('.handle[data-handle="step"]');
    const at = await step.getAttribute("aria-valuenow");
    await step.tap();
    await tap(canvas(page), 0.8, 0.5);
    await expect(step).not.toHaveAttribute("aria-valuenow", at ?? "");

    await lab.chip("4b").tap();
    await page.locator('[data-break="4b"]').tap();
    await expect(lab.chip("4b")).toHaveAttribute("data-verdict", "fail");
    await page.locator('[data-open-claim="4b"] .stage-numbers summary').first().tap();
    await sizes("claim");
    await page.locator('[data-break="4b"]').tap();
    await expect(lab.chip("4b")).toHaveAttribute("data-verdict", "pass");
  });
});

test("400 %, wide spacing and forced colours: nothing is lost in any stage, and the focus is seen", async ({
  browser,
}) => {
  const context = await browser.newContext({
    ...{ forcedColors: "active", reducedMotion: "reduce", serviceWorkers: "block" },
    viewport: { width: 320, height: 256 },
  });
  const page = await context.newPage();
  const lab = new Lab(page);
  await lab.open(await stateLink("diffusion", SMALL));
  // The spacing of WCAG 1.4.12.
  const SPACED =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }";
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, SPACED);
  const lost: string[] = [];
  for (const stage of STAGES) {
    await tab(page, stage).click();
    await lab.settled();
    if ((await sideways(page)) > 0) lost.push(`${stage} sticks out by ${await sideways(page)} px`);
    lost.push(...(await cut(page)).map((what) => `${stage}: ${what}`));
    expect(await findings(page), stage).toEqual([]);
  }
  expect(lost).toEqual([]);
  await tab(page, "forward").click();
  await lab.settled();
  expect(await colourful(page), "pixels of the picture in colours of its own").toBeGreaterThan(100);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const { problems, reached } = await focusWalk(page, 90);
  expect(problems).toEqual([]);
  expect(reached).toBeGreaterThan(30);
  await page.evaluate(() => scrollTo(0, 0));
  expect(await bareFocus(page, 40), "without an outline").toEqual([]);
  await context.close();
});

/** Pixels of the main picture that are neither black nor white nor grey. */
function colourful(page: Page): Promise<number> {
  return page.evaluate(() => {
    let count = 0;
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>(".stage-canvas canvas")) {
      const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      for (let k = 0; k < data.length; k += 4) {
        const [red = 0, , blue = 0, alpha = 0] = data.slice(k, k + 4);
        if (alpha > 100 && Math.abs(red - blue) > 40) count += 1;
      }
    }
    return count;
  });
}

/** Texts that do not fit into what they stand in, and are not scrolled to. */
function cut(page: Page): Promise<string[]> {
  // A handle at the edge of its picture ends there.
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".lab-plot *, .lab-below *")]
      .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden, .reader, canvas, svg, :has(> .handle)"))
      .filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
        return (
          (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
          (hides(overflowY) && one.scrollHeight > one.clientHeight + 1)
        );
      })
      .map((one) => one.outerHTML.slice(0, 120)),
  );
}

test("what is expected of the signal is pressed in its lane, and drawn there", async ({ lab, page }) => {
  await lab.open(`${await stateLink("diffusion", SMALL)}&predict=1`);
  await expect(page.locator('.predict[data-shows="rest"]')).toHaveCount(1);
  const box = page.locator('.control[data-field="betaMax"] input[type=text]');
  await box.fill("0.5");
  await box.press("Enter");
  const lane = page.locator('[data-lane="alphaBar"]');
  await lane.scrollIntoViewIfNeeded();
  const place = await lane.boundingBox();
  if (place === null) throw new Error("no lane");
  const t = await lab.picture.getAttribute("data-t");
  const number = page.locator(".predict input[type=text], .predict input[inputmode=decimal]").first();
  await page.mouse.click(place.x + 0.7 * place.width, place.y + 0.5 * place.height);
  await expect(number).not.toHaveValue("");
  expect(await lab.picture.getAttribute("data-t"), "the press is for the question alone").toBe(t);
  await page.locator('[data-predict="show"]').click();
  await expect(page.locator(".predict-came")).toBeVisible();
});

test("what plays and what follows is paused by one press", async ({ lab, page }) => {
  await lab.open(await stateLink("diffusion", { ...SMALL, T: 400 }));
  const hears = await hearing(page);
  const play = page.locator("[data-play=play]");
  await play.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-play=pause]")).toBeFocused();
  await expect(lab.picture).not.toHaveAttribute("data-t", "4");
  await page.keyboard.press("Enter");
  await expect(play).toBeFocused();
  const caption = page.locator(".stepper-caption");
  const at = (await caption.textContent()) ?? "";
  await hears(at);
  await expect(caption).toHaveText(at);
});

test.describe("the tree that is read aloud", () => {
  test.use({ ownContext: true });
  for (const language of ["en", "zh-TW"] as const)
    test(`in ${language}`, async ({ browser }) => {
      const context = await browser.newContext({ locale: language, serviceWorkers: "block" });
      const page = await context.newPage();
      const lab = new Lab(page);
      await lab.open(await stateLink("diffusion", { ...SMALL, n: 6, T: 5, t: 2 }));
      await expect(page.locator('.proof-chip[data-verdict="checking"]')).toHaveCount(0);
      await lab.tableSettled();
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(told(page)).not.toBeEmpty();
      await expect(page.locator(".lanes + .reader > p:first-child")).not.toBeEmpty();
      expect(await findings(page)).toEqual([]);
      await expect(page.locator(".lab-layout")).toMatchAriaSnapshot({ name: `diffusion-${language}.aria.yml` });
      for (const stage of ["posterior", "elbo"]) {
        await tab(page, stage).click();
        await lab.settled();
        await expect(told(page)).not.toBeEmpty();
        expect(await findings(page)).toEqual([]);
        const parts = page.locator(".lab-plot");
        await expect(parts).toMatchAriaSnapshot({ name: `diffusion-${stage}-${language}.aria.yml` });
      }
      await context.close();
    });
});
