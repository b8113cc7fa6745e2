// For every reader, the pages around the labs: the front door, the page that makes links, the teacher's page, and pages to be read.
import type { Locator, Page } from "@playwright/test";
import { en as builder } from "../../web/builder/messages/builder.en.ts";
import { en as door } from "../../web/door/messages/en.ts";
import { door as moons } from "../../web/labs/diffusion/messages/door.en.ts";
import { manifest } from "../../web/pages/messages/manifest.zh-TW.ts";
import { en as teacher } from "../../web/teacher/messages/teacher.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { bareFocus, focusWalk, hearing, small, spaced, tabTo } from "./support/everyone.ts";
import { findings, sideways } from "./support/eyes.ts";
import { expect, test } from "./support/lab.ts";

const PHONE = { width: 390, height: 844 } as const;
/** 400 % of a screen of 1280 px. */
const LARGEST = { width: 320, height: 256 } as const;
const HAND_IN = {
  ...{ name: "ada.json", mimeType: "application/json" },
  buffer: Buffer.from(
    JSON.stringify({
      ...{ proofground: "hand-in", version: 1, program: "0", who: "Ada", fingerprint: {} },
      tasks: [
        {
          ...{ lab: "svr", task: "1c1-wide", statement: "1c1", done: true, inputs: {}, at: "2026-11-29T09:30:00Z" },
          fields: {
            ...{ preset: "own", claim: "1c1", kernel: "linear", C: 1, epsilon: 0.2, standardise: false },
            ...{ x: [-1, 1, -1, 1], y: [0, 0, 1.5, 1.5] },
          },
          measured: [{ name: "width", value: 0.7, relation: ">", bound: 0.5 }],
        },
      ],
    }),
  ),
};

const card = (page: Page, lab: string): Locator => page.locator(`.door-card[data-lab="${lab}"]`);

async function awake(page: Page, lab: string): Promise<Locator> {
  const live = card(page, lab).locator(".door-live");
  await live.scrollIntoViewIfNeeded();
  await expect(live).toHaveAttribute("data-frames", /./, { timeout: 60_000 });
  return live;
}

/** A page of each kind, as it is after this. */
const PAGES: readonly (readonly [path: string, then: (page: Page) => Promise<void>])[] = [
  ["", (page) => awake(page, "svr").then(() => undefined)],
  ["embed/", (page) => expect(page.locator("#text")).toBeVisible()],
  [
    "teach/",
    async (page) => {
      await page.locator("#files").setInputFiles(HAND_IN);
      await expect(page.locator("table.answers [data-done=true]")).toBeVisible();
    },
  ],
  // What is only read has one form.
  ["svr/1c1/", async () => undefined],
  ["course/", async () => undefined],
];

test.describe("by keys alone", () => {
  test("the front door: paused, a point dragged by arrows, described and said, and on into the lab", async ({
    page,
  }) => {
    await page.goto(siteUrl());
    const hears = await hearing(page);
    await tabTo(page, page.locator("[data-action=motion]"));
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-action=motion]")).toHaveAttribute("aria-pressed", "true");
    const live = await awake(page, "svr");
    await tabTo(page, live.locator(".handle"));
    for (let k = 0; k < 40 && (await card(page, "svr").getAttribute("data-done")) !== "true"; ++k)
      await page.keyboard.press("ArrowUp");
    await expect(card(page, "svr")).toHaveAttribute("data-done", "true");
    // What came of it is said once, where the hand rests; and the picture is described as it is then.
    const said = (await card(page, "svr").locator(".door-said").textContent()) ?? "";
    await hears(said);
    const rests = /now rests on (\d+) of/.exec(said)?.[1] ?? "?";
    await expect(live).toHaveAttribute("aria-label", new RegExp(`half width 0\\.\\d+: it rests on ${rests},`));
    await tabTo(page, card(page, "svr").locator("[data-action=open-here]"));
    await page.keyboard.press("Enter");
    await expect(page.locator('.picture-view[data-current="true"]')).toHaveCount(1);
    await expect(page).toHaveURL(/#lab=svr&s=1\./);
  });

  test("the page of links: a statement, a lock and the text to copy", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${siteUrl()}embed/`);
    const hears = await hearing(page);
    await tabTo(page, page.locator("#lab"));
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("#text")).toHaveValue(/svdd/);
    await tabTo(page, page.locator("#claim"));
    await page.keyboard.press("ArrowDown");
    const lock = page.getByRole("checkbox", { name: builder.change.lockOf.replace("{name}", builder.parts.data) });
    await tabTo(page, lock);
    await page.keyboard.press("Space");
    await tabTo(page, page.getByRole("radio", { name: builder.texts.element, exact: true }));
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect(page.locator("#text")).toHaveValue(/#lab=svdd&q=2\.1&w=1&lock=data$/);
    await tabTo(page, page.getByRole("button", { name: builder.copy, exact: true }));
    await page.keyboard.press("Enter");
    await hears(builder.copied);
  });

  test("the teacher's page: files, what is said of them, and the order of the table", async ({ page }) => {
    await page.goto(`${siteUrl()}teach/`);
    const hears = await hearing(page);
    await tabTo(page, page.locator("#files"));
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
    await chooser.setFiles([HAND_IN, { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("x") }]);
    const done = teacher.progress.done.replace("{all} {all:answer|answers}", "1 answer");
    await expect(page.locator(".progress-words")).toHaveText(done);
    await hears("notes.txt");
    await hears(done);
    await tabTo(page, page.locator("[data-sort=done]"));
    await page.keyboard.press("Enter");
    await expect(page.locator("th[aria-sort=ascending]")).toContainText(teacher.answers.done);
  });
});

test("by taps alone: the front door, the page of links, the teacher's page", async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: PHONE, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(siteUrl());
  await page.locator("[data-action=motion]").tap();
  const live = await awake(page, "diffusion");
  const handle = live.locator(".handle");
  await handle.scrollIntoViewIfNeeded();
  await handle.tap();
  await expect(live.locator(".handle-hint")).toHaveText(/./);
  const [at, box] = [await handle.boundingBox(), await live.boundingBox()];
  if (at === null || box === null) throw new Error("no handle on screen");
  await page.touchscreen.tap(box.x + 0.93 * box.width, at.y + at.height / 2);
  await expect(card(page, "diffusion").locator(".door-said")).toContainText(moons.begun.split("{")[0]?.trim() ?? "?");
  await expect(live).not.toHaveAttribute("aria-label", /step 24 of/);
  await card(page, "diffusion").locator("[data-action=restart]").tap();
  await expect(card(page, "diffusion").locator(".door-action")).toHaveText(moons.action);
  await card(page, "diffusion").locator("[data-action=open-here]").tap();
  await expect(page.locator(".door")).toBeHidden();
  await expect(page.locator(".stage-tabs, [role=tablist]").first()).toBeVisible();

  await page.goto(`${siteUrl()}embed/`);
  await page.getByRole("radio", { name: builder.texts.link, exact: true }).tap();
  await page.getByRole("radio", { name: builder.wheres.file, exact: true }).tap();
  await expect(page.locator("#text")).toHaveValue(/^proofground\.html#lab=svr/);
  await page.getByRole("button", { name: builder.copy, exact: true }).tap();
  await expect(page.locator(".copying p")).toHaveText(/./);

  await page.goto(`${siteUrl()}teach/`);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("label.picker").first().tap()]);
  await chooser.setFiles(HAND_IN);
  await page.locator("[data-sort=task]").tap();
  await expect(page.locator("th[aria-sort=ascending]")).toContainText(teacher.answers.task);
  await page.locator("[data-action=clear]").tap();
  await expect(page.locator("table.answers")).toHaveCount(0);
  await context.close();
});

test("on a phone every target has 24 px, and at 400 % nothing sticks out, is covered or is lost to wider letters", async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, reducedMotion: "reduce", serviceWorkers: "block" }); // biome-ignore format: one line
  const page = await context.newPage();
  for (const [path, then] of PAGES) {
    await page.setViewportSize(PHONE);
    await page.goto(siteUrl() + path);
    await then(page);
    expect(await small(page), `${path} targets`).toEqual([]);
    await page.setViewportSize(LARGEST);
    await page.evaluate(() => scrollTo(0, 0));
    expect(await sideways(page), path).toBeLessThanOrEqual(0);
    const { problems, reached } = await focusWalk(page, 30);
    expect(problems, `${path} focus`).toEqual([]);
    expect(reached, path).toBeGreaterThan(5);
    await spaced(page);
    expect(await sideways(page), `${path} wider`).toBeLessThanOrEqual(0);
  }
  await context.close();
});

test("with forced colours the focus is seen on all of them, and axe finds nothing", async ({ browser }) => {
  const context = await browser.newContext({
    forcedColors: "active",
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  for (const [path, then] of PAGES.slice(0, 4)) {
    await page.goto(siteUrl() + path);
    await then(page);
    // In a frame the focus is the frame's own.
    expect(
      (await bareFocus(page, 20)).filter((one) => !one.startsWith("<proofground-lab")),
      path,
    ).toEqual([]);
    expect(await findings(page, "heading-order", "landmark-unique", "page-has-heading-one"), path).toEqual([]);
  }
  await context.close();
});

for (const language of ["en", "zh-TW"] as const)
  test(`the trees that are read aloud, ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ locale: language, serviceWorkers: "block" });
    const page = await context.newPage();
    const static_ = language === "en" ? "" : "zh-TW/";
    // Still pictures: none ever comes in sight.
    await page.addInitScript(() => {
      Object.assign(window, { IntersectionObserver: class { observe() {} unobserve() {} disconnect() {} } }); // biome-ignore format: one line
    });
    const look = async (path: string, place: string, name: string) => {
      await page.goto(siteUrl() + path);
      await expect(page.locator(place).first()).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      expect(await findings(page), path).toEqual([]);
      await expect(page.locator(place).first()).toMatchAriaSnapshot({ name: `${name}-${language}.aria.yml` });
    };
    await look("", ".door", "door");
    const description = page.locator("meta[name=description]");
    if (language === "en") await expect(description).toHaveAttribute("content", door.what);
    else await expect(description).toHaveAttribute("content", /\p{Script=Han}/u);
    await look("embed/", ".form", "builder");
    await look("teach/", ".teacher", "teacher");
    await look(`${static_}course/`, ".page-session", "course");
    const own = await page.request.get(`${siteUrl()}manifest.${language}.webmanifest`);
    if (language !== "en")
      expect(await own.json()).toMatchObject({ lang: language, description: manifest.description });
    await context.close();
  });
