// dist/lib: what `import { load } from "proofground"` gives, in Node, pages and workers.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { SetupError } from "../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";

/** @param {string} folder where to put it; emptied first */
export async function buildLibrary(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const bundle = await rolldown({ input: join(PROJECT, "wasm/lib/index.ts"), platform: "neutral", external: /^node:/ });
  // Both the library and the compiler's glue look for proofground.wasm beside the script: it lies there.
  await bundle.write({ file: join(folder, "proofground.js"), format: "esm", minify: true });
  await bundle.close();
  copyFileSync(join(PROJECT, "build/wasm/proofground.wasm"), join(folder, "proofground.wasm"));
  writeTypes(folder);
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
  for (const source of ["wasm/lib", "build/library"].map((path) => join(types, path))) {
    for (const name of readdirSync(source)) {
      // TypeScript leaves our own specifiers as they are; here all files lie in one folder.
      const text = readFileSync(join(source, name), "utf8").replaceAll(
        /from "\.[^"]*\/([\w-]+)\.ts"/g,
        'from "./$1.js"',
      );
      writeFileSync(join(folder, name), text);
    }
  }
  renameSync(join(folder, "index.d.ts"), join(folder, "proofground.d.ts"));
}
