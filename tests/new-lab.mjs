// A new lab, made by the recipe alone, in a house of its own: a copy of the checkout in which there is no other lab. It must be
// laid out, typed, built, tested natively, in Node and in a browser without one more edit.
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { say, seconds } from "../wasm/toolchain/say.mjs";
import { PROJECT } from "../wasm/toolchain/toolchain.mjs";

const HOUSE = join(PROJECT, "build/new-lab");
const ID = "density";

/** What other labs have outside of folders of their own: their half of the library, their tests, their entries. */
const OTHERS = [
  /^web\/build\/(weights\/|quality\.mjs)/,
  /^wasm\/lib\/(?!types|binary|error|handle|index|instance)/,
  /^tests\/(bench|golden|house)\//,
  /^tests\/native\/(?!main\.cpp|tolerances\.h|CMakeLists|core_|environment|sanitize)/,
  /^tests\/wasm\/(?!support$|support\/(?:load|handed-in)\.ts|door\.test\.ts|tasks\.test\.ts|tasks$|tasks\/wrong\.ts)/,
  /^tests\/web\/(?!labs-words\.test\.ts)/,
  /^tests\/browser\/(pictures\/|.*\.spec\.ts)/,
];

/** Copy what makes a house, without its labs. */
function copyHouse() {
  rmSync(HOUSE, { recursive: true, force: true });
  for (const name of readdirSync(PROJECT)) {
    if (["build", "dist", "node_modules", ".git"].includes(name)) continue;
    cpSync(join(PROJECT, name), join(HOUSE, name), {
      recursive: true,
      filter: (path) => !OTHERS.some((other) => other.test(relative(PROJECT, path))),
    });
  }
  const labs = readdirSync(join(PROJECT, "web/labs"));
  const parts = Object.values(JSON.parse(readFileSync(join(PROJECT, "wasm/parts.json"), "utf8"))).flat();
  for (const module of readdirSync(join(PROJECT, "src")).filter((name) => name !== "core"))
    rmSync(join(HOUSE, "src", module), { recursive: true });
  for (const folder of parts) rmSync(join(HOUSE, "wasm", folder), { recursive: true, force: true });
  for (const lab of labs) {
    // The browser tests' support speaks in words of labs.
    for (const name of readdirSync(join(HOUSE, "web/labs", lab)).filter((name) => name !== "messages"))
      rmSync(join(HOUSE, "web/labs", lab, name), { recursive: true });
  }
  writeFileSync(join(HOUSE, "wasm/parts.json"), "{}\n");
  const registry = readFileSync(join(HOUSE, "web/registry.ts"), "utf8");
  const empty = registry
    .replace(/^import \* as .*\n/gm, "")
    .replace(/^ {2}lab\(\{[\s\S]*?^ {2}\}\),\n/gm, "")
    .replace(/first: "\w+"/, `first: "${ID}"`);
  writeFileSync(join(HOUSE, "web/registry.ts"), empty);
  symlinkSync(join(PROJECT, "node_modules"), join(HOUSE, "node_modules"));
}

/**
 * @returns {{ passed: number, failed: number, failures: string[] }} one check for each command; after a failure the others are not
 * tried, and count as failed
 */
export function newLabTests() {
  copyHouse();
  const tool = (/** @type {string} */ name) => join("node_modules/.bin", name);
  const steps = "./web/build/steps.mjs";
  const build = (/** @type {string} */ name) => ["node", "-e", `import("${steps}").then((steps) => steps.${name}())`];
  const vitest = (/** @type {string} */ project) => [
    ...["node", "node_modules/vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts", "--project", project],
  ];
  const run = "node wasm/toolchain/run.mjs";
  /** @type {readonly (readonly [name: string, argv: readonly string[]])[]} */
  const checks = [
    ["npm run new-lab", ["node", "web/build/new-lab.mjs", ID, "5"]],
    ["biome", [tool("biome"), "check", "--error-on-warnings", "src", "wasm", "web", "tests"]],
    [
      "clang-format",
      ["bash", "-c", `${run} clang-format --dry-run -Werror $(find src wasm tests -name '*.cpp' -o -name '*.h')`],
    ],
    ["the module", build("module")],
    ["the library", build("library")],
    ...["page", "worker", "node"].map(
      (name) => /** @type {const} */ ([`types: ${name}`, [tool("tsc"), "-p", `tsconfig.${name}.json`]]),
    ),
    ["C++ tests", ["node", "tests/program.mjs", "sanitize", ID]],
    ["tests of the library", vitest("wasm")],
    ["tests of the page's logic", vitest("web")],
    ["the site", build("site")],
    ["tests in Chromium", [tool("playwright"), "test", "--config", "tests/browser/playwright.config.ts"]],
  ];
  const count = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
  for (const [name, [command = "", ...args]] of checks) {
    if (count.failed > 0) {
      count.failed += 1;
      count.failures.push(`${name}: not tried`);
      continue;
    }
    const start = Date.now();
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: HOUSE, encoding: "utf8" });
    if (status === 0) {
      count.passed += 1;
      say(`${name}: passed, ${seconds(start)}`);
    } else {
      count.failed += 1;
      count.failures.push(name);
      console.log(`${stdout}\n${stderr}`);
      say(`${name}: failed, ${seconds(start)}`);
    }
  }
  if (count.failed === 0) rmSync(HOUSE, { recursive: true, force: true });
  return count;
}
