// What a first visit meets: what the page is, how to begin, what the solver does, and whether it has come to an end.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { unconverged as words } from "../../web/kit/messages/unconverged.en.ts";
import { DIST, siteUrl } from "./support/addresses.ts";
import { eachOf, opensItself } from "./support/cases.ts";
import { listen } from "./support/everyone.ts";
import { SIZES, sideways } from "./support/eyes.ts";
import { HARD } from "./support/hard.ts";
import { expect, host, kit, type Lab, svr, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

const box = async (lab: Lab, selector: string) => {
  const found = await lab.page.locator(selector).first().boundingBox();
  if (found === null) throw new Error(`no ${selector} on the page`);
  return found;
};

test("the page says what it is and how to begin; an edit takes the hint away, keeps the name, and moves nothing", async ({
  lab,
  page,
}) => {
  const LOOKED_AT = [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
    { width: 1100, height: 800 },
  ];
  for (const size of LOOKED_AT) {
    await page.setViewportSize(size);
    await lab.load("#lab=svr");
    const hint = page.locator(".picture-notes .hint");
    await expect(page.locator(".header-what")).toHaveText(host.shell.what);
    await expect(page.locator(".header-what")).toBeInViewport();
    await expect(hint).toHaveText(kit.picture.hint);
    await expect(hint).toBeInViewport();
    // Two lines about the data, and the rest where it is asked for.
    const about = page.locator(".data-about p");
    const [line, lines] = await about.evaluate((p) => [
      Number.parseFloat(getComputedStyle(p).lineHeight),
      p.clientHeight,
    ]);
    expect(lines).toBeLessThan(2.2 * Number(line));
    const more = page.locator(".data-more");
    await more.click();
    await expect(about).toHaveText(
      `${svr.presets.motorcycle.about} ${kit.data.source.replace("{source}", svr.presets.motorcycle.source)}`,
    );
    expect(await about.evaluate((p) => p.scrollHeight - p.clientHeight)).toBeLessThanOrEqual(0);
    await more.click();

    const places = () => Promise.all([".picture-canvas", ".picture-under", ".lab-below"].map((each) => box(lab, each)));
    const before = await places();
    const at = await lab.at(0.9, 0.8);
    await page.mouse.click(at.x, at.y);
    await lab.has(134);
    await expect(hint).toHaveCount(0);
    expect(await places()).toEqual(before);
    const name = page.locator("[data-control=preset] option:checked");
    await expect(name).toHaveText(kit.data.edited.replace("{name}", svr.presets.motorcycle.title));
    await expect(about).toContainText(svr.presets.motorcycle.about);
    await lab.undo();
    await expect(name).toHaveText(svr.presets.motorcycle.title);
    await expect(hint).toHaveCount(0);
    expect(await places()).toEqual(before);
  }
});

/** Fields of a state whose solver stops at this many iterations, far from the end. */
const early = (maxIterations: number) => ({ maxIterations });

test("a fit that is not converged says so at the picture, and goes on from there", async ({ lab, page }) => {
  const badge = page.locator(".picture-badge");
  const go = page.locator("[data-action=continue]");
  await eachOf(page, ["svr", "svdd"], opensItself, async (id) => {
    await lab.load(await stateLink(id, early(2)));
    await expect(badge).toContainText(words.title);
    await expect(badge).toContainText(/KKT gap [\d.]+ after 2 iterations/);
    await expect(lab.picture).toHaveAttribute("data-converged", "false");
    let iterations = 2;
    while (await go.isVisible()) {
      await go.click();
      await lab.settled();
      const reached = Number(await lab.picture.getAttribute("data-iterations"));
      expect(reached).toBeGreaterThan(iterations);
      expect(reached).toBeLessThanOrEqual(2 * iterations);
      iterations = reached;
    }
    await expect(badge).toBeHidden();
    await expect(lab.picture).toHaveAttribute("data-converged", "true");
  });
});

test("what goes on can be stopped; a status covers no control and moves nothing, at any size", async ({
  lab,
  page,
}) => {
  // About a second of work, then twice as much.
  await lab.load(await stateLink("svr", { ...HARD.svr, ...early(20_000) }));
  const badge = page.locator(".picture-badge");
  const go = page.locator("[data-action=continue]");
  await expect(go).toHaveText(words.continue);
  await expect(go).toBeEnabled();
  await go.click();
  await expect(lab.status).toBeVisible();
  await expect(go).toHaveText(words.stop);
  await go.click();
  await expect(go).toHaveText(words.continue);
  await expect(badge).toContainText("20\u202f000");
  // The data stay in sight, wherever the fit goes.
  await expect(page.locator(".picture-notes")).not.toContainText("outside");

  const layout = () => Promise.all(["header", ".lab-plot", ".lab-bar", ".lab-below"].map((each) => box(lab, each)));
  for (const size of SIZES) {
    await page.setViewportSize(size);
    // What stops a run belongs to the page as a whole: it starts where the page does.
    await page.evaluate(() => scrollTo(0, 0));
    const before = await layout();
    await go.click();
    await expect(lab.status).toBeVisible();
    const covered = await page.evaluate(() => {
      const line = document.querySelector(".status");
      return [...document.querySelectorAll<HTMLElement>("button, select, input, a[href], summary, [tabindex='0']")]
        .filter((each) => !line?.contains(each))
        .filter((each) => {
          const { left, top, width, height } = each.getBoundingClientRect();
          const found = document.elementFromPoint(left + width / 2, top + height / 2);
          return found !== null && line?.contains(found);
        })
        .map((each) => each.outerHTML);
    });
    expect(covered, `${size.width} x ${size.height}`).toEqual([]);
    expect(await layout()).toEqual(before);
    await lab.status.getByRole("button", { name: host.shell.status.cancel }).click();
    await expect(lab.status).toContainText(host.shell.status.cancelled);
    expect(await layout()).toEqual(before);
  }
});

test("the first link skips to the picture, which takes the arrow keys; on a phone nothing sticks out", async ({
  page,
}) => {
  await eachOf(page, ["svr", "svdd", "diffusion"], opensItself, async (id) => {
    await page.setViewportSize(SIZES[2]);
    await page.goto("about:blank");
    await page.goto(`${siteUrl()}#lab=${id}`);
    await expect(page.locator(".picture-view")).toHaveAttribute("data-current", "true");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: host.shell.skip })).toBeFocused();
    await page.keyboard.press("Enter");
    const picture = page.locator('.lab-plot [role="application"]');
    await expect(picture).toBeFocused();
    const heard = await listen(page);
    await page.keyboard.press("ArrowRight");
    const region = page.locator(".lab-plot [aria-live]");
    // One place for all, or, in a stage that has one of its own, there.
    await expect.poll(async () => (await heard()).join("") + (await region.allTextContents()).join("")).not.toBe("");
    // At the end of the schedule a handle reaches the edge.
    if (id === "diffusion") await expect(page.locator(".handle").last()).toBeVisible();
    expect(await sideways(page)).toBe(0);
  });
});

test("the first link is first while the solver runs too, and a Stop that goes leaves the focus on the page", async ({
  lab,
  page,
}) => {
  const skip = page.getByRole("link", { name: host.shell.skip });
  const stop = lab.status.getByRole("button", { name: host.shell.status.cancel });
  await page.goto(`${siteUrl()}${await stateLink("svr", { ...HARD.svr, ...early(20_000) })}`);
  await expect(stop).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await stop.focus();
  // The run comes to its end by itself.
  await lab.settled();
  await expect(stop).toBeHidden();
  await expect(page.getByRole("main")).toBeFocused();
});

test("a number box shows few digits, all of them while it has the focus, and its ring is whole", async ({
  lab,
  page,
}) => {
  await lab.load(await stateLink("svdd", { nuShare: 2 / 3 }));
  const number = page.locator(".control-number").first();
  await expect(number).toHaveValue("0.666667");
  await number.focus();
  await expect(number).toHaveValue(String(2 / 3));
  const [ring, column] = [await box(lab, ".control-number"), await box(lab, ".lab-controls")];
  expect(ring.x + ring.width + 4).toBeLessThanOrEqual(column.x + column.width);
  await page.keyboard.press("Tab");
  await expect(number).toHaveValue("0.666667");
  // To look at a number is no change.
  await expect(page.getByRole("button", { name: host.shell.undo, exact: true })).toBeDisabled();
});

test.describe("over the wire", () => {
  test.use({ ownContext: true });

  test("a first visit of the SVR lab weighs at most 150 KB", async ({ lab, page }) => {
    // What is loaded once the page has rested for a while belongs to no first visit.
    await page.addInitScript(() => {
      const later = setTimeout;
      const soon = (run: () => void, wait = 0, ...rest: []) => (wait >= 8000 ? 0 : later(run, wait, ...rest));
      Object.assign(window, { setTimeout: soon });
    });
    const files = new Set<string>();
    page.on("request", (request) => {
      if (request.url().startsWith(siteUrl())) files.add(new URL(request.url()).pathname.slice(1) || "index.html");
    });
    await lab.open();
    await expect(page.locator('.proof-chip[data-verdict="pass"]')).toHaveCount(6);
    await page.waitForLoadState("networkidle");
    expect([...files].filter((file) => file.endsWith(".wasm"))).toHaveLength(1);
    const size = (file: string) => brotliCompressSync(readFileSync(resolve(DIST, "site", file))).length;
    expect([...files].reduce((sum, file) => sum + size(file), 0)).toBeLessThanOrEqual(150_000);
  });
});
