// Predict first: what waits, what is asked, and how it is judged; and that every lab's questions have words and read the answers that
// are about what is on screen.
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { keepAnswers } from "../../web/host/predict/answers.ts";
import { directionOf, judge } from "../../web/host/predict/judge.ts";
import { Predicting } from "../../web/host/predict/predicting.ts";
import {
  type AllQuestionWords,
  type Known,
  type Prediction,
  predictions,
  type Question,
} from "../../web/host/predict/prediction.ts";
import { cameText, textsOf } from "../../web/host/predict/sentences.ts";
import type { Answer } from "../../web/host/tour/step.ts";

interface State {
  readonly C: number;
  readonly n: number;
}
interface Read {
  readonly C: number;
  readonly sum: number;
  readonly points: readonly boolean[];
}
const answerOf = ({ state, answers }: Known<State>) =>
  answers.map(({ frame }) => frame as Read).find(({ C }) => C === state.C) ?? null;

const sum: Question<State> = {
  ...{ kind: "direction", id: "sum", band: (before: number) => before / 100 },
  read: (known) => answerOf(known)?.sum ?? null,
};
const place: Question<State> = { kind: "place", id: "place", band: () => 0.5, read: sum.read };
const which: Question<State> = {
  ...{ kind: "set", id: "which", points: ({ n }: State) => Array.from({ length: n }, String) },
  read: (known) => answerOf(known)?.points ?? null,
};
const table = predictions<State>([{ field: "C", questions: [sum, which, place] }]);

const read = (C: number, value: number, points = [true, false]): Answer => ({
  request: null,
  frame: { C, sum: value, points } satisfies Read,
});
const known = (C: number, answers: readonly Answer[], n = 2): Known => ({ state: { C, n }, answers });

describe("a change that waits", () => {
  it("is shown, judged by the answer to the new state alone, and counted", () => {
    const predicting = new Predicting(table);
    const before = [read(1, 10)];
    expect(predicting.hold({ field: "C", value: 2 }, known(1, before))).toBe(true);
    expect(predicting.ready(known(1, before))).toBe(false);
    expect(predicting.show(known(1, before))).toBeNull();
    predicting.expect({ kind: "direction", direction: "falls" });
    expect(predicting.ready(known(1, before))).toBe(true);
    expect(predicting.show(known(1, before))).toEqual({ field: "C", value: 2 });
    // The answer of before is not the one to judge by.
    expect(predicting.look(known(2, before))).toBe(false);
    expect(predicting.phase.is).toBe("waiting");
    expect(predicting.look(known(2, [...before, read(2, 5)]))).toBe(true);
    expect(predicting.phase).toMatchObject({
      is: "shown",
      outcome: { right: true, came: "falls", before: 10, after: 5 },
    });
    expect([predicting.right, predicting.count]).toEqual([1, 1]);
    // Once.
    expect(predicting.look(known(2, [read(2, 5)]))).toBe(false);
    expect(predicting.count).toBe(1);
  });

  it("does not wait where nothing is known, nothing changes, or the control does not ask", () => {
    const predicting = new Predicting(table);
    expect(predicting.hold({ field: "C", value: 2 }, known(1, []))).toBe(false);
    expect(predicting.hold({ field: "C", value: 2 }, known(1, [read(2, 3)]))).toBe(false);
    expect(predicting.hold({ field: "C", value: 1 }, known(1, [read(1, 3)]))).toBe(false);
    expect(predicting.hold({ field: "n", value: 5 }, known(1, [read(1, 3)]))).toBe(false);
    expect(predicting.hold({ field: "C", value: 2 }, known(1, [read(1, Number.NaN)]))).toBe(true);
    // What cannot be compared is not asked: the set is.
    expect(predicting.phase).toMatchObject({ question: { id: "which" } });
  });

  it("takes the newest value, keeps what is expected meanwhile, and ends where the slider comes back", () => {
    const predicting = new Predicting(table);
    const now = known(1, [read(1, 10)]);
    predicting.hold({ field: "C", value: 2 }, now);
    predicting.expect({ kind: "direction", direction: "rises" });
    expect(predicting.hold({ field: "C", value: 3 }, now)).toBe(true);
    expect(predicting.phase).toMatchObject({ held: { value: 3 }, expected: { direction: "rises" } });
    expect(predicting.hold({ field: "C", value: 1 }, now)).toBe(true);
    expect(predicting.phase.is).toBe("rest");
  });

  it("is skipped uncounted, and the questions take turns", () => {
    const predicting = new Predicting(table);
    const now = known(1, [read(1, 10)]);
    const asked: string[] = [];
    for (let i = 0; i < 4; i++) {
      predicting.hold({ field: "C", value: 2 }, now);
      if (predicting.phase.is === "asking") asked.push(predicting.phase.question.id);
      expect(predicting.skip()).toEqual({ field: "C", value: 2 });
    }
    expect(asked).toEqual(["sum", "which", "place", "sum"]);
    expect(predicting.skip()).toBeNull();
    expect(predicting.count).toBe(0);
  });

  it("is dropped where the state goes elsewhere, and its set begins anew with other points", () => {
    const predicting = new Predicting(table);
    const now = known(1, [read(1, 10)]);
    predicting.hold({ field: "C", value: 2 }, now);
    predicting.look(known(2, [read(2, 1)]));
    expect(predicting.phase.is).toBe("rest");

    predicting.hold({ field: "C", value: 2 }, now);
    predicting.expect({ kind: "set", points: [true, true] });
    predicting.look(known(1, [read(1, 10)], 3));
    expect(predicting.phase).toMatchObject({ expected: { kind: "set", points: [false, false, false] } });
    predicting.drop();

    predicting.hold({ field: "C", value: 2 }, now);
    predicting.expect({ kind: "place", value: 3 });
    predicting.show(now);
    // Undone before its answer came.
    expect(predicting.look(known(1, [read(1, 10), read(2, 3)]))).toBe(false);
    expect(predicting.phase.is).toBe("rest");
    expect(predicting.count).toBe(0);
  });
});

describe("the judgement", () => {
  it("counts a change within the band as none", () => {
    expect(directionOf(100, 101, 1)).toBe("stays");
    expect(directionOf(100, 101.001, 1)).toBe("rises");
    expect(directionOf(100, 98.9, 1)).toBe("falls");
    expect(directionOf(3, 3, 0)).toBe("stays");
    expect(directionOf(-Infinity, -Infinity, 0)).toBe("stays");
    expect(directionOf(-Infinity, 1, 0)).toBe("rises");
  });

  it("takes a place within its band, and a set only whole", () => {
    const state = { C: 1, n: 3 };
    const at = (value: number) =>
      judge(place as unknown as Question, { expected: { kind: "place", value }, before: 0, after: 2, state });
    expect(at(2.5)?.right).toBe(true);
    expect(at(2.51)?.right).toBe(false);
    const pick = (points: boolean[], after = [true, true, false]) =>
      judge(which as unknown as Question, { expected: { kind: "set", points }, before: after, after, state });
    expect(pick([true, true, false])).toMatchObject({ right: true, missed: [], extra: [] });
    expect(pick([true, false, true])).toMatchObject({ right: false, missed: [1], extra: [2] });
    expect(pick([true, false])).toBeNull();
    expect(at(Number.NaN)?.right).toBe(false);
  });

  it("is said with numbers that differ where they do", () => {
    expect(textsOf(1.00001, 1.00002)).toEqual(["1.00001", "1.00002"]);
    expect(textsOf(2, 2)).toEqual(["2", "2"]);
    const said = { ask: "", name: "The sum" };
    const outcome = {
      kind: "direction",
      right: false,
      expected: "rises",
      came: "falls",
      before: 2,
      after: 1,
      band: 0,
    } as const;
    expect(cameText(outcome, said)).toBe("The sum falls from 2 to 1. You expected that it rises.");
  });
});

it("the newest answer of each kind is known, of the open lab alone", () => {
  let tell: (frame: unknown, request: unknown) => void = () => undefined;
  const changed = vi.fn();
  const answers = keepAnswers(changed);
  answers.adopt({
    onframe: (listener) => {
      tell = listener as typeof tell;
    },
  });
  tell({ phase: "done", k: 1 }, "a");
  tell({ phase: "progress" }, "b");
  tell({ phase: "done", k: 2 }, "c");
  expect(answers.all.map(({ request }) => request)).toEqual(["c", "b"]);
  expect(changed).toHaveBeenCalledTimes(3);
  answers.forget();
  tell({ phase: "done", k: 3 }, "d");
  expect(answers.all).toEqual([]);
});

const LABS = resolve(import.meta.dirname, "../../web/labs");
// A lab may have none.
describe.each(readdirSync(LABS).filter((lab) => existsSync(`${LABS}/${lab}/predict.ts`)))("%s", (lab) => {
  it("asks of number controls that there are, with words for every question", async () => {
    const { default: own } = (await import(`${LABS}/${lab}/predict.ts`)) as { default: readonly Prediction[] };
    const { predict: words } = (await import(`${LABS}/${lab}/messages/predict.en.ts`)) as { predict: AllQuestionWords };
    const { default: model } = await import(`${LABS}/${lab}/model.ts`);
    expect(own.length).toBeGreaterThan(0);
    const used = new Set<string>();
    for (const { field, questions } of own) {
      expect(model.table[field]?.kind, field).toBe("number");
      expect(questions.length).toBeGreaterThan(0);
      for (const question of questions) {
        used.add(question.id);
        expect(words[question.id], question.id).toBeDefined();
        // Nothing has been answered: nothing can be asked.
        expect(question.read({ state: model.initial(), answers: [] })).toBeNull();
      }
    }
    expect(Object.keys(words).sort()).toEqual([...used].sort());
  });
});
