// Plugin of Vite and of rolldown: in a translation of the page, each file of words is its neighbour in that language. The code imports
// the English one.
import { inLanguage, translated } from "./languages.mjs";

/**
 * @param {import("./languages.mjs").Language} language English: nothing is replaced
 * @returns {import("vite").Plugin}
 */
export function translation(language) {
  return {
    name: "proofground:translation",
    enforce: "pre",
    async resolveId(id, importer, options) {
      const [path = "", query = ""] = id.split(/(?=\?)/);
      // Most imports are of no words: they are left alone.
      if (translated(path, language) === null) return null;
      const found = await this.resolve(path, importer, { ...options, skipSelf: true });
      if (found === null) return null;
      const file = inLanguage(found.id, language);
      // A translation may take over what has no words in it.
      return (file === importer ? found.id : file) + query;
    },
  };
}
