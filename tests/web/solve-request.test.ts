import { describe, expect, it } from "vitest";
import { createStore } from "../../web/host/store.ts";
import { keepSolved, type SolveOptions, sameRequest } from "../../web/kit/solve-request.ts";

interface State {
  data: readonly number[] | null;
  level: number;
  note: string;
}
interface Request {
  readonly data: readonly number[];
  readonly level: number;
}

function setUp(options: Partial<SolveOptions<State, Request, string>> = {}) {
  const store = createStore<State>({ data: [1, 2], level: 1, note: "" });
  const sent: Request[] = [];
  let cancelled = 0;
  let changes = 0;
  let listener: (frame: unknown, request: unknown) => void = () => undefined;
  const solved = keepSolved<State, Request, string>(
    store,
    {
      solve: (request) => void sent.push(request),
      cancel: () => void cancelled++,
      onframe: (next) => {
        listener = next;
      },
    },
    {
      request: ({ data, level }) => data && { data, level },
      changed: () => void changes++,
      ...options,
    },
  );
  const frame = (text: string, request: unknown = sent.at(-1)) => listener(text, request);
  return { store, sent, solved, frame, cancelled: () => cancelled, changes: () => changes };
}

describe("keepSolved", () => {
  it("sends a request whenever the state makes another one, and not for what is no part of it", () => {
    const { store, sent } = setUp();
    expect(sent).toEqual([{ data: [1, 2], level: 1 }]);
    store.patch({ note: "x" });
    expect(sent).toHaveLength(1);
    store.patch({ level: 2 });
    expect(sent.at(-1)).toEqual({ data: [1, 2], level: 2 });
  });

  it("keeps the newest answer, and knows whether it is one to the newest request", () => {
    const { store, sent, solved, frame, changes } = setUp();
    expect([solved.answer, solved.current]).toEqual([null, false]);
    frame("a");
    expect(solved.answer).toEqual({ frame: "a", request: sent[0] });
    expect([solved.current, changes()]).toEqual([true, 1]);
    store.patch({ level: 2 });
    expect([solved.answer?.frame, solved.current]).toEqual(["a", false]);
    // While a drag goes on, a late answer is better than an older one.
    frame("late", sent[0]);
    expect([solved.answer?.frame, solved.current]).toEqual(["late", false]);
    store.patch({ level: 1 });
    expect(solved.current).toBe(true);
  });

  it("ignores frames of requests that others sent to the same client", () => {
    const { solved, frame, changes } = setUp();
    frame("of another", { data: [1, 2], level: 1 });
    expect([solved.answer, changes()]).toEqual([null, 0]);
  });

  it("stops and has no answer while there is nothing to solve", () => {
    const { store, sent, solved, frame, cancelled, changes } = setUp();
    frame("a");
    store.patch({ data: null });
    expect([solved.answer, solved.wanted, solved.current]).toEqual([null, null, true]);
    expect([cancelled(), changes()]).toEqual([1, 2]);
    frame("late", sent[0]);
    expect(solved.answer).toBeNull();
    store.patch({ level: 5 });
    expect([sent.length, cancelled()]).toEqual([1, 1]);
    store.patch({ data: [3] });
    expect(sent).toHaveLength(2);
  });

  it("sends what is needed first, and then the request itself", () => {
    let first = true;
    const { sent, solved, frame } = setUp({
      prepare: (wanted) => (first ? { ...wanted, level: 0 } : wanted),
      use: (_, request) => {
        if (request.level !== 0) return "answer";
        first = false;
        return "send-again";
      },
    });
    frame("first");
    expect(solved.answer).toBeNull();
    expect(sent.map(({ level }) => level)).toEqual([0, 1]);
    frame("then");
    expect([solved.answer?.frame, solved.current]).toEqual(["then", true]);
  });

  it("takes an answer that holds more than was requested", () => {
    const { store, solved, frame } = setUp({ covers: (answered, wanted) => answered.level >= wanted.level });
    store.patch({ level: 3 });
    frame("all three");
    store.patch({ level: 2 });
    expect(solved.current).toBe(true);
  });

  it("sends again when told that something besides the state has changed", () => {
    let outside = 1;
    const { sent, solved } = setUp({ request: ({ data }) => data && { data, level: outside } });
    solved.update();
    expect(sent).toHaveLength(1);
    outside = 2;
    solved.update();
    expect(sent.at(-1)?.level).toBe(2);
  });

  it("is silent once disposed of", () => {
    const { store, sent, solved, frame, changes } = setUp();
    solved.dispose();
    store.patch({ level: 2 });
    frame("late");
    expect([sent.length, changes(), solved.answer]).toEqual([1, 0, null]);
  });
});

describe("sameRequest", () => {
  it("compares by value, typed arrays by identity", () => {
    const bytes = new Uint8Array(3);
    expect(sameRequest({ a: [1, { b: Number.NaN }], bytes }, { a: [1, { b: Number.NaN }], bytes })).toBe(true);
    expect(sameRequest({ bytes }, { bytes: new Uint8Array(3) })).toBe(false);
    expect(sameRequest({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(sameRequest([1], { 0: 1 })).toBe(false);
    expect(sameRequest(null, {})).toBe(false);
  });
});
