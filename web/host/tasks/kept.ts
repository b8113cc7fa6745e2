// The answers that are done, as this browser keeps them: of each task the newest. Where it keeps nothing, for this visit.
import type { TaskAnswer } from "./answer.ts";
import { readAnswer, writeJson } from "./answer-json.ts";
import { isDone } from "./judge.ts";

/** The number is the version of the form: another one has another key. */
export const KEY = "proofground-answers-1";
/** Characters of all together: a browser gives a site some five million, and some 40 answers of 2,000 points fit in. */
export const MOST = 2_000_000;

/** What the browser has refused, for this visit. */
const visit = new Map<string, TaskAnswer>();

const keyOf = ({ lab, task }: Pick<TaskAnswer, "lab" | "task">) => `${lab}/${task}`;

function stored(): readonly TaskAnswer[] {
  try {
    const text = localStorage.getItem(KEY);
    if (text === null || text.length > MOST) return [];
    const parsed: unknown = JSON.parse(text);
    if (!Array.isArray(parsed)) return [];
    return parsed.map(readAnswer).filter((answer) => answer !== null && isDone(answer.measured)) as TaskAnswer[];
  } catch {
    // Refused, or no JSON.
    return [];
  }
}

/** One for each task, the oldest first. */
export function keptAnswers(): readonly TaskAnswer[] {
  const newest = new Map<string, TaskAnswer>();
  for (const answer of [...stored(), ...visit.values()]) {
    const known = newest.get(keyOf(answer));
    if (known === undefined || known.at <= answer.at) newest.set(keyOf(answer), answer);
  }
  return [...newest.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Where it is: for good, for this visit as the browser keeps nothing, or nowhere, as there is no room for it. */
export type Keeping = "kept" | "visit" | "too-large";

/** @param answer one that is done; it takes the place of the task's older one */
export function keep(answer: TaskAnswer): Keeping {
  const key = keyOf(answer);
  const text = writeJson([...keptAnswers().filter((other) => keyOf(other) !== key), answer]);
  if (text.length > MOST) return "too-large";
  try {
    localStorage.setItem(KEY, text);
    visit.clear();
    return "kept";
  } catch {
    visit.set(key, answer);
    return "visit";
  }
}

/** @param lab,task left out: of all labs, of all of the lab's tasks */
export function forget(lab?: string, task?: string): void {
  const stays = (answer: TaskAnswer) =>
    (lab !== undefined && answer.lab !== lab) || (task !== undefined && answer.task !== task);
  for (const [key, answer] of visit) if (!stays(answer)) visit.delete(key);
  const left = stored().filter(stays);
  try {
    if (left.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, writeJson(left));
  } catch {
    // It keeps nothing, so there is nothing to forget.
  }
}
