// The fuzzers, built and run one after another. One passes when libFuzzer ends it without a finding.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cmake, PROJECT, run, toolchain } from "../../wasm/toolchain/toolchain.mjs";
import { firstLines } from "../report.mjs";

const HERE = "tests/fuzz";
export const NAMES = readdirSync(join(PROJECT, HERE))
  .filter((name) => name.endsWith(".cpp"))
  .map((name) => name.slice(0, -4));

/** New inputs in every run of the tests: about ten seconds of each program. @type {Readonly<Record<string, number>>} */
const RUNS = { svr: 500, svdd: 500, readers: 800, cell: 6000, schedule: 20_000 };
/** An input that takes longer has not come to its end, s. Sanitizers, and other work on the machine, take their time. */
const ENDS = 120;
const MOST_BYTES = 200;

/**
 * @param {readonly string[]} names
 * @param {{ minutes: number | null, seed: number }} options minutes: null for a fixed number of inputs
 * @returns {Promise<Required<import("../report.mjs").Count>>}
 */
export async function fuzz(names, { minutes, seed }) {
  const tools = await toolchain("everything");
  const count = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
  for (const name of names) {
    await cmake(tools, "fuzz", `fuzz_${name}`);
    const kept = `${HERE}/corpus/${name}`;
    const fresh = `build/fuzz/corpus/${name}`;
    const found = `build/fuzz/found/${name}-`;
    mkdirSync(join(PROJECT, fresh), { recursive: true });
    mkdirSync(join(PROJECT, "build/fuzz/found"), { recursive: true });
    const known = new Set(readdirSync(join(PROJECT, "build/fuzz/found")));
    const drawn = `build/fuzz/drawn/${name}`;
    rmSync(join(PROJECT, drawn), { recursive: true, force: true });
    mkdirSync(join(PROJECT, drawn), { recursive: true });
    const folders = existsSync(join(PROJECT, kept)) ? [kept] : [];
    const options = [
      `-seed=${seed}`,
      `-timeout=${ENDS}`,
      `-max_len=${MOST_BYTES}`,
      `-artifact_prefix=${found}`,
      "-verbosity=0",
      "-print_final_stats=1",
    ];
    // The first folder is written to: what is kept in the repository stays as it is.
    const argv =
      minutes === null
        ? [...options, `-runs=${RUNS[name] ?? 4000}`, drawn, ...folders]
        : [...options, `-max_total_time=${Math.round(minutes * 60)}`, fresh, ...folders];
    const code = run(tools, [`build/fuzz/fuzz_${name}`, ...argv]);
    if (code === 0) {
      count.passed += 1;
      continue;
    }
    count.failed += 1;
    const inputs = readdirSync(join(PROJECT, "build/fuzz/found"))
      .filter((file) => file.startsWith(`${name}-`) && !known.has(file))
      .map((file) => `${file} ${readFileSync(join(PROJECT, "build/fuzz/found", file)).toString("base64")}`);
    count.failures.push(`fuzz_${name} ended with code ${code}\n${firstLines(inputs.join("\n"))}`);
  }
  return count;
}
