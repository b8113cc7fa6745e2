// dist/proofground.html: the whole page in one file that opens from disk. Browsers refuse modules, workers and fetch from
// file:, so everything is inside: a classic script for each language, packed, of which one is unpacked and runs; and once for all
// languages the styles with their fonts, the worker's text, and, packed, the binary. Inside the scripts the theories are packed again.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { build, type Plugin, type Rollup, type UserConfig } from "vite";
import { SetupError } from "../../wasm/toolchain/say.mjs";
import { singleFileCsp } from "./csp.mjs";
import { deflate } from "./deflate.ts";
import { ENGLISH, INSIDE_CHOOSER, LANGUAGES, type Language, tableOf } from "./languages.mjs";
import { INSIDE, WASM, WORKER } from "./solver-assets.ts";
import { common } from "./vite.config.ts";

const ROOT = resolve(import.meta.dirname, "../..");
/** What index.html links to, as one module. */
const PAGE = "virtual:page";

/** Shown by a browser that cannot unpack. */
const TOO_OLD =
  '<p id="unreachable" class="beginning" role="alert" hidden>' +
  '<span lang="en">This browser is too old to open this file. Chromium 91, Firefox 113 and Safari 16.4 or newer can.</span>' +
  '<span lang="zh-TW">這個瀏覽器太舊，打不開這個檔案。Chromium 91、Firefox 113、Safari 16.4 或更新的版本可以。</span></p>';

const pageEntry: Plugin = {
  name: "proofground:page-entry",
  resolveId: (id) => (id === PAGE ? id : undefined),
  load: (id) => (id === PAGE ? 'import "/style.css";\nimport "/main.ts";' : undefined),
};

/** Bundle one entry into one classic script, its imports (dynamic ones too) and its assets inside. */
async function bundle(config: UserConfig, input: string): Promise<{ script: string; styles: string }> {
  const result = (await build({
    ...config,
    plugins: [...(config.plugins ?? []), pageEntry],
    configFile: false,
    build: {
      ...config.build,
      write: false,
      cssCodeSplit: false,
      modulePreload: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      chunkSizeWarningLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: {
        input,
        output: { format: "iife", codeSplitting: false },
        // The helper for split chunks mentions import.meta; with nothing split it is never called.
        checks: { emptyImportMeta: false, pluginTimings: false, bundlerTimings: false },
      },
    },
  })) as Rollup.RollupOutput;
  let script = "";
  let styles = "";
  for (const file of result.output) {
    if (file.type === "chunk") script += file.code;
    else if (file.fileName.endsWith(".css")) styles += file.source;
    else {
      throw new SetupError(
        `single file: ${file.fileName} is a file of its own`,
        "import it so that Vite puts it inside, or see bundle() in web/build/single-file.ts",
      );
    }
  }
  return { script, styles };
}

/** Text for inside <script>: the two sequences that would end or upset the element are spelt with an escape. */
const forScript = (code: string) =>
  code
    .trim()
    .replaceAll(/<\/(script)/gi, "<\\/$1")
    .replaceAll("<!--", "<\\!--");

const replaceOnce = (text: string, pattern: RegExp, by: string): string => {
  if (!pattern.test(text)) {
    throw new SetupError(`single file: no ${pattern} in web/index.html`, "change both: web/build/single-file.ts");
  }
  return text.replace(pattern, () => by);
};

/** An element that holds text for scripts, and is none. */
const block = (id: string, text: string) => `<script type="text/plain" id="${id}">${text}</script>`;
const blockOf = (language: Language) => `page-${language}`;

/** @param file where to write it */
export async function buildSingleFile(file: string): Promise<void> {
  const worker = await bundle(common(ENGLISH, true), WORKER);
  const pages = new Map<Language, { script: string; styles: string }>();
  for (const language of LANGUAGES) {
    const { script, styles } = await bundle(common(language, true), PAGE);
    pages.set(language, { script: forScript(script), styles });
  }
  // The styles of a translation are those of the first language, and its own, which hold for it only.
  const styles = [...pages.values()]
    .map((page) => page.styles)
    .reduce((one, other) => (one.length < other.length ? other : one));
  const files = Object.fromEntries(LANGUAGES.map((language) => [language, blockOf(language)]));
  const template = await readFile(resolve(ROOT, "web/index.html"), "utf8");
  let html = replaceOnce(
    template,
    /\s*<link rel="stylesheet" href="\.\/style\.css" ?\/?>/,
    `\n    <style>${styles}</style>`,
  );
  html = replaceOnce(
    html,
    /\s*<script type="module" src="\.\/main\.ts"><\/script>/,
    [
      "",
      block(INSIDE.worker, forScript(worker.script)),
      block(INSIDE.wasm, deflate(await readFile(WASM))),
      ...[...pages].map(([language, { script }]) => block(blockOf(language), deflate(script))),
      tableOf("hash", files),
      `<script>${INSIDE_CHOOSER}</script>`,
    ].join("\n    "),
  );
  // What the links for readers without script lead to is not in this file.
  html = replaceOnce(html, /\s*<ul class="beginning">.*?<\/ul>/s, "");
  // The sentence for pages whose parts do not arrive sends its readers to this file.
  html = replaceOnce(
    html,
    /\s*<!-- The page replaces.*?-->\s*<div id="proofground">.*?<\/div>/s,
    '\n    <div id="proofground"></div>',
  );
  html = replaceOnce(html, /<p id="unreachable".*?<\/p>/s, TOO_OLD);
  const scripts = [INSIDE_CHOOSER, ...[...pages.values()].map(({ script }) => script)];
  const csp = `<meta http-equiv="Content-Security-Policy" content="${singleFileCsp(scripts, styles)}" />`;
  html = replaceOnce(html, /<head>/, `<head>\n    ${csp}`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, html);
}
