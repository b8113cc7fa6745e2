// The front door: still pictures first, then every lab alive; the suggested actions, the verdicts, and the way in and back.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { type Page, test as plain } from "@playwright/test";
import { en as words } from "../../web/door/messages/en.ts";
import { en as host } from "../../web/host/messages/en.ts";
import { labList } from "../../web/registry.ts";
import { DIST, singleFile, siteUrl } from "./support/addresses.ts";
import { findings, inEach, LOOKS, SIZES, shot, sideways } from "./support/eyes.ts";
import { expect, test } from "./support/lab.ts";

const LABS = labList.labs.map(({ id }) => id);
/** What the door may weigh before anything runs, bytes after brotli. */
const READABLE = 60_000;
/** Where a drag of the handle does what is suggested: shares of the picture's width and height. */
const DONE: Readonly<Record<string, readonly [across: number, down: number]>> = {
  svr: [0, -0.6],
  svdd: [0.38, 0],
  cifg: [-0.3, 0],
  diffusion: [0.95, 0],
};

const card = (page: Page, lab: string) => page.locator(`.door-card[data-lab="${lab}"]`);
const live = (page: Page, lab: string) => card(page, lab).locator(".door-live");
const frames = async (page: Page): Promise<number> => {
  const all = await page
    .locator(".door-live")
    .evaluateAll((each) => each.map((one) => (one as HTMLElement).dataset.frames));
  return all.reduce((sum, count) => sum + Number(count ?? 0), 0);
};
const verdictsOf = (page: Page, lab: string): Promise<readonly (string | null)[]> =>
  page
    .locator(`.door-list[data-lab="${lab}"] li`)
    .evaluateAll((all) => all.map((one) => one.getAttribute("data-verdict")));

/** No picture is drawn while sixty frames of the page go by. */
const still = (page: Page) =>
  expect
    .poll(async () => {
      const before = await frames(page);
      await page.evaluate(async () => {
        for (let k = 0; k < 60; ++k) await new Promise((drawn) => requestAnimationFrame(drawn));
      });
      return (await frames(page)) - before;
    })
    .toBe(0);

/** Every lab is alive, and its statements are checked. */
async function awake(page: Page): Promise<void> {
  for (const id of LABS) {
    await live(page, id).scrollIntoViewIfNeeded();
    await expect(live(page, id)).toHaveAttribute("data-frames", /./, { timeout: 60_000 });
    const open = async () => (await verdictsOf(page, id)).filter((one) => one === "unasked" || one === "checking");
    await expect.poll(open, { timeout: 60_000 }).toEqual([]);
  }
}

test("pictures are computed, move in sight, and rest paused, out of sight and with reduced motion", async ({
  page,
}) => {
  await page.goto(siteUrl());
  await expect(page).toHaveTitle(words.name);
  await awake(page);
  const seen = () =>
    live(page, "svr")
      .locator("canvas")
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const first = await seen();
  await expect.poll(seen).not.toBe(first);
  const pause = page.locator("[data-action=motion]");
  await pause.click();
  await expect(pause).toHaveAttribute("aria-pressed", "true");
  await still(page);
  await pause.click();
  const before = await frames(page);
  await expect.poll(() => frames(page)).toBeGreaterThan(before + 5);
  // On a phone the statements fill the screen.
  await page.setViewportSize(SIZES[2]);
  await page.locator(".door-list li").last().scrollIntoViewIfNeeded();
  await expect(live(page, LABS.at(-1) ?? "")).not.toBeInViewport();
  await still(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect(pause).toHaveAttribute("aria-pressed", "true");
  await pause.scrollIntoViewIfNeeded();
  await still(page);
  await page.emulateMedia({ reducedMotion: null });
});

test("what is suggested is done by hand and answered, and goes on in the lab with the same verdicts", async ({
  page,
}) => {
  // At rest, so that every handle is where its motion begins.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(siteUrl());
  await awake(page);
  // By the keys: a mean is carried to where the posterior is.
  const grip = card(page, "vae").locator(".handle");
  await grip.focus();
  const goal = () => card(page, "vae").getAttribute("data-done");
  for (const [key, most] of [["ArrowRight", 28], ["ArrowUp", 32]] as const) // biome-ignore format: one line
    for (let k = 0; k < most; ++k) await page.keyboard.press(key);
  await expect(card(page, "vae").locator(".door-said")).toContainText(/\d/);
  for (let k = 0; k < 12 && (await goal()) !== "true"; ++k) await page.keyboard.press("ArrowUp");
  for (const [id, [across, down]] of Object.entries(DONE)) {
    const handle = card(page, id).locator(".handle");
    await handle.scrollIntoViewIfNeeded();
    const [box, picture] = [await handle.boundingBox(), await live(page, id).boundingBox()];
    if (box === null || picture === null) throw new Error(`${id} has no handle`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (across * picture.width) / 2, y + (down * picture.height) / 2);
    await page.mouse.move(x + across * picture.width, y + down * picture.height);
    await page.mouse.up();
    await expect(card(page, id), id).toHaveAttribute("data-done", "true");
    await expect(card(page, id).locator(".door-said")).toContainText(/\d/);
  }
  const links = new Map<string, { readonly href: string; readonly verdicts: readonly (string | null)[] }>();
  for (const id of LABS) {
    const link = card(page, id).locator("[data-action=open-here]");
    await expect(link, id).toHaveAttribute("href", /&s=1\./);
    await expect.poll(() => verdictsOf(page, id)).not.toContain("checking");
    links.set(id, { href: (await link.getAttribute("href")) ?? "", verdicts: await verdictsOf(page, id) });
  }
  for (const [id, { href, verdicts }] of links) {
    await page.goto(siteUrl() + href);
    const chips = page.locator(".proof-chip");
    await expect
      .poll(() => chips.evaluateAll((all) => all.map((one) => one.getAttribute("data-verdict"))), {
        message: id,
        timeout: 60_000,
      })
      .toEqual(verdicts);
  }
  await page.emulateMedia({ reducedMotion: null });
});

test("a statement opens its lab, the name leads back, and both are as they were left, without a reload", async ({
  page,
}) => {
  await page.goto(siteUrl());
  await page.evaluate(() => Object.assign(window, { kept: true }));
  await expect(card(page, "svr")).toBeVisible();
  const statement = page.locator('.door-list li[data-claim="1c1"] a');
  await statement.click();
  const article = page.locator('[data-open-claim="1c1"]');
  await expect(article).toBeVisible();
  await expect(page.locator(".door")).toBeHidden();
  await expect(page).toHaveTitle(/Support vector regression/);
  await page.locator('[data-field="C"] .control-number').fill("3");
  await page.keyboard.press("Enter");
  await expect(page.locator(".picture-view")).toHaveAttribute("data-current", "true");
  await page.locator(".brand").click();
  await expect(card(page, "svr")).toBeVisible();
  await expect(page.locator(".picture-view")).toHaveCount(0);
  // The reader is where the door was left.
  await expect(statement).toBeFocused();
  await expect(statement).toBeInViewport();
  await expect(page).toHaveTitle(words.name);
  expect(new URL(page.url()).hash).toBe("");
  await card(page, "svr").locator("h2 a").click();
  await expect(page.locator('[data-field="C"] .control-number')).toHaveValue("3");
  expect(await page.evaluate(() => "kept" in window)).toBe(true);
  // The name is there on a phone, too.
  await page.setViewportSize(SIZES[2]);
  await page.getByRole("link", { name: host.shell.name }).click();
  await expect(card(page, "svr")).toBeVisible();
});

test("axe finds nothing serious, and nothing sticks out, at any size and in both themes", async ({ page }) => {
  await page.goto(siteUrl());
  await awake(page);
  await page.locator("[data-action=motion]").click();
  await inEach(page, LOOKS, async (look, theme) => {
    expect(await findings(page), look).toEqual([]);
    expect(await sideways(page), look).toBe(0);
    await shot(page, theme, "0-door", true);
  });
  // On a wide screen all pictures are in the first one.
  await page.setViewportSize(SIZES[0]);
  await page.evaluate(() => scrollTo(0, 0));
  for (const id of LABS) await expect(live(page, id)).toBeInViewport({ ratio: 1 });
});

test.describe("without what computes", () => {
  test.use({ ownContext: true });
  test("the pictures are still, and say why", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "WebAssembly", { value: undefined });
      window.Worker = class {
        constructor() {
          throw new DOMException("refused", "SecurityError");
        }
      } as unknown as typeof Worker;
    });
    await page.goto(siteUrl());
    await expect(card(page, "svr").locator(".door-trouble")).toHaveText(words.trouble["no-wasm"]);
    await expect(card(page, "svr").locator("img")).toBeVisible();
    expect(new Set(await verdictsOf(page, "svr"))).toEqual(new Set(["unasked"]));
  });

  test("it can be read from little, before anything runs", async ({ page }) => {
    // No picture ever comes in sight.
    await page.addInitScript(() => {
      Object.assign(window, { IntersectionObserver: class { observe() {} } }); // biome-ignore format: one line
    });
    const files = new Set<string>();
    page.on("request", (request) => {
      if (request.url().startsWith(siteUrl())) files.add(new URL(request.url()).pathname.slice(1) || "index.html");
    });
    await page.goto(siteUrl(), { waitUntil: "networkidle" });
    const images = page.locator(".door-card img");
    await expect(images).toHaveCount(LABS.length);
    for (const width of await images.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)))
      expect(width).toBeGreaterThan(0);
    expect([...files].filter((file) => file.endsWith(".svg")).length).toBe(LABS.length);
    const sizes = [...files].map((file) => brotliCompressSync(readFileSync(resolve(DIST, "site", file))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(READABLE);
  });
});

plain("the single file has the door inside, alive from disk", async ({ page }) => {
  await page.goto(singleFile);
  for (const width of await page
    .locator(".door-card img")
    .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)))
    expect(width).toBeGreaterThan(0);
  await expect.poll(() => verdictsOf(page, "svr"), { timeout: 60_000 }).toEqual(Array(6).fill("pass"));
  await expect(live(page, "svr")).toHaveAttribute("data-frames", /\d{2}/);
  await card(page, "svr").locator("h2 a").click();
  await expect(page.locator(".picture-view")).toHaveAttribute("data-current", "true");
});
