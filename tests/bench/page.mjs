// The page as a visitor meets it: what a first visit weighs, how long a gesture takes to become a picture, and when the
// first fit is drawn beside a bare TensorFlow.js page's first training step.
import { get } from "node:http";
import { join } from "node:path";
import { serve } from "../../web/build/serve.mjs";
import { median } from "./measure.mjs";

/** Budgets of a first visit, bytes after brotli. */
const WEIGHT = { total: 150_000, wasm: 62_000 };
/** One frame at 60 Hz, ms. */
const FRAME = 1000 / 60;
/** From here on a task of the main thread counts as long, ms. */
const LONG_TASK = 50;
const POINTS = 200;
const MOVES = 200;
const ROUNDS = 7;
/** What a first visit opens. */
const LAB = "#lab=svr";
const PICTURE = ".picture-view[data-frames]";

/** All points but the dragged one: a sine with a ripple, the same every time. */
function csv() {
  const rows = Array.from({ length: POINTS - 1 }, (_, i) => {
    const x = (6 * i) / (POINTS - 2);
    return `${x.toFixed(4)},${(Math.sin(x) + 0.2 * Math.sin(37 * x)).toFixed(4)}`;
  });
  return `x,y\n${rows.join("\n")}\n`;
}

/** Of an answer's body as it is sent. @param {string} url */
const compressedSize = (url) =>
  new Promise((/** @type {(size: number) => void} */ resolve, reject) => {
    get(url, { headers: { "accept-encoding": "br" } }, (response) => {
      let size = 0;
      response.on("data", (/** @type {Buffer} */ chunk) => (size += chunk.length));
      response.on("end", () => resolve(size));
    }).on("error", reject);
  });

/**
 * Bytes over the wire until the first picture is drawn and the network rests.
 * @param {import("@playwright/test").Browser} browser @param {string} url a server that compresses
 */
export async function weight(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  /** @type {Map<string, number>} */
  const sizes = new Map();
  /** @type {Promise<void>[]} */
  const pending = [];
  page.on("requestfinished", (request) => {
    if (!request.url().startsWith("http")) return;
    pending.push(
      request.sizes().then(async ({ responseBodySize }) => {
        const name = new URL(request.url()).pathname.split("/").pop() || "index.html";
        // What a worker loads comes without a size.
        const size = responseBodySize > 0 ? responseBodySize : await compressedSize(request.url());
        sizes.set(name, Math.max(sizes.get(name) ?? 0, size));
      }),
    );
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForSelector(PICTURE);
  await page.waitForLoadState("networkidle");
  await Promise.all(pending);
  await context.close();
  const files = [...sizes].sort((a, b) => b[1] - a[1]);
  const sum = (/** @type {(name: string) => boolean} */ wanted) =>
    files.filter(([name]) => wanted(name)).reduce((total, [, size]) => total + size, 0);
  return { files, total: sum(() => true), wasm: sum((name) => name.endsWith(".wasm")) };
}

/**
 * Drag one point of 200 through 200 places. One move at a time: from the pointer event's own time stamp to the frame in
 * which the new fit is on the canvas.
 * @param {import("@playwright/test").Browser} browser @param {string} url
 */
async function drag(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector(PICTURE);
  await page.locator("[data-action=import]").click();
  await page.locator("dialog.import textarea").fill(csv());
  await page.locator("dialog.import button[type=submit]").click();
  await page.waitForSelector(`.picture-view[data-n="${POINTS - 1}"][data-current="true"]`);
  await page.evaluate((least) => {
    const told = { moves: /** @type {number[]} */ ([]), long: /** @type {number[]} */ ([]) };
    Object.assign(globalThis, { told });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (duration > least) told.long.push(duration);
    }).observe({ type: "longtask" });
    const picture = /** @type {HTMLElement} */ (document.querySelector(".picture-view"));
    let moved = 0;
    picture.addEventListener("pointermove", (event) => (moved = event.timeStamp), { capture: true });
    // The counter goes up when the new fit has been drawn on the canvas.
    new MutationObserver(() => {
      if (moved === 0) return;
      const start = moved;
      moved = 0;
      told.moves.push(performance.now() - start);
    }).observe(picture, { attributes: true, attributeFilter: ["data-frames"] });
  }, LONG_TASK);
  const canvas = page.locator(".picture-canvas").first();
  const box = await canvas.boundingBox();
  if (box === null) throw new Error("no canvas on the page");
  // A click adds a point just there, and that one is dragged.
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 4 };
  await page.mouse.click(at.x, at.y);
  await page.waitForSelector(`.picture-view[data-n="${POINTS}"][data-current="true"]`);
  await page.mouse.down();
  for (let k = 1; k <= MOVES; k++) {
    const before = await page.locator(".picture-view").getAttribute("data-frames");
    // Round a circle in steps of some 10 pixels, so that no move is too small to be one.
    await page.mouse.move(at.x + 60 * Math.sin(k / 6), at.y + 60 * Math.cos(k / 6));
    await page.waitForFunction(
      (frames) => document.querySelector(".picture-view")?.getAttribute("data-frames") !== frames,
      before,
      { polling: "raf" },
    );
  }
  await page.mouse.up();
  const told = await page.evaluate(() => /** @type {any} */ (globalThis).told);
  await context.close();
  return { latency: median(told.moves), moves: told.moves.length, long: told.long };
}

/**
 * From the start of navigation to what the page shows for it, cold: ours to the first fit drawn, theirs to the end of the
 * first training step. Interleaved.
 * @param {import("@playwright/test").Browser} browser @param {string} ours @param {string} theirs
 */
async function start(browser, ours, theirs) {
  const once = async (/** @type {string} */ url, /** @type {string} */ selector) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    // The page itself says when: to ask it would mean to inject scripts that take part of the time measured.
    await page.addInitScript((wanted) => {
      const done = () => {
        if (document.querySelector(wanted) === null) requestAnimationFrame(done);
        else console.log(`shown at ${performance.now()}`);
      };
      requestAnimationFrame(done);
    }, selector);
    const shown = page.waitForEvent("console", (message) => message.text().startsWith("shown at "));
    await page.goto(url, { waitUntil: "commit" });
    const time = Number((await shown).text().slice("shown at ".length));
    await context.close();
    return time;
  };
  const times = { ours: /** @type {number[]} */ ([]), theirs: /** @type {number[]} */ ([]) };
  for (let round = 0; round < ROUNDS; round++) {
    times.ours.push(await once(ours, PICTURE));
    times.theirs.push(await once(theirs, "[data-trained]"));
  }
  return { ours: median(times.ours), theirs: median(times.theirs) };
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} project the repository's folder
 * @returns figures, and a line for each budget: what, value, limit, whether it holds
 */
export async function measurePage(browser, project) {
  const compressed = await serve(join(project, "dist/site"), { compress: true });
  const site = await serve(join(project, "dist/site")); // compressing anew for each visit would be what is timed
  const bench = await serve(join(project, "tests/bench"), { policy: "" }); // TensorFlow.js evaluates strings
  try {
    const heavy = await weight(browser, compressed.url + LAB);
    const gesture = await drag(browser, site.url + LAB);
    const first = await start(browser, site.url + LAB, `${bench.url}browser/tfjs.html`);
    const lines = [
      { what: "first visit, all of it (bytes, brotli)", value: heavy.total, limit: WEIGHT.total },
      { what: "first visit, the wasm (bytes, brotli)", value: heavy.wasm, limit: WEIGHT.wasm },
      { what: `drag of one point of ${POINTS}: gesture to picture (ms, median)`, value: gesture.latency, limit: FRAME },
      {
        what: `tasks over ${LONG_TASK} ms on the main thread during ${gesture.moves} moves`,
        value: gesture.long.length,
        limit: 0,
      },
      {
        what: "first fit drawn over tfjs-wasm's first training step (ratio of medians)",
        value: first.ours / first.theirs,
        limit: 1,
      },
    ].map((line) => ({ ...line, holds: line.value <= line.limit }));
    return { weight: heavy, drag: gesture, start: first, lines };
  } finally {
    await Promise.all([compressed.close(), site.close(), bench.close()]);
  }
}
