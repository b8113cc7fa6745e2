// Whether a build depends on nothing but its sources: the site and the single file are built anew in two copies of the project, in
// folders of different names, and compared with one another.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { SetupError, say } from "../../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../../wasm/toolchain/toolchain.mjs";
import { contentsOf, listed } from "../files.mjs";

const ROOT = join(PROJECT, "build/twice");
const STEPS = `
  import { hostedSite } from "./web/build/steps.mjs";
  await hostedSite();`;

/** @param {string} name @returns {Map<string, string>} the hash of each file of its dist/ */
function buildIn(name) {
  const place = join(ROOT, name);
  mkdirSync(join(place, "build"), { recursive: true });
  for (const entry of readdirSync(PROJECT))
    if (!["build", "dist", "node_modules", ".git"].includes(entry))
      cpSync(join(PROJECT, entry), join(place, entry), {
        recursive: true,
        filter: (path) => !path.endsWith("node_modules"),
      });
  // The compiled solvers are the toolchain's business: its versions are pinned, and its cache is by content.
  cpSync(join(PROJECT, "build/wasm"), join(place, "build/wasm"), {
    recursive: true,
    filter: (path) => path.endsWith("build/wasm") || /\/proofground[\w-]*\.(mjs|wasm|d\.mts)$/.test(path),
  });
  cpSync(join(PROJECT, "build/stamps/module"), join(place, "build/stamps/module"));
  symlinkSync(join(PROJECT, "node_modules"), join(place, "node_modules"));
  const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", STEPS], {
    cwd: place,
    stdio: "inherit",
  });
  if (status !== 0 || !existsSync(join(place, "dist/site/index.html")))
    throw new SetupError(`the build in ${place} failed`, "see what it says above");
  return new Map(listed(contentsOf(join(place, "dist"))).map(({ path, sha256 }) => [path, sha256]));
}

/** @throws where a file differs */
export async function checkBuiltTwice() {
  rmSync(ROOT, { recursive: true, force: true });
  const [one, other] = [buildIn("one"), buildIn("another-place")];
  const paths = new Set([...one.keys(), ...other.keys()]);
  const differ = [...paths].filter((path) => one.get(path) !== other.get(path)).sort();
  if (differ.length > 0)
    throw new SetupError(
      `two builds of the same sources differ:\n  ${differ.join("\n  ")}`,
      `compare the files in ${ROOT}`,
    );
  say(`built twice, in two places: ${paths.size} files, the same bytes`);
  rmSync(ROOT, { recursive: true, force: true });
}
