// The C++ tests: one program for each module, built and run by CMake's presets; what is counted is GoogleTest's cases.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cmake, PROJECT, toolchain } from "../wasm/toolchain/toolchain.mjs";
import { passOn } from "./command.mjs";
import { firstLines } from "./report.mjs";

/** @typedef {import("./report.mjs").Count} Count */
/** What CTest says of a program. @typedef {{ name: string, passed: boolean, reason: string, output: string }} Program */
/** @typedef {{ classname: string, name: string, result: string, failures?: { failure: string }[] }} Case */

/** Lines of GoogleTest and RapidCheck about what is well. */
const NOISE = /^\s*$|^\[( RUN {6}| {7}OK |-{10}|={10})\]|^Using configuration:|^OK, passed \d+ tests|^\s*Start\s+\d+:/;

/**
 * The programs in CTest's JUnit file.
 * @param {string} xml
 * @returns {Program[]}
 */
export function programsIn(xml) {
  const text = (/** @type {string | undefined} */ escaped) =>
    (escaped ?? "").replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ENTITIES[name] ?? "");
  return [...xml.matchAll(/<testcase name="([^"]*)"[^>]*?status="([^"]*)"[^>]*?(?:\/>|>(.*?)<\/testcase>)/gs)].map(
    ([, name = "", status, inner = ""]) => ({
      name,
      passed: status === "run",
      reason: text(/<failure message="([^"]*)"/.exec(inner)?.[1]) || `status ${status}`,
      output: text(/<system-out>(.*?)<\/system-out>/s.exec(inner)?.[1]),
    }),
  );
}
/** @type {Readonly<Record<string, string>>} */
const ENTITIES = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/**
 * The cases of one program.
 * @param {Program} program
 * @param {string | undefined} json what GoogleTest wrote when it came to its end, if it did
 * @returns {Required<Count>}
 */
export function casesOf(program, json) {
  const { name, output } = program;
  const count = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
  const fail = (/** @type {string} */ what, /** @type {string} */ message) => {
    count.failed += 1;
    count.failures.push(`${name} > ${what}\n${firstLines(message)}`);
  };
  if (json === undefined) {
    // It did not come to its end: what is known is what it printed.
    const [, ...parts] = output.split(/^\[ RUN {6}\] /m);
    for (const part of parts) {
      const [first = "", ...rest] = part.split("\n");
      if (/^\[ {7}OK \]/m.test(part)) count.passed += 1;
      else if (/^\[ {2}FAILED {2}\]/m.test(part)) fail(first, rest.join("\n"));
      else fail(first, [`the program ended in this case: ${program.reason}`, ...rest].join("\n"));
    }
    if (count.failed === 0) fail("no case", [`the program did not end well: ${program.reason}`, output].join("\n"));
    return count;
  }
  /** @type {{ testsuite: Case[] }[]} */
  const suites = JSON.parse(json).testsuites;
  for (const { classname, name, result, failures = [] } of suites.flatMap(({ testsuite }) => testsuite)) {
    // A case that was skipped has shown nothing.
    if (result === "COMPLETED" && failures.length === 0) count.passed += 1;
    else fail(`${classname}.${name}`, failures[0]?.failure ?? result.toLowerCase());
  }
  if (!program.passed && count.failed === 0) {
    // Such as a leak, which is looked for last.
    const last = output.split(/^\[ {2}PASSED {2}\].*$/m).at(-1) ?? "";
    fail("after its cases", [`the program did not end well: ${program.reason}`, last].join("\n"));
  }
  return count;
}

/**
 * Build and run the programs of a preset.
 * @param {"native" | "sanitize" | "wasm"} preset
 * @returns {Promise<{ count: Required<Count>, code: number }>} and how CTest itself ended
 */
export async function cppTests(preset) {
  const tools = await toolchain("everything");
  await cmake(tools, preset);
  const junit = join(PROJECT, "build/tests", `${preset}.xml`);
  const cases = join(PROJECT, "build", preset, "cases");
  rmSync(junit, { force: true });
  rmSync(cases, { recursive: true, force: true });
  // Of much output the end is kept: there it says why a program ended.
  const output = ["--test-output-size-failed", "300000", "--test-output-truncation", "head"];
  const argv = ["ctest", "--preset", preset, "-j", "2", "--output-junit", junit, ...output];
  const code = await passOn(tools.command(argv), (line) => !NOISE.test(line));
  const total = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
  for (const program of existsSync(junit) ? programsIn(readFileSync(junit, "utf8")) : []) {
    const file = join(cases, `${program.name}.json`);
    const { passed, failed, failures } = casesOf(program, existsSync(file) ? readFileSync(file, "utf8") : undefined);
    total.passed += passed;
    total.failed += failed;
    total.failures.push(...failures);
  }
  return { count: total, code };
}
