// The part of KaTeX's stylesheet and fonts that a rendered theory needs, found by reading the HTML: rules whose classes occur,
// and of each font the glyphs that occur in it. KaTeX whole is 290 KB of fonts; a theory needs about a tenth.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);
const KATEX = dirname(require.resolve("katex/dist/katex.min.css"));

interface Rule {
  selectors: string[];
  body: string;
}

interface Face {
  family: string;
  weight: string;
  style: string;
  file: string;
}

/** KaTeX's rules and font faces, as they stand in its stylesheet. */
function readKatex(): { rules: Rule[]; faces: Face[] } {
  const css = readFileSync(join(KATEX, "katex.min.css"), "utf8");
  const rules: Rule[] = [];
  const faces: Face[] = [];
  for (const [, head = "", body = ""] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (head.trim() !== "@font-face") {
      rules.push({ selectors: head.trim().split(","), body });
      continue;
    }
    const value = (name: string) => new RegExp(`${name}:([^;]+)`).exec(body)?.[1] ?? "";
    const file = /url\((fonts\/[^)]+\.woff2)\)/.exec(body)?.[1];
    if (!file) throw new Error("katex: a font face without a woff2 file");
    faces.push({ family: value("font-family"), weight: value("font-weight"), style: value("font-style"), file });
  }
  if (rules.length === 0 || faces.length === 0) throw new Error("katex: its stylesheet has another form than expected");
  return { rules, faces };
}

/** The classes that must occur for a selector to match; those inside :not() must not. */
const classesOf = (selector: string): string[] =>
  [...selector.replace(/:not\([^)]*\)/g, "").matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? "");

/** The classes an element must have itself for the rule to reach it or its children: those of the last compound with any. */
function lastClasses(selector: string): string[] {
  for (const compound of selector.split(/[\s>+~]+/).reverse()) {
    const classes = classesOf(compound);
    if (classes.length > 0) return classes;
  }
  return [];
}

interface FontUse {
  family: string;
  weight: string;
  style: string;
}

/** Which characters stand in which font: a walk over the elements, each inheriting its font from the one around it. */
function charactersByFont(html: string, rules: readonly Rule[]): Map<string, Set<string>> {
  const fontRules = rules.flatMap(({ selectors, body }) => {
    const set: Partial<FontUse> = {};
    const family = /font-family:([\w]+)/.exec(body)?.[1];
    const weight = /font-weight:(\w+)/.exec(body)?.[1];
    const style = /font-style:(\w+)/.exec(body)?.[1];
    if (family) set.family = family;
    if (weight) set.weight = weight;
    if (style) set.style = style;
    return family || weight || style ? selectors.map((selector) => ({ classes: lastClasses(selector), set })) : [];
  });
  const uses = new Map<string, Set<string>>();
  const stack: (FontUse | null)[] = [];
  for (const [token, name, attributes] of html.matchAll(/<(\/?[a-zA-Z]+)([^>]*)>|[^<]+/g)) {
    const around = stack.at(-1) ?? null;
    if (name === undefined) {
      if (!around) continue;
      const key = [around.family, around.weight, around.style].join(" ");
      const characters = uses.get(key) ?? new Set();
      uses.set(key, characters);
      for (const character of decode(token)) characters.add(character);
    } else if (name.startsWith("/")) {
      stack.pop();
    } else if (!/\/$/.test(attributes ?? "") && !/^(br|hr|img|input|wbr)$/.test(name)) {
      const classes = new Set((/\sclass="([^"]*)"/.exec(attributes ?? "")?.[1] ?? "").split(" "));
      if (classes.has("katex-mathml")) stack.push(null);
      else if (classes.has("katex-html")) stack.push({ family: "KaTeX_Main", weight: "400", style: "normal" });
      else if (!around) stack.push(null);
      else {
        const matching = fontRules.filter(
          (rule) => rule.classes.length > 0 && rule.classes.every((name) => classes.has(name)),
        );
        stack.push(Object.assign({}, around, ...matching.map((rule) => rule.set)) as FontUse);
      }
    }
  }
  return uses;
}

function decode(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&amp;/g, "&");
}

/**
 * @param html all HTML that the stylesheet has to serve
 * @param styles class -> declarations, from renderTheory
 * @param folder where the cut-down fonts are written (a build cache; their names are hashes of their content)
 * @returns CSS whose font URLs are absolute paths into that folder
 */
export async function theoryCss(html: string, styles: ReadonlyMap<string, string>, folder: string): Promise<string> {
  const { rules, faces } = readKatex();
  const used = new Set([...html.matchAll(/\sclass="([^"]*)"/g)].flatMap((match) => (match[1] ?? "").split(" ")));
  const kept = rules.flatMap(({ selectors, body }) => {
    const alive = selectors.filter((selector) => classesOf(selector).every((name) => used.has(name)));
    return alive.length > 0 ? [`${alive.join(",")}{${body}}`] : [];
  });
  const uses = charactersByFont(html, rules);
  mkdirSync(folder, { recursive: true });
  const fontFaces: string[] = [];
  for (const [key, characters] of uses) {
    const [family, weight, style] = key.split(" ");
    const face = faces.find((each) => each.family === family && each.weight === weight && each.style === style);
    // As a browser does: a face that the family lacks is drawn with the one it has. Its glyphs are then listed there.
    if (!face) throw new Error(`katex has no font for ${key}, used for "${[...characters].join("")}"`);
    const subset = await subsetFont(readFileSync(join(KATEX, face.file)), [...characters].sort().join(""), {
      targetFormat: "woff2",
    });
    const hash = createHash("sha256").update(subset).digest("hex").slice(0, 8);
    const path = join(folder, `${face.file.replace(/^fonts\/|\.woff2$/g, "")}-${hash}.woff2`);
    writeFileSync(path, subset);
    fontFaces.push(
      `@font-face{font-display:swap;font-family:${face.family};font-style:${face.style};font-weight:${face.weight};src:url("${path}") format("woff2")}`,
    );
  }
  const hoisted = [...styles].map(([name, body]) => `.katex .${name}{${body}}`);
  return [...fontFaces, ...kept, ...hoisted].join("\n");
}
