// The page end of the worker: queue depth one, frames in order, and a new worker where one dies.
import type { Client, ClientStatus } from "./lab.ts";
import type { FromWorker, LabCode, OpenPort, Port } from "./protocol.ts";

export interface ClientOptions {
  lab: LabCode;
  /** Ways to open a port, best first. The next one is taken where one is refused or dies before it is ready. */
  ports: readonly OpenPort[];
  limits?: Partial<Limits>;
  now?: () => number;
}

interface Limits {
  /**
   * A run younger than this is let finish although a newer request waits. Stopping each run for the next starves a drag:
   * solves longer than the gap between two moves would never be drawn.
   */
  patience: number;
  /** A run that is to stop must answer within this, else its worker is replaced: one long call cannot be interrupted. */
  stop: number;
  /** A worker silent for this long in the middle of a run is taken for dead: nothing tells the page when one is killed. */
  silence: number;
}
const LIMITS: Limits = { patience: 300, stop: 1500, silence: 30_000 };
/** A page that was busy or asleep finds its timers due before the messages that waited as well: let those come first, ms. */
const GRACE = 200;

interface Job<Request> {
  run: number;
  request: Request;
  begun: number;
  /** Workers that died of this request. */
  deaths: number;
}

export interface WarmClient<Request, Frame> extends Client<Request, Frame> {
  /** Open the wire now, so that the first request finds it open. */
  warm(): void;
}

export function createClient<Request, Frame>(options: ClientOptions): WarmClient<Request, Frame> {
  const limits = { ...LIMITS, ...options.limits };
  const now = options.now ?? (() => performance.now());
  const frameListeners = new Set<(frame: Frame, request: Request) => void>();
  const statusListeners = new Set<(status: ClientStatus) => void>();

  let status: ClientStatus = { phase: "idle" };
  let port: Port | null = null;
  let ready = false;
  /** Index into options.ports of the way in use. */
  let way = 0;
  let runs = 0;
  /** The run whose frames are wanted. */
  let current: Job<Request> | null = null;
  /** The run told to stop that has not answered yet. */
  let stopping = 0;
  let waiting: { request: Request; deaths: number } | null = null;
  let paused = false;
  /** Paused with a frame delivered: the generator rests. */
  let resting = false;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

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
    const old = port;
    port = null;
    ready = false;
    stopping = 0;
    resting = false;
    old?.terminate();
  }

  function unavailable(next: ClientStatus): void {
    close();
    current = null;
    waiting = null;
    way = 0;
    notify(next);
  }

  /** Start what waits. A worker that is still loading begins with it when it is ready. */
  function advance(): void {
    if (!port || !waiting) return;
    current = { run: ++runs, ...waiting, begun: now() };
    waiting = null;
    resting = false;
    notify({ phase: "running", since: current.begun });
    port.post({ type: "start", run: current.run, request: current.request });
    if (stopping > 0) watch(limits.stop, replace);
    else if (ready) expect();
  }

  /** The worker has something to do: it must be heard of. */
  function expect(): void {
    watch(limits.silence, () => died(""));
  }

  function pull(): void {
    if (!current || !port) return;
    resting = false;
    port.post({ type: "next", run: current.run });
    expect();
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
      case "done":
      case "refused":
        if (message.run === stopping) {
          stopping = 0;
          clearTimeout(watchdog);
          if (current) expect();
          return;
        }
        if (message.run !== current?.run) return;
        current = null;
        clearTimeout(watchdog);
        if (waiting) advance();
        else notify(message.type === "done" ? { phase: "idle" } : { phase: "refused", message: message.message });
    }
  }

  function receiveFrame(frame: Frame, job: Job<Request>): void {
    clearTimeout(watchdog);
    // Keep the worker busy while the page draws. Starting the next request ends the present run over there.
    if (waiting && (paused || now() - job.begun >= limits.patience)) advance();
    else if (!paused) pull();
    else {
      resting = true;
      notify({ phase: "idle" });
    }
    if (waiting) hurry();
    for (const listener of [...frameListeners]) listener(frame, job.request);
  }

  /** A newer request waits for a run: bound how long. */
  function hurry(): void {
    watch(limits.patience + limits.stop, replace);
  }

  /** Give up on a worker that will not stop: not a failure, the user asked for something else. */
  function replace(): void {
    // What was asked after the stop has not begun over there: it is asked again.
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
      if (victim.deaths === 0) waiting = { request: victim.request, deaths: 1 };
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
      if (!port) open();
    },
    solve(request) {
      const first = waiting === null;
      waiting = { request, deaths: 0 };
      if (!port) open();
      if (!current || resting) advance();
      else if (first && ready) hurry();
    },
    cancel() {
      waiting = null;
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
      resting = false;
      if (status.phase === "running") notify({ phase: "idle" });
    },
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
      if (resting && current) {
        notify({ phase: "running", since: now() });
        pull();
      }
    },
    step() {
      if (resting) pull();
    },
    onframe: (listener) => void frameListeners.add(listener),
    onstatus: (listener) => void statusListeners.add(listener),
    dispose() {
      close();
      current = null;
      waiting = null;
      frameListeners.clear();
      statusListeners.clear();
    },
  };
}
