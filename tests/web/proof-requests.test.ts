// What the proof panel requests, and when: with a client of its own, and with the one that also solves for the page.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Client, ClientStatus } from "../../web/host/lab.ts";
import type { ProofPanel, ProofResult } from "../../web/host/proof.ts";
import { createStore } from "../../web/host/store.ts";
import { requestedMistake } from "../../web/kit/claims/mistakes.ts";
import type { LabProof } from "../../web/kit/claims/proof.ts";

interface State {
  claim: string;
  broken: readonly string[];
  data: number | null;
  other: number;
}
interface Request {
  readonly data: number | null;
  readonly other: number;
  readonly claims: readonly { readonly id: string; readonly broken: boolean; readonly about: number }[];
}
type Frame = readonly ProofResult[] | "on the way";

const IDS = ["a", "b", "lone"];

/** A client that answers when a test says so. */
function clientByHand() {
  const requested: Request[] = [];
  let status: ClientStatus = { phase: "idle" };
  let onframe: (frame: Frame, request: Request) => void = () => undefined;
  let onstatus: (status: ClientStatus) => void = () => undefined;
  const notify = (next: ClientStatus) => {
    status = next;
    onstatus(next);
  };
  const client = {
    solve(request: Request) {
      requested.push(request);
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
    /** Claims of each request so far. */
    requested: () => requested.map(({ claims }) => claims.map(({ id }) => id).join(" ")),
    /** Answer the first `count` claims of the newest request, one a frame. @param ends whether the run ends with its last frame */
    answer(count = 99, ends = true) {
      const request = requested.at(-1) as Request;
      const results = request.claims.slice(0, count).map(
        ({ id, broken }): ProofResult => ({
          ...{ id, broken, mistake: requestedMistake(broken), reason: "", checks: [] },
          verdict: broken ? "fail" : "pass",
        }),
      );
      for (const result of results) onframe([result], request);
      // The page's own request is answered where it has no claims, too.
      if (results.length === 0) onframe([], request);
      if (ends && count >= request.claims.length) notify({ phase: "idle" });
    },
    /** The run that has sent its last frame ends. Also what a client says that was stopped. */
    done: () => notify({ phase: "idle" }),
    /** The worker has died; the same request is sent again. */
    restart() {
      notify({ phase: "restarted", message: "", gaveUp: false });
      notify({ phase: "running", since: 0 });
    },
    pass: () => onframe("on the way", requested.at(-1) as Request),
    refuse: () => notify({ phase: "refused", message: "no" }),
  };
}

async function mounted(change: Partial<State> = {}, page: LabProof<State, Request, Frame, ProofResult>["page"] = null) {
  const { mountProof } = await import("../../web/kit/claims/proof.ts");
  const store = createStore<State>({ claim: "none", broken: [], data: 1, other: 1, ...change });
  const client = clientByHand();
  const lab: LabProof<State, Request, Frame, ProofResult> = {
    id: "test",
    claims: IDS,
    words: {},
    details: () => Promise.resolve({ checks: (id) => id, reasons: {}, mistakes: {} }),
    client: client.client,
    page,
    request({ broken, data, other }, ids) {
      const claims = ids.flatMap((id) => {
        const about = id === "lone" ? other : data;
        return about === null ? [] : [{ id, broken: broken.includes(id), about }];
      });
      return claims.length === 0 ? null : { data, other, claims };
    },
    answers: (frame) => (frame === "on the way" ? null : frame),
    same: (a, b, id) => (id === "lone" ? a.other === b.other : a.data === b.data),
    rests: () => true,
    note: () => "",
    example: (claim) => ({ claim, broken: [], data: 1, other: 1 }),
    isExample: (state, example) => state.data === example.data,
    theory: () => Promise.resolve({ default: {} }),
    claimPlots: () => Promise.resolve({}),
  };
  let panel = null as ProofPanel | null;
  const root = { append: (element: ProofPanel) => { panel = element; } } as unknown as HTMLElement; // biome-ignore format: short
  mountProof(root, { store, mode: "page", notify: () => undefined, verdicts: () => undefined }, lab);
  const made = panel as unknown as ProofPanel;
  return { store, client, panel: made, states: () => IDS.map((id) => made.stateOf(id)).join(" ") };
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

describe("a panel with a client of its own", () => {
  it("requests all claims at rest, and verdicts come one by one", async () => {
    const { client, states } = await mounted();
    expect(client.requested()).toEqual([]);
    rest();
    expect(client.requested()).toEqual(["a b lone"]);
    expect(states()).toBe("checking checking checking");
    client.pass();
    client.answer(1);
    expect(states()).toBe("pass checking checking");
    rest();
    expect(client.requested()).toEqual(["a b lone"]);
    client.answer();
    expect(states()).toBe("pass pass pass");
    rest();
    expect(client.requested()).toEqual(["a b lone"]);
  });

  it("requests the open claim at once, and at rest for what is not known yet", async () => {
    const { store, client, states } = await mounted({ claim: "b" });
    expect(client.requested()).toEqual(["b"]);
    for (const data of [2, 3]) store.patch({ data });
    expect(client.requested()).toEqual(["b", "b", "b"]);
    client.answer();
    expect(states()).toBe("checking pass checking");
    rest();
    expect(client.requested().at(-1)).toBe("a lone");
    client.answer();
    store.patch({ data: 4 });
    client.answer();
    rest();
    // The lone claim is about something else, which has not changed.
    expect(client.requested().at(-1)).toBe("a");
  });

  it("waits for what is on its way before it requests the rest", async () => {
    const { client } = await mounted({ claim: "a" });
    rest();
    expect(client.requested()).toEqual(["a"]);
    client.answer();
    rest();
    expect(client.requested()).toEqual(["a", "b lone"]);
  });

  it("requests again what another request cut short", async () => {
    const { store, client, states } = await mounted();
    rest();
    client.answer(1);
    store.patch({ claim: "b", broken: ["b"] });
    expect(client.requested()).toEqual(["a b lone", "b"]);
    client.answer();
    rest();
    expect(client.requested().at(-1)).toBe("lone");
    client.answer();
    expect(states()).toBe("pass fail pass");
  });

  it("does not request a claim twice that is on its way when it is opened", async () => {
    const { store, client } = await mounted();
    rest();
    store.patch({ claim: "b" });
    expect(client.requested()).toEqual(["a b lone"]);
  });

  it("does not request again what was refused, until something changes", async () => {
    const { store, client, states } = await mounted();
    rest();
    client.refuse();
    rest();
    store.patch({ claim: "none" });
    rest();
    expect(client.requested().length).toBe(1);
    expect(states()).toBe("unasked unasked unasked");
    store.patch({ data: 2 });
    rest();
    expect(client.requested().length).toBe(2);
  });

  it("knows nothing of claims that nothing can be requested of, and asks for them when something can", async () => {
    const { store, client, states, panel } = await mounted();
    rest();
    client.answer();
    store.patch({ data: null });
    expect(states()).toBe("unasked unasked pass");
    expect([...panel.dataless]).toEqual(["a", "b"]);
    rest();
    expect(client.requested().length).toBe(1);
    store.patch({ data: 1 });
    rest();
    client.answer();
    expect(states()).toBe("pass pass pass");
  });
});

describe("the example of a claim", () => {
  it("is offered where other data are shown, not in the middle of a change, and is one step of undo", async () => {
    const { store, client, panel } = await mounted({ claim: "a" });
    client.answer();
    rest();
    client.answer();
    store.patch({ data: 7 });
    expect(panel.example).toBe(false);
    client.answer();
    rest();
    client.answer();
    expect(panel.example).toBe(true);
    panel.onExample("a");
    expect(store.state).toMatchObject({ data: 1, claim: "a" });
    client.answer();
    rest();
    client.answer();
    expect(panel.example).toBe(false);
    store.undo();
    expect(store.state.data).toBe(7);
    store.undo();
    expect(store.canUndo).toBe(false);
  });
});

/** With the page's client: the page requests the open claim along with what it shows. */
async function shared(change: Partial<State> = {}) {
  let wanted: Request | null = null;
  let answered: Request | null = null;
  const made = await mounted(change, {
    get current() {
      return answered === wanted;
    },
    again: () => made.client.client.solve(wanted as Request),
  });
  const { client } = made;
  const page = (): void => {
    const { claim, broken, data, other } = made.store.state;
    const claims = claim === "none" ? [] : [{ id: claim, broken: broken.includes(claim), about: data ?? 0 }];
    wanted = { data, other, claims };
    client.client.solve(wanted);
  };
  /** Every answer holds what the page requests, also that to a request of the panel. */
  const answer = (...how: Parameters<typeof client.answer>): void => {
    answered = wanted;
    client.answer(...how);
  };
  return { ...made, client: { ...client, answer }, page };
}

describe("a panel that shares the page's client", () => {
  it("requests what is left when the run ends, however late after its frame", async () => {
    const { client, page, states } = await shared({ claim: "a" });
    page();
    client.answer(99, false);
    rest();
    rest();
    expect(client.requested()).toEqual(["a"]);
    expect(states()).toBe("pass checking checking");
    client.done();
    rest();
    expect(client.requested()).toEqual(["a", "a b lone"]);
    client.answer(99, false);
    rest();
    client.done();
    rest();
    expect(states()).toBe("pass pass pass");
    expect(client.requested().length).toBe(2);
  });

  it("also where the worker died between the frame and the end of its run", async () => {
    const { client, page, states } = await shared();
    page();
    client.answer(99, false);
    rest();
    client.restart();
    client.answer(99, false);
    rest();
    client.done();
    rest();
    expect(client.requested()).toEqual(["", "a b lone"]);
    client.answer();
    expect(states()).toBe("pass pass pass");
  });

  it("requests again what a request of the page took the place of", async () => {
    const { client, page, states } = await shared();
    page();
    client.answer();
    rest();
    expect(client.requested()).toEqual(["", "a b lone"]);
    // The user zooms: another curve of the same solution.
    page();
    client.answer();
    rest();
    expect(client.requested().at(-1)).toBe("a b lone");
    client.answer();
    expect(states()).toBe("pass pass pass");
  });

  it.each([
    ["before the data have rested", () => {}],
    ["after", rest],
  ])("leaves alone a run that the user stops %s, and what was refused", async (_, wait) => {
    const { store, client, page, panel, states } = await shared();
    page();
    client.answer();
    rest();
    client.answer();
    store.patch({ data: 2 });
    page();
    wait();
    client.done();
    rest();
    expect(client.requested()).toEqual(["", "a b lone", ""]);
    expect(states()).toBe("unasked unasked pass");
    expect([...(panel.stopped ?? [])]).toEqual(["a", "b"]);
    page();
    client.answer();
    rest();
    expect(client.requested().at(-1)).toBe("a b lone");
    client.refuse();
    page();
    client.answer();
    rest();
    expect(client.requested().at(-1)).toBe("");
    expect(panel.stopped).toBeNull();
  });

  it("after a stop checks what the user opens and no more, and all of it when the user says so", async () => {
    const { store, client, page, panel, states } = await shared();
    page();
    client.answer();
    rest();
    client.done();
    rest();
    expect(client.requested()).toEqual(["", "a b lone"]);
    expect([...(panel.stopped ?? [])]).toEqual(["a", "b", "lone"]);
    store.patch({ claim: "b" });
    page();
    expect(panel.stopped).toBeNull();
    client.answer();
    rest();
    expect(client.requested().slice(2)).toEqual(["b"]);
    expect(states()).toBe("unasked pass unasked");
    expect([...(panel.stopped ?? [])]).toEqual(["a", "lone"]);
    panel.onAgain();
    expect(states()).toBe("checking pass checking");
    rest();
    client.answer();
    expect(client.requested().slice(3)).toEqual(["a b lone"]);
    expect(states()).toBe("pass pass pass");
    expect(panel.stopped).toBeNull();
  });

  it("after a stop of what the page shows runs that again first; a broken claim's check is stopped like any other", async () => {
    const { store, client, page, panel, states } = await shared({ claim: "a" });
    page();
    client.answer();
    rest();
    client.answer();
    store.patch({ broken: ["a"] });
    page();
    client.done();
    rest();
    expect(client.requested()).toEqual(["a", "a b lone", "a"]);
    expect(states()).toBe("unasked pass pass");
    panel.onAgain();
    expect(states()).toBe("checking pass pass");
    // Stopped once more: still nothing follows.
    client.done();
    rest();
    expect(client.requested().slice(3)).toEqual(["a"]);
    panel.onAgain();
    client.answer();
    rest();
    expect(client.requested().slice(4)).toEqual(["a"]);
    expect(states()).toBe("fail pass pass");
  });

  it("after a stop leaves the rest alone, too, where an older answer holds all that the run was to give", async () => {
    const { client, page, panel } = await shared();
    page();
    client.answer();
    client.client.solve({ data: 1, other: 1, claims: [] });
    client.done();
    rest();
    rest();
    expect(client.requested()).toEqual(["", ""]);
    expect(panel.stopped).not.toBeNull();
    panel.onAgain();
    rest();
    expect(client.requested().at(-1)).toBe("a b lone");
  });
});
