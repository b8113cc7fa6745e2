// A training of any lab, with a trainer made for the test: its worker's half, what the page keeps, and both ends together where the
// worker ends because it has nothing to do.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { createClient } from "../../web/host/client.ts";
import { createEngine } from "../../web/host/engine.ts";
import type { Client, ClientStatus, Pull } from "../../web/host/lab.ts";
import type { FromWorker, OpenPort } from "../../web/host/protocol.ts";
import { dotsOf, lossChart } from "../../web/kit/charts/loss-chart.ts";
import { createNetworkLoader, lossesCsv } from "../../web/kit/training/files.ts";
import type { TrainingFrame, TrainingRequest, TrainingTypes, TrainingView } from "../../web/kit/training/frames.ts";
import { createTraining, sameTraining, type Training, withFrame } from "../../web/kit/training/training.ts";
import { type Trainer, train } from "../../web/kit/training/worker.ts";

interface Request extends TrainingRequest {
  readonly task: "count";
  readonly trainers: readonly ("one" | "two")[];
  readonly rate: number;
}

interface Types extends TrainingTypes {
  readonly request: Request;
  readonly now: number;
  readonly view: { readonly place: number };
  readonly shown: number;
  readonly whole: string;
  readonly reference: number;
}
type View = TrainingView<Types>;

const REQUEST: Request = { task: "count", trainers: ["one"], rate: 3, steps: 60, every: 5, saved: null };

/** Each step changes one number, which decides the next loss: whoever goes on from another number is found out. */
class Counter implements Trainer {
  static alive = 0;
  private state: { steps: number; value: number };
  private readonly rate: number;
  constructor(rate: number, saved: Uint8Array | undefined) {
    this.rate = rate;
    const [steps, value] = saved ? new Float64Array(saved.slice().buffer) : [0, 1];
    this.state = { steps: steps ?? 0, value: value ?? 1 };
    Counter.alive += 1;
  }
  steps() {
    return this.state.steps;
  }
  advance(steps: number) {
    return Float64Array.from({ length: steps }, () => {
      const { steps: done, value } = this.state;
      this.state = { steps: done + 1, value: (value * this.rate + 0.1) % 1 };
      return this.state.value;
    });
  }
  get value() {
    return this.state.value;
  }
  network() {
    return Uint8Array.of(this.state.steps);
  }
  save() {
    return new Uint8Array(Float64Array.of(this.state.steps, this.state.value).buffer);
  }
  delete() {
    Counter.alive -= 1;
  }
}

function work(request: Request, view?: View) {
  return train<Types, Counter>(request, view, {
    make: (name, saved) => new Counter(name === "two" ? request.rate + 1 : request.rate, saved),
    reference: () => 0.5,
    now: (trainer) => trainer.value,
    shown: (trainer, { place }) => trainer.value + place,
    whole: (_, network) => `whole ${network[0]}`,
  });
}

beforeEach(() => {
  Counter.alive = 0;
});

describe("the worker's half", () => {
  const pull = (advance: boolean, view?: View): Pull<View> => ({ advance, view });
  const view = (place: number, complete = false): View => ({ own: { place }, complete });

  test("a first frame before any step, then one every so many; whole ones now and then and at the end", () => {
    const frames = work({ ...REQUEST, steps: 33 });
    const seen: [number, number, boolean, boolean][] = [];
    for (let next = frames.next(pull(true)); next.value; next = frames.next(pull(true))) {
      const { steps, trainers, reference } = next.value;
      seen.push([steps, trainers[0]?.losses.length ?? -1, reference !== null, trainers[0]?.whole !== null]);
    }
    expect(seen).toEqual([
      [0, 0, true, true],
      [5, 5, false, true],
      [10, 5, false, false],
      [15, 5, false, false],
      [20, 5, false, false],
      [25, 5, false, true],
      [30, 5, false, false],
      [33, 3, false, true],
    ]);
    frames.return();
    expect(Counter.alive).toBe(0);
  });

  test("a new view is shown without a step, during the work and after it", () => {
    const frames = work({ ...REQUEST, steps: 5 }, view(10));
    const at = (next: IteratorResult<TrainingFrame<Types> | null, void>) => {
      if (!next.value) return next.value;
      const [{ shown, now, whole } = { shown: null, now: null, whole: null }] = next.value.trainers;
      return [next.value.steps, shown, now !== null, whole !== null];
    };
    expect(at(frames.next(pull(true)))).toEqual([0, 11, true, true]);
    expect(at(frames.next(pull(false, view(20))))).toEqual([0, 21, false, false]);
    expect(at(frames.next(pull(true, view(20))))?.[0]).toBe(5);
    expect(at(frames.next(pull(true, view(20))))).toBeNull();
    const last = at(frames.next(pull(false, view(30))));
    expect([last?.[0], last?.[2], last?.[3]]).toEqual([5, false, false]);
    expect(at(frames.next(pull(true, view(30))))).toBeNull();
    expect(Counter.alive).toBe(1);
  });

  test("a whole frame is sent when it is asked for, once for each step", () => {
    const frames = work(REQUEST);
    const whole = (p: Pull<View>) => (frames.next(p).value as TrainingFrame<Types>).trainers[0]?.whole?.own ?? null;
    for (const _ of [0, 5, 10]) whole(pull(true));
    expect(whole(pull(false, view(0)))).toBeNull();
    expect(whole(pull(false, view(0, true)))).toBe("whole 10");
    expect(whole(pull(false, view(1, true)))).toBeNull();
    expect(whole(pull(true, view(1, true)))).toBe("whole 15");
  });

  test("what goes on from a saved state takes the steps that it would have taken", () => {
    const all = (request: Request) => {
      const losses: number[] = [];
      let saved: Uint8Array | null = null;
      const frames = work(request);
      for (let next = frames.next(pull(true)); next.value; next = frames.next(pull(true))) {
        losses.push(...(next.value.trainers[0]?.losses ?? []));
        saved = next.value.trainers[0]?.whole?.saved ?? saved;
      }
      return { losses, saved: saved as Uint8Array };
    };
    const half = all({ ...REQUEST, steps: 30 });
    const rest = all({ ...REQUEST, saved: [half.saved] });
    expect([...half.losses, ...rest.losses]).toEqual(all(REQUEST).losses);
  });

  test("trainers of a race take turns, and all are freed when one cannot be made", () => {
    const frames = work({ ...REQUEST, trainers: ["one", "two"] });
    frames.next(pull(true));
    const { value } = frames.next(pull(true));
    expect(value?.trainers.map(({ losses }) => losses.length)).toEqual([5, 5]);
    expect(value?.trainers[0]?.losses).not.toEqual(value?.trainers[1]?.losses);
    frames.return();
    const bad = train<Types, Counter>({ ...REQUEST, trainers: ["one", "two"] }, undefined, {
      make: (name, saved) => {
        if (name === "two") throw new Error("no");
        return new Counter(3, saved);
      },
      ...{ reference: () => 0, now: () => 0, shown: () => 0, whole: () => "" },
    });
    expect(() => bad.next(pull(true))).toThrow("no");
    expect(Counter.alive).toBe(0);
  });
});

/** A frame of one trainer, all of whose numbers are its steps. */
function frame(steps: number, since: number, whole = true, first = steps === since): TrainingFrame<Types> {
  const losses = new Float64Array(steps - since).fill(steps);
  const bytes = Uint8Array.of(steps);
  return {
    ...{ task: "count", steps, reference: first ? 0.5 : null },
    trainers: [
      {
        ...{ losses, mean: steps, now: first || steps > since ? steps : null, shown: null },
        whole: whole ? { network: bytes, saved: bytes, own: `whole ${steps}` } : null,
      },
    ],
  };
}

describe("frames add up", () => {
  const added = (...frames: TrainingFrame<Types>[]) =>
    frames.reduce<ReturnType<typeof withFrame<Types>>>((histories, each) => withFrame(histories, ["one"], each), [])[0];

  test("losses of every step, means of every frame, the newest of the rest", () => {
    expect(added(frame(0, 0), frame(2, 0), frame(4, 2, false))).toMatchObject({
      ...{ name: "one", losses: [2, 2, 4, 4], steps: [2, 4], means: [2, 4], now: 4, wholeAt: 2 },
      whole: { own: "whole 2" },
    });
  });

  test("a frame without steps adds nothing but what it shows", () => {
    const { losses, steps, now } = added(frame(0, 0), frame(2, 0), frame(2, 2, false, false)) as never;
    expect({ losses, steps, now }).toEqual({ losses: [2, 2], steps: [2], now: 2 });
  });

  test("what is begun again replaces what was", () => {
    expect(added(frame(0, 0), frame(2, 0), frame(0, 0))).toMatchObject({ losses: [], steps: [], means: [] });
  });

  test("what goes on from a saved state keeps what led to it, and no more", () => {
    const history = added(frame(0, 0), frame(2, 0), frame(4, 2), frame(2, 2));
    expect(history).toMatchObject({ losses: [2, 2], steps: [2], means: [2], wholeAt: 2 });
  });
});

/** A client whose other end is the test. */
function fakeClient() {
  const solved: Request[] = [];
  const done: string[] = [];
  const views: View[] = [];
  let onframe: (frame: TrainingFrame<Types>, request: Request, view: View | undefined) => void = () => undefined;
  let onstatus: (status: ClientStatus) => void = () => undefined;
  let resumed: (request: Request) => Request | null = () => null;
  let status: ClientStatus = { phase: "idle" };
  const client: Client<Request, TrainingFrame<Types>, View> = {
    solve: (request) => void solved.push(request),
    cancel: () => void done.push("cancel"),
    pause: () => void done.push("pause"),
    resume: () => void done.push("resume"),
    step: () => void done.push("step"),
    show: (view) => void views.push(view),
    resumeFrom: (make) => {
      resumed = make;
    },
    onframe: (listener) => {
      onframe = listener;
    },
    onstatus: (listener) => {
      onstatus = listener;
    },
    get status() {
      return status;
    },
    dispose: () => undefined,
  };
  return {
    ...{ client, solved, done, views },
    resumed: () => resumed(solved.at(-1) as Request),
    say(next: ClientStatus) {
      status = next;
      onstatus(next);
    },
    give: (value: TrainingFrame<Types>, view = views.at(-1)) => onframe(value, solved.at(-1) as Request, view),
  };
}

describe("a training in the page", () => {
  const short = { ...REQUEST, steps: 4 };

  test("the length alone makes no other training", () => {
    expect(sameTraining({ ...short, steps: 9, saved: [Uint8Array.of(1)] }, short)).toBe(true);
    expect(sameTraining({ ...short, rate: 2 } as Request, short)).toBe(false);
    expect(sameTraining({ ...short, trainers: ["one", "two"] }, short)).toBe(false);
  });

  test("runs, rests and ends; its network is there from the first whole frame with steps on", () => {
    const { client, say, give, done } = fakeClient();
    const training = createTraining<Types>(client);
    expect(training.phase.kind).toBe("untrained");
    training.start(short);
    say({ phase: "running", since: 0 });
    give(frame(0, 0));
    expect([training.phase.kind, training.network, training.reference]).toEqual(["running", null, 0.5]);
    training.pause();
    expect(training.phase.kind).toBe("pausing");
    give(frame(2, 0));
    say({ phase: "idle" });
    expect([training.phase.kind, training.network?.on?.steps]).toEqual(["paused", 2]);
    training.step();
    expect(done.at(-1)).toBe("step");
    give(frame(4, 2));
    say({ phase: "idle" });
    expect(training.phase.kind).toBe("finished");
    training.step();
    expect(done.filter((what) => what === "step")).toHaveLength(1);
  });

  test("goes on from its last saved state", () => {
    const { client, solved, say, give } = fakeClient();
    const training = createTraining<Types>(client);
    training.start(short);
    give(frame(0, 0));
    give(frame(4, 0));
    say({ phase: "idle" });
    const { network } = training;
    training.extend(3);
    expect(solved).toHaveLength(1);
    training.extend(8);
    expect(solved[1]).toMatchObject({ steps: 8, saved: [Uint8Array.of(4)] });
    give(frame(4, 4));
    expect(training.histories[0]?.losses).toHaveLength(4);
    // The network is the one that is known already: nobody needs to take it once more.
    expect(training.network).toBe(network);
  });

  test("is refused with the solver's words, and can be started again", () => {
    const { client, say } = fakeClient();
    const training = createTraining<Types>(client);
    training.start(short);
    say({ phase: "refused", message: "no" });
    expect(training.phase).toEqual({ kind: "refused", message: "no" });
    training.start(short);
    say({ phase: "running", since: 0 });
    expect(training.phase.kind).toBe("running");
  });

  test("reset forgets the run and its network, not one from a file", () => {
    const { client, give } = fakeClient();
    const training = createTraining<Types>(client);
    training.start(short);
    give(frame(0, 0));
    give(frame(2, 0));
    expect(training.network?.bytes).toEqual(Uint8Array.of(2));
    training.reset();
    expect([training.network, training.steps, training.histories.length, training.request]).toEqual([null, 0, 0, null]);
    training.adopt(Uint8Array.of(1), "a.bin");
    training.reset();
    expect(training.network?.name).toBe("a.bin");
  });

  test("whole frames are wanted at rest, and while it runs only when somebody needs one", async () => {
    const { client, say, give, views } = fakeClient();
    const training = createTraining<Types>(client);
    training.show({ place: 1 });
    training.start(REQUEST);
    say({ phase: "running", since: 0 });
    give(frame(0, 0));
    give(frame(5, 0, false));
    expect(views.at(-1)).toEqual({ own: { place: 1 }, complete: false });
    let done = false;
    const complete = training.complete().then(() => {
      done = true;
    });
    expect(views.at(-1)?.complete).toBe(true);
    give(frame(10, 5, false));
    await Promise.resolve();
    expect(done).toBe(false);
    give(frame(15, 10));
    await complete;
    expect([training.network?.on?.steps, views.at(-1)?.complete]).toEqual([15, false]);
    training.pause();
    expect(views.at(-1)).toEqual({ own: { place: 1 }, complete: true });
    training.show({ place: 2 });
    expect(views.at(-1)).toEqual({ own: { place: 2 }, complete: true });
    training.resume();
    expect(views.at(-1)?.complete).toBe(false);
  });

  test("whoever waits for a network that will not come is let go", async () => {
    const { client, say, give } = fakeClient();
    const training = createTraining<Types>(client);
    training.start(REQUEST);
    say({ phase: "running", since: 0 });
    give(frame(0, 0));
    give(frame(5, 0, false));
    const complete = training.complete();
    training.reset();
    await complete;
    expect(training.network).toBeNull();
  });

  test("can be begun again only where it stands, unless it has crashed", () => {
    const { client, say, give, resumed } = fakeClient();
    const training = createTraining<Types>(client);
    training.start(REQUEST);
    say({ phase: "running", since: 0 });
    expect(resumed()).toBeNull();
    give(frame(0, 0));
    give(frame(5, 0));
    give(frame(10, 5, false));
    training.pause();
    say({ phase: "idle" });
    expect(resumed()).toBeNull();
    give(frame(10, 10, true, false));
    expect(resumed()?.saved).toEqual([Uint8Array.of(10)]);
    const other = fakeClient();
    const running = createTraining<Types>(other.client);
    running.start(REQUEST);
    other.say({ phase: "running", since: 0 });
    for (const each of [frame(0, 0), frame(5, 0), frame(10, 5, false)]) other.give(each);
    expect(other.resumed()?.saved).toEqual([Uint8Array.of(5)]);
  });
});

describe("both ends", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** A training whose workers are engines on this thread. */
  function setUp() {
    const workers: { alive: boolean }[] = [];
    const open: OpenPort = (_, onmessage) => {
      const worker = { alive: true };
      workers.push(worker);
      const handle = createEngine({
        lab: "t",
        wasm: null,
        load: async () => ({}) as Proofground,
        solver: async () => (_pg, request, view) => work(request as Request, view as View | undefined) as never,
        post: (message: FromWorker) => void setTimeout(() => worker.alive && onmessage(message), 1),
      });
      return {
        post: (message) => void setTimeout(() => worker.alive && handle(structuredClone(message)), 1),
        terminate() {
          worker.alive = false;
        },
      };
    };
    const client = createClient<Request, TrainingFrame<Types>, View>({
      lab: { id: "t", part: "t" },
      ports: [open],
      now: () => Date.now(),
    });
    return { training: createTraining<Types>(client), workers };
  }

  const until = async (condition: () => boolean) => {
    for (let k = 0; k < 1000 && !condition(); ++k) await vi.advanceTimersByTimeAsync(1);
    expect(condition()).toBe(true);
  };
  const idle = () => vi.advanceTimersByTimeAsync(11_000);

  async function losses(disturb: (training: Training<Types>, workers: readonly { alive: boolean }[]) => Promise<void>) {
    const { training, workers } = setUp();
    training.show({ place: 100 });
    training.start({ ...REQUEST, trainers: ["one", "two"] });
    await disturb(training, workers);
    await until(() => training.phase.kind === "finished");
    return training.histories.map(({ losses: of, steps, now }) => ({ losses: of, steps, now }));
  }

  test("a paused training goes on bit for bit when its worker has ended meanwhile", async () => {
    const undisturbed = await losses(async () => undefined);
    expect(undisturbed[0]?.losses).toHaveLength(60);
    const disturbed = await losses(async (training, workers) => {
      await until(() => training.steps >= 15);
      training.pause();
      await until(() => training.phase.kind === "paused");
      await idle();
      expect(workers.map(({ alive }) => alive)).toEqual([false]);
      const { steps } = training;
      // Another view is shown by a new worker, and nothing is trained.
      training.show({ place: 7 });
      await until(() => (training.view as { place: number }).place === 7);
      expect([training.steps, training.phase.kind, workers.length]).toEqual([steps, "paused", 2]);
      const [first] = training.histories;
      expect(first?.shown).toBe((first?.now ?? 0) + 7);
      await idle();
      training.step();
      await until(() => training.steps > steps);
      expect([training.steps, training.phase.kind]).toEqual([steps + 5, "paused"]);
      await idle();
      training.resume();
    });
    expect(disturbed).toEqual(undisturbed);
  });

  test("a finished training shows other views, and goes on, after its worker has ended", async () => {
    const { training, workers } = setUp();
    training.start({ ...REQUEST, steps: 30 });
    await until(() => training.phase.kind === "finished");
    const { network } = training;
    await idle();
    expect(workers.map(({ alive }) => alive)).toEqual([false]);
    training.show({ place: 3 });
    await until(() => training.view?.place === 3);
    expect([training.phase.kind, training.steps, training.network]).toEqual(["finished", 30, network]);
    await idle();
    training.extend(60);
    await until(() => training.steps === 60);
    const whole = await losses(async () => undefined);
    expect(training.histories[0]?.losses).toEqual(whole[0]?.losses);
    await idle();
    expect(workers.every(({ alive }) => !alive)).toBe(true);
  });
});

describe("files", () => {
  const words = { loaded: "loaded {name}", loadRefused: "{name}: {message}", readFailed: "unread {name}" };
  const fileOf = (bytes: readonly number[]) => Object.assign(new Blob([Uint8Array.from(bytes)]), { name: "a.bin" });
  function setUp() {
    const training = createTraining<Types>(fakeClient().client);
    const said: string[] = [];
    let changes = 0;
    const loader = createNetworkLoader(
      training,
      words,
      (text) => said.push(text),
      () => {
        changes += 1;
      },
    );
    return { training, loader, said, changes: () => changes };
  }

  test("a network is the training's only when the solver has read it", async () => {
    const { training, loader, said, changes } = setUp();
    await loader.load(fileOf([1, 2]));
    expect([loader.candidate?.name, training.network, changes()]).toEqual(["a.bin", null, 1]);
    expect(loader.accept(Uint8Array.of(1, 2))).toBe(false);
    expect(loader.accept(loader.candidate?.bytes as Uint8Array)).toBe(true);
    expect(training.network).toMatchObject({ name: "a.bin", on: null, bytes: Uint8Array.of(1, 2) });
    expect([loader.candidate, said]).toEqual([null, ["loaded a.bin"]]);
  });

  test("one that is refused changes nothing", async () => {
    const { training, loader, said } = setUp();
    training.adopt(Uint8Array.of(9), "before.bin");
    await loader.load(fileOf([1]));
    loader.refuse("damaged");
    expect([loader.candidate, training.network?.name, said]).toEqual([null, "before.bin", ["a.bin: damaged"]]);
    loader.refuse("again");
    expect(said).toHaveLength(1);
  });

  test("losses are one column for each trainer", () => {
    const { client, give } = fakeClient();
    const training = createTraining<Types>(client);
    training.start(REQUEST);
    give(frame(0, 0));
    give(frame(2, 0));
    expect(lossesCsv(training, ["step", "loss"]).trim().split(/\r?\n/)).toEqual(["step,loss", "1,2", "2,2"]);
  });
});

test("dots are as many as can be drawn, and evenly chosen", () => {
  expect(dotsOf([3, 4, 5])).toEqual([1, 3, 2, 4, 3, 5]);
  const dots = dotsOf(
    Array.from({ length: 10_000 }, (_, k) => k),
    100,
  );
  expect(dots).toHaveLength(200);
  expect(dots.slice(-2)).toEqual([9901, 9900]);
});

test("the loss chart holds every mean and the level, and names each line", () => {
  const look = { colour: "above", dash: [] } as const;
  const line = (text: string, means: number[]) => ({ look, text, losses: means, steps: [1, 2], means });
  const chart = lossChart({
    ...{ title: "t", steps: "s", loss: "l", target: 9, lines: [line("a", [2, 40]), line("b", [0.5, 0.02])] },
    level: { value: 0.01, look },
  });
  expect(chart.items.map(({ text }) => text)).toEqual(["a", "b"]);
  expect(chart.x.domain).toEqual([0, 9]);
  expect(chart.y.domain[0]).toBeLessThan(0.01);
  expect(chart.y.domain[1]).toBeGreaterThan(40);
});
