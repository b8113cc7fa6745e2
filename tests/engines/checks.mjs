// What holds of the page in every engine, served and from disk. It names no lab and no claim: labs are those of the page's list,
// claims those that the page shows.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { serve } from "../../web/build/serve.mjs";
import { tally } from "../report.mjs";
import * as page from "./page.mjs";
import { until } from "./page.mjs";

/** @typedef {import("./engine.mjs").Engine} Engine */
/** @typedef {"all" | "some"} Extent all claims of all labs, or as much as every run of the tests has time for */

/** @returns {string[]} the labs, as the page's own list has them */
function labs() {
  const registry = readFileSync(join(PROJECT, "web/registry.ts"), "utf8");
  return [...registry.matchAll(/^\s*id: "(\w+)"/gm)].map(([, id]) => id ?? "");
}

const isTrue = (/** @type {unknown} */ value) => value === true;
const isPass = (/** @type {unknown} */ value) => value === "pass";

/** The lab at this address has an answer and has drawn it. @param {Engine} engine */
async function draws(engine) {
  if ((await until(engine, page.CURRENT, isTrue)) !== true) return "no answer";
  const colours = Number(await until(engine, page.COLOURS, (value) => Number(value) >= 3));
  return colours < 3 ? `${colours} colours on its canvases` : "";
}

/** On the open page. @param {Engine} engine @param {string} claim @param {{ frame?: boolean }} [where] */
async function passes(engine, claim, where) {
  const verdict = await until(engine, page.verdictOf(claim), isPass, where);
  if (verdict === "pass") return "";
  const words = await engine.evaluate(page.WORDS, where).catch(String);
  return `its verdict is ${verdict}; the page says: ${words}`;
}

/** @param {Engine} engine @param {string} address @param {string} claim @param {{ frame?: boolean }} [where] */
async function passesAt(engine, address, claim, where) {
  await engine.open(address);
  return passes(engine, claim, where);
}

/**
 * Some stage of the open lab has a training, whose count of steps grows: more than one frame arrives.
 * @param {Engine} engine
 * @returns {Promise<string | null>} what is wrong; null where no stage has one
 */
async function trains(engine) {
  for (const stage of /** @type {string[]} */ (await engine.evaluate(page.STAGES))) {
    await engine.evaluate(page.enter(stage));
    await until(engine, page.entered(stage), isTrue);
    if ((await engine.evaluate(page.START)) !== true) continue;
    let last = 0;
    for (let frame = 0; frame < 2; ++frame) {
      const before = last;
      last = Number(await until(engine, page.STEPS, (value) => Number(value) > before));
      if (last <= before) return `after ${before} steps nothing more came`;
    }
    await engine.evaluate(page.PAUSE);
    return "";
  }
  return null;
}

/**
 * On a page of its own, <proofground-lab> tells the verdict of a claim and a state, and takes one.
 * @param {Engine} engine
 * @param {string} address of the page with the element
 */
async function speaks(engine, address) {
  await engine.open(address);
  const told = (/** @type {unknown} */ value) =>
    /** @type {{ verdict: string, states: number, errors: string[] } | undefined} */ (value);
  const first = told(
    await until(engine, page.TOLD, (value) => told(value)?.verdict === "pass" && Number(told(value)?.states) > 0),
  );
  if (first?.verdict !== "pass" || first.states === 0) return `it has told ${JSON.stringify(first)}`;
  await engine.evaluate(page.SAME_STATE);
  const last = told(await until(engine, page.TOLD, (value) => Number(told(value)?.states) > first.states));
  return last !== undefined && last.states > first.states && last.errors.length === 0
    ? ""
    : `given a state, it has told ${JSON.stringify(last)}`;
}

/** A changed parameter goes into the address, and comes out of it. @param {Engine} engine @param {string} address */
async function carries(engine, address) {
  await engine.open(address);
  await until(engine, page.CURRENT, isTrue);
  const changed = /** @type {{ field: string, value: string } | null} */ (
    await until(engine, page.CHANGE, (value) => value !== null)
  );
  if (changed === null) return "it has no slider to change";
  const link = String(await until(engine, page.LINK, (value) => /[#&]s=1\./.test(String(value))));
  await engine.open(address.replace(/#.*/, "") + link);
  await until(engine, page.CURRENT, isTrue);
  const found = await until(engine, page.sliderOf(changed.field), (value) => value === changed.value);
  return found === changed.value ? "" : `${changed.field} is ${found}, not ${changed.value}, with ${link}`;
}

/** @type {Promise<typeof import("./hand-in.ts")> | undefined} */
let making;
/** A hand-in of model solutions, made in Node. @param {Extent} extent */
async function handIn(extent) {
  making ??= import("vite")
    .then(({ runnerImport }) =>
      runnerImport(join(import.meta.dirname, "hand-in.ts"), { configFile: false, logLevel: "error" }),
    )
    .then(({ module }) => /** @type {typeof import("./hand-in.ts")} */ (module));
  return (await making).handIn(extent);
}

/** The teacher's page finds in a hand-in made elsewhere what is there: the same numbers. @param {Engine} engine @param {string} address @param {Extent} extent */
async function judges(engine, address, extent) {
  const text = await handIn(extent);
  const wanted = [...text.matchAll(/^ {6}"task": "(.*)",$/gm)].map(([, task]) => `${task} agrees true`);
  await engine.open(address);
  await until(engine, page.handIn(text), isTrue);
  const found = /** @type {string[] | null} */ (
    await until(engine, page.JUDGED, (value) => Array.isArray(value) && value.length >= wanted.length)
  );
  // The solvers give the same bits everywhere; what a judge makes of them by powers and logarithms, the same to rounding.
  const agrees = (found ?? []).map((row) => row.replace(/ (bits|rounding) /, " agrees "));
  const same = wanted.length > 0 && agrees.sort().join() === wanted.sort().join();
  return same ? "" : `it finds ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`;
}

/** What every lab's fingerprint is to be: what Node has answered. @returns {Record<string, string>} */
function fingerprints() {
  /** @type {Record<string, { hash: string }>} */
  const stored = JSON.parse(readFileSync(join(PROJECT, "web/host/fingerprint/stored.json"), "utf8"));
  const short = (/** @type {string} */ hash) => `agrees ${hash.slice(0, 4)}-${hash.slice(4, 8)}`;
  return Object.fromEntries(Object.entries(stored).map(([lab, { hash }]) => [lab, short(hash)]));
}

/** The sheet about the page shows Node's fingerprint. @param {Engine} engine @param {string} address */
async function answersAlike(engine, address) {
  await engine.open(address);
  await until(engine, page.CURRENT, isTrue);
  await engine.evaluate(page.ABOUT);
  const found = /** @type {Record<string, string> | null} */ (
    await until(engine, page.FINGERPRINT, (value) => value !== null && value !== undefined)
  );
  const wrong = Object.entries({ ...fingerprints(), all: "agrees" }).filter(
    ([lab, wanted]) => !found?.[lab]?.startsWith(wanted),
  );
  return wrong.map(([lab, wanted]) => `${lab}: ${found?.[lab]}, not ${wanted}`).join("\n    ");
}

/**
 * @param {Engine} engine
 * @param {Extent} extent
 * @returns {Promise<Required<import("../report.mjs").Count>>}
 */
export async function everywhere(engine, extent) {
  const { count, check: counted } = tally();
  /**
   * @param {string} name
   * @param {() => Promise<string | null>} find what is wrong, "" if nothing; null: there was nothing to check
   * @param {{ silent?: boolean }} [how] silent: it is told of only where it fails
   */
  const check = async (name, find, { silent = false } = {}) => {
    const full = `${engine.name}, ${name}`;
    const start = Date.now();
    const problem = await find().catch((error) => String(error?.stack ?? error));
    if (problem === null) return;
    if (silent && problem === "") count.passed += 1;
    else counted(full, problem, ` (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  };
  const quiet = (/** @type {string} */ name) =>
    check(`${name}: nothing on the console`, async () => (await engine.errors()).join("\n    "), { silent: true });

  // Any origin may read it: what has no origin in a sandbox needs that.
  const site = await serve(join(PROJECT, "dist/site"), { headers: { "access-control-allow-origin": "*" } });
  const pages = await serve(join(import.meta.dirname, "pages"), { policy: "" });
  const file = pathToFileURL(join(PROJECT, "dist/proofground.html")).href;
  const places = [
    { where: "served", url: site.url, script: site.url, hosts: pages.url, ofParts: true },
    {
      where: "from disk",
      url: file,
      script: pathToFileURL(join(PROJECT, "dist/site/")).href,
      hosts: pathToFileURL(join(import.meta.dirname, "pages/")).href,
      ofParts: false,
    },
  ];
  try {
    for (const { where, url, script, hosts, ofParts } of places) {
      const frames = [];
      // Where time is short: of the labs that have a training one, and one claim's link; the others' claims on the page that is open.
      let trained = false;
      for (const lab of labs()) {
        const name = `${lab} ${where}`;
        await engine.open(`${url}#lab=${lab}`);
        await check(`${name}: draws`, () => draws(engine));
        const claims = /** @type {string[]} */ (
          await until(engine, page.CLAIMS, (value) => Array.isArray(value) && value.length > 0)
        );
        const [first = ""] = claims;
        if (extent === "some") await check(`${name}: claim ${first} passes`, () => passes(engine, first));
        if (extent === "all" || !trained) {
          await check(`${name}: trains`, async () => {
            const problem = await trains(engine);
            trained ||= problem === "";
            return problem;
          });
        }
        await quiet(name);
        const linked = extent === "all" ? claims : frames.length === 0 ? [first] : [];
        for (const claim of linked) {
          await check(`${name}: claim ${claim} passes by its link`, () =>
            passesAt(engine, `${url}#lab=${lab}&q=${claim}`, claim),
          );
          await quiet(`${name}, claim ${claim}`);
        }
        if (extent === "all") {
          await check(`${name}: its link brings a change back`, () => carries(engine, `${url}#lab=${lab}`));
          await quiet(`${name}, its link`);
        }
        frames.push({ name, lab, claim: first, widget: `#lab=${lab}&q=${first}&w=1` });
      }
      // The same binary gives the same numbers wherever it was read from.
      if (extent === "all" || ofParts) {
        await check(`${where}: the fingerprint is Node's`, () => answersAlike(engine, `${url}#lab=${labs()[0]}`));
        await quiet(`${where}, the fingerprint`);
      }
      await check(`${where}: a hand-in made in Node is judged as in Node`, () =>
        judges(engine, ofParts ? `${url}teach/` : `${url}#teach`, extent),
      );
      await quiet(`${where}, the teacher's page`);
      for (const { name, claim, widget } of extent === "all" ? frames : frames.slice(0, 1)) {
        const inSandbox = (/** @type {string} */ address) =>
          `${hosts}sandbox.html#${encodeURIComponent(address + widget)}`;
        const says = ofParts && !engine.partsInSandbox;
        if (says) {
          await check(`${name}: says in a sandbox what to open instead`, async () => {
            await engine.open(inSandbox(url));
            const way = await until(engine, page.WAY_OUT, (value) => value !== "" && value !== undefined, {
              frame: true,
            });
            return way === `${url}proofground.html` ? "" : `it leads to "${way}"`;
          });
          await engine.errors();
        }
        await check(`${name}: claim ${claim} passes in a sandbox`, () =>
          passesAt(engine, inSandbox(says ? `${url}proofground.html` : url), claim, { frame: true }),
        );
        await quiet(`${name}, in a sandbox`);
      }
      const [{ lab, claim } = { lab: "", claim: "" }] = frames;
      const given = { script: `${script}proofground-embed.js`, lab, q: claim };
      for (const [how, attributes] of /** @type {const} */ ([
        ["", given],
        [" in a sandbox", { ...given, base: `${script}proofground.html`, sandbox: "allow-scripts" }],
      ])) {
        await check(`${where}: the element${how} tells a verdict and takes a state`, () =>
          speaks(engine, `${hosts}element.html#${new URLSearchParams(attributes)}`),
        );
        await quiet(`${where}, the element${how}`);
      }
    }
    const folder = pathToFileURL(join(PROJECT, "dist/site/")).href;
    await check("the site from disk: says what to open instead", async () => {
      await engine.open(`${folder}index.html`);
      const way = await until(engine, page.WAY_OUT, (value) => value !== "" && value !== undefined);
      return way === `${folder}proofground.html` ? "" : `it leads to "${way}"`;
    });
  } finally {
    await site.close();
    await pages.close();
  }
  return count;
}
