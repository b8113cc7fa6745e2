// Running steps one after another, each under a heading, whatever became of those before; and counting.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { SetupError, seconds } from "../wasm/toolchain/say.mjs";
import { PROJECT } from "../wasm/toolchain/toolchain.mjs";

/** What a step ran, and what failed of it: a name, and lines that say why. @typedef {{ passed: number, failed: number, failures?: string[] }} Count */
/** @typedef {{ name: string, run: () => Promise<Count> | Count }} Step */

/** Where .ci/run finds the counts. @param {string} name */
export const summaryFile = (name) => join(PROJECT, "build/tests", `${name}.json`);

/** The lines of a message that say what went wrong, without colours. @param {string} text */
export function firstLines(text) {
  const lines = stripVTControlCharacters(text)
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.includes("node_modules"));
  return lines
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join("\n");
}

/**
 * Counts checks that no runner of tests counts, and says what becomes of each.
 * @returns {{ count: Required<Count>, check(name: string, problem: string, note?: string): void }} problem: what is wrong, "" for nothing
 */
export function tally() {
  const count = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
  return {
    count,
    check(name, problem, note = "") {
      console.log(`${problem === "" ? "ok" : "failed"}: ${name}${note}`);
      if (problem === "") count.passed += 1;
      else {
        console.log(`    ${problem}`);
        count.failed += 1;
        count.failures.push(`${name}\n    ${problem}`);
      }
    },
  };
}

/** How long this process has run, with its set-up. */
function sinceStart() {
  const passed = Math.round(process.uptime());
  return `${Math.floor(passed / 60)} min ${passed % 60} s`;
}

/**
 * Run the steps; a step that throws, or counts nothing, counts as one failure. The last line is "N passed, N failed".
 * @param {string} name of the summary
 * @param {readonly Step[]} steps
 */
export async function report(name, steps) {
  rmSync(summaryFile(name), { force: true });
  mkdirSync(join(PROJECT, "build/tests"), { recursive: true });
  const total = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
  const lines = [];
  for (const step of steps) {
    console.log(`\n== ${step.name}`);
    const start = Date.now();
    /** @type {Count} */
    let count;
    let note = "";
    try {
      count = await step.run();
      if (count.passed + count.failed === 0) {
        count = { passed: 0, failed: 1, failures: ["it ran no test"] };
        note = "  (it ran no test)";
      }
    } catch (error) {
      count = { passed: 0, failed: 1, failures: [String(error)] };
      if (error instanceof SetupError) console.error(`failed: ${error.message}\nremedy: ${error.remedy}`);
      else console.error(error);
    }
    total.passed += count.passed;
    total.failed += count.failed;
    if (count.failed > 0)
      total.failures.push(
        ...(count.failures ?? [""]).map((what) => [step.name, what].filter((part) => part !== "").join(": ")),
      );
    lines.push(`${step.name}: ${count.passed} passed, ${count.failed} failed, ${seconds(start)}${note}`);
    console.log(lines.at(-1));
  }
  console.log(`\n== summary\n${lines.join("\n")}\nin all: ${sinceStart()}\n`);
  writeFileSync(summaryFile(name), JSON.stringify(total));
  for (const what of total.failures) console.log(`failed: ${what}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}
