// dist/site/teach: the teacher's page. Built apart, so that it changes nothing of what a first visit of a lab is cut into; but into the same
// assets/, where the solvers are the files that the site has already.
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { type Language, languageOf, pageIn } from "./languages.mjs";
import { noViews } from "./no-views.ts";
import { common, cspInPage, styleFromAnywhere } from "./vite.config.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** Vite puts a page where its source is: web/teacher. Its address is another folder, as deep. */
function inTeach(language: Language): Plugin {
  return {
    name: "proofground:teach",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const page = bundle["teacher/index.html"];
        if (page?.type !== "asset") return;
        delete bundle["teacher/index.html"];
        this.emitFile({ type: "asset", fileName: `teach/${pageIn(language)}`, source: page.source });
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  const language = languageOf(mode);
  const site = common(language);
  return {
    ...site,
    plugins: [noViews(), ...(site.plugins ?? []), cspInPage(), styleFromAnywhere(), inTeach(language)],
    build: {
      ...site.build,
      rolldownOptions: { ...site.build?.rolldownOptions, input: resolve(ROOT, "web/teacher/index.html") },
      outDir: resolve(ROOT, "dist/site"),
      emptyOutDir: false,
    },
  };
});
