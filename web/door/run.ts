// What one picture of the front door asks its solver for, and when: first its picture, then its claims, then, while it may move, a
// step of its motion after each answer. What the reader does comes first, and is followed by the claims anew.
import type { Client, ClientStatus } from "../host/lab.ts";
import type { AnyDoor, DoorAnswer, DoorResult, Said } from "./door.ts";

/** Between steps of the motion, ms: smooth enough, and the solvers of five pictures leave a small machine its breath. */
const STEP = 66;
/** The claims are checked when the reader's hand has rested for this long, ms. */
const REST = 400;

export interface Run {
  readonly state: object;
  readonly answer: DoorAnswer<unknown, unknown> | null;
  /** What came of what the reader did; null where nothing was done yet. */
  readonly said: Said | null;
  readonly touched: boolean;
  /** Whether it may move by itself. */
  move(allowed: boolean): void;
  /** A handle is held or let go. */
  hold(held: boolean): void;
  drag(handle: string, x: number, y: number): void;
  /** As it began. */
  restart(): void;
  dispose(): void;
}

export interface RunEvents {
  /** State, answer or what is said has changed. */
  changed(): void;
  /** New results; null: those known are of another state. */
  results(results: readonly DoorResult[] | null): void;
  /** Picture and claims are there, or cannot be had. */
  settled(): void;
  trouble(status: ClientStatus): void;
}

export function createRun(door: AnyDoor, client: Client<unknown, unknown>, events: RunEvents): Run {
  let state = door.at(0);
  let answer: DoorAnswer<unknown, unknown> | null = null;
  let before: DoorAnswer<unknown, unknown> | null = null;
  let said: Said | null = null;
  let touched = false;
  let held = false;
  let allowed = false;
  let steps = 0;
  /** What the solver is at: claims are checked once their picture is there. */
  let asked: "picture" | "claims" | "nothing" = "nothing";
  let checked = false;
  let checking: unknown = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;

  function picture(): void {
    asked = "picture";
    last = performance.now();
    client.solve(door.request(state));
  }

  function check(): void {
    clearTimeout(timer);
    asked = "claims";
    events.results(null);
    checking = door.check(state);
    client.solve(checking);
  }

  /** What is to come after an answer. */
  function next(): void {
    clearTimeout(timer);
    if (held || asked === "picture") return;
    if (!checked) timer = setTimeout(check, touched ? REST : 0);
    else if (allowed && !touched) timer = setTimeout(step, Math.max(0, STEP - (performance.now() - last)));
  }

  function step(): void {
    steps++;
    state = door.at(((steps * STEP) / (1000 * door.seconds)) % 1);
    picture();
  }

  client.onframe((frame, request) => {
    if (asked === "claims" && request === checking) events.results(door.results(frame));
    if (!door.shows(frame)) return;
    answer = { frame, request };
    if (touched && before !== null) said = door.said(before, answer);
    events.changed();
  });
  client.onstatus((status) => {
    if (status.phase === "idle") {
      if (asked === "claims") {
        checked = true;
        events.settled();
      }
      asked = "nothing";
      next();
    } else if (
      status.phase === "refused" ||
      status.phase === "unavailable" ||
      (status.phase === "restarted" && status.gaveUp)
    ) {
      asked = "nothing";
      events.trouble(status);
      events.settled();
    }
  });
  picture();

  return {
    get state() {
      return state;
    },
    get answer() {
      return answer;
    },
    get said() {
      return said;
    },
    get touched() {
      return touched;
    },
    move(now) {
      allowed = now;
      if (asked === "nothing") next();
    },
    hold(now) {
      held = now;
      if (asked === "nothing") next();
    },
    drag(handle, x, y) {
      before ??= answer;
      touched = true;
      checked = false;
      clearTimeout(timer);
      state = door.moved(state, handle, x, y);
      picture();
      events.changed();
    },
    restart() {
      touched = false;
      checked = false;
      before = null;
      said = null;
      steps = 0;
      state = door.at(0);
      picture();
      events.changed();
    },
    dispose() {
      clearTimeout(timer);
      client.dispose();
    },
  };
}
