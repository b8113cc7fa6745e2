// The frame of every static page: head, header, footer. Escaping, and links that work under any sub-path and from disk.
import type { Translated } from "../host/messages/translated.ts";
import { type Address, formatAddress } from "../host/url.ts";
import type { pages } from "../pages/messages/pages.en.ts";
import { SITE_CSP } from "./csp.mjs";
import { ENGLISH, type Language } from "./languages.mjs";

export type Words = Translated<typeof pages>;

/** A page's place: its folder within the pages of its language, "svr/1c1/". */
export interface Place {
  readonly path: string;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
}

/** What all pages of a language share. */
export interface Frame {
  readonly language: Language;
  /** Of the pages, in this language. */
  readonly words: Words;
  /** All languages that the pages are in, each with its own name. */
  readonly languages: readonly { readonly language: Language; readonly name: string }[];
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

/** The folder of a language's pages: that of the site for the first one. */
export const folderOf = (language: Language): string => (language === ENGLISH ? "" : `${language}/`);

/** From a page's folder to that of all pages of its language. */
const up = (path: string): string => "../".repeat(path.split("/").length - 1);

/** From a page's folder to the site's own. */
export const rootOf = (path: string, { language }: Pick<Frame, "language">): string => up(folderOf(language) + path);

/** A link to another page in the same language. It names the file: a folder opened from disk is a list of files. */
export const linkTo = (from: string, path: string): string => `${up(from)}${path}index.html`;

/** The link that opens a lab, with the one for those who have this page from a disk, where only the single file can run. */
export function opener(from: string, address: Address, text: string, says: string, frame: Frame): string {
  const { language, words } = frame;
  const root = rootOf(from, frame);
  // Of a page in the first language nothing is known of its reader; who reads another one has chosen it.
  const hash = escaped(formatAddress(language === ENGLISH ? address : { ...address, wishes: { lang: language } }));
  return `<p class="page-open"><a class="button primary" href="${root}${hash}">${escaped(text)}</a>
<span>${escaped(says)} <a href="${root}proofground.html${hash}">${escaped(words.oneFile)}</a></span></p>`;
}

/** @param relations links of the head, of a kind and a page's folder each */
export function wholePage(
  { path, title, description }: Place,
  frame: Frame,
  body: string,
  relations: readonly (readonly [kind: "prev" | "next", path: string])[] = [],
): string {
  const { styles, icon, url, all, words, language, languages } = frame;
  const root = rootOf(path, frame);
  const site = url ?? root;
  /** The same page in another language. */
  const inOther = (other: Language) => folderOf(other) + path;
  const meta = (property: string, content: string) => `<meta property="og:${property}" content="${escaped(content)}">`;
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${SITE_CSP}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(description)}">`,
    // Where the site's address is not known, the page's own folder: without the file's name it is one address.
    `<link rel="canonical" href="${url === null ? "./" : escaped(url + inOther(language))}">`,
    ...languages.map(
      (other) =>
        `<link rel="alternate" hreflang="${other.language}" href="${escaped(site + inOther(other.language))}">`,
    ),
    `<link rel="alternate" hreflang="x-default" href="${escaped(site + path)}">`,
    meta("type", "article"),
    meta("site_name", words.site),
    meta("title", title),
    meta("description", description),
    ...(url === null ? [] : [meta("url", url + inOther(language))]),
    ...relations.map(([kind, to]) => `<link rel="${kind}" href="${linkTo(path, to)}">`),
    `<link rel="icon" href="${icon.replace(/^\.\//, root)}">`,
    ...styles.map((file) => `<link rel="stylesheet" href="${root}${file}">`),
  ];
  const also = words.otherLanguage && `<span lang="${language}">${escaped(words.otherLanguage)}</span>`;
  const others = languages
    .filter((other) => other.language !== language)
    .map(
      (other) =>
        ` <a class="page-language" lang="${other.language}" hreflang="${other.language}" href="${root}${inOther(other.language)}index.html">${escaped(other.name)}${also}</a>`,
    );
  const links = all.map((one) => {
    const here = one.path === path ? ' aria-current="page"' : "";
    return `<li><a href="${linkTo(path, one.path)}"${here}>${escaped(one.text)}</a></li>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head>
${head.join("\n")}
</head>
<body class="page">
<header class="page-header"><a class="page-brand" href="${root}index.html">${words.site}</a> <span>${escaped(words.siteSays)}</span>${others.join("")}</header>
${body}
<footer class="page-footer">
<nav aria-label="${escaped(words.problems)}"><ul>${links.join("")}</ul></nav>
<p>${escaped(words.foot)}</p>
</footer>
</body>
</html>
`;
}
