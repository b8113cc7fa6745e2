// The project's own files, for the rules to read.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");
const NOT_OURS = new Set([".git", "build", "dist"]);

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    if (entry.name === "node_modules" || (folder === "" && NOT_OURS.has(entry.name))) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

/** Every file of the project, relative to its root. */
export const FILES: readonly string[] = [...walk("")].sort();

/** Text of a file; binary ones have none. */
export const textOf = (path: string): string =>
  /\.(png|woff2|wasm)$/.test(path) ? "" : readFileSync(join(ROOT, path), "utf8");

export const matching = (pattern: RegExp): string[] => FILES.filter((path) => pattern.test(path));

/** Code without comments, roughly: enough to look for words in it. Strings stay. */
export const withoutComments = (code: string): string =>
  code.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "$1");

/** What a file names where it imports: own files relative to the root, packages by name. */
const named = (path: string, pattern: RegExp): string[] =>
  [...withoutComments(textOf(path)).matchAll(pattern)].map(([, specifier = ""]) =>
    specifier.startsWith(".") ? normalize(join(dirname(path), specifier)).replace(/\?.*$/, "") : specifier,
  );

/** What a TypeScript file imports, `import type` and `import()` too. */
export const importsOf = (path: string): string[] =>
  named(path, /(?:\bfrom\s*|\bimport\s*\(\s*|^import\s+)"([^"]+)"/gm);

/** What a script imports before its first line runs. */
export const staticImportsOf = (path: string): string[] =>
  named(path, /^(?:import|export)\s(?:[^;"]*\bfrom\s*)?"([^"]+)"/gm);

/** The lines of all these files that match, as "path:line: text". */
export function linesMatching(
  paths: readonly string[],
  pattern: RegExp,
  read: (path: string) => string = textOf,
): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split("\n")
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  );
}
