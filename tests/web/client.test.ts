import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { createClient } from "../../web/host/client.ts";
import { createEngine } from "../../web/host/engine.ts";
import type { ClientStatus, ViewSolver } from "../../web/host/lab.ts";
import { type FromWorker, type OpenPort, type ToWorker, transferables } from "../../web/host/protocol.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A worker that the test controls: it records messages, and sends those of the test. */
class FakeWorker {
  received: ToWorker[] = [];
  dead = false;
  send: (message: FromWorker) => void = () => undefined;
  die: (message: string) => void = () => undefined;
  kill() {
    this.dead = true;
  }
  get last() {
    return this.received.at(-1);
  }
  get run() {
    const start = this.received.findLast((message) => message.type === "start");
    return start?.type === "start" ? start.run : 0;
  }
  frame(frame: unknown) {
    this.send({ type: "frame", run: this.run, frame });
  }
}

function setUp(limits = { patience: 300, stop: 1500, silence: 30_000, idle: 10_000 }) {
  const workers: FakeWorker[] = [];
  const open: OpenPort = (_, onmessage, ondeath) => {
    const worker = new FakeWorker();
    worker.send = (message) => worker.dead || onmessage(message);
    worker.die = (message) => worker.dead || ondeath(message);
    workers.push(worker);
    return { post: (message) => void worker.received.push(message), terminate: () => worker.kill() };
  };
  const client = createClient<string, unknown>({
    lab: { id: "t", part: "t" },
    ports: [open],
    limits,
    now: () => Date.now(),
  });
  const drawn: [unknown, string][] = [];
  const views: unknown[] = [];
  const phases: string[] = [];
  const statuses: ClientStatus[] = [];
  client.onframe((frame, request, view) => {
    drawn.push([frame, request]);
    views.push(view);
  });
  client.onstatus((status) => {
    phases.push(status.phase);
    statuses.push(status);
  });
  const worker = () => workers.at(-1) as FakeWorker;
  return { client, workers, worker, drawn, views, phases, statuses };
}

describe("createClient", () => {
  it("loads, starts, pulls frame by frame, and rests", () => {
    const { client, worker, drawn, phases } = setUp();
    client.solve("a");
    // Asked before it is ready, so that it need not wait for the page once it is.
    expect(worker().received).toEqual([{ type: "start", run: 1, request: "a" }]);
    worker().send({ type: "ready" });
    expect(worker().received).toHaveLength(1);
    worker().frame(1);
    expect(worker().last).toEqual({ type: "next", run: 1 });
    worker().frame(2);
    worker().send({ type: "done", run: 1 });
    expect(drawn).toEqual([
      [1, "a"],
      [2, "a"],
    ]);
    expect(client.status.phase).toBe("idle");
    expect(phases.filter((phase) => phase === "idle")).toHaveLength(1);
  });

  it("keeps only the newest request that waits", () => {
    const { client, worker } = setUp();
    for (const request of ["a", "b", "c"]) client.solve(request);
    worker().send({ type: "ready" });
    client.solve("d");
    client.solve("e");
    worker().frame(1);
    worker().send({ type: "done", run: 1 });
    expect(
      worker()
        .received.filter((message) => message.type === "start")
        .map((message) => message.request),
    ).toEqual(["a", "e"]);
  });

  it("draws what is newer than what is shown, never an older frame after a newer one", () => {
    const { client, worker, drawn } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    client.solve("b");
    worker().frame("a1");
    worker().send({ type: "done", run: 1 });
    worker().frame("b1");
    worker().send({ type: "frame", run: 1, frame: "a2" });
    expect(drawn.map(([frame]) => frame)).toEqual(["a1", "b1"]);
  });

  it("lets a young run finish, so that a drag is drawn all along, and ends an old one", () => {
    const { client, worker } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    client.solve("b");
    vi.advanceTimersByTime(100);
    worker().frame("a1");
    expect(worker().last).toEqual({ type: "next", run: 1 });
    vi.advanceTimersByTime(250);
    worker().frame("a2");
    expect(worker().last).toEqual({ type: "start", run: 2, request: "b" });
  });

  it("stops on cancel, draws nothing more of it, and is ready for the next", () => {
    const { client, worker, workers, drawn } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    client.cancel();
    expect(worker().last).toEqual({ type: "stop", run: 1 });
    expect(client.status.phase).toBe("idle");
    worker().frame("late");
    worker().send({ type: "done", run: 1 });
    expect(drawn).toEqual([]);
    vi.advanceTimersByTime(5_000);
    expect(workers).toHaveLength(1);
    client.solve("b");
    expect(worker().last).toEqual({ type: "start", run: 2, request: "b" });
  });

  it("does not hurry a worker that is still loading: neither on a stop nor on newer requests", () => {
    const { client, worker, workers } = setUp();
    client.solve("a");
    client.cancel();
    expect(worker().last).toEqual({ type: "stop", run: 1 });
    client.solve("b");
    client.solve("c");
    vi.advanceTimersByTime(60_000);
    expect(workers).toHaveLength(1);
    worker().send({ type: "done", run: 1 });
    worker().send({ type: "ready" });
    worker().frame("b1");
    worker().send({ type: "done", run: 2 });
    expect(worker().last).toEqual({ type: "start", run: 3, request: "c" });
  });

  it("replaces a worker that will not stop, and keeps the newer request", () => {
    const { client, worker, workers } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    client.cancel();
    client.solve("b");
    vi.advanceTimersByTime(2000);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.dead).toBe(true);
    worker().send({ type: "ready" });
    expect(worker().last).toMatchObject({ type: "start", request: "b" });
  });

  it("replaces a worker that keeps a newer request waiting too long", () => {
    const { client, worker, workers } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    client.solve("b");
    vi.advanceTimersByTime(2100);
    expect(workers).toHaveLength(2);
    worker().send({ type: "ready" });
    expect(worker().last).toMatchObject({ type: "start", request: "b" });
  });

  it("says what was refused, and goes on", () => {
    const { client, worker, statuses } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    worker().send({ type: "refused", run: 1, message: "svr.fit: C: expected > 0, got 0" });
    expect(statuses.at(-1)).toEqual({ phase: "refused", message: "svr.fit: C: expected > 0, got 0" });
    client.solve("b");
    expect(client.status.phase).toBe("running");
  });

  it("replaces a dead worker, tries its request once more, then gives up and says so", () => {
    const { client, worker, workers, statuses } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    worker().send({ type: "crashed", message: "memory access out of bounds" });
    expect(statuses.at(-1)).toEqual({ phase: "restarted", message: "memory access out of bounds", gaveUp: false });
    worker().send({ type: "ready" });
    expect(worker().last).toMatchObject({ type: "start", request: "a" });
    worker().die("again");
    expect(statuses.at(-1)).toEqual({ phase: "restarted", message: "again", gaveUp: true });
    worker().send({ type: "ready" });
    expect(workers).toHaveLength(3);
    expect(worker().received).toEqual([]);
    client.solve("b");
    expect(worker().last).toMatchObject({ type: "start", request: "b" });
  });

  it("prefers a newer request to the one that killed the worker", () => {
    const { client, worker } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    client.solve("b");
    worker().die("x");
    worker().send({ type: "ready" });
    expect(worker().received).toMatchObject([{ type: "start", request: "b" }]);
  });

  it("notices a worker that was killed without a word", () => {
    const { client, worker, workers, statuses } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    vi.advanceTimersByTime(31_000);
    expect(workers).toHaveLength(2);
    expect(statuses.at(-1)?.phase).toBe("restarted");
  });

  it("leaves a worker alone that is slow to load or at rest", () => {
    const { client, worker, workers } = setUp();
    client.solve("a");
    vi.advanceTimersByTime(120_000);
    worker().send({ type: "ready" });
    worker().frame(1);
    worker().send({ type: "done", run: 1 });
    vi.advanceTimersByTime(120_000);
    expect(workers).toHaveLength(1);
  });

  it("takes the next way where a worker is refused, thrown or dead on arrival", () => {
    const opened: string[] = [];
    const thrower: OpenPort = () => {
      opened.push("throws");
      throw new Error("SecurityError");
    };
    const stillborn: OpenPort = (_lab, _onmessage, ondeath) => {
      opened.push("dies");
      setTimeout(() => ondeath("blocked"), 1);
      return { post: () => undefined, terminate: () => undefined };
    };
    const received: ToWorker[] = [];
    const local: OpenPort = (_, onmessage) => {
      opened.push("local");
      setTimeout(() => onmessage({ type: "ready" }), 1);
      return { post: (message) => void received.push(message), terminate: () => undefined };
    };
    const client = createClient<string, unknown>({
      lab: { id: "t", part: "t" },
      ports: [thrower, stillborn, local],
    });
    client.solve("a");
    vi.advanceTimersByTime(10);
    expect(opened).toEqual(["throws", "dies", "local"]);
    expect(received.at(-1)).toMatchObject({ type: "start", request: "a" });
  });

  it("tells when nothing can be computed, and tries again with the next request, but not to be ready for one", () => {
    const { client, worker, workers, statuses } = setUp();
    client.solve("a");
    worker().send({ type: "unavailable", cause: "no-simd", message: "" });
    expect(statuses.at(-1)).toEqual({ phase: "unavailable", cause: "no-simd", message: "" });
    client.warm();
    expect(workers).toHaveLength(1);
    client.solve("b");
    expect(workers).toHaveLength(2);
    const nowhere = createClient<string, unknown>({ lab: { id: "t", part: "t" }, ports: [] });
    nowhere.solve("a");
    expect(nowhere.status.phase).toBe("unavailable");
  });

  it("pauses by not pulling, steps by pulling once", () => {
    const { client, worker, drawn } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    client.pause();
    worker().frame(1);
    expect(worker().last?.type).toBe("start");
    client.step();
    expect(worker().last?.type).toBe("next");
    worker().frame(2);
    vi.advanceTimersByTime(120_000);
    const pulls = worker().received.length;
    client.resume();
    expect(worker().received.length).toBe(pulls + 1);
    expect(drawn).toHaveLength(2);
  });

  it("sends the view with each pull, and tells which one a frame was made for", () => {
    const { client, worker, views } = setUp();
    client.show("near");
    client.solve("a");
    expect(worker().received).toEqual([{ type: "start", run: 1, request: "a", view: "near" }]);
    worker().send({ type: "ready" });
    client.show("far");
    expect(worker().received).toHaveLength(1);
    worker().frame(1);
    expect(worker().last).toEqual({ type: "next", run: 1, view: "far" });
    worker().frame(2);
    expect(views).toEqual(["near", "far"]);
  });

  it("shows a paused run for a new view: one frame, no step, never more than one on its way, and it stays paused", () => {
    const { client, worker, drawn, views, phases } = setUp();
    client.pause();
    client.solve("a");
    worker().send({ type: "ready" });
    client.show(1);
    worker().frame("first");
    // The frame was for the view before.
    expect(worker().last).toEqual({ type: "show", run: 1, view: 1 });
    client.show(2);
    client.show(3);
    expect(worker().received.filter(({ type }) => type === "show")).toHaveLength(1);
    worker().frame("for 1");
    expect(worker().last).toEqual({ type: "show", run: 1, view: 3 });
    worker().frame("for 3");
    client.show(3);
    expect(worker().received).toHaveLength(3);
    expect(drawn.map(([frame]) => frame)).toEqual(["first", "for 1", "for 3"]);
    expect(views).toEqual([undefined, 1, 3]);
    expect(phases).toEqual(["running", "idle"]);
    client.show(4);
    client.step();
    worker().frame("for 4");
    expect(worker().last).toEqual({ type: "next", run: 1, view: 4 });
    worker().frame("stepped");
    client.show(5);
    client.resume();
    expect(client.status.phase).toBe("running");
    worker().frame("for 5");
    expect(worker().last).toEqual({ type: "next", run: 1, view: 5 });
  });

  it("shows a finished run that keeps what it holds, and does not pull it for more", () => {
    const { client, worker, phases } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    worker().frame(1);
    worker().send({ type: "rest", run: 1 });
    expect(phases).toEqual(["running", "idle"]);
    client.resume();
    client.step();
    expect(worker().received).toHaveLength(2);
    client.show("far");
    expect(worker().last).toEqual({ type: "show", run: 1, view: "far" });
    worker().frame(2);
    expect(worker().received).toHaveLength(3);
    expect(phases).toEqual(["running", "idle"]);
    client.solve("b");
    expect(worker().last).toEqual({ type: "start", run: 2, request: "b", view: "far" });
  });

  it("begins a newer request at once while a run only shows", () => {
    const { client, worker, drawn } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    worker().send({ type: "rest", run: 1 });
    client.show(1);
    client.solve("b");
    expect(worker().last).toMatchObject({ type: "start", run: 2, request: "b" });
    worker().send({ type: "frame", run: 1, frame: "late" });
    expect(drawn).toEqual([]);
  });

  it("ends a worker with nothing to do, and opens a new one for the next request, without a word", () => {
    const { client, worker, workers, phases } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    worker().frame(1);
    worker().send({ type: "done", run: 1 });
    vi.advanceTimersByTime(9_999);
    expect(worker().dead).toBe(false);
    vi.advanceTimersByTime(1);
    expect(worker().dead).toBe(true);
    expect(phases).toEqual(["running", "idle"]);
    client.solve("b");
    expect(workers).toHaveLength(2);
    worker().send({ type: "ready" });
    worker().frame(1);
    expect(worker().received.map(({ type }) => type)).toEqual(["start", "next"]);
    expect(phases).toEqual(["running", "idle", "running"]);
  });

  it("counts from the last thing done, and not while a worker loads, works or is stopping", () => {
    const { client, worker, workers } = setUp();
    client.warm();
    vi.advanceTimersByTime(60_000);
    expect(worker().dead).toBe(false);
    worker().send({ type: "ready" });
    vi.advanceTimersByTime(9_000);
    client.solve("a");
    vi.advanceTimersByTime(29_000);
    worker().frame(1);
    worker().send({ type: "done", run: 1 });
    vi.advanceTimersByTime(9_000);
    client.solve("b");
    client.cancel();
    worker().send({ type: "done", run: 2 });
    vi.advanceTimersByTime(9_000);
    expect(worker().dead).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(worker().dead).toBe(true);
    client.warm();
    expect(workers).toHaveLength(2);
    worker().send({ type: "ready" });
    vi.advanceTimersByTime(10_000);
    expect(worker().dead).toBe(true);
  });

  it("keeps the worker of a paused or finished run, whose state is only there", () => {
    const { client, worker, workers } = setUp();
    client.pause();
    client.solve("a");
    worker().send({ type: "ready" });
    worker().frame(1);
    vi.advanceTimersByTime(60_000);
    expect(worker().dead).toBe(false);
    client.resume();
    worker().send({ type: "rest", run: 1 });
    vi.advanceTimersByTime(60_000);
    expect(worker().dead).toBe(false);
    expect(workers).toHaveLength(1);
    client.cancel();
    worker().send({ type: "done", run: 1 });
    vi.advanceTimersByTime(10_000);
    expect(worker().dead).toBe(true);
  });

  describe("a run that can be begun again where it stands", () => {
    function asleep(finished: boolean) {
      const all = setUp();
      let saved = false;
      all.client.resumeFrom((request) => (saved ? `${request} from saved` : null));
      all.client.pause();
      all.client.solve("a");
      all.worker().send({ type: "ready" });
      all.worker().frame(1);
      if (finished) {
        all.client.resume();
        all.worker().send({ type: "rest", run: 1 });
      }
      vi.advanceTimersByTime(10_000);
      expect(all.worker().dead).toBe(false);
      saved = true;
      vi.advanceTimersByTime(10_000);
      expect(all.worker().dead).toBe(true);
      all.phases.length = 0;
      return all;
    }

    it("goes on", () => {
      const { client, worker, phases } = asleep(false);
      client.resume();
      expect(worker().received).toMatchObject([{ type: "start", request: "a from saved" }]);
      worker().send({ type: "ready" });
      worker().frame("as it was");
      expect(worker().last?.type).toBe("next");
      expect(phases).toEqual(["running"]);
    });

    it("makes one step", () => {
      const { client, worker } = asleep(false);
      client.step();
      worker().send({ type: "ready" });
      worker().frame("as it was");
      worker().frame("a step on");
      expect(worker().received.map(({ type }) => type)).toEqual(["start", "next"]);
    });

    it("is shown, and rests again, without a word", () => {
      for (const finished of [false, true]) {
        const { client, worker, views, phases } = asleep(finished);
        client.show("far");
        worker().send({ type: "ready" });
        worker().frame("as it was");
        expect(worker().received).toMatchObject([{ type: "start", request: "a from saved", view: "far" }]);
        expect(views.at(-1)).toBe("far");
        expect(phases).toEqual([]);
        vi.advanceTimersByTime(10_000);
        expect(worker().dead).toBe(true);
      }
    });

    it("is gone after a new request or a stop", () => {
      const { client, worker, workers } = asleep(false);
      client.cancel();
      client.show("far");
      client.step();
      client.resume();
      expect(workers).toHaveLength(1);
      client.solve("b");
      expect(worker().received).toMatchObject([{ type: "start", request: "b" }]);
    });

    it("is tried again from there where its worker dies", () => {
      const { client, worker } = setUp();
      client.resumeFrom((request) => `${request} from saved`);
      client.solve("a");
      worker().send({ type: "ready" });
      worker().frame(1);
      worker().send({ type: "crashed", message: "" });
      worker().send({ type: "ready" });
      expect(worker().received).toMatchObject([{ type: "start", request: "a from saved" }]);
    });
  });

  it("is silent once disposed of", () => {
    const { client, worker, drawn } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    const old = worker();
    client.dispose();
    old.frame(1);
    expect(old.dead).toBe(true);
    expect(drawn).toEqual([]);
  });
});

describe("createEngine", () => {
  const pg = {} as Proofground;
  async function engine(solve: ViewSolver<unknown, unknown, unknown>) {
    const sent: FromWorker[] = [];
    const handle = createEngine({
      lab: "t",
      wasm: null,
      load: async () => pg,
      solver: async () => solve,
      post: (message) => sent.push(message),
    });
    await vi.advanceTimersByTimeAsync(0);
    return { handle, sent };
  }

  it("mirrors the generator and frees what a run holds, however it ends", async () => {
    const freed: unknown[] = [];
    const { handle, sent } = await engine(function* (_, request) {
      try {
        yield 1;
        yield 2;
      } finally {
        freed.push(request);
      }
    });
    handle({ type: "start", run: 1, request: "whole" });
    handle({ type: "next", run: 1 });
    handle({ type: "next", run: 1 });
    handle({ type: "start", run: 2, request: "stopped" });
    handle({ type: "stop", run: 2 });
    handle({ type: "start", run: 3, request: "superseded" });
    handle({ type: "next", run: 2 });
    handle({ type: "start", run: 4, request: "running" });
    expect(freed).toEqual(["whole", "stopped", "superseded"]);
    expect(sent).toEqual([
      { type: "ready" },
      { type: "frame", run: 1, frame: 1 },
      { type: "frame", run: 1, frame: 2 },
      { type: "done", run: 1 },
      { type: "frame", run: 2, frame: 1 },
      { type: "done", run: 2 },
      { type: "frame", run: 3, frame: 1 },
      { type: "frame", run: 4, frame: 1 },
    ]);
  });

  it("gives the solver the view, and says whether work is to go on", async () => {
    const pulls: unknown[] = [];
    const { handle, sent } = await engine(function* (_, _request, view) {
      pulls.push(view);
      for (const frame of ["first", "shown", null, "shown again"]) pulls.push(yield frame);
    });
    handle({ type: "start", run: 1, request: null, view: 1 });
    handle({ type: "show", run: 1, view: 2 });
    handle({ type: "next", run: 1, view: 2 });
    handle({ type: "show", run: 1, view: 3 });
    handle({ type: "show", run: 9, view: 4 });
    expect(pulls).toEqual([1, { view: 2, advance: false }, { view: 2, advance: true }, { view: 3, advance: false }]);
    expect(sent.slice(1)).toEqual([
      { type: "frame", run: 1, frame: "first" },
      { type: "frame", run: 1, frame: "shown" },
      { type: "rest", run: 1 },
      { type: "frame", run: 1, frame: "shown again" },
    ]);
  });

  it("keeps the newest start that comes while it loads, unless that is stopped", async () => {
    const sent: FromWorker[] = [];
    const begun: unknown[] = [];
    const early = (messages: readonly ToWorker[]) => {
      const handle = createEngine({
        lab: "t",
        wasm: null,
        load: async () => pg,
        solver: async () =>
          function* (_, request) {
            begun.push(request);
            yield request;
          },
        post: (message) => sent.push(message),
      });
      for (const message of messages) handle(message);
      return vi.advanceTimersByTimeAsync(0);
    };
    await early([
      { type: "start", run: 1, request: "a" },
      { type: "start", run: 2, request: "b" },
    ]);
    expect(begun).toEqual(["b"]);
    expect(sent).toEqual([{ type: "ready" }, { type: "frame", run: 2, frame: "b" }]);
    await early([
      { type: "start", run: 1, request: "c" },
      { type: "stop", run: 1 },
    ]);
    expect(begun).toEqual(["b"]);
  });

  it("tells refused input from a crash", async () => {
    const fail = (error: unknown) =>
      engine(function* () {
        yield* [];
        throw error;
      }).then(({ handle, sent }) => {
        handle({ type: "start", run: 1, request: null });
        return sent.at(-1);
      });
    expect(await fail(new Error("C: expected > 0"))).toEqual({ type: "refused", run: 1, message: "C: expected > 0" });
    expect((await fail(new WebAssembly.RuntimeError("unreachable")))?.type).toBe("crashed");
    expect((await fail(Object.assign(new Error("broke"), { code: "trap" })))?.type).toBe("crashed");
    expect((await fail(new RangeError("Maximum call stack size exceeded")))?.type).toBe("crashed");
  });

  it("says so where the library cannot be had", async () => {
    const sent: FromWorker[] = [];
    const parts = {
      lab: "t",
      wasm: null,
      load: () => Promise.reject(new Error("status 404")),
      solver: async () => function* () {},
      post: (message: FromWorker) => void sent.push(message),
    };
    createEngine(parts);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([{ type: "unavailable", cause: "load", message: "status 404" }]);
    const validate = vi.spyOn(WebAssembly, "validate").mockReturnValue(false);
    createEngine(parts);
    expect(sent.at(-1)).toMatchObject({ cause: "no-simd" });
    validate.mockRestore();
  });
});

describe("transferables", () => {
  it("finds every owned buffer once, and no part of a larger one", () => {
    const a = new Float64Array(2);
    const heap = new ArrayBuffer(64);
    const frame = {
      a,
      again: a,
      deep: [{ b: new Uint8Array(3) }],
      view: new Float64Array(heap, 8, 2),
      n: 1,
      nothing: null,
    };
    const buffers = transferables(frame);
    expect(buffers).toHaveLength(2);
    expect(buffers).toContain(a.buffer);
    expect(buffers).not.toContain(heap);
  });
});

describe("a client that nobody looks at", () => {
  it("pulls no more, says nothing of an end, lets its worker end, and begins again where it cannot go on", () => {
    const { client, workers, worker, drawn, phases } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    worker().frame(1);
    client.sleep(true);
    worker().frame(2);
    expect(drawn).toHaveLength(2);
    expect(worker().received.map(({ type }) => type)).toEqual(["start", "next"]);
    vi.advanceTimersByTime(60_000);
    expect(worker().dead).toBe(true);
    expect(phases).toEqual(["running"]);
    client.sleep(false);
    expect(workers).toHaveLength(2);
    expect(worker().received).toEqual([{ type: "start", run: 2, request: "a" }]);
  });

  it("goes on where it was when it is looked at soon again", () => {
    const { client, workers, worker } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    client.sleep(true);
    worker().frame(1);
    vi.advanceTimersByTime(2000);
    client.sleep(false);
    expect(workers).toHaveLength(1);
    expect(worker().last).toEqual({ type: "next", run: 1 });
  });

  it("opens no worker for what is requested meanwhile, and then solves the newest", () => {
    const { client, workers, worker } = setUp();
    client.sleep(true);
    client.warm();
    client.solve("a");
    client.solve("b");
    vi.advanceTimersByTime(60_000);
    expect(workers).toHaveLength(0);
    client.sleep(false);
    expect(worker().received).toEqual([{ type: "start", run: 1, request: "b" }]);
  });

  it("keeps what a paused or finished run holds, and shows it for the view that came meanwhile", () => {
    const { client, workers, worker } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    worker().frame(1);
    worker().send({ type: "rest", run: 1 });
    client.sleep(true);
    client.show("left");
    vi.advanceTimersByTime(60_000);
    expect(workers).toHaveLength(1);
    expect(worker().dead).toBe(false);
    client.sleep(false);
    expect(worker().last).toEqual({ type: "show", run: 1, view: "left" });
  });

  it("replaces a worker that dies meanwhile when it is looked at again", () => {
    const { client, workers, worker } = setUp();
    client.solve("a");
    worker().send({ type: "ready" });
    client.sleep(true);
    worker().die("killed");
    vi.advanceTimersByTime(60_000);
    expect(workers).toHaveLength(1);
    client.sleep(false);
    expect(workers).toHaveLength(2);
    expect(worker().received).toEqual([{ type: "start", run: 2, request: "a" }]);
  });
});
