// What the student is about to hand in: the kept answers, computed again, so that the numbers in the file are this version's.
import { version } from "../../../package.json";
import type { LabEntry } from "../entry.ts";
import { compute } from "../fingerprint/compute.ts";
import type { TaskAnswer } from "./answer.ts";
import { entryKey, type HandIn, type HandInEntry, measuredHash, writeHandIn } from "./hand-in.ts";
import { createReplay } from "./hand-in-replay.ts";
import { isJudged, type Replayed } from "./hand-in-replayed.ts";
import { isDone } from "./judge.ts";
import { tasksOf } from "./table.ts";
import type { Measured } from "./task.ts";

/** A kept answer, judged anew. */
export interface Prepared {
  readonly answer: TaskAnswer;
  readonly title: string;
  readonly statement: string;
  readonly state: "done" | "notDone" | "failed";
  readonly measured: readonly Measured[];
}

export interface Content {
  readonly answers: readonly Prepared[];
  /** By lab: the short code of what its solver answers. */
  readonly codes: Readonly<Record<string, string>>;
}

function stateOf(replayed: Replayed): Prepared["state"] {
  if ("failed" in replayed) return "failed";
  return isJudged(replayed) && replayed.done ? "done" : "notDone";
}

/**
 * Compute it all again, lab by lab.
 * @param progress is told how many are done; false: nobody waits any more  @returns null then
 */
export async function prepare(
  labs: readonly LabEntry[],
  kept: readonly TaskAnswer[],
  progress: (done: number) => boolean,
): Promise<Content | null> {
  const own = labs.filter(({ id }) => kept.some(({ lab }) => lab === id));
  const words = new Map(
    await Promise.all(
      own.map(async ({ id, model }) => [id, await tasksOf(id, (await model()).default.claims)] as const),
    ),
  );
  const place = (answer: TaskAnswer) => own.findIndex(({ id }) => id === answer.lab);
  const ordered = [...kept].sort((a, b) => place(a) - place(b));
  const replay = createReplay(own);
  const answers: Prepared[] = [];
  let codes: Readonly<Record<string, string>> = {};
  try {
    for (const answer of ordered) {
      if (!progress(answers.length)) return null;
      const known = words.get(answer.lab)?.find(({ task }) => task.id === answer.task);
      // Of a task that is no more, nothing can be handed in.
      if (known === undefined) continue;
      const replayed = await replay.judge(answer);
      answers.push({
        answer,
        title: known.words.title,
        statement: known.task.claim,
        state: stateOf(replayed),
        measured: isJudged(replayed) ? replayed.measured : answer.measured,
      });
    }
    await compute(own, (found) => {
      codes = Object.fromEntries(found.filter(({ short }) => short !== "").map(({ lab, short }) => [lab, short]));
      return progress(answers.length);
    });
  } finally {
    replay.dispose();
  }
  return progress(answers.length) ? { answers, codes } : null;
}

export interface Choice {
  readonly who: string;
  readonly times: boolean;
  /** Keys of the answers that are handed in. */
  readonly taken: ReadonlySet<string>;
}

export function fileOf({ answers, codes }: Content, { who, times, taken }: Choice): string {
  const tasks = answers
    .filter(({ answer }) => taken.has(entryKey(answer)))
    .map(({ answer, statement, state, measured }): HandInEntry => {
      const done = state === "failed" ? isDone(measured) : state === "done";
      return { ...answer, statement, measured, done, at: times ? answer.at : null };
    });
  const labs = Object.entries(codes).filter(([lab]) => tasks.some((entry) => entry.lab === lab));
  const handIn: HandIn = {
    ...{ program: version, who, tasks },
    fingerprint: {
      labs: Object.fromEntries(labs),
      measured: Object.fromEntries(tasks.map((entry) => [entryKey(entry), measuredHash(entry.measured)])),
    },
  };
  return writeHandIn(handIn);
}
