// The plans of a course, by sessions: what is done in class and at home, each with the link that opens it. From the labs' own tables.
import { format } from "../host/messages/format.ts";
import type { Translated } from "../host/messages/translated.ts";
import { type Address, formatAddress } from "../host/url.ts";
import { type Part, PLANS, type Plan } from "../pages/course.ts";
import type { course } from "../pages/messages/course.en.ts";
import { ENGLISH } from "./languages.mjs";
import { escaped, type Frame, linkTo, rootOf } from "./pages-html.ts";
import type { ClaimText, LabText, TaskText } from "./pages-labs.ts";

export type CourseWords = Translated<typeof course>;

/** One that is named in a plan. @throws where there is none */
function found<Item extends { readonly id: string }>(all: readonly Item[], id: string, lab: LabText): Item {
  const one = all.find((each) => each.id === id);
  if (one === undefined) throw new Error(`${lab.id}/course.ts names ${id}, which the lab does not have`);
  return one;
}
const tasksIn = (lab: LabText, ids: readonly string[]): TaskText[] => ids.map((id) => found(lab.tasks, id, lab));
const claimsIn = (lab: LabText, ids: readonly string[]): ClaimText[] => ids.map((id) => found(lab.claims, id, lab));
export const minutesOf = (tasks: readonly TaskText[]): number => tasks.reduce((sum, { minutes }) => sum + minutes, 0);
export const idsOf = (tasks: readonly TaskText[]): string => tasks.map(({ id }) => id).join(",");

/** How hard it is and how long it takes. */
export const levelOf = ({ level, minutes }: TaskText, words: CourseWords): string =>
  `<span class="muted">${escaped(format(words.level, { level, minutes }))}</span>`;

export const lasts = (lab: LabText, part: Part): number =>
  part.act === "solve" ? minutesOf(tasksIn(lab, part.tasks)) : part.minutes;

/** The labs of a session: those of one problem. */
export function sessionsOf(labs: readonly LabText[]): LabText[][] {
  const planned = labs.filter(({ course }) => course !== null);
  return [...new Set(planned.map(({ problem }) => problem))].map((problem) =>
    planned.filter((lab) => lab.problem === problem),
  );
}

/** Links of a page of this folder into labs and to other pages. */
export function linksOf(path: string, frame: Frame) {
  const root = rootOf(path, frame);
  const lang = frame.language === ENGLISH ? {} : { lang: frame.language };
  const link = (address: string, text: string) => {
    // On paper a link is its address.
    const told = frame.url === null ? address : frame.url + address;
    return `<a href="${escaped(root + address)}" data-address="${escaped(told)}">${escaped(text)}</a>`;
  };
  const lab = (text: string, id: string, claim: string | null, wishes: Address["wishes"] = {}) =>
    link(formatAddress({ lab: id, claim, packed: null, widget: false, wishes: { ...lang, ...wishes } }), text);
  return {
    claim: ({ id }: LabText, claim: ClaimText) => lab(`${claim.name} ${claim.title}`, id, claim.id),
    predict: ({ id }: LabText, claim: ClaimText, text: string) => lab(text, id, claim.id, { predict: "1" }),
    tasks: ({ id }: LabText, tasks: readonly TaskText[], text: string) => lab(text, id, null, { task: idsOf(tasks) }),
    handIns: (tasks: readonly TaskText[], text: string) =>
      link(
        `teach/${formatAddress({ lab: null, claim: null, packed: null, widget: false, wishes: { ...lang, task: idsOf(tasks) } })}`,
        text,
      ),
    page: ({ id }: LabText, claim: ClaimText) =>
      `<a href="${linkTo(path, `${id}/${claim.id}/`)}">${escaped(`${claim.name} ${claim.title}`)}</a>`,
  };
}
type Links = ReturnType<typeof linksOf>;

const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

/** What is done, and with what. */
function does(lab: LabText, part: Part, words: CourseWords, links: Links): string {
  const says = (act: Part["act"]) => `<b>${escaped(words.acts[act])}</b>`;
  if (part.act === "solve")
    return `${says("solve")} ${list(tasksIn(lab, part.tasks).map((task) => `${links.tasks(lab, [task], task.title)} ${levelOf(task, words)}`))}`;
  if (part.act === "prove")
    return `${says("prove")} ${list(claimsIn(lab, part.claims).map((claim) => links.claim(lab, claim)))}`;
  const claim = found(lab.claims, part.claim, lab);
  if (part.act === "worked") return `${says("worked")} ${escaped(words.workedSays)} ${list([links.claim(lab, claim)])}`;
  const question = lab.questions[part.question];
  if (question === undefined)
    throw new Error(`${lab.id}/course.ts names the question ${part.question}, which is not asked`);
  const text = format(words.predictOn, { name: claim.name, title: claim.title });
  return `${says("predict")} ${escaped(format(words.predictSays, { ask: question.ask }))} ${list([links.predict(lab, claim, text)])}`;
}

interface Session {
  readonly plan: Plan;
  readonly labs: readonly LabText[];
  /** From 1. */
  readonly count: number;
  /** Those of the session before, which are looked at first. */
  readonly handedIn: readonly TaskText[];
}

/** The homework of a session. */
export const homeOf = (labs: readonly LabText[], plan: Plan): TaskText[] =>
  labs.flatMap((lab) => tasksIn(lab, lab.course?.lessons[plan].home ?? []));

function session({ plan, labs, count, handedIn }: Session, words: CourseWords, links: Links): string {
  const { minutes, review } = PLANS[plan];
  const parts = labs.flatMap((lab) => (lab.course?.lessons[plan].parts ?? []).map((part) => ({ lab, part })));
  const rows = parts.map(({ lab, part }) => [lasts(lab, part), does(lab, part, words, links)] as const);
  const first =
    handedIn.length === 0
      ? []
      : [[review, `<b>${escaped(words.review)}</b> ${list([links.handIns(handedIn, words.openHandIns)])}`] as const];
  const taken = [...first, ...rows].reduce((sum, [each]) => sum + each, 0);
  const all = [...first, ...rows, [minutes - taken, `<b>${escaped(words.set)}</b> ${escaped(words.setSays)}`] as const];
  const head = `<tr><th scope="col">${escaped(words.minutes)}</th><th scope="col">${escaped(words.inClass)}</th></tr>`;
  const body = all.map(([each, text]) => `<tr><td>${each}</td><td>${text}</td></tr>`);

  const home = homeOf(labs, plan);
  const amount = (tasks: readonly TaskText[]) =>
    format(words.amount, { tasks: tasks.length, minutes: minutesOf(tasks) });
  const perLab = (of: (lab: LabText) => readonly TaskText[], text: string) =>
    labs.flatMap((lab) => {
      const tasks = of(lab);
      const name = format(words.tasksOf, { what: text, lab: lab.title });
      return tasks.length === 0
        ? []
        : [`${links.tasks(lab, tasks, name)} <span class="muted">${escaped(amount(tasks))}</span>`];
    });
  const lesson = (lab: LabText) => lab.course?.lessons[plan] ?? { parts: [], read: [], home: [] };
  const rest = (lab: LabText) => {
    const { parts, home } = lesson(lab);
    const done = new Set([...home, ...parts.flatMap((part) => (part.act === "solve" ? part.tasks : []))]);
    return lab.tasks.filter(({ id }) => !done.has(id));
  };
  const read = labs.flatMap((lab) => claimsIn(lab, lesson(lab).read).map((claim) => links.page(lab, claim)));
  const atHome = [
    ...(read.length === 0 ? [] : [[words.read, read] as const]),
    [words.homework, perLab((lab) => tasksIn(lab, lesson(lab).home), words.homeTasks)] as const,
    [words.further, perLab(rest, words.furtherTasks)] as const,
    [words.yours, home.length === 0 ? [] : [links.handIns(home, words.openHandIns)]] as const,
  ].filter(([, items]) => items.length > 0);
  const problem = labs[0]?.problem ?? "";
  const title = format(words.session, { count, problem, labs: labs.map((lab) => lab.title).join(words.and) });
  const id = `${plan}-${count}`;
  return `<section class="page-session">
<h3 id="${id}">${escaped(title)}</h3>
<div class="page-table"><table class="page-lesson"><thead>${head}</thead><tbody>
${body.join("\n")}
</tbody></table></div>
<h4>${escaped(words.atHome)}</h4>
<dl>${atHome.map(([name, items]) => `<dt>${escaped(name)}</dt><dd>${list(items)}</dd>`).join("\n")}</dl>
</section>`;
}

/** Both plans. @param path of the page that shows them */
export function syllabus(path: string, labs: readonly LabText[], words: CourseWords, frame: Frame): string {
  const links = linksOf(path, frame);
  const sessions = sessionsOf(labs);
  if (sessions.length === 0) return "";
  return (Object.keys(PLANS) as Plan[])
    .map((plan) => {
      const { title, says } = words.plans[plan];
      const hours = PLANS[plan].minutes / 60;
      const each = sessions.map((own, k) =>
        session(
          { plan, labs: own, count: k + 1, handedIn: k === 0 ? [] : homeOf(sessions[k - 1] ?? [], plan) },
          words,
          links,
        ),
      );
      return `<section class="page-plan" aria-labelledby="plan-${plan}">
<h2 id="plan-${plan}">${escaped(format(title, { sessions: sessions.length, hours }))}</h2>
<p>${escaped(says)}</p>
${each.join("\n")}
</section>`;
    })
    .join("\n");
}
