// What goes wrong outside the page's hands: the solver's worker dies, traps or takes long. The data stays, and the page says so.
import type { Worker } from "@playwright/test";
import { importing } from "../../web/host/messages/import.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { EASY, HARD } from "./support/hard.ts";
import { expect, host, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

test.use({ ownContext: true });

const status = host.shell.status;

function worker(lab: Lab): Worker {
  const [only] = lab.page.workers();
  if (only === undefined) throw new Error("no worker");
  return only;
}

/** A problem that takes seconds: many points, a price of slack that lets nothing be given up. */
async function long(lab: Lab, n: number): Promise<void> {
  const rows = Array.from(
    { length: n },
    (_, k) => `${(k / n) * 40},${Math.sin((k / n) * 240) + 0.4 * Math.sin(k * k)}`,
  );
  const buffer = Buffer.from(`x,y\n${rows.join("\n")}\n`);
  await lab.page.locator("[data-action=import]").click();
  await lab.page
    .locator("dialog.import input[type=file]")
    .setInputFiles({ name: "long.csv", mimeType: "text/csv", buffer });
  await lab.page.getByRole("button", { name: importing.apply }).click();
  await expect(lab.picture).toHaveAttribute("data-n", String(n));
}

async function fill(lab: Lab, field: "C" | "tolerance", value: string): Promise<void> {
  const box = lab.page.locator(`[data-field="${field}"] .control-number`);
  await box.fill(value);
  await box.press("Enter");
}

test("5,000 points are solved, and the page stays alive meanwhile", async ({ lab, page }) => {
  test.setTimeout(180_000);
  await lab.open();
  await long(lab, 5000);
  await fill(lab, "C", "10000");
  // Out of sight the table follows a little later: until then its end is that of the data before.
  await lab.tableSettled();
  await page.locator(".points-scroll").evaluate((box) => box.scrollTo(0, 1e6));
  await expect(page.locator('tr[data-row="4999"]')).toBeVisible();
  await expect(lab.picture).toHaveAttribute("data-current", "true", { timeout: 150_000 });
  await expect(lab.status).toBeHidden();
});

test("a fit that stays long tells its progress, and can be ended", async ({ lab, page }) => {
  await page.goto(siteUrl() + (await stateLink("svr", HARD.svr)));
  await expect(lab.status).toContainText(/Solving.* iterations/, { timeout: 60_000 });
  await lab.status.getByRole("button", { name: status.cancel }).click();
  await expect(lab.status).toContainText(status.cancelled);
});

test("a long run can be stopped and run again, and the next change is solved", async ({ lab, page }) => {
  test.setTimeout(120_000);
  await page.goto(siteUrl() + (await stateLink("svr", HARD.svr)));
  const stop = lab.status.getByRole("button", { name: status.cancel });
  await stop.click();
  await expect(lab.status).toContainText(status.cancelled);
  // Of the board, and of the one line at the picture.
  for (const again of [page.locator(".proof-again"), page.locator(".proof-glance")]) {
    await expect(again).toContainText(/run again/i);
    await again.click();
    await stop.click();
    await expect(lab.status).toContainText(status.cancelled);
  }
  await lab.choose("tie-wide");
  await lab.has(4);
  await expect(lab.status).toBeHidden();
  await expect(page.locator(".proof-again")).toHaveCount(0);
});

test("a worker that crashes in the middle of a fit is replaced, data and all", async ({ lab, page, allowed }) => {
  test.setTimeout(180_000);
  allowed.push(/killed by the test/);
  await page.goto(siteUrl() + (await stateLink("svr", HARD.svr)));
  await expect(lab.status).toContainText(/iterations/);
  const dying = worker(lab);
  // The page ends the worker at its first cry, which may come before the answer to this.
  await dying
    .evaluate(() => {
      setTimeout(() => {
        throw new Error("killed by the test");
      });
    })
    .catch(() => undefined);
  await expect(lab.status).toContainText(status.restarted.split("{")[0]!.trim());
  await expect(lab.picture).toHaveAttribute("data-n", "5000");
  // The browser takes its time to end one.
  await expect.poll(() => lab.page.workers()).not.toContain(dying);
  await fill(lab, "tolerance", EASY.svr.tolerance);
  await fill(lab, "C", EASY.svr.C);
  await expect(lab.picture).toHaveAttribute("data-current", "true", { timeout: 120_000 });
});

test("a worker that vanishes without a word is noticed and replaced", async ({ lab, page }) => {
  test.setTimeout(120_000);
  await page.clock.install();
  await page.clock.resume();
  await lab.open();
  const dying = worker(lab);
  await Promise.all([dying.waitForEvent("close"), dying.evaluate(() => self.close())]);
  await lab.page.locator("[data-control=preset]").selectOption("sinc");
  await expect(lab.picture).toHaveAttribute("data-n", "60");
  await page.clock.fastForward(40_000);
  await page.clock.fastForward(1_000);
  await lab.settled();
  await expect(lab.picture).toHaveAttribute("data-n", "60");
});

test("a trap in WebAssembly: a new worker, the same picture, a sentence", async ({ lab, page }) => {
  await lab.open();
  const first = worker(lab);
  // The next number that crosses the border traps, as memory that runs out does.
  await first.evaluate(() => {
    const slice = Float64Array.prototype.slice;
    const set = Float64Array.prototype.set;
    const trap = (): never => {
      Float64Array.prototype.slice = slice;
      Float64Array.prototype.set = set;
      throw new WebAssembly.RuntimeError("unreachable");
    };
    Float64Array.prototype.slice = trap;
    Float64Array.prototype.set = trap;
  });
  const fresh = page.waitForEvent("worker");
  await fill(lab, "C", "3");
  await fresh;
  await lab.has(133);
  await expect(page.locator('[data-field="C"] .control-number')).toHaveValue("3");
  await expect.poll(() => lab.page.workers()).not.toContain(first);
});

test("where workers are refused the page solves by itself", async ({ lab, page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException("refused", "SecurityError");
      }
    } as unknown as typeof Worker;
  });
  await lab.open();
  await lab.has(133);
  expect(page.workers()).toEqual([]);
  await lab.choose("sinc");
  await lab.has(60);
});

test("without WebAssembly the page says what is missing and keeps the data", async ({ lab, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "WebAssembly", { value: undefined });
    window.Worker = class {
      constructor() {
        throw new DOMException("refused", "SecurityError");
      }
    } as unknown as typeof Worker;
  });
  await page.goto(`${siteUrl()}#lab=svr`);
  await expect(lab.status).toContainText(host.shell.unavailable["no-wasm"]);
  await expect(lab.picture).toHaveAttribute("data-n", "133");
});

test("a connection that breaks on the way is said, not left as an empty page", async ({ page, seen, allowed }) => {
  allowed.push(/Failed to load resource/, /dynamically imported module/);
  await page.route(/\/shell-[^/]*\.js$/, (route) => route.abort());
  await page.goto(`${siteUrl()}#lab=svr`);
  await expect(page.locator("#unreachable")).toBeVisible();
  await expect(page.locator(".late"), "one sentence is enough").toHaveCount(0);
  expect(seen.errors.length).toBeGreaterThan(0);
});
