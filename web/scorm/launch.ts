// The page that a learning platform opens: finds the platform, frames Proofground, and carries what the one tells to the other.
import { format } from "../host/messages/format.ts";
import { findApi } from "./find-api.ts";
import { Follower } from "./frame.ts";
import { Lms, type Trouble } from "./lms.ts";
import { MOST_CHARACTERS } from "./record.ts";
import { type Goal, Visit } from "./visit.ts";
import { type Language, languageFor, WORDS } from "./words.ts";

/** Of every lab, in the order of the menu: written in when the package is made. */
declare const __LABS__: readonly {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly claims: readonly string[];
  readonly tasks: readonly string[];
}[];

/** The state is handed to the platform at most so often, ms; progress at once. */
const SAVE_MS = 5000;
/** Words of the address that go on to the page as they are. */
const PASSED_ON = ["q", "lang", "theme", "hide", "lock", "task"] as const;

const wanted = new URLSearchParams(location.search);

/** What was chosen by hand in the page (web/language/choose.js), which lies in the same place. */
function kept(): string | null {
  try {
    return localStorage.getItem("proofground.language");
  } catch {
    return null;
  }
}
const language = languageFor([wanted.get("lang"), kept(), ...navigator.languages]);
const en = WORDS[language];
const [first] = __LABS__;
/** The tasks that the package is about; none: it is about statements. */
const asked = [...new Set((wanted.get("task") ?? "").split(",").filter((id) => id !== ""))];
const tasks = asked.filter((id) => __LABS__.some((each) => each.tasks.includes(id)));
const lab =
  __LABS__.find(({ id }) => id === wanted.get("lab")) ??
  __LABS__.find((each) => wanted.get("lab") === null && each.tasks.includes(tasks[0] ?? "")) ??
  first;

/** @param kept the address of the last visit's state */
function addressOf(id: string, kept: string | null): string {
  const hash = new URLSearchParams(kept ?? "");
  if (hash.get("lab") !== id) hash.delete("s");
  hash.set("lab", id);
  for (const name of PASSED_ON) {
    const value = wanted.get(name);
    // With a state of their own, learners go on where they were, and not at the statement's example.
    if (value !== null && !(name === "q" && hash.has("s"))) hash.set(name, value);
  }
  return `./index.html#${hash}`;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

function launch(root: HTMLElement): void {
  if (lab === undefined) return;
  const { id, title, claims } = lab;
  const statement = claims.find((claim) => claim === wanted.get("q"));
  const goal: Goal =
    tasks.length > 0
      ? { lab: id, kind: "tasks", wanted: tasks }
      : { lab: id, kind: "statements", wanted: statement === undefined ? claims : [statement] };

  let trouble: Trouble | null = null;
  const api = findApi(window as unknown as Parameters<typeof findApi>[0]);
  const found =
    api === null
      ? null
      : new Lms(api, (one) => {
          trouble = one;
          console.warn(one.call, one.code, one.message);
        });
  const begun = found?.begin() ?? false;
  const visit = new Visit(goal, begun ? found : null);
  const follower = new Follower();

  const bar = element("div", "launch-bar");
  const progress = element("p", "launch-progress");
  progress.setAttribute("role", "status");
  const meter = document.createElement("progress");
  meter.max = goal.wanted.length;
  const note = element("p", "launch-note");
  note.setAttribute("role", "status");
  const copy = element("button", "launch-copy");
  copy.type = "button";
  copy.textContent = en.copy;
  const line = element("div", "launch-line");
  line.append(meter, progress);
  bar.append(line, note, copy);

  const frame = document.createElement("iframe");
  frame.title = format(en.frame, { lab: title[language] });
  frame.allow = "clipboard-write; fullscreen";
  frame.src = addressOf(id, visit.address);
  root.append(bar, frame);

  const say = (where: HTMLElement, text: string) => {
    // Said once: a screen reader repeats what is written again.
    if (where.textContent !== text) where.textContent = text;
  };

  function sentence(): { text: string; kind: string } {
    const named = wanted.get("lab");
    if (named !== null && named !== id)
      return { text: format(en.notFound, { lab: named.slice(0, 40) }), kind: "trouble" };
    const unknown = asked.filter((each) => !tasks.includes(each)).join(", ");
    if (unknown !== "") return { text: format(en.unknownTasks, { tasks: unknown.slice(0, 100) }), kind: "trouble" };
    if (trouble !== null) {
      const { call, code, message } = trouble;
      const why = code === "" ? message : format(en.error, { code, message });
      return { text: begun ? format(en.trouble, { call, why }) : en.refusedToBegin, kind: "trouble" };
    }
    if (found === null) return { text: en.none, kind: "none" };
    if (!begun) return { text: en.refusedToBegin, kind: "trouble" };
    if (!visit.records) return { text: en.review, kind: "review" };
    if (visit.keeping === "too-large")
      return { text: format(en.tooLarge, { most: MOST_CHARACTERS.toLocaleString("en") }), kind: "too-large" };
    if (visit.keeping === "no-link") return { text: en.noLink, kind: "no-link" };
    return { text: visit.keeping === "kept" ? en.kept : "", kind: visit.keeping };
  }

  function show(): void {
    const { status } = visit.result;
    const all = goal.wanted.length;
    meter.value = visit.done.size;
    const [some, every] = goal.kind === "tasks" ? [en.tasksProgress, en.tasksCompleted] : [en.progress, en.completed];
    say(progress, format(status === "completed" ? every : some, { done: visit.done.size, all }));
    const { text, kind } = sentence();
    say(note, text);
    note.dataset.kind = kind;
    copy.hidden = visit.keeping !== "too-large";
  }

  copy.addEventListener("click", () => {
    const { link } = follower.told;
    if (link === null) return;
    navigator.clipboard.writeText(link).then(
      () => say(copy, en.copied),
      () => say(note, format(en.notCopied, { link })),
    );
  });

  const tell = (message: object) =>
    frame.contentWindow?.postMessage(
      { proofground: 1, ...message },
      location.origin === "null" ? "*" : location.origin,
    );
  let saving = false;
  function later(): void {
    saving = false;
    // What was wrong before is over where it has everything now.
    if (visit.save()) trouble = null;
    show();
  }
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow) return;
    const news = follower.take(event.data);
    if (news === null) return;
    if (news === "ready") {
      tell({ type: "get-state" });
      tell({ type: "get-verdicts" });
    } else {
      visit.follow(follower.told);
      if (!saving) setTimeout(later, SAVE_MS);
      saving = true;
    }
    show();
  });

  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && visit.save());
  window.addEventListener("pagehide", () => visit.end());
  // From a page that the browser had put aside: its visit has ended, another one begins.
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  show();
}

document.title = en.title;
document.documentElement.lang = language;
const root = document.getElementById("launch");
if (root !== null) launch(root);
