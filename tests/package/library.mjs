// The library as others take it: packed, installed in a fresh project without a network, its types checked, its examples run, and
// one program built by every bundler and run in Node and in Chromium.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { serve } from "../../web/build/serve.mjs";
import { BUNDLES, folderOf, writeProgram } from "./bundles.mjs";
import { runExamples } from "./readme.mjs";

const ROOT = join(PROJECT, "build/package-tests");
/** What a page has to allow that runs the library, and nothing else. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** @param {string} cwd @param {readonly string[]} argv @returns {string} what it printed */
function run(cwd, argv) {
  const [program = "", ...args] = argv;
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${argv.join(" ")}:\n${stdout}${stderr}`);
  return stdout;
}

/** @returns {string} a fresh project that has the package installed */
function freshProject() {
  rmSync(ROOT, { recursive: true, force: true });
  const project = join(ROOT, "project");
  mkdirSync(project, { recursive: true });
  run(ROOT, ["npm", "pack", join(PROJECT, "dist/lib"), "--silent", "--pack-destination", ROOT]);
  const [tarball = ""] = readdirSync(ROOT).filter((name) => name.endsWith(".tgz"));
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  run(project, ["npm", "install", "--offline", "--no-audit", "--no-fund", "--silent", join(ROOT, tarball)]);
  writeProgram(project);
  return project;
}

/** A right use passes and a wrong one is refused, or nothing was checked. */
const TYPED = `
import { load, ProofgroundError, type Proofground, type SvrProblem, type SvrSolution } from "proofground";
const pg: Proofground = await load({ wasm: new URL("proofground.wasm", import.meta.url) });
const problem: SvrProblem = { x: [0, 1], d: 1, y: [0, 1], kernel: { type: "linear" }, C: 1, epsilon: 0.1 };
const solution: SvrSolution = pg.svr.fit(problem);
const alpha: Float64Array = solution.alpha;
// @ts-expect-error the library's numbers are no strings
const wrong: string = pg.svdd.fit({ x: alpha, d: 1, nu: 0.1, kernel: { type: "linear" } }).rho;
console.log(wrong, new ProofgroundError("trap", "") instanceof Error);
`;

/** @param {string} project @param {"bundler" | "node16"} moduleResolution */
function types(project, moduleResolution) {
  writeFileSync(join(project, "typed.ts"), TYPED);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    module: moduleResolution === "bundler" ? "esnext" : "node16",
    moduleResolution,
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["typed.ts"] }));
  run(project, [join(PROJECT, "node_modules/.bin/tsc"), "-p", "tsconfig.json"]);
}

/** @param {import("@playwright/test").Browser} browser @param {string} folder */
async function inChromium(browser, folder) {
  const host = await serve(folder, { policy: POLICY });
  const page = await browser.newPage();
  try {
    await page.goto(host.url);
    await page.waitForFunction(() => document.title !== "waits");
    const title = await page.title();
    if (title !== "done") throw new Error(title);
    return await page.evaluate(() => /** @type {{ answer?: string }} */ (window).answer);
  } finally {
    await page.close();
    await host.close();
  }
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {(name: string, problem: string) => void} check
 */
export async function libraryTests(browser, check) {
  /** @param {string} name @param {() => string | Promise<string>} test what is wrong, "" for nothing */
  const attempt = async (name, test) => {
    try {
      check(name, await test());
    } catch (error) {
      check(name, error instanceof Error ? error.message : String(error));
    }
  };
  const project = freshProject();
  for (const resolution of /** @type {const} */ (["bundler", "node16"]))
    await attempt(`the types check under strict with moduleResolution ${resolution}`, () => {
      types(project, resolution);
      return "";
    });
  runExamples(project, check);
  const answer = run(project, [process.execPath, "node.js"]).trim();
  check("in Node the fit converges", JSON.parse(answer)[5].converged === true ? "" : answer.slice(0, 300));
  for (const [index, { name, where, make }] of BUNDLES.entries())
    await attempt(`${name}, for ${where === "node" ? "Node" : "a page"}: the same bits as Node's`, async () => {
      const folder = folderOf(ROOT, index);
      await make(project, folder);
      const got =
        where === "page" ? await inChromium(browser, folder) : run(folder, [process.execPath, "node.mjs"]).trim();
      return got === answer ? "" : `it gives ${String(got).slice(0, 300)}`;
    });
}
