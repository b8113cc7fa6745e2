// The lab of problem 3 as a visitor meets it: what opening it weighs beyond the first lab's visit, how long a dragged weight takes to
// become a redrawn tape, and how long a training takes to beat a naive predictor.
import { join } from "node:path";
import { serve } from "../../web/build/serve.mjs";
import { median } from "./measure.mjs";
import { weight } from "./page.mjs";
import { atMost } from "./side.mjs";

/** Bytes after brotli, beyond what a first visit of the first lab loads. */
const WEIGHT = 110_000;
/** One frame at 60 Hz, ms. */
const FRAME = 1000 / 60;
const MOVES = 100;
/** Seconds in the page until both cells forecast CO2 better than its last value does. */
const BEATEN = 10;

const LAB = "#lab=cifg";
const PICTURE = '.picture-view[data-current="true"]';

/** Of a weight, one move a frame: from the event to the frame in which the new tape is drawn. @param {import("@playwright/test").Browser} browser @param {string} url */
async function drag(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url + LAB);
  await page.waitForSelector(PICTURE);
  await page.waitForFunction(() => document.querySelector('.proof-chip[data-verdict="checking"]') === null);
  const times = await page.evaluate(async (moves) => {
    const view = /** @type {HTMLElement} */ (document.querySelector(".picture-view"));
    const cell = /** @type {HTMLElement} */ (document.querySelector('[data-cell="W_f-0-0"]'));
    // There is no real pointer to capture.
    cell.setPointerCapture = () => undefined;
    const send = (/** @type {string} */ type, /** @type {number} */ clientX) =>
      cell.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, pointerType: "mouse", clientX, bubbles: true, cancelable: true }),
      );
    send("pointerdown", 0);
    /** @type {number[]} */
    const taken = [];
    for (let k = 1; k <= moves; ++k) {
      await new Promise(requestAnimationFrame);
      const before = view.dataset.frames;
      const start = performance.now();
      /** @type {Promise<number>} */
      const drawn = new Promise((resolve) => {
        const watch = new MutationObserver(() => {
          if (view.dataset.frames === before || view.dataset.current !== "true") return;
          watch.disconnect();
          resolve(performance.now());
        });
        watch.observe(view, { attributes: true });
      });
      send("pointermove", 4 + k);
      taken.push((await drawn) - start);
    }
    send("pointerup", 4 + moves);
    return taken;
  }, MOVES);
  await context.close();
  return median(times);
}

/** Seconds from Start, on a page that has just been opened, until both cells' held-out error is below that of the last value. @param {import("@playwright/test").Browser} browser @param {string} url */
async function beaten(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url + LAB);
  await page.waitForSelector(PICTURE);
  await page.locator("[data-control=preset]").selectOption("co2");
  await page.locator("[data-run=start]").waitFor();
  const taken = await page.evaluate(async () => {
    const error = (/** @type {string} */ name) => {
      const row = document.querySelector(`[data-predictor="${name}"]`);
      return Number.parseFloat(row?.querySelector(".number")?.textContent ?? "");
    };
    /** @type {HTMLElement} */ (document.querySelector("[data-run=start]")).click();
    const start = performance.now();
    while (!(Math.max(error("cifg"), error("lstm")) < error("last"))) {
      await new Promise(requestAnimationFrame);
      if (performance.now() - start > 60_000) throw new Error("the last value was not beaten within a minute");
    }
    return (performance.now() - start) / 1000;
  });
  await context.close();
  return taken;
}

/** Bytes of the script of a part's worker. @param {readonly (readonly [name: string, size: number])[]} files @param {string} part */
function workerOf(files, part) {
  const found = files.find(([name]) => name.startsWith(`${part}-`) && name.endsWith(".js"));
  if (found === undefined) throw new Error(`no worker of the part ${part} among what was loaded`);
  return found[1];
}

/** @param {import("@playwright/test").Browser} browser @param {string} project the repository's folder */
export async function measureCifgPage(browser, project) {
  const compressed = await serve(join(project, "dist/site"), { compress: true });
  const site = await serve(join(project, "dist/site"));
  try {
    const first = await weight(browser, `${compressed.url}#lab=svr`);
    const lab = await weight(browser, compressed.url + LAB);
    const known = new Set(first.files.map(([name]) => name));
    const shell = workerOf(first.files, "svr");
    // The script of a worker is the shell with a part's names: it counts as far as it is longer than the first lab's.
    const own = lab.files.flatMap(([name, size]) =>
      known.has(name) ? [] : [{ name, size: name.startsWith("cifg-") ? size - shell : size }],
    );
    const total = own.reduce((sum, { size }) => sum + size, 0);
    const gesture = await drag(browser, site.url);
    const seconds = await beaten(browser, site.url);
    const lines = [
      atMost("opening the lab, beyond the first lab's visit (bytes, brotli)", total, WEIGHT),
      atMost("drag of a weight: gesture to redrawn tape (ms, median)", gesture, FRAME),
      atMost("training until CO2 is forecast better than by its last value (s)", seconds, BEATEN),
    ];
    return { own, gesture, seconds, lines };
  } finally {
    await Promise.all([compressed.close(), site.close()]);
  }
}
