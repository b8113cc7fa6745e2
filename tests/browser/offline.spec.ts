// Without a network: what one visit leaves behind, a new version beside an old one, and answers that must not be kept.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { filesOf } from "../../web/build/files.mjs";
import { serve } from "../../web/build/serve.mjs";
import { keys } from "../../web/host/messages/keys.en.ts";
import { en as offline } from "../../web/offline/messages.en.ts";
import { labList } from "../../web/registry.ts";
import { DIST, SUB_PATH } from "./support/addresses.ts";
import { bareChromium, type Tab } from "./support/bare-chromium.ts";
import { copyOf, entryOf, nextGeneration } from "./support/generations.ts";

test.use({ serviceWorkers: "allow" });

const SITE = resolve(DIST, "site");

/** A site that can go down, and come back as another one, on one address. */
async function host(folder: string, options: Parameters<typeof serve>[1] = {}) {
  let server = await serve(folder, { base: SUB_PATH, ...options });
  const { url } = server;
  const port = Number(new URL(url).port);
  return {
    url,
    port,
    down: () => server.close(),
    async up(next: string) {
      await server.close();
      server = await serve(next, { base: SUB_PATH, port });
    },
  };
}

/** Open a lab, and let the page come to rest at once: the time until then says nothing. */
async function visit(page: Page, url: string, lab = "svr"): Promise<void> {
  await page.clock.install();
  await page.clock.resume();
  await page.goto(`${url}#lab=${lab}`);
  await computes(page);
  await rest(page);
}

const rest = (page: Page) => page.clock.fastForward(10_000);

/** Everything that a lab needs is kept, and the page has asked for what is newer: it links to the manifest after that. */
const kept = (page: Page) =>
  page.waitForFunction(
    () => navigator.serviceWorker.controller !== null && document.querySelector("link[rel=manifest]") !== null,
    undefined,
    { timeout: 60_000 },
  );

/** A lab computes: its first claim has been checked, and holds. */
async function computes(page: Page): Promise<void> {
  await expect(page.locator(".proof-chip[data-claim]").first()).toHaveAttribute("data-verdict", "pass", {
    timeout: 60_000,
  });
}

const entry = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? "");

/** The browser looks for a new worker by itself now and then. What it finds, the tests see by what follows. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const known = await navigator.serviceWorker.getRegistration();
    known?.update().catch(() => undefined);
  });

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

test("after one visit every lab computes with the server gone, and every page of the site opens", async ({ page }) => {
  const errors = errorsOf(page);
  const { url, port, down } = await host(SITE);
  // The front door: what it needs is the least that a visit can bring.
  await page.clock.install();
  await page.clock.resume();
  await page.goto(url);
  await expect(page.locator(".door-card")).toHaveCount(labList.labs.length);
  await rest(page);
  await kept(page);
  await down();
  for (const { id } of labList.labs) {
    await page.goto("about:blank");
    await page.goto(`${url}#lab=${id}`);
    await computes(page);
  }
  // What only an open claim needs: its derivation, with its fonts.
  await page.locator(".proof-chip[data-claim]").first().click();
  await expect(page.locator("[data-open-claim] .katex").first()).toBeVisible();
  expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === "error").length)).toBe(0);
  const folders = filesOf(SITE)
    .filter((name) => name.endsWith("/index.html") && !name.startsWith("zh-TW/"))
    .map((name) => name.replace(/index\.html$/, ""));
  // All of them from within the page, which the same worker answers, and one as a visitor opens it.
  const texts = await page.evaluate(
    (addresses) => Promise.all(addresses.map(async (address) => (await fetch(address)).text())),
    folders.map((name) => url + name),
  );
  for (const [k, name] of folders.entries())
    expect(texts[k] === readFileSync(join(SITE, name, "index.html"), "utf8"), name).toBe(true);
  const answer = await page.goto(url + folders.at(-1));
  expect(answer?.status()).toBe(200);
  expect(await answer?.text()).toBe(texts.at(-1));
  // A server that takes the question and never answers is no better than none.
  const silent = createServer().listen(port, "127.0.0.1");
  await page.goto(`${url}#lab=svr`);
  await computes(page);
  silent.close();
  expect(errors).toEqual([]);
});

test("of a language nothing is kept before it is used, and all of it after", async ({ page }) => {
  const { url, down } = await host(SITE);
  const holds = (name: string) =>
    page.evaluate(async (address) => (await caches.match(address)) !== undefined, url + name);
  await visit(page, url);
  await kept(page);
  expect([await holds("svr/index.html"), await holds("zh-TW/svr/index.html")]).toEqual([true, false]);
  await page.goto("about:blank");
  await page.goto(`${url}#lab=svr&lang=zh-TW`);
  await computes(page);
  await rest(page);
  await expect.poll(() => holds("?languages")).toBe(true);
  await expect
    .poll(() => page.evaluate(async (address) => (await caches.match(address))?.text(), `${url}?languages`), {
      timeout: 60_000,
    })
    .toContain("zh-TW");
  await down();
  await page.goto("about:blank");
  await page.goto(`${url}#lab=svdd&lang=zh-TW`);
  await computes(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-TW");
});

/** How the ids of a lab's claims begin. */
const CLAIMS = { svr: "1", svdd: "2", cifg: "3", vae: "4v", diffusion: "4c" } as const;

test("an update waits for the user's word, old tabs keep their files, and the state stays", async () => {
  // Three pages come to rest, on a clock that nobody moves.
  test.setTimeout(240_000);
  // What every lab loads: no file of an old lab is on the server then.
  const next = await nextGeneration(SITE, "page-");
  const { url, up, down } = await host(SITE);
  const [older, newer] = [url + entryOf(SITE), url + entryOf(next)];
  expect(newer).not.toBe(older);
  const browser = await bareChromium(test.info().project.use.launchOptions ?? {});
  const caught: string[][] = [];
  const open = async (lab: string) => {
    const tab = await browser.open(`${url}#lab=${lab}`);
    caught.push(tab.errors);
    return tab;
  };
  const computed = (tab: Tab, lab: keyof typeof CLAIMS) =>
    tab.until(
      `a claim of ${lab} holds`,
      (begin) => document.querySelector(`.proof-chip[data-claim^="${begin}"][data-verdict=pass]`) !== null,
      [CLAIMS[lab]],
    );
  const atRest = (tab: Tab) =>
    tab.until(
      "everything is kept",
      () => navigator.serviceWorker.controller !== null && document.querySelector("link[rel=manifest]") !== null,
      [],
    );
  const offered = (tab: Tab) =>
    tab.until(
      "an update is offered",
      (text) => document.querySelector(".update")?.textContent?.includes(text) ?? false,
      [offline.ready],
    );
  const isOf = (tab: Tab, script: string) =>
    tab.evaluate((src) => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src === src, script);
  const generations = (tab: Tab) => tab.evaluate(async () => (await caches.keys()).length);
  const goTo = (tab: Tab, lab: string) =>
    tab.evaluate((name) => {
      location.hash = `#lab=${name}`;
    }, lab);
  const C = (tab: Tab) =>
    tab.evaluate(() => document.querySelector<HTMLInputElement>('[data-field="C"] .control-number')?.value);

  try {
    const page = await open("svr");
    await computed(page, "svr");
    await atRest(page);
    const second = await open("svdd");
    await computed(second, "svdd");
    await atRest(second);
    await page.send("Page.bringToFront");
    await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('[data-field="C"] .control-number');
      if (box === null) throw new Error("no box for C");
      box.value = "7";
      box.dispatchEvent(new Event("change"));
    });

    await up(next);
    expect(await page.evaluate(() => document.querySelector(".update"))).toBeNull();
    await page.evaluate(async () => {
      const known = await navigator.serviceWorker.getRegistration();
      known?.update().catch(() => undefined);
    });
    await offered(page);
    // The server has the old files no more, and neither has the browser's own cache.
    await page.send("Network.clearBrowserCache");
    await second.send("Page.bringToFront");
    await goTo(second, "cifg");
    await computed(second, "cifg");
    await page.send("Page.bringToFront");
    await offered(page);
    expect(await isOf(page, older), "nothing happens by itself").toBe(true);
    const waits = await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null);
    expect(waits, "the new worker waits").toBe(true);

    await page.evaluate(() => document.querySelector<HTMLElement>(".update .primary")?.click());
    await page.until(
      "the page is the new one",
      (src) => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src === src,
      [newer],
    );
    await computed(page, "svr");
    expect(await C(page)).toBe("7");

    // The other tab has been told, and works on with what it was loaded from.
    await second.send("Page.bringToFront");
    await offered(second);
    await goTo(second, "vae");
    await computed(second, "vae");
    expect(await isOf(second, older)).toBe(true);
    expect(await generations(page)).toBe(2);
    await second.send("Page.close");
    await page.send("Page.reload");
    await page.until("the old generation is gone", async () => (await caches.keys()).length === 1, []);

    await down();
    const last = await open("diffusion");
    await computed(last, "diffusion");
    expect(await isOf(last, newer)).toBe(true);
    expect(caught.flat()).toEqual([]);
  } finally {
    await browser.close();
  }
});

test("a page that the user has reloaded into the new version has nothing announced", async ({ page }) => {
  const next = await nextGeneration(SITE, "help-");
  const { url, up } = await host(SITE);
  await visit(page, url);
  await kept(page);
  const first = await cacheNames(page);
  await up(next);
  await page.reload();
  expect(await entry(page)).toBe(url + entryOf(next));
  const takenOver = page.evaluate(
    () => new Promise<void>((done) => navigator.serviceWorker.addEventListener("controllerchange", () => done())),
  );
  await computes(page);
  await rest(page);
  await takenOver;
  // From the next visit on nobody uses the old generation.
  await page.reload();
  await computes(page);
  await rest(page);
  await expect.poll(() => cacheNames(page), { timeout: 60_000 }).not.toContain(first[0]);
  await expect(page.locator(".update")).toHaveCount(0);
});

test("what the server did not send as it was built is not kept, and the version before stays", async ({ page }) => {
  const next = await nextGeneration(SITE, "help-");
  // Of the language in use: of another one nothing is kept.
  const english = (name: string) => readFileSync(join(next, name), "utf8").includes(keys.everywhere);
  const script = filesOf(next).find((name) => /^assets\/help-.*\.js$/.test(name) && english(name)) ?? "";
  const right = readFileSync(join(next, script));
  const { url, up } = await host(SITE);
  await visit(page, url);
  await kept(page);
  const [before] = await cacheNames(page);
  const ways: readonly [string, () => void][] = [
    ["cut short", () => truncateSync(join(next, script), right.length - 1)],
    ["another page under its name", () => writeFileSync(join(next, script), "<!doctype html><p>Sign in first")],
    ["something added", () => appendFileSync(join(next, script), "\n")],
    ["missing", () => rmSync(join(next, script))],
  ];
  for (const [how, spoil] of ways) {
    spoil();
    await up(next);
    await page.evaluate(() => {
      const state = { failed: false };
      Object.assign(window, { state });
      navigator.serviceWorker.getRegistration().then((known) =>
        known?.addEventListener("updatefound", () => {
          const worker = known.installing;
          worker?.addEventListener("statechange", () => {
            state.failed ||= worker.state === "redundant";
          });
        }),
      );
    });
    await lookForUpdate(page);
    await page.waitForFunction(() => (window as unknown as { state: { failed: boolean } }).state.failed);
    const names = await page.evaluate(async (file) => {
      const hits = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).match(file)));
      return hits.filter((hit) => hit !== undefined).length;
    }, url + script);
    expect(names, how).toBe(0);
    writeFileSync(join(next, script), right);
  }
  expect(await cacheNames(page)).toContain(before);
  expect(await page.locator(".update").count()).toBe(0);
  await lookForUpdate(page);
  await expect(page.locator(".update")).toContainText(offline.ready, { timeout: 60_000 });
});

/** Nothing of the site is kept on this machine. */
const clean = (page: Page) =>
  page.evaluate(
    async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).length === 0,
  );

test("without room the page works as it does online, and leaves nothing half kept", async ({ page, context }) => {
  const errors = errorsOf(page);
  const { url } = await host(SITE);
  const devtools = await context.newCDPSession(page);
  const origin = new URL(url).origin;
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 500_000 });
  const begun = context.waitForEvent("serviceworker", { timeout: 60_000 });
  await visit(page, url);
  await begun;
  await expect.poll(() => clean(page), { timeout: 60_000 }).toBe(true);
  await page.reload();
  await computes(page);
  expect(errors).toEqual([]);
});

test("a site that was taken down is gone", async ({ page }) => {
  const { url, up } = await host(SITE);
  await visit(page, url);
  await kept(page);
  await up(mkdtempSync(join(tmpdir(), "proofground-empty-")));
  expect((await page.goto(url))?.status()).toBe(404);
  await expect.poll(() => clean(page)).toBe(true);
});

/** Open this and let the page come to rest. @returns the scripts that it has asked for */
async function atRest(context: BrowserContext, address: string): Promise<string[]> {
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.clock.install();
  const printing = page.waitForRequest(/\/print-[^/]*\.js$/);
  await page.goto(address);
  await page.clock.resume();
  await page.clock.fastForward(10_000);
  await printing;
  await page.waitForLoadState("networkidle");
  await page.close();
  return asked.filter((one) => /\/(register|sw)\b[^/]*\.js$/.test(one));
}

test("a page in a frame registers nothing", async ({ context }) => {
  const folder = copyOf(SITE);
  writeFileSync(
    join(folder, "around.html"),
    '<!doctype html><iframe src="./#q=1c1&w=1" width="800" height="700"></iframe>',
  );
  // The site's own policy lets no page frame another one.
  const { url } = await host(folder, { policy: "" });
  expect(await atRest(context, `${url}around.html`)).toEqual([]);
  expect((await atRest(context, `${url}#lab=svr`)).length, "a page of its own does").toBeGreaterThan(0);
});
