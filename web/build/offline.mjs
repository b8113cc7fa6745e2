// What makes the site installable and lets it work without a network: icons, manifest, and the service worker with the list of all
// files of this build. Written when everything else of the site is there.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";
import { SetupError } from "../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { filesOf, sha256 } from "./files.mjs";
import { HASHED, typeOf } from "./headers.mjs";
import { icons } from "./icons.mjs";

const WORKER = "sw.js";
/** Not for a visit without a network: what is for a server, for other hosts, or the whole page once more. */
const NOT_KEPT =
  /^(?:sw\.js|_headers|proofground\.html|proofground-embed\.js|robots\.txt|sitemap\.xml)$|\.(?:br|gz|zip)$/;

/**
 * The generation that a folder holds.
 * @param {string} folder
 * @returns {import("../offline/generation.ts").Generation}
 */
export function generationOf(folder) {
  const files = filesOf(folder)
    .filter((name) => !NOT_KEPT.test(name))
    .map((name) => {
      const content = readFileSync(join(folder, name));
      return { name, type: typeOf(name).replace(/;.*/, ""), size: content.length, sha256: sha256(content) };
    });
  const all = Buffer.from(files.map((file) => `${file.name} ${file.sha256}\n`).join(""));
  return { id: sha256(all).slice(0, 12), hashed: HASHED.source, files };
}

/** @param {string} folder a built site; its service worker is written for the files that it has now */
export async function writeWorker(folder) {
  const bundle = await rolldown({ input: join(PROJECT, "web/offline/sw.ts"), platform: "browser" });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  if (output.length !== 1) throw new SetupError("the service worker is more than one file", "import no asset in it");
  writeFileSync(join(folder, WORKER), `const GENERATION=${JSON.stringify(generationOf(folder))};\n${output[0].code}`);
}

/** @param {string} folder @param {string} name @param {string | Buffer} content */
function write(folder, name, content) {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** @param {string} page the text of index.html @param {RegExp} pattern */
function inPage(page, pattern) {
  const found = pattern.exec(page)?.[1];
  if (found === undefined)
    throw new SetupError(`manifest: no ${pattern} in web/index.html`, "see web/build/offline.mjs");
  return found;
}

/** @param {string} folder a built site without what this writes, or with what it wrote before */
export async function buildOffline(folder) {
  const page = readFileSync(join(PROJECT, "web/index.html"), "utf8");
  const { colour, files } = icons(page);
  const title = inPage(page, /<title>([^<]*)<\/title>/);
  const manifest = {
    id: "./",
    name: title,
    short_name: title,
    description: inPage(page, /<meta name="description" content="([^"]*)"/),
    lang: inPage(page, /<html lang="([^"]*)"/),
    start_url: "./",
    scope: "./",
    display: "standalone",
    background_color: colour,
    theme_color: colour,
    icons: files
      .filter(({ purpose }) => purpose !== null)
      .map(({ name, sizes, purpose }) => ({ src: `./${name}`, sizes, type: typeOf(name), purpose })),
  };
  rmSync(join(folder, "icons"), { recursive: true, force: true });
  for (const { name, content } of files) write(folder, name, content);
  write(folder, "manifest.webmanifest", `${JSON.stringify(manifest, null, 2)}\n`);
  await writeWorker(folder);
}
