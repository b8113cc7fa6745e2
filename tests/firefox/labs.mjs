// Firefox opens every lab once, from a server and from the single file on disk: it draws, a claim passes, and nothing is wrong on
// the console. From disk the site cannot work, and says so.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { serve } from "../../web/build/serve.mjs";
import { startFirefox } from "./firefox.mjs";

const WAIT_MS = 60_000;

/** How many colours the pictures have, counted until it is clear that they are drawn. */
const COLOURS = `
  const colours = new Set();
  for (const canvas of document.querySelectorAll("canvas")) {
    if (canvas.width === 0 || canvas.height === 0) continue;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    for (const colour of new Uint32Array(data.buffer)) if (colours.size < 20) colours.add(colour);
  }
  return colours.size;`;

/** Where the site opened from disk leads to, once it has said that it cannot work there. */
const WAY_OUT = `
  const sentence = document.querySelector("#proofground > .late");
  return sentence !== null && getComputedStyle(sentence).visibility === "visible" ? sentence.querySelector("a").href : "";`;

const CURRENT = `return document.querySelector(".picture-view")?.dataset.current === "true";`;
const FIRST_CLAIM = `return document.querySelector(".proof-chip[data-claim]")?.dataset.claim ?? null;`;
/** @param {string} claim */
const verdictOf = (claim) =>
  `return document.querySelector('.proof-chip[data-claim="${claim}"]')?.dataset.verdict ?? "none";`;

/** @returns {string[]} the labs, as the page's own list has them */
function labs() {
  const registry = readFileSync(join(PROJECT, "web/registry.ts"), "utf8");
  return [...registry.matchAll(/^\s*id: "(\w+)"/gm)].map(([, id]) => id ?? "");
}

/**
 * @param {string} binary
 * @returns {Promise<Required<import("../report.mjs").Count>>}
 */
export async function firefoxTests(binary) {
  const count = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
  const check = (/** @type {string} */ name, /** @type {string} */ problem) => {
    console.log(`${problem === "" ? "ok" : "failed"}: ${name}`);
    if (problem === "") count.passed += 1;
    else {
      count.failed += 1;
      count.failures.push(`${name}\n    ${problem}`);
    }
  };
  const site = await serve(join(PROJECT, "dist/site"));
  const firefox = await startFirefox(binary);
  try {
    const file = pathToFileURL(join(PROJECT, "dist/proofground.html")).href;
    for (const [where, url] of [
      ["served", site.url],
      ["from disk", file],
    ]) {
      for (const lab of labs()) {
        const name = `${lab}, ${where}`;
        await firefox.open(`${url}#lab=${lab}`);
        const current = await until(firefox, CURRENT, (value) => value === true);
        const colours = Number(await firefox.evaluate(COLOURS));
        check(
          `${name}: draws`,
          current !== true ? "no answer" : colours < 3 ? `${colours} colours on its canvases` : "",
        );
        const claim = String(await until(firefox, FIRST_CLAIM, (value) => value !== null));
        await firefox.open(`${url}#lab=${lab}&q=${claim}`);
        const verdict = await until(firefox, verdictOf(claim), (value) => value === "pass");
        check(`${name}: claim ${claim} passes`, verdict === "pass" ? "" : `its verdict is ${verdict}`);
        check(`${name}: nothing on the console`, (await firefox.errors()).join("\n    "));
      }
    }
    const folder = pathToFileURL(join(PROJECT, "dist/site/")).href;
    await firefox.open(`${folder}index.html`);
    const way = await until(firefox, WAY_OUT, (value) => value !== "");
    const problem = way === `${folder}proofground.html` ? "" : `it leads to "${way}"`;
    check("the site from disk: says what to open instead", problem);
  } finally {
    await firefox.close();
    await site.close();
  }
  return count;
}

/**
 * Ask the page until the answer is good, or it takes too long.
 * @param {import("./firefox.mjs").Firefox} firefox
 * @param {string} script
 * @param {(value: unknown) => boolean} good
 */
async function until(firefox, script, good) {
  for (const end = Date.now() + WAIT_MS; ; ) {
    const value = await firefox.evaluate(script);
    if (good(value) || Date.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
