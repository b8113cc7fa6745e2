// One program, built by every bundler for a page and by two for Node. What it computes has to be the same, bit for bit.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { build as viteBuild } from "vite";

/** A fit of support vector regression, by the package alone, as text: an equal text means equal bits. */
const FIT = `
import { load } from "proofground";
export async function fit(options) {
  const pg = await load(options);
  const x = Array.from({ length: 60 }, (_, k) => k / 10);
  const y = x.map((value) => Math.fround(value * (5 - value) * ((Math.round(value * 10) * 7) % 5 - 2)));
  const { alpha, alphaStar, b, primal, dual, report } =
    pg.svr.fit({ x, d: 1, y, kernel: { type: "rbf", gamma: 1 }, C: 10, epsilon: 0.1 });
  return JSON.stringify([[...alpha], [...alphaStar], b, primal, dual, report]);
}
`;
const IN_NODE = `import { fit } from "./fit.js";\nconsole.log(await fit());\n`;
const inPage = (/** @type {string} */ options) =>
  `document.title = await fit(${options}).then((text) => (window.answer = text, "done"), (error) => "failed: " + error.message);\n`;
const IN_PAGE = `import { fit } from "./fit.js";\n${inPage("")}`;
const IN_PAGE_INSIDE = `import { fit } from "./fit.js";\nimport wasm from "proofground/proofground.wasm";\n${inPage("{ wasm }")}`;
const page = (/** @type {string} */ script, head = "") =>
  `<!doctype html><meta charset="utf-8"><title>waits</title>${head}<script type="module" src="./${script}"></script>`;

/** Vite finds its entry in the page. @param {string} project */
export function writeProgram(project) {
  for (const [name, text] of Object.entries({
    "fit.js": FIT,
    "node.js": IN_NODE,
    "page.js": IN_PAGE,
    "page-inside.js": IN_PAGE_INSIDE,
    "index.html": page("page.js"),
  }))
    writeFileSync(join(project, name), text);
}

const binaryOf = (/** @type {string} */ project) => join(project, "node_modules/proofground/proofground.wasm");

/** @param {string} name of a package that only this folder has @returns {Promise<unknown>} */
const here = async (name) => {
  const module = await import(name);
  return module.default ?? module;
};

/** @param {string} project @param {string} folder @param {Record<string, unknown>} options */
async function esbuild(project, folder, options) {
  const { build } = /** @type {{ build(options: object): Promise<{ warnings: object[] }> }} */ (await here("esbuild"));
  const { warnings } = await build({
    absWorkingDir: project,
    bundle: true,
    format: "esm",
    outdir: folder,
    logLevel: "silent",
    ...options,
  });
  if (warnings.length > 0) throw new Error(JSON.stringify(warnings));
}

/** @typedef {{ compilation: { errors: Error[], warnings: Error[] } }} Stats */
/** @param {string} project @param {string} folder @param {string} entry @param {"web" | "node"} target */
async function webpack(project, folder, entry, target) {
  const run = /** @type {(options: object, done: (error: Error | null, stats: Stats) => void) => void} */ (
    await here("webpack")
  );
  const stats = await new Promise((/** @type {(stats: Stats) => void} */ done, failed) =>
    run(
      {
        context: project,
        mode: "production",
        target,
        entry: `./${entry}.js`,
        output: { path: folder, filename: target === "node" ? `${entry}.mjs` : `${entry}.js`, module: true },
        experiments: { outputModule: true },
        performance: { hints: false }, // the binary is larger than it likes
      },
      (error, result) => (error ? failed(error) : done(result)),
    ),
  );
  const said = [...stats.compilation.errors, ...stats.compilation.warnings].map(({ message }) => message);
  if (said.length > 0) throw new Error(said.join("\n"));
}

/**
 * Each into a folder of its own. For pages: a folder to serve. For Node: a script to run.
 * @type {readonly { name: string, where: "page" | "node", make: (project: string, folder: string) => Promise<void> }[]}
 */
export const BUNDLES = [
  {
    name: "Vite",
    where: "page",
    make: async (project, folder) => {
      await viteBuild({
        root: project,
        logLevel: "error",
        configFile: false,
        build: { outDir: folder, target: "es2022" },
      });
    },
  },
  {
    name: "webpack",
    where: "page",
    make: async (project, folder) => {
      await webpack(project, folder, "page", "web");
      writeFileSync(join(folder, "index.html"), page("page.js"));
    },
  },
  {
    name: "esbuild, the binary beside",
    where: "page",
    make: async (project, folder) => {
      await esbuild(project, folder, { entryPoints: ["page.js"] });
      copyFileSync(binaryOf(project), join(folder, "proofground.wasm"));
      writeFileSync(join(folder, "index.html"), page("page.js"));
    },
  },
  {
    name: "esbuild, the binary inside",
    where: "page",
    make: async (project, folder) => {
      await esbuild(project, folder, { entryPoints: ["page-inside.js"], loader: { ".wasm": "binary" } });
      writeFileSync(join(folder, "index.html"), page("page-inside.js"));
    },
  },
  {
    name: "Rolldown, the binary beside",
    where: "page",
    make: async (project, folder) => {
      const bundle = await rolldown({ cwd: project, input: "./page.js", platform: "browser" });
      await bundle.write({ file: join(folder, "page.js"), format: "esm" });
      await bundle.close();
      copyFileSync(binaryOf(project), join(folder, "proofground.wasm"));
      writeFileSync(join(folder, "index.html"), page("page.js"));
    },
  },
  {
    name: "no bundler",
    where: "page",
    make: async (project, folder) => {
      for (const name of ["proofground.browser.js", "proofground.wasm"])
        copyFileSync(join(project, "node_modules/proofground", name), join(folder, name));
      writeFileSync(
        join(folder, "page.js"),
        `${FIT.replace('"proofground"', '"./proofground.browser.js"')}${inPage("")}`,
      );
      writeFileSync(join(folder, "index.html"), page("page.js"));
    },
  },
  {
    name: "esbuild",
    where: "node",
    make: async (project, folder) => {
      const outExtension = { ".js": ".mjs" };
      await esbuild(project, folder, { entryPoints: ["node.js"], platform: "node", outExtension });
      copyFileSync(binaryOf(project), join(folder, "proofground.wasm"));
    },
  },
  { name: "webpack", where: "node", make: (project, folder) => webpack(project, folder, "node", "node") },
];

/** @param {string} root @param {number} index @returns {string} */
export function folderOf(root, index) {
  const folder = join(root, `bundle-${index}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}
