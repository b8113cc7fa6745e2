// dist/site/embed: the page that makes links. Built apart, so that it changes nothing of what a first visit of a lab is cut into.
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { ENGLISH, languageOf } from "./languages.mjs";
import { common, cspInPage, pageByLanguage } from "./vite.config.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** It shows labs in frames: of a lab it needs the model and some words, and what the list of labs would load besides is left out. */
function noViews(): Plugin {
  return {
    name: "proofground:no-views",
    enforce: "pre",
    load: (id) => (/\/labs\/[^/]+\/(view|door)\.ts$/.test(id) ? "export default undefined;" : undefined),
  };
}

export default defineConfig(({ mode }) => {
  const language = languageOf(mode);
  const site = common(language);
  return {
    ...site,
    root: resolve(ROOT, "web/builder"),
    plugins: [noViews(), ...(site.plugins ?? []), cspInPage(), pageByLanguage(language)],
    build: { ...site.build, outDir: resolve(ROOT, "dist/site/embed"), emptyOutDir: language === ENGLISH },
  };
});
