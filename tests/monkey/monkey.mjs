// The monkey: actions from a seed, a page that they are carried out on, and the shortest list found that still fails.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { runnerImport } from "vite";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { serve } from "../../web/build/serve.mjs";
import { chromiumProgram } from "../browsers.mjs";
import { draw } from "./actions.mjs";
import { reduce } from "./reduce.mjs";
import { visit } from "./visit.mjs";

/** The labs, as the page's own list has them. */
export const LABS = [...readFileSync(join(PROJECT, "web/registry.ts"), "utf8").matchAll(/^\s*id: "(\w+)"/gm)].map(
  ([, id]) => id ?? "",
);

/** What failed, and how to see it again. @typedef {import("./visit.mjs").Plan & { seed?: number, fault: string, done: string[] }} Found */

/** @template T @param {(browser: import("@playwright/test").Browser, where: Parameters<typeof visit>[1]) => Promise<T>} work */
async function withPage(work) {
  /** @type {{ module: { en: { shell: { share: string, undo: string, redo: string } } } }} */
  const { module: messages } = await runnerImport(join(PROJECT, "web/host/messages/en.ts"));
  const server = await serve(join(PROJECT, "dist/site"));
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath: chromiumProgram(), args });
  try {
    return await work(browser, { site: server.url, words: messages.en.shell, labs: LABS });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @param {import("./visit.mjs").Plan} plan */
export const replay = (plan) => withPage((browser, where) => visit(browser, where, plan));

/**
 * @param {{ lab: string, framed: boolean, seed: number }} plan
 * @param {number} count of actions
 * @param {{ tries: number }} options runs to make a failure shorter
 * @returns {Promise<Found | null>} null where nothing was wrong
 */
export function monkey({ lab, framed, seed }, count, { tries }) {
  return withPage(async (browser, where) => {
    const start = performance.now();
    const actions = draw(seed, count, framed);
    const outcome = await visit(browser, where, { lab, framed, actions });
    const took = (performance.now() - start) / 1000;
    const done = outcome.done.length;
    const memory = outcome.heap.map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`).join(" to ");
    console.log(
      `${lab}${framed ? " in a frame" : ""}, seed ${seed}: ${done} actions in ${took.toFixed(0)} s (${(done / took).toFixed(1)} a second)${memory && `, heap ${memory}`}`,
    );
    if (outcome.fault === "") return null;
    console.log(outcome.fault);
    let best = {
      lab,
      framed,
      seed,
      actions: actions.slice(0, outcome.at + 1),
      fault: outcome.fault,
      done: outcome.done,
    };
    const kind = kindOf(outcome.fault);
    await reduce(
      best.actions,
      async (list) => {
        const again = await visit(browser, where, { lab, framed, actions: list });
        const same = kindOf(again.fault) === kind;
        if (same) best = { ...best, actions: list.slice(0, again.at + 1), fault: again.fault, done: again.done };
        return same;
      },
      tries,
    );
    return best;
  });
}

/** Actions a lab in every run of the tests, which has a minute for them. */
const IN_TESTS = 40;
/** Runs to make a failure shorter there. */
const TRIES_IN_TESTS = 12;

/** Every lab once, each from a seed of its own, the last one in a frame. @returns {Promise<Required<import("../report.mjs").Count>>} */
export async function monkeyTests() {
  const count = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
  for (const [k, lab] of LABS.entries()) {
    const plan = { lab, framed: k === LABS.length - 1, seed: 1 + k };
    const found = await monkey(plan, IN_TESTS, { tries: TRIES_IN_TESTS });
    if (found === null) count.passed += 1;
    else {
      count.failed += 1;
      count.failures.push(
        `${lab}, seed ${plan.seed}: ${found.fault}\n  ${found.done.join("\n  ")}\nagain: npm run monkey -- --replay ${keep(found)}`,
      );
    }
  }
  return count;
}

/** @param {Found} found @returns {string} the file that it can be replayed from */
export function keep(found) {
  const folder = join(PROJECT, "build/monkey");
  const file = join(folder, `${found.lab}-${found.seed}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
  return file;
}

/** Two failures are one where they begin alike: numbers and addresses differ from run to run. @param {string} fault */
const kindOf = (fault) => fault.replace(/\d[\d.e+-]*/g, "0").slice(0, 40);
