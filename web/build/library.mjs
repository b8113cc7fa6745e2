// dist/lib: the package that `import { load } from "proofground"` takes, for Node, bundlers, pages and workers.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { SetupError } from "../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";

const ENTRY = join(PROJECT, "wasm/lib/index.ts");

/** @param {string} folder where to put it; emptied first */
export async function buildLibrary(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const everywhere = await rolldown({ input: ENTRY, platform: "neutral", external: /^node:/ });
  // Both the library and the compiler's glue look for proofground.wasm beside the script: it lies there.
  await everywhere.write({ file: join(folder, "proofground.js"), format: "esm", minify: true });
  await everywhere.close();
  await buildForBrowsers(join(folder, "proofground.browser.js"));
  copyFileSync(join(PROJECT, "build/wasm/proofground.wasm"), join(folder, "proofground.wasm"));
  writeTypes(folder);
  for (const [from, to] of Object.entries({
    "web/build/library-readme.md": "README.md",
    LICENSE: "LICENSE",
    THIRD_PARTY_NOTICES: "THIRD_PARTY_NOTICES",
  }))
    copyFileSync(join(PROJECT, from), join(folder, to));
  writeManifest(folder);
}

/**
 * Bundlers for browsers follow every import and every URL that they can read. So this one has no import of Node's modules, and
 * one place that says where the binary lies, in the form that they know; and it is left for them to make small.
 * @param {string} file
 */
async function buildForBrowsers(file) {
  const bundle = await rolldown({
    input: ENTRY,
    platform: "browser",
    plugins: [
      {
        name: "proofground:no-node",
        transform(code, id) {
          if (id.endsWith("/wasm/lib/binary.ts")) return code.replace(/const IN_NODE = .*;/, "const IN_NODE = false;");
          if (!id.endsWith("/build/wasm/proofground.mjs")) return undefined;
          return code
            .replaceAll('await import("node:module")', "{}")
            .replaceAll('new URL("proofground.wasm",import.meta.url).href', '"proofground.wasm"')
            .replaceAll("import.meta.url", '""');
        },
      },
    ],
  });
  await bundle.write({ file, format: "esm", minify: "dce-only" });
  await bundle.close();
  const text = readFileSync(file, "utf8");
  const places = text.match(/import\.meta\.url/g)?.length;
  if (/node:|\bimport\(/.test(text) || places !== 1 || !text.includes('new URL("./proofground.wasm", import.meta.url)'))
    throw new SetupError(`${file} is not what bundlers for browsers can read`, "see web/build/library.mjs");
}

/** The package's own manifest, by that of the project. @param {string} folder */
function writeManifest(folder) {
  const { name, version, license, engines, exports } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
  const here = (/** @type {string} */ text) => JSON.parse(text.replaceAll("./dist/lib/", "./"));
  const manifest = {
    name,
    version,
    description: "The solvers of Proofground: C++ compiled to WebAssembly, with types.",
    license,
    type: "module",
    engines,
    sideEffects: false,
    exports: here(JSON.stringify(exports)),
    types: "./proofground.d.ts",
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** @param {string} folder */
function writeTypes(folder) {
  const types = join(PROJECT, "build/lib-types");
  rmSync(types, { recursive: true, force: true });
  const options = ["-p", "tsconfig.lib.json", "--outDir", types];
  const { status, stdout } = spawnSync(join(PROJECT, "node_modules/.bin/tsc"), options, {
    cwd: PROJECT,
    encoding: "utf8",
  });
  if (status !== 0) throw new SetupError(`the library's types:\n${stdout}`, "mend the files that it names");
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const source of ["wasm/lib", "build/library"].map((path) => join(types, path))) {
    for (const name of readdirSync(source)) {
      // TypeScript leaves our own specifiers as they are; here all files lie in one folder.
      const text = readFileSync(join(source, name), "utf8").replaceAll(
        /from "\.[^"]*?([\w-]+)\.ts"/g,
        'from "./$1.js"',
      );
      files.set(name, text);
    }
  }
  // Only what the package's entry leads to: the others declare insides that need files which are not here.
  const wanted = ["index.d.ts"];
  for (const name of wanted) {
    const text = files.get(name) ?? "";
    writeFileSync(join(folder, name === "index.d.ts" ? "proofground.d.ts" : name), text);
    for (const [, next] of text.matchAll(/from "\.\/([\w-]+)\.js"/g))
      if (!wanted.includes(`${next}.d.ts`)) wanted.push(`${next}.d.ts`);
  }
}
