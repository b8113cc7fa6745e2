// The flow of gradients in the built library: pure, within its range never NaN, and refused by name where it cannot be
// drawn.
import { beforeAll, describe, expect, test } from "vitest";
import type { FlowAnswer, FlowOf, FlowRequest, Proofground } from "../../wasm/lib/types.ts";
import { judgeAnswer } from "../../web/host/tasks/judge.ts";
import tasks from "../../web/labs/cifg/tasks.ts";
import { labList } from "../../web/registry.ts";
import { BAD_NUMBERS } from "./support/hostile.ts";
import { loadWatched, refusal } from "./support/load.ts";
import { bits } from "./support/numbers.ts";

type Cifg = Proofground["cifg"];

let cifg: Cifg;
let other: Cifg;
beforeAll(async () => {
  [cifg, other] = [(await loadWatched()).pg.cifg, (await loadWatched()).pg.cifg];
});

const GOOD: FlowRequest = { dx: 3, dh: 5, T: 20, inputGain: 1, gain: 2, forgetBias: 1, inputScale: 1, loss: "last", seed: 7 }; // biome-ignore format: one line
const CELLS = ["cifg", "lstm"] as const;
const arraysOf = (flow: FlowOf) =>
  Object.entries(flow).filter((entry): entry is [string, Float64Array | Int32Array] => ArrayBuffer.isView(entry[1]));

describe("answers", () => {
  test("one request gives the same bits, again and in another module; another seed gives others", () => {
    const request = { ...GOOD };
    const all = (answer: FlowAnswer) =>
      CELLS.flatMap((cell) => arraysOf(answer[cell]).map(([name, values]) => [cell, name, bits(values)]));
    const first = all(cifg.flow(request));
    expect(first.length).toBe(2 * 20);
    expect(all(cifg.flow(request))).toEqual(first);
    expect(all(other.flow(request))).toEqual(first);
    expect(request).toEqual(GOOD);
    expect(all(cifg.flow({ ...GOOD, seed: 8 }))).not.toEqual(first);
  });

  test("arrays have the sizes that the types say, and logarithms are numbers or -Infinity", () => {
    for (const change of [
      {},
      { gain: 0 },
      { gain: 1000, inputGain: 1000, forgetBias: -1000 },
      { T: 2, dh: 1, dx: 1 },
    ]) {
      const request = { ...GOOD, ...change };
      const answer = cifg.flow(request);
      for (const cell of CELLS)
        for (const [name, values] of arraysOf(answer[cell])) {
          const { T, dh } = request;
          const size = /^log(Dc|Dh|Horizon)/.test(name) ? T : /^(open|closed|flat|dead)$/.test(name) ? dh : T * dh;
          expect(values.length, name).toBe(size);
          expect(
            values.some((value) => Number.isNaN(value) || value === Number.POSITIVE_INFINITY),
            name,
          ).toBe(false);
        }
      expect(answer.cifg.parameters * 4).toBe(answer.lstm.parameters * 3);
    }
  });

  test("a long product of small gates is far below any double, and exact", () => {
    const { cifg: flow } = cifg.flow({ ...GOOD, gain: 0, inputGain: 0, forgetBias: -40, T: 200 });
    expect(flow.logHorizon[0]).toBeCloseTo((-199 * 40) / Math.LN10, 6);
    expect(flow.logHorizonThroughH.every((value) => value === Number.NEGATIVE_INFINITY)).toBe(true);
  });

  test("the product of f is that of the gates, step by step", () => {
    const { cifg: flow } = cifg.flow({ ...GOOD, dh: 1, gain: 0, loss: "all" });
    for (let t = 0; t + 1 < GOOD.T; ++t)
      expect(flow.logProduct[t]).toBeCloseTo(
        (flow.logProduct[t + 1] as number) + Math.log10(flow.f[t + 1] as number),
        9,
      );
  });
});

describe("the cell that is drawn", () => {
  test("is the one whose flow is told: the same states, and by complex steps the same memory", () => {
    const problem = cifg.drawn(GOOD);
    const { cifg: flow } = cifg.flow(GOOD);
    const states = cifg.forward(problem);
    for (const name of ["f", "o", "c", "h"] as const) expect(bits(states[name]), name).toEqual(bits(flow[name]));
    const claim = cifg.claim({ id: "3horizon", problem });
    if (claim.id !== "3horizon") throw new Error("another claim");
    expect(claim.verdict).toBe("pass");
    flow.logHorizon.forEach((log, t) => {
      expect(Math.log10(claim.picture.measuredNorm[t] as number)).toBeCloseTo(log, 9);
    });
    expect(refusal(() => cifg.drawn({ ...GOOD, dh: 65 })).message).toMatch(/^cifg\.drawn: dh: /);
  });

  test("a task on what reaches c_1 does not take the flow's word for it", async () => {
    const task = tasks.find(({ id }) => id === "3horizon-promise");
    if (!task) throw new Error("no such task");
    const { pg } = await loadWatched();
    const model = (await labList.labs.find(({ id }) => id === "cifg")?.model())?.default;
    if (!model) throw new Error("no such lab");
    const claimed = { logHorizonThroughCell: Float64Array.of(-43), logHorizon: Float64Array.of(0) };
    const flow: Cifg["flow"] = (request) => {
      const { lstm, cifg: told } = pg.cifg.flow(request);
      return { lstm, cifg: { ...told, ...claimed } };
    };
    const fields = { ...task.start, ...task.solution.state };
    const judged = (library: Proofground) => judgeAnswer(library, model, task, { fields, inputs: {} });
    expect(await judged(pg)).toMatchObject({ done: true });
    const lying = await judged({ ...pg, cifg: { ...pg.cifg, flow } });
    expect(lying).toMatchObject({ done: false });
    for (const { value } of "measured" in lying ? lying.measured : []) expect(value).toBeNaN();
  });
});

describe("refusals", () => {
  const ask = (request: unknown) => refusal(() => cifg.flow(request as FlowRequest)).message;

  test("what is tried here is accepted; no object is not", () => {
    expect(cifg.flow(GOOD).cifg.f.length).toBe(100);
    for (const nothing of [undefined, null, 7, "flow"]) expect(ask(nothing)).toMatch(/^cifg\.flow: the argument: /);
  });

  test.each<[keyof FlowRequest, unknown, RegExp]>([
    ["dx", 0, /expected a whole number from 1 to 64, got 0$/],
    ["dh", 65, /expected a whole number from 1 to 64, got 65$/],
    ["dh", 2.5, /got 2\.5$/],
    ["T", 1, /expected a whole number from 2 to 1000, got 1$/],
    ["T", 1001, /got 1001$/],
    ["gain", -1, /expected a number from 0 to 1000, got -1$/],
    ["inputGain", 1001, /expected a number from 0 to 1000, got 1001$/],
    ["forgetBias", 1e308, /expected a number from -1000 to 1000, got 1e\+?308$/],
    ["inputScale", -0.1, /expected a number from 0 to 1000, got -0\.1$/],
    ["loss", "first", /expected last or all, got "first"$/],
    ["loss", 1, /expected a string, got 1$/],
    ["seed", -1, /got -1$/],
  ])("%s = %s", (field, value, message) => {
    const text = ask({ ...GOOD, [field]: value });
    expect(text.startsWith(`cifg.flow: ${field}: `), text).toBe(true);
    expect(text).toMatch(message);
  });

  test("every field that is missing or no number is named", () => {
    const { loss, ...numbers } = GOOD;
    for (const field of Object.keys(numbers)) {
      expect(ask({ ...GOOD, [field]: undefined })).toContain(`cifg.flow: ${field}: expected `);
      for (const bad of BAD_NUMBERS) expect(ask({ ...GOOD, [field]: bad })).toContain(`cifg.flow: ${field}: expected `);
    }
    expect(ask({ ...numbers })).toContain("cifg.flow: loss: expected ");
    expect(loss).toBe("last");
  });
});
