// Running steps one after another, each under a heading, whatever became of those before; and counting.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError, seconds } from "../wasm/toolchain/say.mjs";
import { PROJECT } from "../wasm/toolchain/toolchain.mjs";

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ name: string, run: () => Promise<Count> | Count }} Step */

/** Where .ci/run finds the counts. @param {string} name */
export const summaryFile = (name) => join(PROJECT, "build/tests", `${name}.json`);

/**
 * Run the steps; a step that throws, or counts nothing, counts as one failure. The last line is "N passed, N failed".
 * @param {string} name of the summary
 * @param {readonly Step[]} steps
 */
export async function report(name, steps) {
  rmSync(summaryFile(name), { force: true });
  mkdirSync(join(PROJECT, "build/tests"), { recursive: true });
  const total = { passed: 0, failed: 0 };
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
        count = { passed: 0, failed: 1 };
        note = "  (it ran no test)";
      }
    } catch (error) {
      count = { passed: 0, failed: 1 };
      if (error instanceof SetupError) console.error(`failed: ${error.message}\nremedy: ${error.remedy}`);
      else console.error(error);
    }
    total.passed += count.passed;
    total.failed += count.failed;
    lines.push(`${step.name}: ${count.passed} passed, ${count.failed} failed, ${seconds(start)}${note}`);
    console.log(lines.at(-1));
  }
  console.log(`\n== summary\n${lines.join("\n")}\n`);
  writeFileSync(summaryFile(name), JSON.stringify(total));
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}
