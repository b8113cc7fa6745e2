// The pages of the statements: one for each, and one for each lab.
import { format } from "../host/messages/format.ts";
import type { MistakeWords } from "../host/proof.ts";
import { correctedOf, printedOf } from "../host/slips/text.ts";
import type { Language } from "./languages.mjs";
import { COURSE_WORDS, needsOf } from "./pages-course.ts";
import { escaped, type Frame, linkTo, opener, type Place, wholePage } from "./pages-html.ts";
import type { ClaimText, LabText, SlipText } from "./pages-labs.ts";
import { summaryOf } from "./pages-text.ts";
import type { TheorySection } from "./theory-html.ts";

export type LabTheory = LabText & {
  readonly frame: Frame;
  readonly sections: Readonly<Record<string, TheorySection>>;
  /** The same in English: its headings name the parts of a derivation in any language. */
  readonly english: Readonly<Record<string, TheorySection>>;
  /** The texts of its slips, by id. */
  readonly slips: Readonly<Record<string, TheorySection>>;
};

/** A claim with its lab and its text. */
interface Page extends ClaimText, TheorySection {
  readonly lab: LabTheory;
  readonly path: string;
}

/** Of a description, letters: search engines and previews show little more. */
const LONGEST = 230;
/** The part of a derivation that is about the program: whom it names says nothing of the proof. */
const CHECK = "The check";
/** The part that says what is given. */
const SETTING = "Setting";

export const labPath = ({ id }: LabText): string => `${id}/`;

/** @returns every page's place and HTML */
export function statementPages(labs: readonly LabTheory[]): (Place & { html: string })[] {
  const all = labs.flatMap(pagesOf);
  const byId = new Map(all.map((page) => [page.id, page]));
  const refers = new Map(all.map((page) => [page.id, namedIn(page, byId)]));
  return labs.flatMap((lab) => [
    labPage(lab, byId),
    ...pagesOf(lab).map((page) => claimPage(page, byId, refers, needs(page, labs))),
  ]);
}

function pagesOf(lab: LabTheory): Page[] {
  return lab.claims.map((claim) => {
    const section = lab.sections[claim.id];
    if (section === undefined) throw new Error(`${lab.theory}: no section for claim ${claim.id}`);
    return { ...claim, ...section, lab, path: `${labPath(lab)}${claim.id}/` };
  });
}

/** Without what is said behind them. */
const headingsOf = (derivation: string) =>
  [...derivation.matchAll(/<h4>(.*?)(?: <small.*?)?<\/h4>/gs)].map(([, text = ""]) => text);

/** The parts of a derivation, with their headings, and the names of these. */
function partsOf({ id, lab, derivation }: Page): { name: string; heading: string; html: string }[] {
  const names = headingsOf(lab.english[id]?.derivation ?? "");
  const parts = derivation.split("<h4>").slice(1);
  if (names.length !== parts.length) throw new Error(`${lab.theory}: ${id} has other headings in a translation`);
  return parts.map((part, k) => {
    const [heading = "", html = ""] = part.split("</h4>");
    // Every step is told: a page without script is read, and not worked on.
    const open = html.trim().replaceAll('<details class="theory-step">', '<details class="theory-step" open>');
    return { name: names[k] ?? "", heading, html: open };
  });
}

/** How a language names claims: "claim 2.2", "claims 1a, 1c1 and 1c2"; 「命題 1a、1c1 與 1c2」. */
const NAMING: Readonly<Record<Language, { readonly word: string; readonly between: string }>> = {
  en: { word: "\\bclaims?\\s+", between: "(?:,\\s+|\\s+and\\s+|\\s+to\\s+)" },
  "zh-TW": { word: "命題\\s*", between: "(?:、|,\\s*|\\s*[和與及到至]\\s*)" },
};

/** The words and the ids of each mention in running text. */
function mentions({ lab: { frame } }: Pick<Page, "lab">, byId: ReadonlyMap<string, Page>): RegExp {
  const { word, between } = NAMING[frame.language];
  const id = `(?:${[...byId.keys()]
    .sort((a, b) => b.length - a.length)
    .map((each) => each.replace(/\./g, "\\."))
    .join("|")})(?!\\w)`;
  return new RegExp(`${word}${id}(?:${between}${id})*`, "g");
}

const idsIn = (mention: string): string[] => mention.match(/[\w.]*\d[\w.]*/g) ?? [];

/** The claims that the proof of this one names, in their order; not each of them is a step of it. */
function namedIn(page: Page, byId: ReadonlyMap<string, Page>): string[] {
  const text = partsOf(page)
    .filter(({ name }) => name !== CHECK)
    .map(({ html }) => html)
    .join("");
  const named = new Set([...text.matchAll(mentions(page, byId))].flatMap(([mention]) => idsIn(mention)));
  return [...byId.keys()].filter((id) => named.has(id) && id !== page.id);
}

/** Make links of the mentions of other claims. */
function linked(html: string, from: Page, byId: ReadonlyMap<string, Page>): string {
  return html.replace(mentions(from, byId), (mention) =>
    mention.replace(/[\w.]*\d[\w.]*/g, (id) => {
      const to = byId.get(id);
      return to === undefined || to.id === from.id ? id : `<a href="${linkTo(from.path, to.path)}">${id}</a>`;
    }),
  );
}

const heading = ({ name, title }: ClaimText) => `<span class="page-id">${escaped(name)}</span> ${escaped(title)}`;
const anchor = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, "-");

function claimPage(
  page: Page,
  byId: ReadonlyMap<string, Page>,
  refers: ReadonlyMap<string, readonly string[]>,
  needed: string,
): Place & { html: string } {
  const { lab, path } = page;
  const { frame } = lab;
  const { words } = frame;
  const place = { path, title: titleOf(page), description: descriptionOf(page) };
  const address = { lab: lab.id, claim: page.id, packed: null, widget: false };
  const ids = lab.claims.map(({ id }) => id);
  const at = (k: number) => byId.get(ids[ids.indexOf(page.id) + k] ?? "");
  const [before, after] = [at(-1), at(1)];
  const referredToBy = [...refers].filter(([, named]) => named.includes(page.id)).map(([id]) => id);
  const parts = partsOf(page).map(
    ({ name, heading, html }) => `<section class="theory" aria-labelledby="${anchor(name)}">
<h2 id="${anchor(name)}">${heading}</h2>
${linked(html, page, byId)}${name === CHECK ? `\n<p><b>${words.unseen}</b> ${escaped(page.mistakes.unseen)}</p>` : ""}
</section>`,
  );
  const body = `<div class="page-body">
<main>
<p class="page-crumb"><a href="${linkTo(path, labPath(lab))}">${escaped(format(words.labName, { problem: lab.problem, lab: lab.title }))}</a></p>
<h1>${heading(page)}</h1>
<section aria-labelledby="statement">
<h2 id="statement" class="visually-hidden">${words.statement}</h2>
<div class="proof-statement theory">${page.statement}</div>
</section>
${opener(path, address, words.open, words.opens, frame)}
${needed}
${slips(page, byId)}
${parts.join("\n")}
${mistakes(page)}
${list(page, "refers-to", words.refersTo, refers.get(page.id) ?? [], byId)}
${list(page, "referred-to-by", words.referredToBy, referredToBy, byId)}
<nav class="page-neighbours" aria-label="${words.neighbours}">
${neighbour(path, words.previous, before)}${neighbour(path, words.next, after)}
</nav>
</main>
${board(page)}
</div>`;
  const relations = [
    ...(before ? [["prev", before.path] as const] : []),
    ...(after ? [["next", after.path] as const] : []),
  ];
  return { ...place, html: wholePage(place, frame, body, relations) };
}

const titleOf = ({ name, title, lab }: Page): string =>
  format(lab.frame.words.title, { name, title, lab: lab.title, site: lab.frame.words.site });

function descriptionOf({ statement, name, title, lab }: Page): string {
  const { words } = lab.frame;
  const which = format(words.which, { name, title, problem: lab.problem, lab: lab.title });
  const said = [which, summaryOf(statement, LONGEST - which.length)].filter((text) => text !== "");
  const text = said.join(words.sentences);
  return text.length + words.also.length < LONGEST ? text + words.sentences + words.also : text;
}

function neighbour(from: string, label: string, to: Page | undefined): string {
  if (to === undefined) return "<span></span>";
  return `<a href="${linkTo(from, to.path)}"><small>${label}</small> ${heading(to)}</a>`;
}

/** What to know before its proof, as far as that is told. */
function needs(page: Page, labs: readonly LabText[]): string {
  const { lab, path } = page;
  const needed = needsOf(page, { lab, labs, path, frame: lab.frame });
  if (needed === null) return "";
  const words = COURSE_WORDS[lab.frame.language];
  const { knows, after } = needed;
  const said = [
    ...(knows === "" && after.length > 0
      ? []
      : [`${escaped(words.needs)}${escaped(words.colon)}${escaped(knows || words.alone)}`]),
    ...(after.length === 0 ? [] : [`${escaped(words.after)} ${after.join(", ")}`]),
  ];
  return `<p class="muted page-beforehand">${said.join("<br>")}</p>`;
}

/** All statements of the lab, the one of this page marked. */
function board({ lab, id, path }: Pick<Page, "lab" | "id" | "path">): string {
  const rows = lab.claims.map((claim) => {
    const here = claim.id === id ? ' aria-current="page"' : "";
    return `<li><a href="${linkTo(path, `${labPath(lab)}${claim.id}/`)}"${here}>${heading(claim)}</a></li>`;
  });
  return `<nav class="page-board" aria-labelledby="board"><h2 id="board">${lab.frame.words.statements}</h2><ol>${rows.join("")}</ol></nav>`;
}

function mistakes({ lab, mistakes: { mistakes, hypotheses = {} } }: Page): string {
  const { words } = lab.frame;
  const entry = ({ name, breaks, wrong }: MistakeWords) =>
    `<dt>${escaped(name)}</dt><dd>${escaped(breaks)} <span><b>${words.wrong}</b> ${escaped(wrong)}</span></dd>`;
  const dropped = Object.values(hypotheses);
  return `<section class="page-mistakes" aria-labelledby="mistakes">
<h2 id="mistakes">${words.mistakes}</h2>
<p>${words.mistakesSay}</p>
<dl>${Object.values(mistakes).map(entry).join("\n")}</dl>
${dropped.length === 0 ? "" : `<h3>${words.hypotheses}</h3>\n<dl>${dropped.map(entry).join("\n")}</dl>`}
</section>`;
}

/** What the handout prints, and what is right. */
function slips(page: Page, byId: ReadonlyMap<string, Page>): string {
  const { words } = page.lab.frame;
  const version = (label: string, html: string) =>
    `<div class="theory"><p><b>${label}</b></p>${linked(html, page, byId)}</div>`;
  const entry = ({ id, title, mistake, numbers }: SlipText) => {
    const section = page.lab.slips[id];
    if (section === undefined) throw new Error(`${page.lab.id}: no text for slip ${id}`);
    const broken = mistake === null ? "" : `<p>${escaped(format(words.slipBreaks, { name: mistake }))}</p>`;
    return `<h3>${escaped(title)}</h3>
${version(words.printed, printedOf(section, (name) => numbers[name]) + broken)}
${version(words.corrected, correctedOf(section))}`;
  };
  if (page.slips.length === 0) return "";
  return `<section class="page-slips" aria-labelledby="slips">
<h2 id="slips">${words.slips}</h2>
${page.slips.map(entry).join("\n")}
</section>`;
}

function list(from: Page, id: string, title: string, ids: readonly string[], byId: ReadonlyMap<string, Page>): string {
  const rows = ids.flatMap((id) => {
    const to = byId.get(id);
    return to === undefined ? [] : [`<li><a href="${linkTo(from.path, to.path)}">${heading(to)}</a></li>`];
  });
  if (rows.length === 0) return "";
  return `<section class="page-list" aria-labelledby="${id}"><h2 id="${id}">${title}</h2><ul>${rows.join("")}</ul></section>`;
}

/** The problem and all its statements. */
function labPage(lab: LabTheory, byId: ReadonlyMap<string, Page>): Place & { html: string } {
  const { frame } = lab;
  const { words } = frame;
  const path = labPath(lab);
  const problem = format(words.problem, { problem: lab.problem });
  const titles = lab.claims.map(({ title }) => title).join(words.join);
  const place = {
    path,
    title: format(words.labTitle, { lab: lab.title, site: words.site }),
    description: format(words.labSays, { problem: lab.problem, lab: lab.title, count: lab.claims.length, titles }),
  };
  const statements = pagesOf(lab).map(
    (page) => `<section class="page-claim" aria-labelledby="c-${page.id}">
<h3 id="c-${page.id}"><a href="${linkTo(path, page.path)}">${heading(page)}</a></h3>
<div class="theory">${page.statement}</div>
</section>`,
  );
  const address = { lab: lab.id, claim: null, packed: null, widget: false };
  const body = `<div class="page-body">
<main>
<p class="page-crumb">${escaped(problem)}</p>
<h1>${escaped(lab.title)}</h1>
${opener(path, address, words.openLab, words.opensLab, frame)}
${setting(lab, path, byId)}
<h2 id="statements">${words.statements}</h2>
${statements.join("\n")}
</main>
${board({ lab, id: "", path })}
</div>`;
  return { ...place, html: wholePage(place, frame, body) };
}

/** What is given: the first statement that says so speaks for all of them. */
function setting(lab: LabTheory, path: string, byId: ReadonlyMap<string, Page>): string {
  const { words } = lab.frame;
  for (const page of pagesOf(lab)) {
    const part = partsOf(page).find(({ name }) => name === SETTING);
    if (part === undefined) continue;
    return `<section class="theory" aria-labelledby="setting">
<h2 id="setting">${words.setting}</h2>
<p class="muted">${words.settingOf} <a href="${linkTo(path, page.path)}">${escaped(page.name)}</a></p>
${linked(part.html, { ...page, path }, byId)}
</section>`;
  }
  return "";
}
