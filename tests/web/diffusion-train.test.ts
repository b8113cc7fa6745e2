// Training as the page keeps it: what is asked, what makes a new run, how frames add up, what is drawn of them.
import { describe, expect, test } from "vitest";
import type { Client, ClientStatus } from "../../web/host/lab.ts";
import { ticksWithin } from "../../web/kit/charts/chart-row.ts";
import { createTraining, grown, sameTraining } from "../../web/kit/training/training.ts";
import model from "../../web/labs/diffusion/model.ts";
import type { DiffusionFrame, DiffusionRequest } from "../../web/labs/diffusion/requests.ts";
import { dotsOf } from "../../web/labs/diffusion/stages/train/charts.ts";
import { placesOf, type TrainFrame, trainQuestion } from "../../web/labs/diffusion/stages/train/request.ts";
import { viewExtent } from "../../web/labs/diffusion/view-extent.ts";
import { columnsOf } from "../../web/plot/panels.ts";

const state = model.initial();
const question = () => {
  const asked = trainQuestion(state);
  if (asked === null) throw new Error("nothing is asked");
  return asked;
};

/** A frame of one run, all of whose numbers are its steps. */
function frame(steps: number, since: number, change: Partial<TrainFrame> = {}): TrainFrame {
  const bytes = Uint8Array.of(steps % 256);
  const values = new Float64Array(steps - since).fill(steps);
  const run = {
    loss: "simple",
    losses: values,
    mean: steps,
    errors: Float64Array.of(steps),
    meanError: steps,
  } as const;
  const floor = since === steps ? { floor: Float64Array.of(0.5), error: Float64Array.of(0), mean: 0.5 } : null;
  return {
    task: "train",
    steps,
    floor,
    runs: [{ ...run, network: bytes, samples: bytes.length ? Float64Array.of(steps, 0) : null, saved: bytes }],
    ...change,
  };
}

describe("the question", () => {
  test("holds everything, and both losses in a race", () => {
    expect(question()).toMatchObject({
      losses: ["simple"],
      shape: { d: 2, features: 32, width: state.width },
      saved: null,
    });
    expect(trainQuestion({ ...state, race: true, loss: "elbo" })?.losses).toEqual(["simple", "elbo"]);
    expect(trainQuestion({ ...state, dataset: "own", points: [] })).toBeNull();
  });

  test("every hyperparameter makes another run; the step on show and the length do not", () => {
    const changes = [{ width: 32 }, { depth: 2 }, { frequencies: 8 }, { embedding: "fourier" as const }, { batch: 64 }, { learningRate: 0.01 }, { emaDecay: 0 }, { loss: "elbo" as const }, { race: true }, { asPrinted: true }, { seed: 2 }, { n: 10 }, { T: 50 }, { spread: 0.1 }]; // biome-ignore format: a list
    for (const change of changes) {
      const other = trainQuestion({ ...state, ...change });
      expect(other && sameTraining(other, question()), JSON.stringify(change)).toBe(false);
    }
    for (const change of [{ t: 7 }, { trainSteps: 9000 }]) {
      const other = trainQuestion({ ...state, ...change });
      expect(other && sameTraining(other, question()), JSON.stringify(change)).toBe(true);
    }
  });

  test("a frame of a large network is of fewer steps, and always of one", () => {
    const every = (change: Partial<typeof state>) => trainQuestion({ ...state, ...change })?.every ?? 0;
    expect(every({})).toBe(50);
    expect(every({ width: 256, depth: 6, batch: 1024 })).toBeLessThan(5);
    expect(every({ width: 256, depth: 6, batch: 1024, race: true })).toBeGreaterThanOrEqual(1);
  });

  test("errors are looked at along the whole chain", () => {
    expect(placesOf(5)).toEqual([1, 2, 3, 4, 5]);
    for (const T of [33, 200, 1000]) {
      const at = placesOf(T);
      expect([at[0], at.at(-1), new Set(at).size]).toEqual([1, T, 32]);
    }
  });
});

describe("frames add up", () => {
  test("losses of every step, means of every frame, the newest of the rest", () => {
    let courses = grown([], frame(0, 0));
    courses = grown(courses, frame(2, 0));
    courses = grown(courses, frame(4, 2));
    expect(courses[0]).toMatchObject({ losses: [2, 2, 4, 4], steps: [2, 4], means: [2, 4], meanError: 4, savedAt: 4 });
  });

  test("what is begun again replaces what was", () => {
    let courses = grown(grown([], frame(0, 0)), frame(2, 0));
    courses = grown(courses, frame(0, 0));
    expect(courses[0]).toMatchObject({ losses: [], steps: [], means: [] });
  });

  test("what goes on from a saved state keeps what led to it, and no more", () => {
    const courses = grown(grown(grown([], frame(0, 0)), frame(2, 0)), frame(4, 2));
    expect(grown(courses, frame(2, 2))[0]).toMatchObject({ losses: [2, 2], steps: [2], means: [2] });
  });
});

/** A wire whose other end is the test. */
function wire() {
  const asked: DiffusionRequest[] = [];
  const done: string[] = [];
  let [onframe, onstatus]: [
    (frame: DiffusionFrame, request: DiffusionRequest) => void,
    (status: ClientStatus) => void,
  ] = [() => undefined, () => undefined];
  let status: ClientStatus = { phase: "idle" };
  const client: Client<DiffusionRequest, DiffusionFrame> = {
    solve: (request) => void asked.push(request),
    cancel: () => void done.push("cancel"),
    pause: () => void done.push("pause"),
    resume: () => void done.push("resume"),
    step: () => void done.push("step"),
    show: () => undefined,
    resumeFrom: () => undefined,
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
    client,
    asked,
    done,
    say(next: ClientStatus) {
      status = next;
      onstatus(next);
    },
    frame: (value: TrainFrame) => onframe(value, asked.at(-1) as DiffusionRequest),
  };
}

describe("a run", () => {
  const short = { ...question(), steps: 4 };

  test("runs, rests and ends; its network is there from the first steps on", () => {
    const { client, say, frame: give, done } = wire();
    const training = createTraining(client);
    expect(training.phase.kind).toBe("untrained");
    training.start(short);
    say({ phase: "running", since: 0 });
    give(frame(0, 0));
    expect([training.phase.kind, training.network, training.floor?.mean]).toEqual(["running", null, 0.5]);
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
    const { client, asked, say, frame: give } = wire();
    const training = createTraining(client);
    training.start(short);
    give(frame(0, 0));
    give(frame(4, 0));
    say({ phase: "idle" });
    training.extend(3);
    expect(asked).toHaveLength(1);
    training.extend(8);
    expect(asked[1]).toMatchObject({ steps: 8, saved: [Uint8Array.of(4)] });
    expect(training.courses[0]?.losses).toHaveLength(4);
  });

  test("is refused with the solver's words, and can be started again", () => {
    const { client, say } = wire();
    const training = createTraining(client);
    training.start(short);
    say({ phase: "refused", message: "no" });
    expect(training.phase).toEqual({ kind: "refused", message: "no" });
    training.start(short);
    say({ phase: "running", since: 0 });
    expect(training.phase.kind).toBe("running");
  });

  test("reset forgets the run and its network, not one from a file", () => {
    const { client, frame: give } = wire();
    const training = createTraining(client);
    training.start(short);
    give(frame(2, 0));
    training.reset();
    expect([training.network, training.steps, training.courses.length, training.question]).toEqual([null, 0, 0, null]);
    training.adopt(Uint8Array.of(1), "a.bin");
    training.reset();
    expect(training.network?.name).toBe("a.bin");
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

test("panels are laid out as the largest squares", () => {
  expect(columnsOf(2, { width: 1000, height: 480 })).toBe(2);
  expect(columnsOf(2, { width: 366, height: 560 })).toBe(1);
  expect(columnsOf(3, { width: 1000, height: 480 })).toBe(3);
});

test("what is shown holds the prior and the user's own points", () => {
  expect(viewExtent({ dataset: "moons", points: [] })).toBe(3);
  expect(viewExtent({ dataset: "own", points: [0, -8] })).toBe(9);
});

test("ticks of 1, 2 and 5", () => {
  expect(ticksWithin([0.001, 0.03])).toEqual([0.001, 0.002, 0.005, 0.01, 0.02]);
});
