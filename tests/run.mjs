// npm test: set up what is missing and run everything. Arguments choose steps by a part of their name: npm test -- house web
import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { aptInstall } from "../wasm/toolchain/apt.mjs";
import { onPath } from "../wasm/toolchain/say.mjs";
import { cmake, PROJECT, toolchain } from "../wasm/toolchain/toolchain.mjs";
import { library, module, packages, singleFile, site } from "../web/build/steps.mjs";
import { passOn } from "./command.mjs";
import { firstLines, report } from "./report.mjs";

/** @param {string} name */
const results = (name) => join(PROJECT, "build/tests", name);

/** What failed, as a JSON file of a runner tells it. @param {readonly string[]} name @param {string | undefined} message */
const failure = (name, message) => `${name.join(" > ")}\n${firstLines(message ?? "")}`;

/** What a runner's own count cannot show, a crash of the runner itself, is one more failure. */
const orCrash = (/** @type {import("./report.mjs").Count} */ count, /** @type {number} */ code) =>
  code !== 0 && count.failed === 0 ? { ...count, failed: 1, failures: [`the runner ended with code ${code}`] } : count;

/** The C++ tests of one preset. @param {"native" | "sanitize" | "wasm"} preset */
async function ctest(preset) {
  const tools = await toolchain("everything");
  await cmake(tools, preset);
  const file = results(`${preset}.xml`);
  rmSync(file, { force: true });
  const argv = ["ctest", "--preset", preset, "-j", "2", "--output-junit", file];
  const code = await passOn(tools.command(argv), (line) => !/^\s*(Start\s+\d+:|\d+\/\d+ Test .* Passed )/.test(line));
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const suite = /<testsuite [^>]*>/s.exec(text)?.[0] ?? "";
  const number = (/** @type {string} */ name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = number("failures") + number("skipped") + number("disabled");
  const failures = [...text.matchAll(/<testcase name="([^"]*)"[^>]*status="(?!run")/g)].map(([, name]) => name ?? "");
  return orCrash({ passed: number("tests") - failed, failed, failures }, code);
}

/** @typedef {{ fullName: string, status: string, failureMessages: string[] }} VitestResult */
/** @typedef {{ name: string, message: string, assertionResults: VitestResult[] }} VitestFile */
/** @typedef {{ status: string, results: { errors: { message?: string }[] }[] }} PlaywrightTest */
/** @typedef {{ title: string, ok: boolean, tests: PlaywrightTest[] }} PlaywrightSpec */
/** @typedef {{ title: string, specs: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite */

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
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
  const failures = testResults.flatMap((/** @type {VitestFile} */ { name, message, assertionResults }) => [
    // A file that cannot be loaded has no tests, only a message.
    ...(message ? [failure([basename(name)], message)] : []),
    ...assertionResults
      .filter(({ status }) => status === "failed")
      .map((one) => failure([basename(name), one.fullName], one.failureMessages[0])),
  ]);
  return orCrash({ passed: numPassedTests, failed: numTotalTests - numPassedTests, failures }, code);
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
  const { stats, suites } = JSON.parse(readFileSync(file, "utf8"));
  // A skipped test has shown nothing.
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  return orCrash({ passed: stats.expected, failed, failures: suites.flatMap(browserFailures) }, code);
}

/** @param {PlaywrightSuite} suite @returns {string[]} */
function browserFailures({ title, specs, suites = [] }) {
  const own = specs
    .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status !== "expected"))
    .map((spec) => failure([spec.title], spec.tests[0]?.results[0]?.errors[0]?.message));
  return [...own, ...suites.flatMap(browserFailures)].map((line) => `${title} > ${line}`);
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
