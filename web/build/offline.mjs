// What makes the site installable and lets it work without a network: icons, manifest, and the service worker with the list of all
// files of this build. Written when everything else of the site is there.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { rolldown } from "rolldown";
import { SetupError } from "../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { filesOf, sha256 } from "./files.mjs";
import { HASHED, typeOf } from "./headers.mjs";
import { icons } from "./icons.mjs";
import { ENGLISH, inLanguage, LANGUAGES } from "./languages.mjs";

const WORKER = "sw.js";
/** Not for a visit without a network: what is for a server, for other hosts, or the whole page once more. */
const NOT_KEPT =
  /^(?:sw\.js|_headers|proofground\.html|proofground-embed\.js|robots\.txt|sitemap\.xml)$|\.(?:br|gz|zip)$/;

/** The table of a page that chooses. */
const TABLE = /<script type="application\/json" id="languages">([^<]*)<\/script>/;
/** How files name one another: by the last part of their paths, which has a hash. */
const NAMED = /[\w.-]+-[\w-]{8}\.\w+/g;

/**
 * Which files are of one language only: its static pages, and what a page that chooses reaches in that language and in no other.
 * @param {string} folder @returns {Map<string, string>} by name
 */
function languagesOf(folder) {
  const names = filesOf(folder);
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  const mark = (/** @type {string} */ name, /** @type {string} */ language) =>
    void found.set(name, (found.get(name) ?? new Set()).add(language));
  for (const page of names.filter((name) => name.endsWith("index.html"))) {
    const text = readFileSync(join(folder, page), "utf8");
    const table = TABLE.exec(text)?.[1];
    if (table === undefined) {
      mark(page, /<html lang="([\w-]+)"/.exec(text)?.[1] ?? ENGLISH);
      continue;
    }
    const base = page.replace(/[^/]*$/, "assets/");
    for (const [language, files] of Object.entries(JSON.parse(table).files)) {
      const waiting = files.map((/** @type {string} */ file) => basename(file));
      for (const file of waiting) {
        const name = base + file;
        if (found.get(name)?.has(language) || !names.includes(name)) continue;
        mark(name, language);
        if (/\.(js|css)$/.test(name)) waiting.push(...(readFileSync(join(folder, name), "utf8").match(NAMED) ?? []));
      }
    }
  }
  const alone = [...found].filter(([, languages]) => languages.size === 1);
  return new Map(alone.map(([name, [language = ""]]) => [name, language]));
}

/**
 * The generation that a folder holds.
 * @param {string} folder
 * @returns {import("../offline/generation.ts").Generation}
 */
export function generationOf(folder) {
  const languages = languagesOf(folder);
  const files = filesOf(folder)
    .filter((name) => !NOT_KEPT.test(name))
    .map((name) => {
      const content = readFileSync(join(folder, name));
      const language = languages.get(name);
      return {
        ...{ name, type: typeOf(name).replace(/;.*/, ""), size: content.length, sha256: sha256(content) },
        ...(language === undefined ? {} : { language }),
      };
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

/** The description of the page. @param {import("./languages.mjs").Language} language @returns {Promise<string>} */
async function descriptionIn(language) {
  const { runnerImport } = await import("vite");
  /** @type {{ module: { manifest: { description: string } } }} */
  const { module } = await runnerImport(inLanguage(join(PROJECT, "web/pages/messages/manifest.en.ts"), language));
  return module.manifest.description;
}

/** Of the installed page, for each language: its browser has the one of the page's language. @param {string} language */
const manifestIn = (language) => (language === ENGLISH ? "manifest.webmanifest" : `manifest.${language}.webmanifest`);

/** @param {string} folder a built site without what this writes, or with what it wrote before */
export async function buildOffline(folder) {
  const page = readFileSync(join(PROJECT, "web/index.html"), "utf8");
  const { colour, files } = icons(page);
  const title = inPage(page, /<title>([^<]*)<\/title>/);
  const manifest = {
    id: "./",
    name: title,
    short_name: title,
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
  for (const lang of LANGUAGES) {
    const all = { ...manifest, lang, description: await descriptionIn(lang) };
    write(folder, manifestIn(lang), `${JSON.stringify(all, null, 2)}\n`);
  }
  await writeWorker(folder);
}
