// The served site: static files with relative URLs and hashed names, which work under any sub-path.
import { resolve } from "node:path";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { SITE_CSP } from "./csp.mjs";
import { embedScript } from "./embed.ts";
import { ENGLISH, type Language, languageOf, pageIn } from "./languages.mjs";
import { pages } from "./pages.ts";
import { browserGlue, solverAssets } from "./solver-assets.ts";
import { templates } from "./templates.ts";
import { theory } from "./theory.ts";
import { translation } from "./translation.mjs";

const ROOT = resolve(import.meta.dirname, "../..");

/** In a worker: what the solvers of labs of points share. The judge of tasks needs some of it, and would have it cut in two. */
const SOLVING = { name: "solving", test: /\/web\/kit\/points\/(?:advance|trace)\.ts/ };

/** The policy, in the page: for hosts where one cannot set headers. */
export function cspInPage(): Plugin {
  return {
    name: "proofground:csp",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: SITE_CSP }, injectTo: "head-prepend" },
    ],
  };
}

/**
 * Vite writes `crossorigin` on the style sheet, although it comes from here as well: from disk and in a sandboxed frame it would be
 * refused then, and the sentence that says why the page is empty there would have no style.
 */
export function styleFromAnywhere(): Plugin {
  return {
    name: "proofground:style",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (page) => page.replace(/<link rel="stylesheet" crossorigin /, '<link rel="stylesheet" '),
    },
  };
}

/** The page of each language's build has a name of its own, until the pages are joined. */
export function pageByLanguage(language: Language): Plugin {
  return {
    name: "proofground:page-by-language",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") return;
        delete bundle["index.html"];
        this.emitFile({ type: "asset", fileName: pageIn(language), source: page.source });
      },
    },
  };
}

/** `npm run dev` has no script that chooses: Vite's mode does. */
function languageInPage(language: Language): Plugin {
  return {
    name: "proofground:language",
    apply: "serve",
    transformIndexHtml: (page) => page.replace(/<html lang="[^"]*"/, `<html lang="${language}"`),
  };
}

/** What the site and the single file have in common. @param inside for the single file, which has everything inside */
export function common(language: Language, inside = false): UserConfig {
  const plugins = () => [translation(language), templates(), solverAssets(inside), browserGlue(), theory(inside)];
  return {
    root: resolve(ROOT, "web"),
    base: "./",
    publicDir: false,
    cacheDir: resolve(ROOT, "build/vite"),
    logLevel: "warn",
    plugins: plugins(),
    worker: { format: "es", plugins, rolldownOptions: { output: { codeSplitting: { groups: [SOLVING] } } } },
    build: {
      target: "es2022", // every browser with WebAssembly SIMD has it
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0, // the policy allows no data: fonts
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000, // kB: the typeset proofs are one chunk of text, loaded when a proof is opened
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  };
}

/** What the page's entry (main.ts) starts the solver and finds the lab with: small, and not to wait for anything else. */
const ENTRY = {
  name: "entry",
  test: /\/web\/host\/(client|entry|equal|fields|greeting|messages\/format|pack|port|theme|url)\.ts/,
  priority: 2,
};
/** Files of kit and plot, by how their paths begin, that no first picture of a lab of points needs. */
const LATER = [
  ...[
    "claim-plots/",
    "claims/claim-(?:plot|figure)",
    "stages/",
    "training/",
    "player/",
    "charts/(?:chart-row|image-grid|ink-grid|loss-chart)",
  ],
  ...[
    "interaction/brush",
    "interaction/(?:drag-handles|placing)",
    "panels",
    "formula",
    "dialog",
    "more-marks",
    "colours",
    "log-scale",
  ],
  ...[
    "balance-sheet/",
    "messages/(?:balance-sheet|placing|player|stage-reader)",
    "number-cell/",
    "typeset",
    "lab-link",
  ],
  // tours, tasks and the names of what they lock, worked examples, slips, the sheet about this page
  ...["tour/", "tasks/", "frame/parts", "under-header", "worked/", "slips/", "fingerprint/"],
  // what is heard, but for its button
  ...["sound/(?!button)", "messages/sound"],
  // what is said of a picture once it rests
  "points/extremes",
  // what an open claim says
  ...["messages/checks", "claims/check-labels"],
];
/**
 * What every lab's first picture is made of, in one file: cut where labs happen to differ, it would be ten, and a first visit
 * waits for each. What is loaded later (plots of claims, files in and out) is shared by fewer, and what only labs of stages
 * use is not for every lab: they stay out of it.
 */
const SHARED = {
  name: "page",
  test: new RegExp(`/web/(?:(?:host|plot|kit)/(?!${LATER.join("|")})|data/(?:read|messages/))`),
  minShareCount: 3,
  priority: 1,
};

/** Vite's mode names the language: `vite --mode zh-TW`. What has no language is made with the first one. */
export default defineConfig(({ mode }) => {
  const language = languageOf(mode);
  const first = language === ENGLISH;
  const site = common(language);
  const { rolldownOptions, ...build } = site.build ?? {};
  return {
    ...site,
    plugins: [
      ...(site.plugins ?? []),
      ...[cspInPage(), styleFromAnywhere(), pageByLanguage(language), languageInPage(language)],
      ...(first ? [embedScript(), pages((language) => common(language).plugins ?? [])] : []),
    ],
    build: {
      ...build,
      rolldownOptions: { ...rolldownOptions, output: { codeSplitting: { groups: [ENTRY, SHARED] } } },
      outDir: resolve(ROOT, "dist/site"),
      emptyOutDir: first,
    },
  };
});
