// The iterate of a run that takes long: on show until the answer comes, and never taken for it.
import { describe, expect, it } from "vitest";
import { createStore } from "../../web/host/store.ts";
import { NOTHING_JUDGED } from "../../web/kit/points/advance.ts";
import { restingRequest } from "../../web/kit/points/request.ts";
import { keepPointsSolved } from "../../web/kit/points/solve-request.ts";
import model from "../../web/labs/svr/model.ts";
import type { SvrFit, SvrRequest } from "../../web/labs/svr/request.ts";
import { frameFor, PatientClient, stateOf } from "./svr-support.ts";

const LIMIT = 10_000_000;

function iterateOf(request: SvrRequest, iterations: number): SvrFit {
  const { solution, ...frame } = frameFor(request, { iterations: 0 });
  const report = { ...solution.report, iterations, converged: false, kktGap: 1 };
  return { ...frame, phase: "iterate", solution: { ...solution, report }, ...NOTHING_JUDGED };
}

function setUp() {
  const client = new PatientClient();
  const store = createStore(stateOf([0, 1, 2], [0, 1, 0]));
  const said: number[] = [];
  let changes = 0;
  const solved = keepPointsSolved(store, client, {
    request: model.request,
    plain: (request) => ({ ...request, curve: null }),
    changed: () => void changes++,
    progress: ({ iterations }) => void said.push(iterations),
  });
  const newest = () => client.asked.at(-1) as SvrRequest;
  const iterate = (iterations: number, request = newest()) => client.notify(iterateOf(request, iterations), request);
  const shown = () => solved.answer?.frame.solution.report.iterations ?? null;
  return { client, store, solved, said, newest, iterate, shown, changes: () => changes };
}

describe("an iterate", () => {
  it("is shown, newer ones in its place, and is no answer; the answer is", () => {
    const { client, solved, said, iterate, shown, changes } = setUp();
    for (const count of [1000, 2000]) {
      iterate(count);
      expect([shown(), solved.current, solved.answer?.frame.phase]).toEqual([count, false, "iterate"]);
    }
    expect([said, changes()]).toEqual([[1000, 2000], 2]);
    client.answer({ iterations: 2500 });
    expect([shown(), solved.current, solved.answer?.frame.phase]).toEqual([2500, true, "done"]);
  });

  it("gives no path: the stepper does not begin at it", () => {
    const { client, store, solved, iterate, newest } = setUp();
    client.answer();
    store.patch({ stepper: true });
    expect(newest().trace).toBe(true);
    iterate(1000);
    expect(solved.path).toBeNull();
    client.answer({ iterations: 2000 });
    expect(solved.path?.count).toBe(2000);
  });

  it("never takes the place of an answer on the same path: not where the claims are asked for, nor the view", () => {
    const { client, store, solved, iterate, shown } = setUp();
    client.answer({ iterations: 5000 });
    const claims = restingRequest(model, store.state);
    iterate(1000, claims);
    expect([shown(), solved.current]).toEqual([5000, true]);
    store.patch({ viewX0: 0, viewX1: 1, viewY0: 0, viewY1: 1 }, { undoable: false });
    expect(solved.current).toBe(false);
    iterate(1000);
    expect(solved.answer?.frame.phase).toBe("done");
  });

  it("is passed over where the run only comes again to what is on show: going on with a higher limit, or after a stop", () => {
    const { client, store, solved, iterate, shown, newest } = setUp();
    iterate(3000);
    solved.again();
    iterate(1000);
    expect(shown()).toBe(3000);
    iterate(4000);
    expect(shown()).toBe(4000);
    const request = newest();
    client.notify({ ...iterateOf(request, 5000), phase: "done" }, request);
    store.patch({ maxIterations: 2 * LIMIT });
    expect(newest().problem.maxIterations).toBe(2 * LIMIT);
    iterate(5000);
    expect(solved.answer?.frame.phase).toBe("done");
    iterate(5001);
    expect([shown(), solved.answer?.frame.phase]).toEqual([5001, "iterate"]);
  });

  it("of an older request, or of the path alone, is not shown", () => {
    const { client, store, iterate, shown, newest } = setUp();
    const old = newest();
    store.patch({ C: 1e6 });
    iterate(1000, old);
    expect(shown()).toBeNull();
    client.answer({ iterations: 7 });
    store.patch({ C: 1e5, stepper: true, iteration: 3 });
    expect(newest().stopAt).toBeNull();
    iterate(1000);
    expect(shown()).toBe(7);
  });

  it("is of another problem once that has changed: undo asks anew, and shows what comes", () => {
    const { store, solved, client, iterate, shown, newest } = setUp();
    client.answer({ iterations: 50 });
    store.patch({ C: 1e6 });
    iterate(1000);
    expect(shown()).toBe(1000);
    const sent = client.asked.length;
    store.undo();
    expect(client.asked.length).toBe(sent + 1);
    expect([solved.current, newest().problem.C]).toEqual([false, 10]);
    client.answer({ iterations: 50 });
    expect([shown(), solved.current]).toEqual([50, true]);
  });
});
