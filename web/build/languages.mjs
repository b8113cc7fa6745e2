// The languages of the site, and how a page of it is in each: built once for every language, with one index.html that chooses. What has
// no words in it is the same file in all of them, by its content.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { SetupError } from "../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";

/** @typedef {"en" | "zh-TW"} Language */

/** The first one is written; the others are translations of it. @type {readonly [Language, ...Language[]]} */
export const LANGUAGES = ["en", "zh-TW"];
export const [ENGLISH] = LANGUAGES;

/** @param {string} mode as Vite's configurations are given it: that of a language, or of none @returns {Language} */
export const languageOf = (mode) => LANGUAGES.find((language) => language === mode) ?? ENGLISH;

/**
 * The file with the same words in another language: of X.en.ts, X.zh-TW.ts; of theory.md, theory.zh-TW.md.
 * @param {string} file @param {Language} language @returns {string | null} null: it is none that is translated
 */
export function translated(file, language) {
  if (language === ENGLISH) return null;
  if (/(?:^|[/.])en\.ts$/.test(file)) return file.replace(/en\.ts$/, `${language}.ts`);
  if (/(?:^|\/)(?:theory|recipes|worked|slips)\.md$/.test(file)) return file.replace(/md$/, `${language}.md`);
  // What is made of the words before the site is (web/build/stills.ts).
  if (/\/build\/door\/[^/]+$/.test(file)) return file.replace(/[^/]+$/, `${language}/$&`);
  return null;
}

/**
 * The same, where it must be there.
 * @param {string} file @param {Language} language @returns {string} the file itself, where it is not translated
 */
export function inLanguage(file, language) {
  const other = translated(file, language) ?? file;
  if (existsSync(other)) return other;
  const cause = `${relative(PROJECT, other)} is missing`;
  throw new SetupError(cause, "translate the file that it stands beside (CONTRIBUTING, Translate)");
}

/** A script as it stands in a page: without its comments. @param {readonly string[]} names of web/language */
const scriptOf = (...names) =>
  names
    .map((name) => readFileSync(join(PROJECT, "web/language", name), "utf8"))
    .join("")
    .replace(/^\s*\/\/.*\n/gm, "")
    .replace(/^ +/gm, "");

/** The file that a language's build makes of index.html. @param {Language} language */
export const pageIn = (language) => `index.${language}.html`;

/** What a page of the site begins with. A block, so that it leaves no name behind. */
export const CHOOSER = `{${scriptOf("choose.js", "load-files.js")}}`;

/** What the single file begins with. */
export const INSIDE_CHOOSER = `{${scriptOf("choose.js", "load-inside.js")}}`;

/** The table that these read. @param {"hash" | "search"} asked the part of the address @param {object} files by language */
export const tableOf = (asked, files) =>
  `<script type="application/json" id="languages">${JSON.stringify({ asked, files })}</script>`;

const SCRIPT = /\s*<script type="module" crossorigin src="([^"]+)"><\/script>/;
const PRELOAD = /\s*<link rel="modulepreload" crossorigin href="([^"]+)">/g;
const STYLES = /<link rel="stylesheet" href="[^"]+">/g;

/**
 * One page that chooses, of the pages that each language's build made of the same HTML.
 * @param {ReadonlyMap<Language, string>} pages
 * @param {"hash" | "search"} asked the part of the address that may ask for a language
 */
function joined(pages, asked) {
  const of = (/** @type {string} */ page) => ({
    files: [...[...page.matchAll(PRELOAD)], SCRIPT.exec(page)].map((found) => found?.[1]),
    styles: (page.match(STYLES) ?? []).join("\n"),
  });
  const page = pages.get(ENGLISH) ?? "";
  const { styles } = of(page);
  const files = Object.fromEntries(
    [...pages].map(([language, text]) => {
      const found = of(text);
      if (found.files.includes(undefined))
        throw new SetupError(`the page in ${language} has no script`, "see joined() in web/build/languages.mjs");
      // The page names it before the language is known.
      if (found.styles !== styles)
        throw new SetupError(
          `the first styles of the page in ${language} are others`,
          "load later what one language needs",
        );
      return [language, found.files];
    }),
  );
  // Before the styles: a script after them waits for them.
  const chooser = `${tableOf(asked, files)}\n    <script>${CHOOSER}</script>\n    `;
  const [first = ""] = page.match(STYLES) ?? [];
  return page
    .replace(SCRIPT, "")
    .replace(PRELOAD, "")
    .replace(first, () => chooser + first);
}

/**
 * Join the pages that the builds of all languages have left in a folder.
 * @param {string} folder
 * @param {"hash" | "search"} asked the part of the address that may ask for a language: not the hash, where that is about another page
 */
export function joinPages(folder, asked) {
  const at = (/** @type {string} */ name) => join(folder, name);
  const pages = new Map(LANGUAGES.map((language) => [language, readFileSync(at(pageIn(language)), "utf8")]));
  writeFileSync(at("index.html"), joined(pages, asked));
  for (const language of LANGUAGES) rmSync(at(pageIn(language)));
}
