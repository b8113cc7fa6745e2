// One run: a page, in a window of its own or in a frame of another page, the actions one after another, and what is looked at after each.
import { BROKEN_WORDS } from "../broken-words.mjs";
import { inside } from "./inside.mjs";

/** @typedef {import("./actions.mjs").Action} Action */
/** @typedef {{ lab: string, framed: boolean, actions: readonly Action[] }} Plan */
/** @typedef {{ fault: string, at: number, done: string[], heap: number[] }} Outcome */

/** A page that takes longer to draw a frame, on a machine that is busy with other work, hangs, ms. */
const HANGS = 60_000;
/** A run that has not come to rest by then is a long one, which is nothing wrong, ms. */
const RESTS = 15_000;
/** A state that has no address within this has too much for one, ms. */
const SHARES = 2000;
/** The heap may be this much larger than after the first actions: what is kept of labs and of undo, bytes. */
const HEAP_ROOM = 120e6;
const KILLED = "killed by the monkey";
/** Errors that the monkey brings about: a worker that it ends, and files that are not to be had without a network. */
const BROUGHT = [new RegExp(KILLED), /^Failed to load resource: net::ERR_INTERNET_DISCONNECTED/];
/** What the page itself says of a part that could not be loaded. */
const UNREACHABLE = /dynamically imported module|net::ERR_INTERNET_DISCONNECTED|Failed to fetch|NetworkError|preload/i;

const SLIDERS = "input[type=range]";
const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
];

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {{ site: string, words: { share: string, undo: string, redo: string }, labs: readonly string[] }} where
 * @param {Plan} plan
 * @returns {Promise<Outcome>} fault: "" where nothing was wrong
 */
export async function visit(browser, { site, words, labs }, { lab, framed, actions }) {
  const context = await browser.newContext({ viewport: SIZES[0] ?? null, locale: "en-GB", serviceWorkers: "block" });
  /** @type {Outcome} */
  const outcome = { fault: "", at: 0, done: [], heap: [] };
  /** @type {string[]} */
  const errors = [];
  /** Whether the page has been without a network: a part that it then asked for is remembered as missing. */
  let cutOff = false;
  const isBrought = (/** @type {string} */ text) =>
    BROUGHT.some((pattern) => pattern.test(text)) || (cutOff && UNREACHABLE.test(text));
  await context.addInitScript(
    `window.monkey = (${inside})(${JSON.stringify(words.share)}, ${JSON.stringify(BROKEN_WORDS)});`,
  );
  /** @param {string} hash */
  const open = async (hash) => {
    const page = await context.newPage();
    page.setDefaultTimeout(HANGS);
    page.on("console", (message) => {
      if (message.type() === "error" && !isBrought(message.text())) errors.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => {
      if (!isBrought(error.message)) errors.push(`uncaught: ${error.stack ?? error.message}`);
    });
    page.on("crash", () => errors.push("the page has crashed"));
    page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
    page.on("filechooser", () => undefined);
    page.on("popup", (popup) => void popup.close().catch(() => undefined));
    await page.goto(framed ? `${site}around` : site + hash, { waitUntil: "load" });
    if (!framed) return { page, view: page.mainFrame() };
    await page.evaluate((src) => {
      document.body.innerHTML = `<iframe src="${src}" style="position: fixed; inset: 0; width: 100%; height: 100%; border: 0"></iframe>`;
    }, site + hash);
    const view = await (await page.waitForSelector("iframe")).contentFrame();
    if (view === null) throw new Error("there is no frame");
    return { page, view };
  };
  // A page around, without the policy of the site.
  await context.route(`${site}around`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Around</title><body></body>" }),
  );

  try {
    const { page, view } = await open(`#lab=${lab}`);
    const devtools = await context.newCDPSession(page);
    await view.waitForFunction(rested, undefined, { timeout: HANGS }).catch(() => undefined);
    const links = [`#lab=${lab}`];
    /** @param {keyof import("./inside.mjs").Inside} name @param {unknown[]} values */
    const ask = (name, ...values) => askIn(view, name, ...values);
    const rest = () =>
      view.waitForFunction(rested, undefined, { timeout: RESTS }).then(
        () => true,
        () => false,
      );
    /** By the button: a key goes to whatever has the focus. @param {"undo" | "redo"} which */
    const step = (which) => ask("press", `.header button[title="${words[which]}"]`, 0);
    const link = async () => /** @type {string | null} */ ((await ask("link", SHARES)) ?? null);
    const heap = async () => {
      await devtools.send("HeapProfiler.collectGarbage");
      const { usedSize } = await devtools.send("Runtime.getHeapUsage");
      outcome.heap.push(usedSize);
      return usedSize;
    };

    /** @param {Action} action @returns {Promise<string>} what was done; a line that begins with "fault:" tells what was wrong */
    const perform = async (action) => {
      const { pick = 0, to = 0, x = 0, y = 0, dx = 0, dy = 0, text = "" } = action;
      switch (action.do) {
        case "slide":
          return `${await ask("slide", pick, to, SLIDERS)}`;
        case "type":
          return `${await ask("type", pick, text)}`;
        case "choose":
          return `${await ask("choose", pick, to)}`;
        case "press":
          return `${await ask("press", "button, summary, a", pick)}`;
        case "tab":
          return `${await ask("press", "[role=tab]", pick)}`;
        case "claim":
          return `${await ask("press", ".proof-chip, [data-break], [data-example]", pick)}`;
        case "train":
          return `${await ask("press", "[data-run]:not([data-run=load])", pick)}`;
        case "undo":
        case "redo":
          await page.keyboard.press(action.do === "undo" ? "Control+z" : "Control+Shift+z");
          return "";
        case "key":
          await page.keyboard.press(text);
          return text;
        case "click":
        case "drag":
        case "wheel": {
          const at = /** @type {{ x: number, y: number } | null} */ (await ask("place", pick, x, y));
          if (at === null) return "no picture";
          await page.mouse.move(at.x, at.y);
          if (action.do === "click") await page.mouse.click(at.x, at.y);
          else if (action.do === "wheel") await page.mouse.wheel(0, (dy - 0.5) * 800);
          else {
            await page.mouse.down();
            await page.mouse.move(at.x + (dx - 0.5) * 400, at.y + (dy - 0.5) * 400, { steps: 4 });
            await page.mouse.up();
          }
          return `${Math.round(at.x)} ${Math.round(at.y)}`;
        }
        case "link": {
          const known = links[Math.floor(pick * links.length)] ?? "";
          const hash = harmed(known, text, to, labs);
          await view.evaluate((next) => {
            location.hash = next;
          }, hash);
          return `${text} ${hash.slice(0, 80)}`;
        }
        case "resize":
          await page.setViewportSize(SIZES[Math.floor(pick * SIZES.length)] ?? { width: 800, height: 600 });
          return "";
        case "media":
          await page.emulateMedia({
            colorScheme: pick < 0.5 ? "dark" : "light",
            reducedMotion: pick % 0.5 < 0.25 ? "reduce" : "no-preference",
          });
          return "";
        case "offline":
        case "online":
          cutOff ||= action.do === "offline";
          await context.setOffline(action.do === "offline");
          return "";
        case "kill": {
          const workers = page.workers();
          const worker = workers[Math.floor(pick * workers.length)];
          const die = (/** @type {string} */ why) =>
            void setTimeout(() => {
              throw new Error(why);
            });
          // A worker that is busy hears of it late, or never.
          void worker?.evaluate(die, KILLED).catch(() => undefined);
          return worker === undefined ? "no worker" : "";
        }
        case "rest":
          return String(await rest());
        case "message":
          await page.evaluate((data) => window.frames[0]?.postMessage(data, "*"), action.message);
          return JSON.stringify(action.message).slice(0, 120);
        case "edit-and-undo": {
          const before = await link();
          // A slider of a claim's figure changes what is looked at, which is no edit.
          const what = await ask("slide", pick, to, `.control[data-field] ${SLIDERS}`);
          const after = await link();
          if (before === null || after === null || before === after) return `${what}: no change`;
          // A claim's address says the same state in another way.
          if (before.includes("q=")) return `${what}: nothing to compare with`;
          await step("undo");
          const undone = await link();
          if (undone !== before)
            return `fault: after ${what} and undo the state is another one: ${before} became ${undone}`;
          await step("redo");
          const again = await link();
          return again === after ? `${what}` : `fault: redo of ${what} gives ${again}, not ${after}`;
        }
        case "open-link": {
          const hash = await link();
          if (hash === null || hash.includes("q=")) return "no link of a state";
          links.push(hash);
          await rest();
          const here = await link();
          if (here !== hash) return "it has moved on";
          const second = await open(hash);
          try {
            await second.view.waitForFunction(rested, undefined, { timeout: RESTS }).catch(() => undefined);
            const there = await askIn(second.view, "link", HANGS);
            return there === hash ? "the same" : `fault: the link ${hash} gives another state: ${there}`;
          } finally {
            await second.page.close();
          }
        }
        default:
          throw new Error(`no action ${action.do}`);
      }
    };

    for (const [at, action] of actions.entries()) {
      outcome.at = at;
      const what = await perform(action);
      outcome.done.push(`${action.do} ${what}`);
      await ask("frames");
      const wrong = /** @type {string[]} */ ((await ask("wrong")) ?? []);
      const [first] = [...errors.splice(0), ...wrong, ...(what.startsWith("fault:") ? [what] : [])];
      if (first !== undefined) return { ...outcome, fault: first };
      if (at === 20 || (at > 20 && at === actions.length - 1)) await heap();
    }
    const [begin = 0, end = 0] = outcome.heap;
    if (end > begin + HEAP_ROOM) outcome.fault = `memory: ${begin} bytes have become ${end}`;
    return outcome;
  } catch (error) {
    const [first] = errors;
    return {
      ...outcome,
      fault: first ?? `the page does not answer: ${error instanceof Error ? error.message : error}`,
    };
  } finally {
    await context.close();
  }
}

/** What is in the page. @typedef {Window & { monkey?: Record<string, (...values: unknown[]) => unknown> }} Watched */

/** @param {import("@playwright/test").Frame} view @param {keyof import("./inside.mjs").Inside} name @param {unknown[]} values @returns {Promise<unknown>} */
const askIn = (view, name, ...values) =>
  view.evaluate(
    ([what, given]) =>
      /** @type {Watched} */ (window).monkey?.[/** @type {string} */ (what)]?.(.../** @type {unknown[]} */ (given)),
    [name, values],
  );

const rested = () => /** @type {Watched} */ (window).monkey?.rests?.() === true;

/** @param {string} hash @param {string} how @param {number} to where @param {readonly string[]} labs */
function harmed(hash, how, to, labs) {
  const at = Math.floor(to * hash.length);
  const other = labs[Math.floor(to * labs.length)] ?? "";
  switch (how) {
    case "cut":
      return hash.slice(0, at);
    case "flip":
      return `${hash.slice(0, at)}${String.fromCharCode(97 + Math.floor(to * 26))}${hash.slice(at + 1)}`;
    case "garbage":
      return "#lab=svr&s=1.!!!%00%ff&q=<b>";
    case "door":
      return "";
    case "other":
    case "bare":
      return `#lab=${other}`;
    case "claim":
      return `#lab=${other}&q=${["1c1", "2.5c", "3b", "4v1", "4bridge"][Math.floor(to * 5)]}`;
    case "wrapped":
      return `${encodeURIComponent(hash.slice(1))}%20.`;
    default:
      return hash;
  }
}
