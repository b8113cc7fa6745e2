// Solvers that can be ended from outside in the middle of a fit: each runs in a process of its own.
import { fork } from "node:child_process";
import { join } from "node:path";
import { GAVE_UP, nativeOptions, nativeProgram, workload } from "./engines.mjs";
import { LONG } from "./measure.mjs";

/**
 * How a fit ended: by itself (converged or not), at LIBSVM's own limit of iterations, at the bench's limit of time, or it was
 * not even tried (--quick), since a smaller C had reached that.
 * @typedef {"itself" | "own limit" | "over" | "not run"} End
 * @typedef {{ ms: number, end: End, dual?: number, report?: import("../../wasm/lib/types.ts").Report }} Fit  ms: for one fit, or the limit
 * @typedef {import("./solvers.mjs").Task} Task
 * @typedef {{ key: string, limit: number, fit(task: Task): Promise<Fit>, close(): void }} Contender  limit in ms
 */

/** What a native program may take beside the fit (ms): making the data, LIBSVM's objective. */
const GRACE = 3000;

/**
 * @param {import("./engines.mjs").Toolchain} tools @param {"proofground" | "libsvm"} solver @param {number} limit
 * @returns {Contender}
 */
export function native(tools, solver, limit) {
  const ours = solver === "proofground";
  return {
    key: `native ${solver}`,
    limit,
    async fit(task) {
      const options = ["--solver", ours ? "ours" : solver, "--repeats", "1", "--long", String(LONG)];
      const ended = nativeProgram(tools, task.machine, [...options, ...nativeOptions(task)], limit + GRACE);
      if (ended === null) return { ms: limit, end: "over" };
      const found = JSON.parse(String(ended.stdout));
      if (found.median_ms > limit) return { ms: limit, end: "over" };
      const end = ended.stderr.includes(GAVE_UP) ? "own limit" : "itself";
      if (!ours) return { ms: found.median_ms, end, dual: found.objective };
      const report = {
        converged: found.converged,
        kktGap: found.kkt_gap,
        iterations: found.iterations,
        activeSetSteps: found.active_set_steps,
      };
      return { ms: found.median_ms, end, dual: found.objective, report };
    },
    close() {},
  };
}

/**
 * What a child answers next, or null where that takes longer than limit.
 * @param {import("node:child_process").ChildProcess} child @param {number} limit ms
 * @returns {Promise<any>}
 */
function answer(child, limit) {
  return new Promise((resolve, reject) => {
    const done = (/** @type {unknown} */ value) => {
      clearTimeout(timer);
      child.off("message", done).off("exit", died);
      resolve(value);
    };
    const died = () => reject(new Error(`${child.spawnargs.at(-1)} ended in the middle of a fit`));
    const timer = setTimeout(() => done(null), limit);
    child.on("message", done).on("exit", died);
  });
}

/**
 * @param {import("./engines.mjs").Toolchain} tools @param {"proofground" | "libsvm-js"} solver @param {number} limit
 * @returns {Contender}
 */
export function inNode(tools, solver, limit) {
  /** @type {import("node:child_process").ChildProcess | null} */
  let child = null;
  /** An engine compiles quickly first and well later: so a short fit goes before those that count. @type {Task} */
  const easy = {
    ...{ machine: "svr", n: 200, d: 8, kernel: { type: "rbf", gamma: 1 }, C: 100, epsilon: 0.1, tolerance: 1e-3 },
    ...workload(tools, "svr", 200, 8),
  };
  const start = async () => {
    const started = fork(join(import.meta.dirname, "extremes-child.mjs"), [solver], { serialization: "advanced" });
    await answer(started, Number(2 ** 31 - 1)); // "ready"
    started.send(easy);
    await answer(started, limit);
    return started;
  };
  const end = () => {
    child?.removeAllListeners();
    child?.kill("SIGKILL");
    child = null;
  };
  return {
    key: `node ${solver}`,
    limit,
    async fit(task) {
      child ??= await start();
      child.send(task);
      const found = await answer(child, limit);
      if (found === null) {
        end();
        return { ms: limit, end: "over" };
      }
      const { gaveUp, ...fit } = found;
      return { ...fit, end: gaveUp ? "own limit" : "itself" };
    },
    close: end,
  };
}
