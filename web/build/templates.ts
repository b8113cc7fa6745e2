// Plugin of Vite: in the templates of elements (html`...`, svg`...`) a line break with its indentation is one space, as it is shown.
// They are texts, which no minifier touches: this is a quarter of a kilobyte of a first visit.
import type { Plugin } from "vite";

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** The fixed parts of all templates in a program, from the last to the first. */
function partsIn(node: unknown, found: Node[] = []): Node[] {
  if (Array.isArray(node)) for (const each of node) partsIn(each, found);
  if (!isNode(node)) return found;
  if (node.type === "TaggedTemplateExpression") {
    const [tag, quasi] = [node.tag as Node, node.quasi as Node];
    if (tag.type === "Identifier" && (tag.name === "html" || tag.name === "svg"))
      found.push(...(quasi.quasis as readonly Node[]));
  }
  for (const value of Object.values(node)) partsIn(value, found);
  return found.sort((a, b) => b.start - a.start);
}

export function templates(): Plugin {
  return {
    name: "proofground:templates",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!/\/web\/.*\.ts$/.test(id) || !/\b(?:html|svg)`/.test(code)) return null;
      let short = code;
      for (const { start, end } of partsIn(this.parse(code, { lang: "ts" })))
        short = short.slice(0, start) + short.slice(start, end).replace(/\s*\n\s*/g, " ") + short.slice(end);
      return { code: short, map: null };
    },
  };
}
