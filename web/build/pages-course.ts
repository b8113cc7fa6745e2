// The page for teachers: the tasks of every statement, links for each problem, hand-in, licence and privacy. From the tables of tasks.
import manifest from "../../package.json" with { type: "json" };
import { format } from "../host/messages/format.ts";
import { formatAddress } from "../host/url.ts";
import { course as english } from "../pages/messages/course.en.ts";
import { course as chinese } from "../pages/messages/course.zh-TW.ts";
import { ENGLISH, type Language } from "./languages.mjs";
import { escaped, type Frame, linkTo, type Place, rootOf, wholePage } from "./pages-html.ts";
import type { LabText, TaskText } from "./pages-labs.ts";

export const COURSE = "course/";
export const COURSE_WORDS = { en: english, "zh-TW": chinese } as const;

const ids = (tasks: readonly TaskText[]) => tasks.map(({ id }) => id).join(",");

/** The hash that opens these tasks of a lab, in the language of the page. */
function hashOf({ id }: LabText, tasks: readonly TaskText[], language: Language): string {
  const lang = language === ENGLISH ? {} : { lang: language };
  const wishes = { ...lang, task: ids(tasks) };
  return escaped(formatAddress({ lab: id, claim: null, packed: null, widget: false, wishes }));
}

/** @returns its place and HTML */
export function coursePage(labs: readonly LabText[], frame: Frame): Place & { html: string } {
  const { language } = frame;
  const words = COURSE_WORDS[language];
  const site = frame.words.site;
  const place = { path: COURSE, title: format(words.title, { site }), description: words.says };
  const root = rootOf(COURSE, frame);
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`;

  const task = (lab: LabText, one: TaskText) => {
    const { title, level, minutes } = one;
    return `<li><a href="${root}${hashOf(lab, [one], language)}">${escaped(title)}</a> <span class="muted">${escaped(format(words.level, { level, minutes }))}</span></li>`;
  };
  const row = (lab: LabText, { id, name, title }: LabText["claims"][number]) => {
    const own = lab.tasks.filter(({ claim }) => claim === id);
    const list = own.length === 0 ? escaped(words.none) : `<ul>${own.map((one) => task(lab, one)).join("")}</ul>`;
    const minutes = own.reduce((sum, one) => sum + one.minutes, 0);
    return `<tr><th scope="row"><a href="${linkTo(COURSE, `${lab.id}/${id}/`)}">${escaped(name)}</a> ${escaped(title)}</th><td>${list}</td><td>${minutes}</td></tr>`;
  };
  const section = (lab: LabText) => {
    const { tasks, problem, title } = lab;
    const minutes = tasks.reduce((sum, one) => sum + one.minutes, 0);
    const wish = language === ENGLISH ? "" : `lang=${language}&amp;`;
    const links =
      tasks.length === 0
        ? ""
        : `<ul>
<li><a href="${root}${hashOf(lab, tasks, language)}">${escaped(words.students)}</a></li>
<li><a href="${root}teach/#${wish}task=${ids(tasks)}">${escaped(words.teacher)}</a></li>
<li>${escaped(words.platform)} <code>?lab=${lab.id}&amp;task=${ids(tasks)}</code></li>
</ul>`;
    const head = [words.statement, words.tasks, words.minutes].map((text) => `<th scope="col">${escaped(text)}</th>`);
    return `<h3 id="course-${lab.id}">${escaped(format(words.problem, { problem, lab: title }))}</h3>
${paragraph(format(words.amount, { tasks: tasks.length, minutes }))}
${links}
<div class="page-table"><table><thead><tr>${head.join("")}</tr></thead><tbody>
${lab.claims.map((claim) => row(lab, claim)).join("\n")}
</tbody></table></div>`;
  };

  const board = labs.map(({ id, title }) => `<li><a href="#course-${id}">${escaped(title)}</a></li>`);
  const body = `<div class="page-body">
<main class="page-recipes">
<h1>${escaped(words.heading)}</h1>
${paragraph(words.begin)}
<h2>${escaped(words.syllabus)}</h2>
${paragraph(words.syllabusSays)}
${labs.map(section).join("\n")}
<h2>${escaped(words.handIn)}</h2>
${words.handInSays.map(paragraph).join("\n")}
<h2>${escaped(words.cite)}</h2>
${paragraph(format(words.citeSays, { site, version: manifest.version }))}
<h2>${escaped(words.licence)}</h2>
${paragraph(words.licenceSays)}
<h2>${escaped(words.privacy)}</h2>
${paragraph(words.privacySays)}
</main>
<nav class="page-board" aria-labelledby="board"><h2 id="board">${escaped(frame.words.onThisPage)}</h2><ol>${board.join("")}</ol></nav>
</div>`;
  return { ...place, html: wholePage(place, frame, body) };
}
