// The frame of every static page: head, header, footer. Escaping, and links that work under any sub-path and from disk.
import { pages as words } from "../pages/messages/pages.en.ts";
import { SITE_CSP } from "./csp.mjs";

/** A page's place: its folder within the site, "svr/1c1/". */
export interface Place {
  readonly path: string;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
}

/** What all pages share. */
export interface Frame {
  /** Names of files within the site. */
  readonly styles: readonly string[];
  /** As web/index.html has it. */
  readonly icon: string;
  /** The site's address with its last slash, where it is known. */
  readonly url: string | null;
  /** Pages that every page links to. */
  readonly all: readonly { readonly path: string; readonly text: string }[];
}

export const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** From a page's folder to the site's own. */
export const rootOf = (path: string): string => "../".repeat(path.split("/").length - 1);

/** A link to another page. It names the file: a folder opened from disk is a list of files. */
export const linkTo = (from: string, path: string): string => `${rootOf(from)}${path}index.html`;

/** The link that opens a lab, with the one for those who have this page from a disk, where only the single file can run. */
export function opener(from: string, hash: string, text: string, says: string): string {
  const root = rootOf(from);
  return `<p class="page-open"><a class="button primary" href="${root}${escaped(hash)}">${escaped(text)}</a>
<span>${escaped(says)} <a href="${root}proofground.html${escaped(hash)}">${escaped(words.oneFile)}</a></span></p>`;
}

/** @param relations links of the head, of a kind and a page's folder each */
export function wholePage(
  { path, title, description }: Place,
  { styles, icon, url, all }: Frame,
  body: string,
  relations: readonly (readonly [kind: "prev" | "next", path: string])[] = [],
): string {
  const root = rootOf(path);
  const meta = (property: string, content: string) => `<meta property="og:${property}" content="${escaped(content)}">`;
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${SITE_CSP}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(description)}">`,
    // Where the site's address is not known, the page's own folder: without the file's name it is one address.
    `<link rel="canonical" href="${url === null ? "./" : escaped(url + path)}">`,
    meta("type", "article"),
    meta("site_name", words.site),
    meta("title", title),
    meta("description", description),
    ...(url === null ? [] : [meta("url", url + path)]),
    ...relations.map(([kind, to]) => `<link rel="${kind}" href="${linkTo(path, to)}">`),
    `<link rel="icon" href="${icon.replace(/^\.\//, root)}">`,
    ...styles.map((file) => `<link rel="stylesheet" href="${root}${file}">`),
  ];
  const links = all.map((one) => {
    const here = one.path === path ? ' aria-current="page"' : "";
    return `<li><a href="${linkTo(path, one.path)}"${here}>${escaped(one.text)}</a></li>`;
  });
  return `<!doctype html>
<html lang="${words.language}">
<head>
${head.join("\n")}
</head>
<body class="page">
<header class="page-header"><a class="page-brand" href="${root}index.html">${words.site}</a> <span>${escaped(words.siteSays)}</span></header>
${body}
<footer class="page-footer">
<nav aria-label="${escaped(words.problems)}"><ul>${links.join("")}</ul></nav>
<p>${escaped(words.foot)}</p>
</footer>
</body>
</html>
`;
}
