// proofground-embed.js: the script of host pages, one file without a hash, since their authors write its name.
import { resolve } from "node:path";
import { rolldown } from "rolldown";
import type { Plugin } from "vite";

const ENTRY = resolve(import.meta.dirname, "../embed/embed.ts");
const NAME = "proofground-embed.js";

/** A function around it all: as a classic script it leaves no name on the host's page, and it runs as a module too. */
export async function buildEmbed(): Promise<string> {
  const bundle = await rolldown({ input: ENTRY, platform: "browser" });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  return output[0].code;
}

export function embedScript(): Plugin {
  return {
    name: "proofground:embed",
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: NAME, source: await buildEmbed() });
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${NAME}`, (_, response, next) => {
        buildEmbed().then((code) => response.setHeader("content-type", "text/javascript").end(code), next);
      });
    },
  };
}
