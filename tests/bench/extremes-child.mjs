// One solver that runs in JavaScript, in a process of its own: that can be ended in the middle of a fit. It is told a task
// and answers with milliseconds per fit, and how the last one ended.
import { GAVE_UP, scripted } from "./engines.mjs";
import { sample } from "./measure.mjs";

const name = process.argv[2] ?? "";
/** @type {string[]} */
const complaints = [];
const solver = (await scripted([name], [], complaints))[name];

/** @param {import("./solvers.mjs").Task} task */
function answer(task) {
  complaints.length = 0;
  const prepared = solver?.(task);
  /** @type {import("./solvers.mjs").Fitted | null | undefined} */
  let fitted;
  const ms = sample(() => {
    fitted = prepared?.fit();
  });
  const gaveUp = complaints.some((line) => line.includes(GAVE_UP));
  return { ms, gaveUp, ...(fitted ? { dual: fitted.dual, report: fitted.report } : {}) };
}

process.on("message", (task) => process.send?.(answer(/** @type {import("./solvers.mjs").Task} */ (task))));
process.send?.("ready");
