// dist/site/embed: the page that makes links. Built apart, so that it changes nothing of what a first visit of a lab is cut into.
import { resolve } from "node:path";
import { defineConfig } from "vite";
import { ENGLISH, languageOf } from "./languages.mjs";
import { noViews } from "./no-views.ts";
import { common, cspInPage, pageByLanguage } from "./vite.config.ts";

const ROOT = resolve(import.meta.dirname, "../..");

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
