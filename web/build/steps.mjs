// The steps from a fresh clone to dist/, each skipped when what it is made from has not changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { SetupError, say, seconds } from "../../wasm/toolchain/say.mjs";
import { cmake, PROJECT, toolchain } from "../../wasm/toolchain/toolchain.mjs";
import { PARTS, WHOLE, writeParts } from "./parts.mjs";

const BUILD = ["package-lock.json", "web/build"];
const NATIVE = ["CMakeLists.txt", "CMakePresets.json", "src", "wasm"];
const PAGE = [...BUILD, ...NATIVE, "web", "THIRD_PARTY_NOTICES"];
const LIBRARY = [...BUILD, ...NATIVE, "LICENSE", "THIRD_PARTY_NOTICES", "package.json", "tsconfig.base.json"];

/** @param {import("node:crypto").Hash} hash @param {string} path relative to the project: a copy of it has the same hash */
function addTo(hash, path) {
  const full = join(PROJECT, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
  } else {
    hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
  }
}

/** @param {readonly string[]} inputs files and folders @returns {string} a hash of their content, and of what the environment says */
function contentOf(inputs) {
  const hash = createHash("sha256")
    .update(process.version)
    .update(process.env.PROOFGROUND_URL ?? "");
  for (const input of inputs) addTo(hash, input);
  return hash.digest("hex");
}

/**
 * @param {string} name names the stamp
 * @param {readonly string[]} inputs
 * @param {readonly string[]} outputs what must be there for the step to be skipped
 * @param {() => Promise<void> | void} work
 * @param {string} setting what else it depends on
 */
async function step(name, inputs, outputs, work, setting = "") {
  const stamp = join(PROJECT, "build/stamps", name);
  const content = contentOf(inputs) + setting;
  const done = outputs.every((path) => existsSync(join(PROJECT, path)));
  if (done && existsSync(stamp) && readFileSync(stamp, "utf8") === content) return;
  rmSync(stamp, { force: true });
  const start = Date.now();
  await work();
  mkdirSync(join(PROJECT, "build/stamps"), { recursive: true });
  writeFileSync(stamp, content);
  say(`${name}: done in ${seconds(start)}`);
}

/**
 * npm's packages of a folder, as its lock file says.
 * @param {string} folder relative to the project, "" for its own; the tests have folders with packages that nothing else needs
 */
export async function packages(folder = "") {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < 20) throw new SetupError(`Node ${process.versions.node} is too old`, "install Node 20 or newer");
  const marker = join(PROJECT, folder, "node_modules/.proofground");
  const lock = contentOf([join(folder, "package-lock.json")]);
  if (existsSync(marker) && readFileSync(marker, "utf8") === lock) return;
  const start = Date.now();
  const name = folder === "" ? "packages" : `packages of ${folder}`;
  say(`${name}: npm ci`);
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: join(PROJECT, folder),
    stdio: "inherit",
  });
  if (status !== 0)
    throw new SetupError("npm ci failed", "see that the npm registry can be reached, and run this again");
  writeFileSync(marker, lock);
  say(`${name}: done in ${seconds(start)}`);
}

/** What the linker makes of each module. */
const MODULES = [WHOLE, ...PARTS].flatMap(({ module }) =>
  ["mjs", "wasm", "d.mts"].map((kind) => `build/wasm/${module}.${kind}`),
);

/** build/wasm/proofground.{mjs,wasm,d.mts}, those of its parts, and the library's files that follow from the table of parts */
export const module = () => {
  writeParts();
  return step("module", NATIVE, MODULES, async () => {
    await cmake(await toolchain("module"), "wasm", "border");
  });
};

/** What is shipped has no development build of a package in it, whatever the environment says or an earlier step has set. */
function forProduction() {
  process.env.NODE_ENV = "production";
}

/** build/door: the still pictures of the front door, and its words. Read anew where they are imported, so they are no stamp's input. */
export const stills = () =>
  step("stills", PAGE, ["build/door"], async () => {
    const { runnerImport } = await import("vite");
    const { ENGLISH, LANGUAGES } = await import("./languages.mjs");
    const { translation } = await import("./translation.mjs");
    const folder = join(PROJECT, "build/door");
    rmSync(folder, { recursive: true, force: true });
    for (const language of LANGUAGES) {
      /** @type {{ module: { buildStills(folder: string, styles: string): Promise<void> } }} */
      const { module } = await runnerImport(join(PROJECT, "web/build/stills.ts"), { plugins: [translation(language)] });
      const styles = language === ENGLISH ? "" : readFileSync(join(PROJECT, `web/language/${language}.css`), "utf8");
      await module.buildStills(join(folder, language === ENGLISH ? "" : language), styles);
    }
  });

/** dist/site. Its pages name the site's address where PROOFGROUND_URL does. */
export const site = async () => {
  await stills();
  return step(
    "site",
    PAGE,
    ["dist/site/index.html", "dist/site/embed/index.html", "dist/site/teach/index.html"],
    async () => {
      forProduction();
      const { build } = await import("vite");
      const { joinPages, LANGUAGES } = await import("./languages.mjs");
      // Those after the first lie in folders of it, which empties its own. The hash of the builder says what is chosen for another page.
      for (const [config, folder, asked] of /** @type {const} */ ([
        ["vite.config.ts", "dist/site", "hash"],
        ["builder.config.ts", "dist/site/embed", "search"],
        ["teacher.config.ts", "dist/site/teach", "hash"],
      ])) {
        for (const mode of LANGUAGES) await build({ configFile: join(PROJECT, "web/build", config), mode });
        joinPages(join(PROJECT, folder), asked);
      }
    },
    process.env.PROOFGROUND_URL,
  );
};

/** dist/proofground.html, and a copy in dist/site: the page there sends its readers to it where its own parts are refused. */
export const singleFile = async () => {
  await stills();
  return step("single file", PAGE, ["dist/proofground.html", "dist/site/proofground.html"], async () => {
    forProduction();
    const { runnerImport } = await import("vite");
    /** @type {{ module: { buildSingleFile(file: string): Promise<void> } }} */
    const { module } = await runnerImport(join(PROJECT, "web/build/single-file.ts"));
    const file = join(PROJECT, "dist/proofground.html");
    await module.buildSingleFile(file);
    copyFileSync(file, join(PROJECT, "dist/site/proofground.html"));
  });
};

/** All of dist/site, as it works on any host: last what needs a list of all the rest, which lets it work without a network. */
export async function wholeSite() {
  for (const part of [module, site, singleFile]) await part();
  const { buildOffline } = await import("./offline.mjs");
  await buildOffline(join(PROJECT, "dist/site"));
}

/** All of dist/site, and its files compressed beforehand. */
export async function hostedSite() {
  await wholeSite();
  const start = Date.now();
  const { compress } = await import("./compress.mjs");
  await compress(join(PROJECT, "dist/site"));
  say(`compressed: done in ${seconds(start)}`);
}

/** dist/lib: the library as one ES module, its types, the binary, the licences */
export const library = () =>
  step(
    "library",
    LIBRARY,
    ["dist/lib/proofground.js", "dist/lib/proofground.d.ts", "dist/lib/proofground.wasm", "dist/lib/package.json"],
    async () => {
      const { buildLibrary } = await import("./library.mjs");
      await buildLibrary(join(PROJECT, "dist/lib"));
    },
  );
