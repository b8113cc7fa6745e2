// The page of recipes, from web/pages/recipes.md. A block of code may have an id, by which the tests take it out of the page and try
// it: ```html #iframe. With file=nginx.conf it is the file that is shown.
import createMarkdown, { type MarkdownIt } from "markdown-it";
import { format } from "../host/messages/format.ts";
import { nginxConfig } from "./nginx.mjs";
import { escaped, type Frame, type Place, wholePage } from "./pages-html.ts";

export const RECIPES = "recipes/";
/** The address that recipes.md gives to the site, where its own is not known. */
const EXAMPLE = "https://example.org/proofground/";

/** Files that a block may show. */
const FILES: Readonly<Record<string, () => string>> = {
  "nginx.conf": () => nginxConfig({ listen: "80", root: "/var/www/proofground" }),
};

interface Heading {
  readonly id: string;
  readonly level: number;
  readonly text: string;
}

/** @param names of the headings, where they are not their own  @throws where a block shows a file that is not known, or an id occurs twice */
function makeMarkdown(headings: Heading[], names: readonly string[] = []): MarkdownIt {
  const markdown = createMarkdown({ html: false });
  const ids = new Set<string>();
  const taken = (id: string) => {
    if (ids.has(id)) throw new Error(`recipes.md: "${id}" occurs twice`);
    ids.add(id);
    return id;
  };
  markdown.renderer.rules.heading_open = (tokens, k) => {
    const level = Number(tokens[k]?.tag.slice(1));
    const text = (tokens[k + 1]?.content ?? "").replaceAll("`", "");
    const name = names[headings.length] ?? text;
    const id = taken(`about-${name.toLowerCase().replace(/[^a-z]+/g, "-")}`);
    headings.push({ id, level, text });
    return `<h${level} id="${id}">`;
  };
  markdown.renderer.rules.fence = (tokens, k) => {
    const { info = "", content = "" } = tokens[k] ?? {};
    const [, id, name] = /^\w+(?: #([\w-]+))?(?: file=(\S+))?$/.exec(info.trim()) ?? [];
    const file = name === undefined ? undefined : FILES[name];
    if (name !== undefined && file === undefined) throw new Error(`recipes.md: no file ${name}`);
    const text = escaped(file?.() ?? content);
    // A long line scrolls, and then has to be reached by keyboard.
    return `<pre tabindex="0"${id === undefined ? "" : ` id="${taken(id)}"`}><code>${text}</code></pre>\n`;
  };
  markdown.renderer.rules.table_open = () => '<div class="page-table"><table>\n';
  markdown.renderer.rules.table_close = () => "</table></div>\n";
  return markdown;
}

/** The headings of a source, without their marks. */
function headingsOf(source: string): readonly string[] {
  const headings: Heading[] = [];
  makeMarkdown(headings).render(source);
  return headings.map(({ text }) => text);
}

/** @param source of recipes.md, in the frame's language  @param english the same in English, whose headings give those of all their ids */
export function recipesPage(source: string, frame: Frame, english = source): Place & { html: string } {
  const { words } = frame;
  const place = {
    path: RECIPES,
    title: format(words.recipesTitle, { site: words.site }),
    description: words.recipesSay,
  };
  const headings: Heading[] = [];
  const text = makeMarkdown(headings, headingsOf(english)).render(
    frame.url === null ? source : addressed(source, frame.url),
  );
  const rows = headings
    .filter(({ level }) => level > 1)
    .map(({ id, level, text: name }) => `<li class="level-${level}"><a href="#${id}">${escaped(name)}</a></li>`);
  const body = `<div class="page-body">
<main class="page-recipes">
${text}
</main>
<nav class="page-board" aria-labelledby="board"><h2 id="board">${words.onThisPage}</h2><ol>${rows.join("")}</ol></nav>
</div>`;
  return { ...place, html: wholePage(place, frame, body) };
}

/** The site's own address and origin in the place of the example's. */
function addressed(source: string, url: string): string {
  return source.replaceAll(EXAMPLE, url).replaceAll(new URL(EXAMPLE).origin, new URL(url).origin);
}
