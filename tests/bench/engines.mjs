// The places in which the solvers run: natively, in Node, and in a page of Chromium. Each times the same tasks.
import { spawnSync } from "node:child_process";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { fileOf } from "../../web/build/serve.mjs";
import { sample } from "./measure.mjs";
import { libsvmJs, libsvmWasm, proofground } from "./solvers.mjs";

/**
 * @typedef {import("./solvers.mjs").Task} Task
 * @typedef {object} Engine
 * @property {string} place
 * @property {readonly string[]} solvers
 * @property {(task: Task) => Promise<void> | void} prepare
 * @property {(solver: string) => Promise<number> | number} dual the dual objective of one fit, untimed
 * @property {(solver: string) => Promise<number> | number} sample milliseconds for each fit
 * @property {() => Promise<void> | void} close
 */

const SCRIPTED = ["proofground", "libsvm-js", "libsvm-wasm"];

/** @param {string} name */
function unknown(name) {
  return new Error(`no solver ${name} here`);
}

/** @typedef {import("../../wasm/toolchain/toolchain.mjs").Toolchain} Toolchain */
/** @typedef {import("./solvers.mjs").Machine} Machine */

/** @param {Toolchain} tools @param {Machine} machine @param {readonly string[]} options */
function nativeProgram(tools, machine, options) {
  const name = `native_${machine}`;
  const [command = "", ...argv] = tools.command([join(PROJECT, "build/native", name), ...options]);
  const { status, stdout, stderr } = spawnSync(command, argv, { cwd: PROJECT, maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${name} ${options.join(" ")}: ${stderr}`);
  return stdout;
}

/**
 * The data of a workload, from the one generator there is: x (n*d), then whatever else the machine learns from.
 * @param {Toolchain} tools @param {Machine} machine @param {number} n @param {number} d
 */
export function workload(tools, machine, n, d) {
  const bytes = nativeProgram(tools, machine, ["--data", "--n", String(n), "--d", String(d)]);
  const numbers = new Float64Array(new Uint8Array(bytes).buffer);
  const [x, y] = [numbers.slice(0, n * d), numbers.slice(n * d)];
  if (x.length !== n * d || y.length !== (machine === "svr" ? n : 0)) {
    throw new Error(`native_${machine} --data: ${numbers.length} numbers`);
  }
  return { x, y };
}

/** LIBSVM and our own code, compiled for this machine. @param {Toolchain} tools @returns {Engine} */
export function native(tools) {
  /** @type {Machine} */
  let machine = "svr";
  /** @type {string[]} */
  let task = [];
  const once = (/** @type {string} */ solver) => {
    const name = solver === "proofground" ? "ours" : solver;
    return JSON.parse(String(nativeProgram(tools, machine, ["--solver", name, "--repeats", "1", ...task])));
  };
  return {
    place: "native",
    solvers: ["proofground", "libsvm"],
    prepare: ({ machine: wanted, n, d, tolerance, ...rest }) => {
      machine = wanted;
      const parameters = { n, d, tolerance, ...("C" in rest ? { C: rest.C } : { nu: rest.nu }) };
      task = Object.entries(parameters).flatMap(([name, value]) => [`--${name}`, String(value)]);
    },
    dual: (solver) => once(solver).objective,
    sample: (solver) => once(solver).median_ms,
    close() {},
  };
}

/** @returns {Promise<Engine>} */
export async function node() {
  const require = createRequire(import.meta.url);
  const library = String(new URL("../../dist/lib/proofground.js", import.meta.url));
  const { load } = /** @type {{ load(): Promise<import("../../wasm/lib/types.ts").Proofground> }} */ (
    await import(library)
  );
  /** @type {string[]} */
  const printed = [];
  const { log, warn, error } = console;
  console.log = (line) => printed.push(String(line));
  console.warn = console.error = () => {}; // libsvm-js tries to fetch a file first, and says so
  /** @type {Record<string, import("./solvers.mjs").Solver>} */
  const solvers = {};
  try {
    const libsvmBinary = await readFile(require.resolve("libsvm-wasm/dist/libsvm.wasm"));
    solvers["libsvm-js"] = libsvmJs(await require("libsvm-js"), printed);
    solvers["libsvm-wasm"] = libsvmWasm(
      await require("libsvm-wasm/dist/libsvm.js")({ wasmBinary: libsvmBinary }),
      printed,
    );
  } finally {
    Object.assign(console, { log, warn, error });
  }
  solvers.proofground = proofground(await load());
  /** @type {Record<string, import("./solvers.mjs").Prepared>} */
  let prepared = {};
  const one = (/** @type {string} */ solver) => {
    const found = prepared[solver];
    if (found === undefined) throw unknown(solver);
    return found;
  };
  return {
    place: "node",
    solvers: SCRIPTED,
    prepare: (task) => {
      prepared = Object.fromEntries(Object.entries(solvers).map(([name, solver]) => [name, solver(task)]));
    },
    dual: (solver) => one(solver).dual(),
    sample: (solver) => sample(() => one(solver).fit()),
    close() {},
  };
}

/** Where the page finds what it loads. */
const FOLDERS = {
  "/tests/": join(PROJECT, "tests"),
  "/lib/": join(PROJECT, "dist/lib"),
  "/libsvm-js/": join(PROJECT, "node_modules/libsvm-js/dist/browser/wasm"),
  "/libsvm-wasm/": join(PROJECT, "node_modules/libsvm-wasm/dist"),
};
/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/**
 * A server of those folders on loopback; no policy, for the others' sake.
 * @param {boolean} [isolated] makes the page's clock finer, and gives the others threads
 */
export async function serveFolders(isolated = true) {
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    const [base, root] = Object.entries(FOLDERS).find(([prefix]) => url.startsWith(prefix)) ?? [];
    const file = root === undefined ? null : fileOf(root, url, base);
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    const apart = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
    const stream = createReadStream(file).on("error", () => response.writeHead(404).end());
    stream.on("open", () => {
      response.writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        ...(isolated ? apart : {}),
      });
      stream.pipe(response);
    });
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { server, url: `http://127.0.0.1:${port}` };
}

/** A page that holds the solvers: an engine, and what else is asked of it. @param {import("@playwright/test").Browser} browser */
export async function chromium(browser) {
  const { server, url } = await serveFolders();
  const page = await browser.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(`${url}/tests/bench/browser/solvers.html`);
  await page.waitForFunction(() => "bench" in globalThis);
  const call = (/** @type {"dual" | "sample"} */ method) => (/** @type {string} */ solver) =>
    page.evaluate(([what, name]) => /** @type {any} */ (globalThis).bench[what ?? ""](name), [method, solver]);
  /** @type {Engine} */
  const engine = {
    place: "chromium",
    solvers: SCRIPTED,
    prepare: async (task) => {
      const plain = { ...task, x: Array.from(task.x), y: Array.from(task.y) };
      await page.evaluate((all) => /** @type {any} */ (globalThis).bench.prepare(all), plain);
    },
    dual: call("dual"),
    sample: call("sample"),
    close: async () => {
      await page.close();
      server.closeAllConnections();
      server.close();
    },
  };
  return {
    engine,
    /** @param {Float64Array} x @param {number} d @param {number} nu */
    linear: (x, d, nu) =>
      page.evaluate(
        ([numbers, columns, share]) => /** @type {any} */ (globalThis).bench.linear(numbers, columns, share),
        /** @type {const} */ ([Array.from(x), d, nu]),
      ),
    /** @param {Float64Array} x @param {number} rounds */
    map: (x, rounds) =>
      page.evaluate(
        ([numbers, times]) => /** @type {any} */ (globalThis).bench.map(numbers, times),
        /** @type {const} */ ([Array.from(x), rounds]),
      ),
  };
}
