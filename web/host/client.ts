// The page end of the worker: queue depth one, frames in order, a new worker where one dies, and none where there is nothing to do.
import type { Client, ClientStatus } from "./lab.ts";
import type { FromWorker, LabCode, OpenPort, Port } from "./protocol.ts";

export interface ClientOptions {
  lab: LabCode;
  /** Ways to open a port, best first. The next one is taken where one is refused or dies before it is ready. */
  ports: readonly OpenPort[];
  limits?: Partial<Limits>;
  now?: () => number;
}

/** All in ms. */
interface Limits {
  /**
   * A run younger than this is let finish although a newer request waits. Stopping each run for the next starves a drag:
   * solves longer than the gap between two moves would never be drawn.
   */
  patience: number;
  /** A run that is to stop must answer within this, else its worker is replaced: one long call cannot be interrupted. */
  stop: number;
  /** A worker silent for this long in the middle of a run is taken for dead: the page gets no event when one is killed. */
  silence: number;
  /** A worker that has had nothing to do for this long is ended: it holds memory. */
  idle: number;
}
const LIMITS: Limits = { patience: 300, stop: 1500, silence: 30_000, idle: 10_000 };
/** A page that was busy or asleep finds its timers due before the messages that waited as well: let those come first, ms. */
const GRACE = 200;

interface Job<Request, View> {
  run: number;
  request: Request;
  begun: number;
  /** Workers that died of this request. */
  deaths: number;
  /** The view that went with the newest pull. */
  view: View | undefined;
  /** What the worker does now: it works, shows its state for a new view, or waits to be pulled. */
  activity: "work" | "show" | "rest";
  /** The work is done; what the run holds can still be shown. */
  finished: boolean;
}

export interface WarmClient<Request, Frame, View = unknown> extends Client<Request, Frame, View> {
  /** Open a worker now if there is none, so that the next request finds it ready. */
  warm(): void;
  /**
   * Nobody looks (true): no more work is done, and the worker ends as one that has nothing to do. What is requested meanwhile
   * waits. Looked at again (false), the work goes on, or begins again where it cannot.
   */
  sleep(sleeping: boolean): void;
}

export function createClient<Request, Frame, View = unknown>(options: ClientOptions): WarmClient<Request, Frame, View> {
  type Listener = Parameters<Client<Request, Frame, View>["onframe"]>[0];
  const limits = { ...LIMITS, ...options.limits };
  const now = options.now ?? (() => performance.now());
  const frameListeners = new Set<Listener>();
  const statusListeners = new Set<(status: ClientStatus) => void>();

  let status: ClientStatus = { phase: "idle" };
  let port: Port | null = null;
  let ready = false;
  /** Index into options.ports of the way in use. */
  let way = 0;
  let runs = 0;
  /** The run whose frames are wanted. */
  let current: Job<Request, View> | null = null;
  /** The run told to stop that has not answered yet. */
  let stopping = 0;
  let waiting: { request: Request; deaths: number } | null = null;
  /** A run whose worker has ended although it could go on: the request that does so. */
  let asleep: Pick<Job<Request, View>, "request" | "finished"> | null = null;
  let paused = false;
  let sleeping = false;
  /** The view as it was when nobody looked any more. */
  let lastSeen: View | undefined;
  /** A step is to be made as soon as the frame on its way is there. */
  let stepNext = false;
  let view: View | undefined;
  let resumed: (request: Request) => Request | null = () => null;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function notify(next: ClientStatus): void {
    status = next;
    for (const listener of [...statusListeners]) listener(next);
  }

  function watch(limit: number, then: () => void): void {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      watchdog = setTimeout(then, GRACE);
    }, limit);
  }

  function open(): void {
    close();
    if (sleeping) return;
    for (; way < options.ports.length; way++) {
      const generation: { port: Port | null } = { port: null };
      const alive = () => generation.port !== null && generation.port === port;
      try {
        generation.port = (options.ports[way] as OpenPort)(
          options.lab,
          (message) => alive() && receive(message),
          (message) => alive() && died(message),
        );
      } catch {
        continue;
      }
      port = generation.port;
      return;
    }
    unavailable({ phase: "unavailable", cause: "load", message: "" });
  }

  function close(): void {
    clearTimeout(watchdog);
    clearTimeout(idle);
    const old = port;
    port = null;
    ready = false;
    stopping = 0;
    old?.terminate();
  }

  function unavailable(next: ClientStatus): void {
    close();
    current = null;
    waiting = null;
    way = 0;
    notify(next);
  }

  /** Nothing is to be done: from now on the worker's time runs. */
  function restWorker(): void {
    clearTimeout(idle);
    idle = setTimeout(endIdle, limits.idle);
  }

  function endIdle(): void {
    if (current) {
      const { finished } = current;
      const request = resumed(current.request) ?? (sleeping && !paused && !finished ? current.request : null);
      // What the run holds is nowhere else.
      if (request === null) {
        restWorker();
        return;
      }
      asleep = { request, finished: current.finished };
      current = null;
    }
    close();
  }

  /** Start what waits. A worker that is still loading begins with it when it is ready. */
  function advance(): void {
    if (!port || !waiting) return;
    if (sleeping) {
      restWorker();
      return;
    }
    const { request, deaths } = waiting;
    waiting = null;
    begin(request, deaths, { activity: "work", finished: false });
  }

  function begin(request: Request, deaths: number, as: Pick<Job<Request, View>, "activity" | "finished">): void {
    if (!port) return;
    clearTimeout(idle);
    current = { run: ++runs, request, deaths, begun: now(), view, ...as };
    if (as.activity === "work") notify({ phase: "running", since: current.begun });
    port.post({ type: "start", run: current.run, request, view });
    if (stopping > 0) watch(limits.stop, replace);
    else if (ready) expect();
  }

  /** Open a worker again for a run whose own has ended. "show": it rests after the first frame, and its status stays idle. */
  function wake(activity: "work" | "show"): void {
    if (!asleep) return;
    const { request, finished } = asleep;
    asleep = null;
    open();
    begin(request, 0, { activity, finished });
  }

  /** The worker has something to do: it must be heard of. */
  function expect(): void {
    watch(limits.silence, () => died(""));
  }

  function pull(job: Job<Request, View>, activity: "work" | "show"): void {
    clearTimeout(idle);
    job.activity = activity;
    job.view = view;
    port?.post({ type: activity === "work" ? "next" : "show", run: job.run, view });
    expect();
  }

  /** The work that rests goes on. */
  function goOn(): void {
    if (paused || sleeping) return;
    if (asleep && !asleep.finished) wake("work");
    else if (current && !current.finished && current.activity !== "work") {
      notify({ phase: "running", since: now() });
      // A frame that is on its way is followed by the work.
      if (current.activity === "rest") pull(current, "work");
    }
  }

  /** No more work for now: the run rests, once it has been shown for the newest view. */
  function rest(job: Job<Request, View>): void {
    if (job.view !== view && !sleeping) pull(job, "show");
    else {
      job.activity = "rest";
      restWorker();
    }
    if (status.phase === "running" && !sleeping) notify({ phase: "idle" });
  }

  function receive(message: FromWorker): void {
    switch (message.type) {
      case "ready":
        ready = true;
        if (!current) advance();
        else {
          current.begun = now();
          if (waiting) hurry();
          else expect();
        }
        if (!current) restWorker();
        return;
      case "unavailable":
        unavailable({ phase: "unavailable", cause: message.cause, message: message.message });
        return;
      case "crashed":
        died(message.message);
        return;
      case "frame":
        if (message.run === current?.run) receiveFrame(message.frame as Frame, current);
        return;
      case "rest":
        if (message.run !== current?.run) return;
        clearTimeout(watchdog);
        current.finished = true;
        if (waiting) advance();
        else rest(current);
        return;
      case "done":
      case "refused":
        if (message.run === stopping) {
          stopping = 0;
          clearTimeout(watchdog);
          if (current) expect();
          else restWorker();
          return;
        }
        if (message.run !== current?.run) return;
        current = null;
        clearTimeout(watchdog);
        if (waiting) advance();
        else {
          restWorker();
          notify(message.type === "done" ? { phase: "idle" } : { phase: "refused", message: message.message });
        }
    }
  }

  function receiveFrame(frame: Frame, job: Job<Request, View>): void {
    clearTimeout(watchdog);
    const shown = job.view;
    const works = !job.finished && !sleeping && (!paused || stepNext);
    // Keep the worker busy while the page draws. Starting the next request ends the present run over there.
    if (waiting && !sleeping && (paused || now() - job.begun >= limits.patience)) advance();
    else if (works) {
      stepNext = false;
      pull(job, "work");
    } else rest(job);
    if (waiting && !sleeping) hurry();
    for (const listener of [...frameListeners]) listener(frame, job.request, shown);
  }

  /** A newer request waits for a run: bound how long. */
  function hurry(): void {
    watch(limits.patience + limits.stop, replace);
  }

  /** Give up on a worker that will not stop: not a failure, the user wants something else. */
  function replace(): void {
    // What came after the stop has not begun over there: it is sent again.
    if (current && !waiting) waiting = { request: current.request, deaths: current.deaths };
    current = null;
    open();
    advance();
  }

  function died(message: string): void {
    clearTimeout(watchdog);
    const victim = current;
    current = null;
    if (!ready) {
      // It never worked: refused by the browser, rather than killed by the work.
      if (victim && !waiting) waiting = { request: victim.request, deaths: victim.deaths };
      way++;
      open();
      advance();
      return;
    }
    let gaveUp = false;
    if (victim && !waiting) {
      if (victim.deaths === 0) waiting = { request: resumed(victim.request) ?? victim.request, deaths: 1 };
      else gaveUp = true;
    }
    open();
    if (port) notify({ phase: "restarted", message, gaveUp });
  }

  return {
    get status() {
      return status;
    },
    warm() {
      if (!port && !sleeping && status.phase !== "unavailable") open();
    },
    solve(request) {
      const first = waiting === null;
      waiting = { request, deaths: 0 };
      asleep = null;
      stepNext = false;
      clearTimeout(idle);
      if (sleeping) return;
      if (!port) open();
      if (current?.activity !== "work") advance();
      else if (first && ready) hurry();
    },
    show(next) {
      if (next === view) return;
      view = next;
      if (sleeping) return;
      if (asleep) wake("show");
      else if (current?.activity === "rest") rest(current);
    },
    resumeFrom(make) {
      resumed = make;
    },
    sleep(next) {
      if (next === sleeping) return;
      sleeping = next;
      if (next) {
        lastSeen = view;
        if (port && !current) restWorker();
      } else if (waiting) {
        if (!port) open();
        if (current?.activity !== "work") advance();
        else if (ready) hurry();
      } else {
        goOn();
        if (lastSeen === view) return;
        if (asleep) wake("show");
        else if (current?.activity === "rest") rest(current);
      }
    },
    cancel() {
      waiting = null;
      asleep = null;
      stepNext = false;
      clearTimeout(watchdog);
      if (current && port) {
        port.post({ type: "stop", run: current.run });
        // One that is loading takes as long as the network does: it is not hurried.
        if (ready) {
          stopping = current.run;
          watch(limits.stop, replace);
        }
        current = null;
      }
      if (status.phase === "running") notify({ phase: "idle" });
    },
    pause() {
      paused = true;
      stepNext = false;
    },
    resume() {
      paused = false;
      goOn();
    },
    step() {
      if (asleep && !asleep.finished) {
        stepNext = true;
        wake("show");
      } else if (current && !current.finished) {
        if (current.activity === "rest") pull(current, "work");
        else if (current.activity === "show") stepNext = true;
      }
    },
    onframe: (listener) => void frameListeners.add(listener),
    onstatus: (listener) => void statusListeners.add(listener),
    dispose() {
      close();
      current = null;
      waiting = null;
      asleep = null;
      frameListeners.clear();
      statusListeners.clear();
    },
  };
}
