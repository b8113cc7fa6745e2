// What a picture of the front door asks its solver for, and when; and when pictures may move.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AnyDoor, DoorResult } from "../../web/door/door.ts";
import { createMotion } from "../../web/door/motion.ts";
import { createRun } from "../../web/door/run.ts";
import { glance } from "../../web/door/statements.ts";
import type { Client, ClientStatus } from "../../web/host/lab.ts";

interface State {
  readonly phase: number;
  readonly at: number;
}

/** A lab whose picture is its state. */
const door = {
  model: { id: "none", claims: ["a", "b"] },
  seconds: 6.6,
  at: (phase: number): State => ({ phase, at: 0 }),
  request: (state: State) => ({ picture: state }),
  check: (state: State) => ({ claims: state }),
  shows: (frame: object) => "picture" in frame,
  results: (frame: { results?: DoorResult[] }) => frame.results ?? [],
  moved: (state: State, _: string, x: number): State => ({ ...state, at: x }),
  said: (before: { request: object }, now: { request: object }) => ({
    done: true,
    text: JSON.stringify([before.request, now.request]),
  }),
} as unknown as AnyDoor;

function setUp() {
  const asked: object[] = [];
  let hear: (frame: unknown, request: unknown) => void = () => undefined;
  let tell: (status: ClientStatus) => void = () => undefined;
  const client = {
    solve: (request: object) => asked.push(request),
    onframe: (listener: typeof hear) => (hear = listener),
    onstatus: (listener: typeof tell) => (tell = listener),
    dispose: () => undefined,
  } as unknown as Client<unknown, unknown>;
  const told: unknown[] = [];
  const run = createRun(door, client, {
    changed: () => undefined,
    results: (results) => told.push(results),
    settled: () => told.push("settled"),
    trouble: (status) => told.push(status.phase),
  });
  /** The solver answers what it was asked last. */
  const answer = () => {
    const request = asked.at(-1) as object;
    hear("picture" in request ? request : { results: [{ id: "a", verdict: "pass" }, { id: "b", verdict: "fail" }] }, request); // biome-ignore format: one line
    tell({ phase: "idle" });
  };
  return { run, asked, told, answer, tell: (status: ClientStatus) => tell(status), hear: (frame: unknown, request: unknown) => hear(frame, request) }; // biome-ignore format: one line
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a picture", () => {
  test("comes first, its claims next, and no motion unless it may move", () => {
    const { run, asked, told, answer } = setUp();
    expect(asked).toEqual([{ picture: { phase: 0, at: 0 } }]);
    answer();
    vi.advanceTimersByTime(0);
    expect(asked.at(-1)).toEqual({ claims: { phase: 0, at: 0 } });
    answer();
    expect(told).toEqual([null, [{ id: "a", verdict: "pass" }, { id: "b", verdict: "fail" }], "settled"]); // biome-ignore format: one line
    vi.advanceTimersByTime(10_000);
    expect(asked.length).toBe(2);
    run.move(true);
    vi.advanceTimersByTime(100);
    expect(asked.length).toBe(3);
    // One step after each answer, never before it.
    vi.advanceTimersByTime(10_000);
    expect(asked.length).toBe(3);
    for (let k = 0; k < 100; ++k) {
      answer();
      vi.advanceTimersByTime(100);
    }
    const phases = asked.slice(2).map((request) => (request as { picture: State }).picture.phase);
    expect(phases.length).toBe(101);
    expect(phases.slice(0, 2)).toEqual([0.01, 0.02]);
    // A round of 6.6 s has a hundred steps.
    expect(phases[99]).toBe(0);
    run.move(false);
    answer();
    vi.advanceTimersByTime(10_000);
    expect(asked.length).toBe(103);
  });

  test("that is dragged stays with the hand, says what came of it, and has its claims checked when the hand rests", () => {
    const { run, asked, answer, told } = setUp();
    answer();
    vi.advanceTimersByTime(0);
    answer();
    run.move(true);
    vi.advanceTimersByTime(100);
    answer();
    const { state } = run;
    run.hold(true);
    run.drag("handle", 3, 0);
    run.drag("handle", 4, 0);
    expect(run.state).toEqual({ ...state, at: 4 });
    answer();
    expect(run.said?.text).toBe(JSON.stringify([{ picture: state }, { picture: { ...state, at: 4 } }]));
    const before = asked.length;
    vi.advanceTimersByTime(10_000);
    expect(asked.length, "while it is held").toBe(before);
    run.hold(false);
    vi.advanceTimersByTime(10_000);
    expect(asked.slice(before)).toEqual([{ claims: { ...state, at: 4 } }]);
    told.length = 0;
    answer();
    expect(told.at(-1)).toBe("settled");
    vi.advanceTimersByTime(10_000);
    expect(asked.length, "it does not move by itself any more").toBe(before + 1);
    run.restart();
    expect(run.said).toBe(null);
    expect(asked.at(-1)).toEqual({ picture: { phase: 0, at: 0 } });
  });

  test("takes no results of an older state, and a failure of its solver for the end", () => {
    const { run, asked, answer, told, tell, hear } = setUp();
    answer();
    vi.advanceTimersByTime(0);
    const old = asked.at(-1);
    run.drag("handle", 1, 0);
    answer();
    vi.advanceTimersByTime(1000);
    expect(asked.at(-1)).not.toBe(old);
    told.length = 0;
    hear({ results: [{ id: "a", verdict: "fail" }] }, old);
    expect(told).toEqual([]);
    tell({ phase: "restarted", message: "", gaveUp: false });
    expect(told, "it is tried once more").toEqual([]);
    tell({ phase: "unavailable", cause: "no-wasm", message: "" });
    expect(told).toEqual(["unavailable", "settled"]);
  });
});

describe("motion", () => {
  function page(reduce: boolean) {
    let changed = () => undefined as unknown;
    let shown = () => undefined as unknown;
    const query = { matches: reduce, addEventListener: (_: string, listener: () => void) => (changed = listener) };
    const document = { hidden: false, addEventListener: (_: string, listener: () => void) => (shown = listener) };
    const motion = createMotion({ document, matchMedia: () => query } as unknown as Parameters<typeof createMotion>[0]);
    const heard = vi.fn();
    motion.subscribe(heard);
    return {
      motion,
      heard,
      hide(hidden: boolean) {
        document.hidden = hidden;
        shown();
      },
      reduce(matches: boolean) {
        query.matches = matches;
        changed();
      },
    };
  }

  test("rests in a tab out of sight, and when it is paused", () => {
    const { motion, heard, hide } = page(false);
    expect(motion.moves).toBe(true);
    hide(true);
    expect([motion.moves, motion.paused]).toEqual([false, false]);
    hide(false);
    motion.toggle();
    expect([motion.moves, motion.paused]).toEqual([false, true]);
    expect(heard).toHaveBeenCalledTimes(3);
  });

  test("is paused where the reader wants less of it, until it is asked for", () => {
    const { motion, reduce } = page(true);
    expect(motion.moves).toBe(false);
    motion.toggle();
    expect(motion.moves).toBe(true);
    reduce(true);
    expect(motion.moves).toBe(false);
    reduce(false);
    expect(motion.moves).toBe(true);
  });
});

test("the glance counts what holds only when all is known", () => {
  expect(glance(2, null)).toBe("2 statements, not checked yet");
  expect(glance(2, new Map([["a", "pass"]]))).toBe("1 of 2 statements checked");
  expect(glance(2, new Map([["a", "pass"], ["b", "vacuous"]]))).toBe("1 of 2 statements hold"); // biome-ignore format: one line
});
