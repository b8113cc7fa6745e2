// The checks of some engines as one step of the tests. Engines run beside each other: each waits most of its time for its browser.
import { wholeSite } from "../../web/build/steps.mjs";
import { everywhere } from "./checks.mjs";
import { ENGINES } from "./engine.mjs";

/** @typedef {import("../report.mjs").Count} Count */

/**
 * @param {string} name
 * @param {readonly string[]} names of engines
 * @param {import("./checks.mjs").Extent} extent
 * @returns {import("../report.mjs").Step}
 */
export const enginesStep = (name, names, extent) => ({
  name,
  run: async () => {
    await wholeSite();
    const counts = await Promise.all(names.map((engine) => count(engine, extent)));
    return {
      passed: counts.reduce((sum, { passed }) => sum + passed, 0),
      failed: counts.reduce((sum, { failed }) => sum + failed, 0),
      failures: counts.flatMap(({ failures }) => failures ?? []),
    };
  },
});

/** @param {string} name @param {import("./checks.mjs").Extent} extent @returns {Promise<Count>} */
async function count(name, extent) {
  try {
    const start = ENGINES[name];
    if (start === undefined) throw new Error(`there is no engine ${name}, only ${Object.keys(ENGINES).join(", ")}`);
    const engine = await start();
    try {
      return await everywhere(engine, extent);
    } finally {
      await engine.close();
    }
  } catch (error) {
    console.error(error);
    const remedy = error instanceof Error && "remedy" in error ? `\n    remedy: ${error.remedy}` : "";
    return { passed: 0, failed: 1, failures: [`${name} could not be tried: ${error}${remedy}`] };
  }
}
