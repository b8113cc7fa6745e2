// Vite plugin: the static pages of the site. Every statement has an address of its own, readable without script, and so has every lab;
// one stylesheet and one set of fonts serve them all. A new lab gets its pages from the registry and its theory.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin, UserConfig } from "vite";
import { pages as english } from "../pages/messages/pages.en.ts";
import { pages as chinese } from "../pages/messages/pages.zh-TW.ts";
import { ENGLISH, inLanguage, LANGUAGES, type Language } from "./languages.mjs";
import { COURSE, COURSE_WORDS, coursePage } from "./pages-course.ts";
import { type Frame, folderOf, type Place, type Words } from "./pages-html.ts";
import type { LabText } from "./pages-labs.ts";
import { RECIPES, recipesPage } from "./pages-recipes.ts";
import { type LabTheory, labPath, statementPages } from "./pages-statements.ts";
import { theoryCss } from "./theory-css.ts";
import { renderTheory, type TheorySection } from "./theory-html.ts";

const WEB = join(import.meta.dirname, "..");
const STYLES = ["style.css", "language/zh-TW.css", "host/theory.css", "pages/pages.css"];
const WORDS: Readonly<Record<Language, Words>> = { en: english, "zh-TW": chinese };

/** The address that the site will have, from the environment, with its last slash; null: not known. */
export function siteAddress(given: string | undefined): string | null {
  if (!given) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new Error(`PROOFGROUND_URL is "${given}": it should be the site's address, like https://example.org/course/`);
  return url.href.replace(/\/?$/, "/");
}

interface File {
  readonly fileName: string;
  readonly source: string | Uint8Array;
}

/** @param plugins what the labs' own files need to be read in Node, in a language */
export function pages(plugins: (language: Language) => NonNullable<UserConfig["plugins"]>): Plugin {
  let cache = "";
  return {
    name: "proofground:pages",
    apply: "build",
    configResolved(config) {
      cache = join(config.cacheDir, "theory-fonts");
    },
    async generateBundle() {
      const { runnerImport } = await import("vite");
      const texts = new Map<Language, readonly LabText[]>();
      for (const language of LANGUAGES) {
        const { module } = await runnerImport<{ labs: readonly LabText[] }>(join(WEB, "build/pages-labs.ts"), {
          plugins: plugins(language),
          logLevel: "warn",
        });
        texts.set(language, module.labs);
      }
      const url = siteAddress(process.env.PROOFGROUND_URL);
      for (const file of await filesOf(texts, url, cache)) this.emitFile({ type: "asset", ...file });
    },
  };
}

/** The file of a lab's slips, in English, and whether there is one. */
const slipsOf = ({ theory }: LabText) => theory.replace(/theory\.md$/, "slips.md");
const hasSlips = ({ claims }: LabText) => claims.some(({ slips }) => slips.length > 0);

type Sections = Readonly<Record<string, TheorySection>>;

/** @param texts by language  @param cache where fonts are made */
export async function filesOf(
  texts: ReadonlyMap<Language, readonly LabText[]>,
  url: string | null,
  cache: string,
): Promise<File[]> {
  const styles = new Map<string, string>();
  const theories = new Map<string, Sections>();
  for (const language of texts.keys())
    for (const lab of texts.get(ENGLISH) ?? [])
      for (const text of hasSlips(lab) ? [lab.theory, slipsOf(lab)] : [lab.theory]) {
        const file = inLanguage(text, language);
        theories.set(`${language} ${text}`, renderTheory(readFileSync(file, "utf8"), file, styles).sections);
      }
  const typeset = [...theories.values()].flatMap((sections) => Object.values(sections));
  const html = typeset.map(({ statement, derivation }) => statement + derivation).join("");
  const shared = await stylesheet(await theoryCss(html, styles, cache));
  const index = readFileSync(join(WEB, "index.html"), "utf8");
  const languages = [...texts.keys()].map((language) => ({ language, name: WORDS[language].languageName }));
  const made = [...texts].flatMap(([language, labs]) => {
    const words = WORDS[language];
    const frame: Frame = {
      ...{ language, words, languages, url },
      styles: [shared.fileName],
      icon: /<link rel="icon" href="([^"]*)"/.exec(index)?.[1] ?? "data:,",
      all: [
        ...labs.map((lab) => ({ path: labPath(lab), text: lab.title })),
        { path: COURSE, text: COURSE_WORDS[language].link },
        { path: RECIPES, text: words.recipes },
      ],
    };
    const sections = (of: Language, file: string) => theories.get(`${of} ${file}`) ?? {};
    const theory = labs.map(
      (lab): LabTheory => ({
        ...{ ...lab, frame, sections: sections(language, lab.theory), english: sections(ENGLISH, lab.theory) },
        slips: sections(language, slipsOf(lab)),
      }),
    );
    const recipes = join(WEB, "pages/recipes.md");
    const source = readFileSync(inLanguage(recipes, language), "utf8");
    const all = [
      ...statementPages(theory),
      coursePage(labs, frame),
      recipesPage(source, frame, readFileSync(recipes, "utf8")),
    ];
    return all.map((page) => ({ ...page, path: folderOf(language) + page.path }));
  });
  return [
    shared,
    ...shared.fonts,
    ...made.map(({ path, html }) => ({ fileName: `${path}index.html`, source: html })),
    ...(url === null ? [] : [{ fileName: "sitemap.xml", source: sitemap(url, made) }]),
  ];
}

/** All styles in one file, with a hash of its content in its name, and the fonts beside it. */
async function stylesheet(theory: string): Promise<File & { fonts: File[] }> {
  const fonts: File[] = [];
  const local = theory.replace(/url\("([^"]+)"\)/g, (_, path: string) => {
    fonts.push({ fileName: `assets/${basename(path)}`, source: readFileSync(path) });
    return `url(${basename(path)})`;
  });
  const source = [...STYLES.map((file) => readFileSync(join(WEB, file), "utf8")), local]
    .join("\n")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s*\n\s*/g, "\n");
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
  return { fileName: `assets/pages-${hash}.css`, source, fonts };
}

function sitemap(url: string, places: readonly Place[]): string {
  const entries = ["", ...places.map(({ path }) => path)].map((path) => `<url><loc>${url}${path}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join("\n")}
</urlset>
`;
}
