// What the proof panel asks, and when, on a wire of its own.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Client, ClientStatus } from "../../web/host/lab.ts";
import type { ProofPanel, ProofResult } from "../../web/host/proof.ts";
import { createStore } from "../../web/host/store.ts";
import type { LabProof } from "../../web/kit/claims/proof.ts";

interface State {
  claim: string;
  broken: readonly string[];
  data: number | null;
  other: number;
}
interface Request {
  readonly claims: readonly { readonly id: string; readonly broken: boolean; readonly about: number }[];
}
type Frame = readonly ProofResult[] | "on the way";

const IDS = ["a", "b", "lone"];

/** A wire that answers when it is told to. */
function wire() {
  const asked: Request[] = [];
  let status: ClientStatus = { phase: "idle" };
  let onframe: (frame: Frame, request: Request) => void = () => undefined;
  let onstatus: (status: ClientStatus) => void = () => undefined;
  const notify = (next: ClientStatus) => {
    status = next;
    onstatus(next);
  };
  const client = {
    solve(request: Request) {
      asked.push(request);
      notify({ phase: "running", since: 0 });
    },
    onframe: (listener: typeof onframe) => {
      onframe = listener;
    },
    onstatus: (listener: typeof onstatus) => {
      onstatus = listener;
    },
    get status() {
      return status;
    },
  } as unknown as Client<Request, Frame>;
  return {
    client,
    /** Claims of each question so far. */
    asked: () => asked.map(({ claims }) => claims.map(({ id }) => id).join(" ")),
    /** Answer the first `count` claims of the newest question, one a frame. */
    answer(count = 99) {
      const request = asked.at(-1) as Request;
      for (const { id, broken } of request.claims.slice(0, count))
        onframe([{ id, broken, verdict: broken ? "fail" : "pass", reason: "", checks: [] }], request);
      if (count >= request.claims.length) notify({ phase: "idle" });
    },
    pass: () => onframe("on the way", asked.at(-1) as Request),
    refuse: () => notify({ phase: "refused", message: "no" }),
  };
}

async function mounted(change: Partial<State> = {}) {
  const { mountProof } = await import("../../web/kit/claims/proof.ts");
  const store = createStore<State>({ claim: "none", broken: [], data: 1, other: 1, ...change });
  const line = wire();
  const lab: LabProof<State, Request, Frame, ProofResult> = {
    id: "test",
    claims: IDS,
    words: { claims: {}, checks: (id) => id, reasons: {} },
    client: line.client,
    alone: true,
    question({ broken, data, other }, ids) {
      const claims = ids.flatMap((id) => {
        const about = id === "lone" ? other : data;
        return about === null ? [] : [{ id, broken: broken.includes(id), about }];
      });
      return claims.length === 0 ? null : { claims };
    },
    answers: (frame) => (frame === "on the way" ? null : frame),
    same: (a, b, id) => a.claims.find((c) => c.id === id)?.about === b.claims.find((c) => c.id === id)?.about,
    rests: () => true,
    note: () => "",
    theory: () => Promise.resolve({ default: {} }),
    pictures: () => Promise.resolve({}),
  };
  let panel = null as ProofPanel | null;
  const root = { append: (element: ProofPanel) => { panel = element; } } as unknown as HTMLElement; // biome-ignore format: short
  mountProof(root, { store, notify: () => undefined }, lab);
  const made = panel as unknown as ProofPanel;
  return { store, line, states: () => IDS.map((id) => made.stateOf(id)).join(" ") };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  vi.stubGlobal("ResizeObserver", class { observe(): void {} disconnect(): void {} }); // biome-ignore format: short
});
afterEach(() => {
  vi.useRealTimers();
});
const rest = () => vi.advanceTimersByTime(300);

describe("a panel with a wire of its own", () => {
  it("asks for all claims at rest, and verdicts come one by one", async () => {
    const { line, states } = await mounted();
    expect(line.asked()).toEqual([]);
    rest();
    expect(line.asked()).toEqual(["a b lone"]);
    expect(states()).toBe("checking checking checking");
    line.pass();
    line.answer(1);
    expect(states()).toBe("pass checking checking");
    rest();
    expect(line.asked()).toEqual(["a b lone"]);
    line.answer();
    expect(states()).toBe("pass pass pass");
    rest();
    expect(line.asked()).toEqual(["a b lone"]);
  });

  it("asks for the open claim at once, and at rest for what is not known yet", async () => {
    const { store, line, states } = await mounted({ claim: "b" });
    expect(line.asked()).toEqual(["b"]);
    for (const data of [2, 3]) store.patch({ data });
    expect(line.asked()).toEqual(["b", "b", "b"]);
    line.answer();
    expect(states()).toBe("checking pass checking");
    rest();
    expect(line.asked().at(-1)).toBe("a lone");
    line.answer();
    store.patch({ data: 4 });
    line.answer();
    rest();
    // The lone claim is about something else, which has not changed.
    expect(line.asked().at(-1)).toBe("a");
  });

  it("waits for what is on its way before it asks for the rest", async () => {
    const { line } = await mounted({ claim: "a" });
    rest();
    expect(line.asked()).toEqual(["a"]);
    line.answer();
    rest();
    expect(line.asked()).toEqual(["a", "b lone"]);
  });

  it("asks again for what another question cut short", async () => {
    const { store, line, states } = await mounted();
    rest();
    line.answer(1);
    store.patch({ claim: "b", broken: ["b"] });
    expect(line.asked()).toEqual(["a b lone", "b"]);
    line.answer();
    rest();
    expect(line.asked().at(-1)).toBe("lone");
    line.answer();
    expect(states()).toBe("pass fail pass");
  });

  it("does not ask twice for a claim that is on its way when it is opened", async () => {
    const { store, line } = await mounted();
    rest();
    store.patch({ claim: "b" });
    expect(line.asked()).toEqual(["a b lone"]);
  });

  it("does not ask again for what was refused, until something changes", async () => {
    const { store, line, states } = await mounted();
    rest();
    line.refuse();
    rest();
    store.patch({ claim: "none" });
    rest();
    expect(line.asked().length).toBe(1);
    expect(states()).toBe("unasked unasked unasked");
    store.patch({ data: 2 });
    rest();
    expect(line.asked().length).toBe(2);
  });

  it("knows nothing of claims that nothing can be asked of, and asks for them when something can", async () => {
    const { store, line, states } = await mounted();
    rest();
    line.answer();
    store.patch({ data: null });
    expect(states()).toBe("unasked unasked pass");
    rest();
    expect(line.asked().length).toBe(1);
    store.patch({ data: 1 });
    rest();
    line.answer();
    expect(states()).toBe("pass pass pass");
  });
});
