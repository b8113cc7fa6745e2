// The page for teachers: how to set and check tasks, plans for a course, each statement's needs and tasks, licence and privacy.
import manifest from "../../package.json" with { type: "json" };
import { format } from "../host/messages/format.ts";
import { course as english } from "../pages/messages/course.en.ts";
import { course as chinese } from "../pages/messages/course.zh-TW.ts";
import { topics as englishTopics } from "../pages/messages/topics.en.ts";
import { topics as chineseTopics } from "../pages/messages/topics.zh-TW.ts";
import { ENGLISH } from "./languages.mjs";
import { escaped, type Frame, linkTo, type Place, rootOf, wholePage } from "./pages-html.ts";
import type { ClaimText, LabText } from "./pages-labs.ts";
import { idsOf, levelOf, linksOf, minutesOf, syllabus } from "./pages-syllabus.ts";

export const COURSE = "course/";
export const COURSE_WORDS = { en: english, "zh-TW": chinese } as const;
const TOPICS = { en: englishTopics, "zh-TW": chineseTopics } as const;

/**
 * What a statement needs beforehand, where that is known.
 * @param path of the page that says so @returns what to know, and links to the statements that come first
 */
export function needsOf(
  claim: ClaimText,
  { lab, labs, path, frame }: { lab: LabText; labs: readonly LabText[]; path: string; frame: Pick<Frame, "language"> },
): { readonly knows: string; readonly after: readonly string[] } | null {
  const needs = lab.course?.needs[claim.id];
  if (needs === undefined) return null;
  const words = COURSE_WORDS[frame.language];
  const known = needs.knows.map((topic) => TOPICS[frame.language][topic]);
  const after = needs.after.map((id) => {
    const own = labs.find(({ claims }) => claims.some((each) => each.id === id));
    const first = own?.claims.find((each) => each.id === id);
    if (own === undefined || first === undefined) throw new Error(`${claim.id} comes after ${id}, which no lab has`);
    return `<a href="${linkTo(path, `${own.id}/${id}/`)}">${escaped(first.name)}</a>`;
  });
  return { knows: known.join(words.topicsJoin), after };
}

/** @returns its place and HTML */
export function coursePage(labs: readonly LabText[], frame: Frame): Place & { html: string } {
  const { language } = frame;
  const words = COURSE_WORDS[language];
  const site = frame.words.site;
  const place = { path: COURSE, title: format(words.title, { site }), description: words.says };
  const root = rootOf(COURSE, frame);
  const links = linksOf(COURSE, frame);
  /** Pages of their own ask for a language in their query or their hash. */
  const lang = (mark: string) => (language === ENGLISH ? "" : `${mark}lang=${language}`);
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`;

  const row = (lab: LabText, claim: ClaimText) => {
    const own = lab.tasks.filter((task) => task.claim === claim.id);
    const task = (one: (typeof own)[number]) => `<li>${links.tasks(lab, [one], one.title)} ${levelOf(one, words)}</li>`;
    const list = own.length === 0 ? escaped(words.none) : `<ul>${own.map(task).join("")}</ul>`;
    const needs = needsOf(claim, { lab, labs, path: COURSE, frame });
    const after = needs?.after ?? [];
    const needed = [
      ...(needs === null || needs.knows === "" ? [] : [escaped(needs.knows)]),
      ...(after.length === 0 ? [] : [`<span class="page-after">${escaped(words.after)} ${after.join(", ")}</span>`]),
    ];
    const name = `<a href="${linkTo(COURSE, `${lab.id}/${claim.id}/`)}">${escaped(claim.name)}</a> ${escaped(claim.title)}`;
    return `<tr><th scope="row">${name}</th><td>${needed.join("<br>") || escaped(words.alone)}</td><td>${list}</td><td>${minutesOf(own)}</td></tr>`;
  };
  const section = (lab: LabText) => {
    const { tasks, problem, title } = lab;
    const amount = format(words.amount, { tasks: tasks.length, minutes: minutesOf(tasks) });
    const all =
      tasks.length === 0
        ? ""
        : `<ul>
<li>${links.tasks(lab, tasks, words.students)} <span class="muted">${escaped(amount)}</span></li>
<li>${links.handIns(tasks, words.teacher)}</li>
<li>${escaped(words.platform)} <code>?lab=${lab.id}&amp;task=${idsOf(tasks)}</code></li>
</ul>`;
    const heads = [words.statement, words.needs, words.tasks, words.minutes];
    const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`);
    return `<h3 id="course-${lab.id}">${escaped(format(words.problem, { problem, lab: title }))}</h3>
${all}
<div class="page-table"><table class="page-needs"><thead><tr>${head.join("")}</tr></thead><tbody>
${lab.claims.map((claim) => row(lab, claim)).join("\n")}
</tbody></table></div>`;
  };

  const steps = words.howSays.map(({ name, says }) => `<li><b>${escaped(name)}</b> ${escaped(says)}</li>`);
  const plans = syllabus(COURSE, labs, words, frame);
  const board = [
    ["how", words.how],
    ...[...plans.matchAll(/<h2 id="(plan-[^"]*)">(.*?)<\/h2>/g)].map(([, id = "", text = ""]) => [id, text]),
    ...labs.map(({ id, problem, title }) => [`course-${id}`, escaped(format(words.problem, { problem, lab: title }))]),
    ...(["cite", "licence", "privacy"] as const).map((id) => [id, words[id]]),
  ].map(([id, text]) => `<li><a href="#${id}">${text}</a></li>`);
  const body = `<div class="page-body">
<main class="page-recipes page-course">
<h1>${escaped(words.heading)}</h1>
${paragraph(words.begin)}
<h2 id="how">${escaped(words.how)}</h2>
<ol>${steps.join("\n")}</ol>
<ul>
<li><a href="${root}teach/${lang("#")}">${escaped(words.openPage)}</a></li>
<li><a href="${root}embed/${lang("?")}">${escaped(words.ownLinks)}</a></li>
</ul>
${plans}
<h2 id="statements">${escaped(words.statements)}</h2>
${paragraph(words.statementsSay)}
${labs.map(section).join("\n")}
<h2 id="cite">${escaped(words.cite)}</h2>
${paragraph(format(words.citeSays, { site, version: manifest.version }))}
<h2 id="licence">${escaped(words.licence)}</h2>
${paragraph(words.licenceSays)}
<h2 id="privacy">${escaped(words.privacy)}</h2>
${paragraph(words.privacySays)}
</main>
<nav class="page-board" aria-labelledby="board"><h2 id="board">${escaped(frame.words.onThisPage)}</h2><ol>${board.join("")}</ol></nav>
</div>`;
  return { ...place, html: wholePage(place, frame, body) };
}
