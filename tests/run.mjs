// npm test: set up what is missing and run everything. Arguments choose steps by a part of their name: npm test -- house web
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { aptInstall } from "../wasm/toolchain/apt.mjs";
import { onPath } from "../wasm/toolchain/say.mjs";
import { cmake, PROJECT, toolchain } from "../wasm/toolchain/toolchain.mjs";
import { library, module, packages, singleFile, site } from "../web/build/steps.mjs";
import { report } from "./report.mjs";

/** @param {string} name */
const results = (name) => join(PROJECT, "build/tests", name);

/**
 * Run a command, passing on the lines of its output that `shown` wants.
 * @param {readonly string[]} argv
 * @param {(line: string) => boolean} [shown]
 * @returns {Promise<number>} exit code
 */
async function passOn(argv, shown = () => true) {
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
  const child = spawn(argv[0] ?? "", argv.slice(1), { cwd: PROJECT, env, stdio: ["ignore", "pipe", "pipe"] });
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on("line", (line) => {
      if (shown(line)) console.log(line);
    });
  }
  const code = await new Promise((resolve) => child.on("close", resolve));
  return code ?? 1;
}

/** What a runner's own count cannot show, a crash of the runner itself, is one more failure. */
const orCrash = (/** @type {{ passed: number, failed: number }} */ count, /** @type {number} */ code) =>
  code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;

/** The C++ tests of one preset. @param {"native" | "sanitize" | "wasm"} preset */
async function ctest(preset) {
  const tools = await toolchain("everything");
  await cmake(tools, preset);
  const file = results(`${preset}.xml`);
  rmSync(file, { force: true });
  const argv = ["ctest", "--preset", preset, "-j", "2", "--output-junit", file];
  const code = await passOn(tools.command(argv), (line) => !/^\s*(Start\s+\d+:|\d+\/\d+ Test .* Passed )/.test(line));
  const suite = existsSync(file) ? (/<testsuite [^>]*>/s.exec(readFileSync(file, "utf8"))?.[0] ?? "") : "";
  const number = (/** @type {string} */ name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = number("failures") + number("skipped") + number("disabled");
  return orCrash({ passed: number("tests") - failed, failed }, code);
}

/** The tests in Node of one vitest project. @param {"web" | "wasm" | "house"} project */
async function vitest(project) {
  const file = results(`${project}.json`);
  rmSync(file, { force: true });
  const options = ["run", "--config", "tests/vitest.config.ts", "--project", project];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await passOn(
    ["node", join(PROJECT, "node_modules/vitest/vitest.mjs"), ...options, ...reporters],
    (line) => !/^JSON report|Lit is in dev mode|^stderr \| |^$/.test(line),
  );
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(file, "utf8"));
  return orCrash({ passed: numPassedTests, failed: numTotalTests - numPassedTests }, code);
}

async function browser() {
  if (!process.env.PROOFGROUND_CHROMIUM && !["chromium", "chromium-browser", "google-chrome"].some(onPath)) {
    aptInstall({ chromium: "chromium" }, "the tests in a real browser");
  }
  const file = join(PROJECT, "build/browser/results.json");
  rmSync(file, { force: true });
  const options = ["test", "--config", "tests/browser/playwright.config.ts"];
  const code = await passOn(["node", join(PROJECT, "node_modules/@playwright/test/cli.js"), ...options]);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(file, "utf8"));
  // A skipped test has shown nothing.
  return orCrash({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }, code);
}

const steps = [
  { name: "native: C++ tests", run: () => ctest("native") },
  { name: "sanitize: C++ tests under AddressSanitizer and UndefinedBehaviorSanitizer", run: () => ctest("sanitize") },
  { name: "wasm: C++ tests compiled to WebAssembly, in Node", run: () => ctest("wasm") },
  {
    name: "library: the built module in Node",
    run: async () => {
      await module();
      await library();
      return vitest("wasm");
    },
  },
  {
    name: "web: the page's logic",
    run: async () => {
      await module();
      return vitest("web");
    },
  },
  { name: "house: rules", run: () => vitest("house") },
  {
    name: "browser: the page in Chromium",
    run: async () => {
      for (const build of [module, site, singleFile, library]) await build();
      return browser();
    },
  },
];

const wanted = process.argv.slice(2);
const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
console.log("== set-up");
try {
  await packages();
} catch (error) {
  console.error(error);
}
await report("test", chosen);
