// npm run hosting: Debian's nginx serves the site on loopback, by the recipe of the site's own page. First whether every answer is right; then
// the bytes of a visit in Chromium, and how many first visits a second one core serves. Numbers: build/hosting.json.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { cpus } from "node:os";
import { join } from "node:path";
import { main, output, SetupError } from "../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { hostedSite, packages } from "../../web/build/steps.mjs";
import { chromiumProgram } from "../browsers.mjs";

const FIRST = "#lab=svr";
const PICTURE = ".picture-view[data-current=true]";
/** Bounds of the load: whichever comes first. */
const VISITS = 3000;
const SECONDS = 20;
const CONNECTIONS = 8;

/** @typedef {Awaited<ReturnType<typeof import("./nginx.mjs").startNginx>>} Nginx */

/** @param {readonly import("./nginx.mjs").Line[]} lines */
const sum = (lines) => ({
  requests: lines.length,
  bytes: lines.reduce((total, { bytes }) => total + bytes, 0),
  body: lines.reduce((total, { body }) => total + body, 0),
});

/** Bytes as nginx sent them, heads included: of a first visit, of a second one, and what is fetched for later. @param {Nginx} server */
async function visits(server) {
  const { chromium } = await import("@playwright/test");
  const browser = await chromium.launch({ executablePath: chromiumProgram(), args: ["--no-sandbox"] });
  try {
    const page = await (await browser.newContext()).newPage();
    const visit = async () => {
      const before = server.log().length;
      await page.goto("about:blank");
      await page.goto(server.url + FIRST, { waitUntil: "networkidle" });
      await page.waitForSelector(PICTURE);
      return server.log().slice(before);
    };
    const first = await visit();
    const again = await visit();
    const before = server.log().length;
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 120_000 });
    const later = server.log().slice(before);
    await page.waitForLoadState("networkidle");
    const offline = await visit();
    return {
      files: first.map(({ uri }) => uri),
      first: sum(first),
      again: sum(again),
      later: sum(later),
      offline: sum(offline),
    };
  } finally {
    await browser.close();
  }
}

/** Seconds of processor time that a process and its children have used. @param {number} pid the master's @returns {number} NaN where it is not known */
function processorTime(pid) {
  const children =
    output("ps", ["-o", "pid=", "--ppid", String(pid)])
      ?.trim()
      .split(/\s+/) ?? [];
  const ticks = Number(output("getconf", ["CLK_TCK"]));
  try {
    return [String(pid), ...children]
      .map((id) =>
        readFileSync(`/proc/${id}/stat`, "utf8")
          .replace(/^.*\) /s, "")
          .split(" "),
      )
      .reduce((total, fields) => total + (Number(fields[11]) + Number(fields[12])) / ticks, 0);
  } catch {
    return Number.NaN;
  }
}

/** Ask for all files of a first visit, over and over. @param {Nginx} server @param {readonly string[]} files */
async function load(server, files) {
  const origin = new URL(server.url).origin;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const take = (/** @type {string} */ uri) =>
    new Promise((/** @type {(done: void) => void} */ done, failed) => {
      get(origin + uri, { agent, headers: { "accept-encoding": "gzip, deflate, br, zstd" } }, (response) => {
        if (response.statusCode !== 200) failed(new Error(`${uri}: ${response.statusCode}`));
        response.resume().on("end", done);
      }).on("error", failed);
    });
  let begun = 0;
  let done = 0;
  const start = performance.now();
  const used = processorTime(server.pid);
  const passed = () => (performance.now() - start) / 1000;
  const visitor = async () => {
    while (begun < VISITS && passed() < SECONDS) {
      begun += 1;
      for (const uri of files) await take(uri);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, visitor));
  const result = { visits: done, seconds: passed(), processor: processorTime(server.pid) - used };
  agent.destroy();
  return result;
}

await main(async () => {
  await packages();
  await hostedSite();
  const { hostingTests } = await import("./checks.mjs");
  const { nginxProgram, startNginx } = await import("./nginx.mjs");
  const { failures } = await hostingTests();
  if (failures.length > 0)
    throw new SetupError(failures.join("\n"), "see web/pages/nginx.conf and web/build/headers.mjs");
  const server = await startNginx(join(PROJECT, "dist/site"), { program: nginxProgram(), pinned: true });
  try {
    const { files, first, again, later, offline } = await visits(server);
    const heavy = await load(server, files);
    const kb = (/** @type {{ requests: number, bytes: number, body: number }} */ { requests, bytes, body }) =>
      `${(body / 1000).toFixed(1)} KB in ${requests} requests (${(bytes / 1000).toFixed(1)} KB with heads)`;
    console.log(`first visit of the SVR lab, brotli: ${kb(first)}`);
    console.log(`second visit, by the browser's own cache: ${kb(again)}`);
    console.log(`fetched at rest, so that every lab works without a network: ${kb(later)}`);
    console.log(`a visit after that: ${kb(offline)}`);
    console.log(
      `load: ${heavy.visits} first visits over ${CONNECTIONS} connections in ${heavy.seconds.toFixed(1)} s (${(heavy.visits / heavy.seconds).toFixed(0)} a second, with the client in Node on the same machine)`,
    );
    if (Number.isFinite(heavy.processor))
      console.log(
        `nginx used ${heavy.processor.toFixed(2)} s of processor time for them: ${(heavy.visits / heavy.processor).toFixed(0)} first visits a second on one core`,
      );
    const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
    mkdirSync(join(PROJECT, "build"), { recursive: true });
    writeFileSync(
      join(PROJECT, "build/hosting.json"),
      `${JSON.stringify({ machine, first, again, later, offline, load: heavy }, null, 1)}\n`,
    );
  } finally {
    await server.close();
  }
});
