// npm test: set up what is missing and run everything. Arguments choose steps by a part of their name: npm test -- house web
import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { PROJECT } from "../wasm/toolchain/toolchain.mjs";
import { hostedSite, library, module, packages, wholeSite } from "../web/build/steps.mjs";
import { chromiumProgram } from "./browsers.mjs";
import { passOn } from "./command.mjs";
import { enginesStep } from "./engines/step.mjs";
import { hostingTests } from "./hosting/checks.mjs";
import { cppTests } from "./programs.mjs";
import { firstLines, report } from "./report.mjs";

/** @param {string} name */
const results = (name) => join(PROJECT, "build/tests", name);

/** What failed, as a JSON file of a runner tells it. @param {readonly string[]} name @param {string | undefined} message */
const failure = (name, message) => `${name.join(" > ")}\n${firstLines(message ?? "")}`;

/** What a runner's own count cannot show, a crash of the runner itself, is one more failure. */
const orCrash = (/** @type {import("./report.mjs").Count} */ count, /** @type {number} */ code) =>
  code !== 0 && count.failed === 0 ? { ...count, failed: 1, failures: [`the runner ended with code ${code}`] } : count;

/** The C++ tests of one preset. @param {"native" | "sanitize" | "wasm"} preset */
async function cpp(preset) {
  const { count, code } = await cppTests(preset);
  return orCrash(count, code);
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
  // Before the runner starts, whose workers would each install it.
  chromiumProgram();
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
    .flatMap(({ title: name, tests }) => {
      // A test of many cases has an error for each that failed.
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return errors.length === 0 ? [failure([name], "")] : errors.map(({ message }) => failure([name], message));
    });
  return [...own, ...suites.flatMap(browserFailures)].map((line) => `${title} > ${line}`);
}

const steps = [
  // All of the C++ runs under the sanitizers, where a wrong access shows, and as WebAssembly, which ships. What these two cannot
  // show, and only that, runs natively as well: tests/native/CMakeLists.txt says what and why.
  { name: "native: C++ tests of what the sanitizers change, and the benchmarks compile", run: () => cpp("native") },
  { name: "sanitize: C++ tests under AddressSanitizer and UndefinedBehaviorSanitizer", run: () => cpp("sanitize") },
  { name: "wasm: C++ tests compiled to WebAssembly, in Node", run: () => cpp("wasm") },
  {
    name: "fuzz: libFuzzer at the C++, from a fixed seed",
    run: async () => {
      const { fuzz, NAMES } = await import("./fuzz/programs.mjs");
      return fuzz(NAMES, { minutes: null, seed: 1 });
    },
  },
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
      await wholeSite();
      await library();
      return browser();
    },
  },
  {
    name: "monkey: drawn actions on every lab, from a fixed seed",
    run: async () => {
      await wholeSite();
      chromiumProgram();
      return (await import("./monkey/monkey.mjs")).monkeyTests();
    },
  },
  {
    name: "package: what is packaged, as others take it",
    run: async () => {
      await hostedSite();
      await library();
      return (await import("./package/run.mjs")).packageTests();
    },
  },
  // Chromium has the browser step.
  enginesStep("engines: every lab once in Firefox and WebKit", ["firefox", "webkit"], "some"),
  {
    name: "hosting: nginx serves the site by the recipe",
    run: async () => {
      await hostedSite();
      return hostingTests();
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
