// The VAE's lab as a visitor meets it, each from a cold start: how long until the first grid that a training has decoded, until the held-out
// ELBO is where a minute of training ends, and until a hundred digits are sampled by diffusion.
import { join } from "node:path";
import { serve } from "../../web/build/serve.mjs";
import { atMost } from "./side.mjs";

/** Seconds from opening the page, and from Start. */
const LIMITS = { grid: 2, learnt: 10, digits: 3 };
/** Of training, seconds; and how near to its end is near, relative. */
const MINUTE = 60;
const NEAR = 0.02;

/** The address of a state of the lab. @param {string} project @param {Readonly<Record<string, unknown>>} fields */
async function linkOf(project, fields) {
  const { runnerImport } = await import("vite");
  /** @type {{ module: typeof import("../../web/host/pack.ts") }} */
  const { module } = await runnerImport(join(project, "web/host/pack.ts"));
  return `#lab=vae&s=${encodeURIComponent(`1.${await module.pack(JSON.stringify(fields))}`)}`;
}

/** A page that has nothing of the site yet. @template T @param {import("@playwright/test").Browser} browser @param {string} address @param {(page: import("@playwright/test").Page) => Promise<T>} body */
async function cold(browser, address, body) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "commit" });
  const result = await body(page);
  await context.close();
  return result;
}

/** Start is pressed as soon as it is there. Seconds from opening the page to the first grid of a network that has learnt. @param {import("@playwright/test").Page} page */
const firstGrid = (page) =>
  page.evaluate(async () => {
    for (let pressed = false; ; ) {
      await new Promise(requestAnimationFrame);
      const start = /** @type {HTMLElement | null} */ (document.querySelector("[data-run=start]"));
      if (!pressed && start !== null) {
        start.click();
        pressed = true;
      }
      const view = /** @type {HTMLElement | null} */ (document.querySelector(".picture-view[data-steps]"));
      if (Number(view?.dataset.steps) > 0 && view?.dataset.source === "run") {
        const decoded = view.testReadings?.().decoded;
        if (Array.isArray(decoded) && decoded.length > 0) return performance.now() / 1000;
      }
      if (performance.now() > 60_000) throw new Error("nothing was decoded within a minute");
    }
  });

/** Held-out ELBO of a training, as the page shows it. @param {import("@playwright/test").Page} page */
async function curve(page) {
  await page.locator("[data-run=start]").waitFor();
  return page.evaluate(async (seconds) => {
    /** @type {HTMLElement} */ (document.querySelector("[data-run=start]")).click();
    const start = performance.now();
    /** @type {{ at: number, steps: number, elbo: number }[]} */
    const seen = [];
    while (performance.now() - start < 1000 * seconds) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { steps, elbo } = /** @type {HTMLElement} */ (document.querySelector(".picture-view")).dataset;
      if (elbo === undefined || elbo === "" || Number(elbo) === seen.at(-1)?.elbo) continue;
      seen.push({ at: (performance.now() - start) / 1000, steps: Number(steps), elbo: Number(elbo) });
    }
    return seen;
  }, MINUTE);
}

/** Seconds from opening the page until all are there. @param {import("@playwright/test").Page} page */
async function sampled(page) {
  await page.waitForSelector('.picture-view[data-phase="done"][data-count="100"]');
  return page.evaluate(() => performance.now() / 1000);
}

/** @param {import("@playwright/test").Browser} browser @param {string} project the repository's folder */
export async function measureVaePage(browser, project) {
  const site = await serve(join(project, "dist/site"));
  const train = { preset: "digits", stage: "train", vaeData: "digits" };
  try {
    const link = async (/** @type {object} */ fields) => site.url + (await linkOf(project, { ...fields }));
    const grid = await cold(browser, await link(train), firstGrid);
    const digits = await cold(
      browser,
      await link({ preset: "samples", stage: "digits", digitsView: "grid", digitsCount: 100 }),
      sampled,
    );
    // More steps than a minute has room for.
    const learnt = await cold(browser, await link({ ...train, vaeSteps: 100_000 }), curve);
    const end = learnt.at(-1)?.elbo ?? Number.NaN;
    const near = learnt.find(({ elbo }) => elbo >= end - NEAR * Math.abs(end))?.at ?? Number.NaN;
    const lines = [
      atMost("opening the VAE until a grid is decoded by a network that has learnt (s)", grid, LIMITS.grid),
      atMost("training until the held-out ELBO is within 2 % of where a minute ends (s)", near, LIMITS.learnt),
      atMost("opening digits by diffusion until 100 are sampled (s)", digits, LIMITS.digits),
    ];
    return { grid, digits, near, learnt, lines };
  } finally {
    await site.close();
  }
}
