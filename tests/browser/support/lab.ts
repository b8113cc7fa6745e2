// What every browser test stands on: the SVR lab with words for what a student does, and a watch that fails a test on anything
// the page must never do (break its policy, leave its origin, throw).
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { en as host } from "../../../web/host/messages/en.ts";
import { en as kit } from "../../../web/kit/messages/en.ts";
import { en as svr } from "../../../web/labs/svr/messages/en.ts";
import { siteUrl } from "./addresses.ts";

export { expect, host, kit, svr };

/** What happened on a page that must not have. */
export interface Watch {
  readonly violations: string[];
  readonly offsite: string[];
  readonly errors: string[];
}

/** @param origins prefixes of addresses that may be asked for */
export async function watch(page: Page, origins: readonly string[]): Promise<Watch> {
  const seen: Watch = { violations: [], offsite: [], errors: [] };
  await page.exposeBinding("__violation", (_, text: string) => seen.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const tell = (window as unknown as { __violation: (text: string) => void }).__violation;
      tell(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  page.on("console", (message) => {
    if (message.type() === "error") seen.errors.push(message.text());
  });
  page.on("pageerror", (error) => seen.errors.push(error.stack ?? error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (![...origins, "data:", "blob:"].some((origin) => url.startsWith(origin))) seen.offsite.push(url);
  });
  return seen;
}

export class Lab {
  readonly page: Page;
  readonly picture: Locator;
  readonly canvas: Locator;
  readonly status: Locator;
  readonly toast: Locator;

  constructor(page: Page) {
    this.page = page;
    this.picture = page.locator(".picture-view");
    this.canvas = page.locator(".picture-canvas");
    this.status = page.locator(".status");
    this.toast = page.locator(".toast");
  }

  /** @param hash with its "#", or "" where the url has one; left out: the first lab, as it opens */
  async open(hash = "#lab=svr", url = siteUrl()): Promise<void> {
    await this.page.goto(url + hash);
    await this.settled();
  }

  /** Load the page with this link, whatever was on it before: a link to the page that is there would not load it. */
  async load(hash: string): Promise<void> {
    await this.page.goto("about:blank");
    await this.open(hash);
  }

  /** Follow a claim's link, on the page that is there where the lab is open; its proof is open then. */
  async openClaim(lab: string, claim: string): Promise<Locator> {
    await this.page.goto(`${siteUrl()}#lab=${lab}&q=${claim}`);
    const article = this.page.locator(`[data-open-claim="${claim}"]`);
    await expect(article).toBeVisible();
    return article;
  }

  /** The newest answer is to what is on screen, and no point waits for one. The table says the same later, where it is out of sight. */
  async settled(): Promise<void> {
    // Seen from within the page, frame by frame: an expectation looks twice a second. What it then says of a failure is clearer, though.
    await this.page
      .waitForFunction(
        () => {
          const picture = document.querySelector<HTMLElement>(".picture-view")?.dataset;
          return picture?.current === "true" && picture.pending === "0";
        },
        undefined,
        { timeout: 30_000 },
      )
      .catch(() => undefined);
    await expect(this.picture).toHaveAttribute("data-current", "true", { timeout: 30_000 });
    await expect(this.picture).toHaveAttribute("data-pending", "0");
  }

  /** The table shows the newest answer. */
  async tableSettled(): Promise<void> {
    await expect(this.page.locator(".points[data-stale]")).toHaveCount(0);
  }

  async has(points: number): Promise<void> {
    await expect(this.picture).toHaveAttribute("data-n", String(points));
    await this.settled();
  }

  async choose(preset: string): Promise<void> {
    await this.page.locator("[data-control=preset]").selectOption(preset);
    // Where its data may have to be loaded first, the menu says which data are here.
    const menu = this.page.locator("[data-preset]");
    if ((await menu.count()) > 0) await expect(menu).toHaveAttribute("data-preset", preset);
    await this.settled();
  }

  undo(): Promise<void> {
    return this.page.getByRole("button", { name: host.shell.undo, exact: true }).click();
  }

  redo(): Promise<void> {
    return this.page.getByRole("button", { name: host.shell.redo, exact: true }).click();
  }

  /** The pixel at these shares of the picture's width and height. */
  async at(across: number, down: number): Promise<{ x: number; y: number }> {
    await this.canvas.scrollIntoViewIfNeeded();
    const box = await this.canvas.boundingBox();
    if (box === null) throw new Error("the picture is not on the page");
    return { x: box.x + across * box.width, y: box.y + down * box.height };
  }

  cell(row: number, column: number): Locator {
    return this.page.locator(`tr[data-row="${row}"] [data-column="${column}"]`);
  }

  /** Numbers of the table's row. */
  async row(row: number, columns: number): Promise<number[]> {
    return (await this.texts(row)).slice(0, columns).map((text) => Number(text.replace("\u2212", "-")));
  }

  /** Cells of the table's row. */
  async texts(row: number): Promise<string[]> {
    const box = this.page.locator(".points-scroll");
    const target = this.page.locator(`tr[data-row="${row}"]`);
    // Out of sight the table follows after a while.
    await this.tableSettled();
    if ((await target.count()) === 0) {
      const height = (await this.page.locator("tr[data-row]").first().boundingBox())?.height ?? 32;
      await box.evaluate((element, top) => element.scrollTo(0, top), row * height);
      await expect(target).toBeAttached();
    }
    return target.locator("[data-column]").allTextContents();
  }

  /** Kept in step with the state after a pause: the address that holds everything. */
  async link(): Promise<string> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.page.getByRole("button", { name: host.shell.share, exact: true }).click();
    await expect(this.toast.filter({ hasText: host.shell.shared })).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  chip(claim: string): Locator {
    return this.page.locator(`.proof-chip[data-claim="${claim}"]`);
  }
}

/** A page, and what has happened on it since the test began. */
interface Visit {
  readonly page: Page;
  readonly seen: Watch;
}

interface TestFixtures {
  /** A browser context of the test's own, that knows no earlier visit: for fingers, storage and workers that die. */
  ownContext: boolean;
  visit: Visit;
  /** A lab on a watched page. */
  lab: Lab;
  /** Read when the test ends. */
  seen: Watch;
  /** Errors that the test provokes. */
  allowed: RegExp[];
}

interface WorkerFixtures {
  sharedVisit: Visit;
}

/** Leave the page as a test finds it: empty, of its first size, in its first theme, the pointer in the corner. */
async function clear({ page, seen }: Visit, size: { width: number; height: number } | null): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.goto("about:blank");
  await page.mouse.move(0, 0);
  await page.emulateMedia({ colorScheme: null, media: null });
  if (size !== null) await page.setViewportSize(size);
  await context.clearPermissions();
  for (const list of [seen.violations, seen.offsite, seen.errors]) list.length = 0;
}

/**
 * Tests load the lab one after another on the same page of a worker: its process, and what it has compiled, stay. Nothing
 * else may: a test that changes more than `clear` takes back has `ownContext`. After a failure the worker begins anew.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  ownContext: [false, { option: true }],
  sharedVisit: [
    async ({ browser }, use, { project }) => {
      const { viewport, locale } = project.use;
      // A worker may begin with a test for fingers, whose options new contexts would take over.
      const context = await browser.newContext({ viewport, locale, hasTouch: false, isMobile: false });
      const page = await context.newPage();
      await use({ page, seen: await watch(page, [siteUrl()]) });
      await context.close();
    },
    { scope: "worker" },
  ],
  visit: async ({ browser, ownContext, sharedVisit, viewport }, use) => {
    if (ownContext) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await use({ page, seen: await watch(page, [siteUrl()]) });
      await context.close();
    } else {
      await use(sharedVisit);
      await clear(sharedVisit, viewport);
    }
  },
  page: ({ visit }, use) => use(visit.page),
  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on nothing, and says so this way
  allowed: async ({}, use) => {
    await use([]);
  },
  seen: async ({ visit: { seen }, allowed }, use) => {
    await use(seen);
    expect(seen.violations, "violations of the content security policy").toEqual([]);
    expect(seen.offsite, "requests off the origin").toEqual([]);
    expect(
      seen.errors.filter((error) => !allowed.some((pattern) => pattern.test(error))),
      "errors on the page",
    ).toEqual([]);
  },
  lab: async ({ page, seen }, use) => {
    expect(seen.errors).toEqual([]);
    await use(new Lab(page));
  },
});
