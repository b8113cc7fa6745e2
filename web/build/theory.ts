// Vite plugin: `import theory from "./theory.md"` gives the typeset sections of that file by claim id, and brings the
// styles and fonts that they need into the same chunk. These are the same in every language, as the formulas are.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";
import { deflate } from "./deflate.ts";
import { LANGUAGES, translated } from "./languages.mjs";
import { theoryCss } from "./theory-css.ts";
import { renderTheory } from "./theory-html.ts";

const STYLES = "?theory&lang.css";
const INFLATE = join(import.meta.dirname, "../host/inflate.ts");

const packedExport = (sections: object): string =>
  [
    `import { inflateJson } from ${JSON.stringify(INFLATE)};`,
    `export default inflateJson(${JSON.stringify(deflate(JSON.stringify(sections)))});`,
  ].join("\n");

/** The first file, from the theory in any language. */
const ENGLISH = /\.[A-Za-z-]+(?=\.md$)/;

/** Its files in all languages that it has. */
export const inEveryLanguage = (file: string): string[] =>
  LANGUAGES.map((language) => translated(file, language) ?? file).filter((one, k) => k === 0 || existsSync(one));

/**
 * @param packed for the single file: what is exported is a promise, and begins to be unpacked when the module is first imported
 * @returns the plugin. Bad TeX or a malformed theory file fails the build with file, section and formula.
 */
export function theory(packed: boolean): Plugin {
  let cache = "";
  return {
    name: "theory",
    enforce: "pre",
    configResolved(config) {
      cache = join(config.cacheDir, "theory-fonts");
    },
    resolveId(id) {
      return id.endsWith(STYLES) ? id : null;
    },
    async load(id) {
      const file = id.endsWith(STYLES) ? id.slice(0, -STYLES.length) : id;
      if (!file.endsWith(".md")) return null;
      this.addWatchFile(file);
      if (file === id) {
        const { sections } = renderTheory(await readFile(file, "utf8"), file);
        const styled = `import ${JSON.stringify(file.replace(ENGLISH, "") + STYLES)};\n`;
        const code = styled + (packed ? packedExport(sections) : `export default ${JSON.stringify(sections)};\n`);
        return { code, map: null, moduleType: "js" };
      }
      const styles = new Map<string, string>();
      let html = "";
      for (const one of inEveryLanguage(file)) {
        const { sections } = renderTheory(await readFile(one, "utf8"), one, styles);
        for (const { statement, derivation } of Object.values(sections)) html += statement + derivation;
      }
      return { code: await theoryCss(html, styles, cache), map: null };
    },
  };
}
