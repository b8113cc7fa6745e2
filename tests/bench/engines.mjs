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

/** What LIBSVM says on stderr when it stops at 1e7 iterations (100 for each variable where that is more), solved or not. */
export const GAVE_UP = "reaching max number of iterations";

const SCRIPTED = ["proofground", "libsvm-js", "libsvm-wasm"];

/** @param {string} name */
function unknown(name) {
  return new Error(`no solver ${name} here`);
}

/** @typedef {import("../../wasm/toolchain/toolchain.mjs").Toolchain} Toolchain */
/** @typedef {import("./solvers.mjs").Machine} Machine */

/**
 * @param {Toolchain} tools @param {Machine} machine @param {readonly string[]} options
 * @param {number} [limit] ms, after which the program is ended
 * @returns {{ stdout: Buffer, stderr: string } | null} null where it was ended
 */
export function nativeProgram(tools, machine, options, limit) {
  const name = `native_${machine}`;
  const [command = "", ...argv] = tools.command([join(PROJECT, "build/native", name), ...options]);
  const ending = { timeout: limit, killSignal: /** @type {const} */ ("SIGKILL") };
  const { status, stdout, stderr, error } = spawnSync(command, argv, { cwd: PROJECT, maxBuffer: 2 ** 26, ...ending });
  if (limit !== undefined && error !== undefined && "code" in error && error.code === "ETIMEDOUT") return null;
  if (status !== 0) throw new Error(`${name} ${options.join(" ")}: ${stderr}`);
  return { stdout, stderr: String(stderr) };
}

/** A task as the native programs take it. @param {Task} task */
export function nativeOptions({ n, d, unscaled, kernel, tolerance, ...rest }) {
  const { type, ...parameters } = kernel;
  const own = "C" in rest ? { C: rest.C, epsilon: rest.epsilon } : { nu: rest.nu };
  const all = { n, d, kernel: type, ...parameters, tolerance, ...own };
  return [
    ...(unscaled ? ["--unscaled"] : []),
    ...Object.entries(all).flatMap(([name, value]) => [`--${name}`, String(value)]),
  ];
}

/**
 * The data of a workload, from the one generator there is: x (n*d), then whatever else the machine learns from.
 * @param {Toolchain} tools @param {Machine} machine @param {number} n @param {number} d @param {boolean} [unscaled]
 */
export function workload(tools, machine, n, d, unscaled = false) {
  const size = ["--n", String(n), "--d", String(d), ...(unscaled ? ["--unscaled"] : [])];
  const bytes = nativeProgram(tools, machine, ["--data", ...size])?.stdout ?? [];
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
    return JSON.parse(String(nativeProgram(tools, machine, ["--solver", name, "--repeats", "1", ...task])?.stdout));
  };
  return {
    place: "native",
    solvers: ["proofground", "libsvm"],
    prepare: (wanted) => {
      machine = wanted.machine;
      task = nativeOptions(wanted);
    },
    dual: (solver) => once(solver).objective,
    sample: (solver) => once(solver).median_ms,
    close() {},
  };
}

/**
 * The solvers that run in Node, of those named.
 * @param {readonly string[]} names @param {string[]} printed gets what LIBSVM prints @param {string[]} complaints and its warnings
 */
export async function scripted(names, printed, complaints) {
  const require = createRequire(import.meta.url);
  const { log, warn, error } = console;
  console.log = (line) => printed.push(String(line));
  console.warn = console.error = (line) => complaints.push(String(line)); // libsvm-js tries to fetch a file first, and says so
  /** @type {Record<string, () => Promise<import("./solvers.mjs").Solver>>} */
  const all = {
    proofground: async () => {
      const library = String(new URL("../../dist/lib/proofground.js", import.meta.url));
      const { load } = /** @type {{ load(): Promise<import("../../wasm/lib/types.ts").Proofground> }} */ (
        await import(library)
      );
      return proofground(await load());
    },
    "libsvm-js": async () => libsvmJs(await require("libsvm-js"), printed),
    "libsvm-wasm": async () => {
      const wasmBinary = await readFile(require.resolve("libsvm-wasm/dist/libsvm.wasm"));
      return libsvmWasm(await require("libsvm-wasm/dist/libsvm.js")({ wasmBinary }), printed);
    },
  };
  /** @type {Record<string, import("./solvers.mjs").Solver>} */
  const solvers = {};
  try {
    for (const name of names) {
      const make = all[name];
      if (make === undefined) throw unknown(name);
      solvers[name] = await make();
    }
  } finally {
    Object.assign(console, { log, warn, error });
  }
  return solvers;
}

/** @returns {Promise<Engine>} */
export async function node() {
  const solvers = await scripted(SCRIPTED, [], []);
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
