// The worker's half of the stage.
import type { Proofground, ScheduleSpec, Trainer } from "../../../../../wasm/lib/types.ts";
import { cloudOf } from "../../worker-data.ts";
import type { LossName } from "./fields.ts";
import type {
  ArrowGrid,
  GroundFrame,
  GroundQuestion,
  LookFrame,
  LookQuestion,
  RunFrame,
  TrainFrame,
  TrainQuestion,
} from "./request.ts";

/** Draws for the error at each step, and points times draws for its floor, which is found once. */
const DRAWS = { error: 128, floor: 4000, work: 5e6 } as const;
/** Particles that show what a network has learnt, the steps they take, and how many frames pass between two such pictures. */
const SAMPLES = { count: 1000, steps: 20, frames: 4 } as const;
/** Places of the density map to a side. */
const MAP = 96;
/** Data points that are drawn: more are a blot. */
const POINTS = 1000;

const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Particles of a network, on their way without noise. */
function samplesOf(pg: Proofground, schedule: ScheduleSpec, network: Uint8Array, seed: number): Float64Array {
  const T = pg.diffusion.schedule(schedule).beta.length;
  const sampler = pg.diffusion.sample({
    ...{ schedule, eps: { kind: "network", network }, count: SAMPLES.count, d: 2, seed },
    method: { kind: "ddim", eta: 0, steps: Math.min(T, SAMPLES.steps) },
  });
  try {
    sampler.advance(sampler.total());
    return sampler.x();
  } finally {
    sampler.delete();
  }
}

/** Training, a frame every so many steps: the first before any of them. */
export function* train(pg: Proofground, question: TrainQuestion): Generator<TrainFrame, void, unknown> {
  const { schedule, shape, batch, learningRate, emaDecay, asPrinted, seed, steps, every, at, saved } = question;
  const data = cloudOf(pg, question.data);
  const runs: { loss: LossName; trainer: Trainer }[] = [];
  try {
    question.losses.forEach((loss, k) => {
      const request = { data, schedule, shape, batch, learningRate, emaDecay, loss, asPrinted, seed };
      runs.push({ loss, trainer: pg.diffusion.train(request, saved?.[k]) });
    });
    const draws = Math.max(50, Math.min(DRAWS.floor, Math.floor((DRAWS.work * 2) / (data.points.length * at.length))));
    const { floor, error } = pg.diffusion.floor({ data, schedule, at, draws, seed });
    const [{ trainer: first }] = runs as [(typeof runs)[0]];
    yield {
      task: "train",
      steps: first.steps(),
      floor: { floor, error, mean: meanOf(floor) },
      runs: runs.map((run) => frameOf(run, new Float64Array(), true)),
    };
    for (let frame = 1; first.steps() < steps; ++frame) {
      const next = Math.min(every, steps - first.steps());
      const losses = runs.map(({ trainer }) => trainer.advance(next));
      const whole = frame % SAMPLES.frames === 0 || first.steps() >= steps;
      yield {
        ...{ task: "train", steps: first.steps(), floor: null },
        runs: runs.map((run, k) => frameOf(run, losses[k] as Float64Array, whole)),
      };
    }
  } finally {
    for (const { trainer } of runs) trainer.delete();
  }

  function frameOf({ loss, trainer }: (typeof runs)[0], losses: Float64Array, whole: boolean): RunFrame {
    const errors = trainer.errors(at, DRAWS.error);
    const network = trainer.network();
    return {
      ...{ loss, losses, mean: meanOf(losses), errors, meanError: meanOf(errors), network },
      samples: whole ? samplesOf(pg, schedule, network, seed) : null,
      saved: whole ? trainer.save() : null,
    };
  }
}

function placesOf({ window: { x0, x1, y0, y1 }, columns, rows }: ArrowGrid): Float64Array {
  const x = new Float64Array(2 * columns * rows);
  for (let row = 0; row < rows; ++row) {
    for (let column = 0; column < columns; ++column) {
      const k = 2 * (row * columns + column);
      x[k] = x0 + ((column + 0.5) / columns) * (x1 - x0);
      x[k + 1] = y0 + ((row + 0.5) / rows) * (y1 - y0);
    }
  }
  return x;
}

/** The direction of the score: the noise, away. */
const away = (eps: Float64Array) => eps.map((value) => -value);

export function ground(pg: Proofground, { data: wish, schedule, t, grid }: GroundQuestion): GroundFrame {
  const data = cloudOf(pg, wish);
  const window = { ...grid.window, width: MAP, height: MAP };
  const x = placesOf(grid);
  return {
    ...{ task: "train-ground", t, x },
    map: { values: pg.diffusion.density({ data, schedule, t, window }), window },
    arrows: away(pg.diffusion.oracle({ data, schedule, t, x }).eps),
    points: Float64Array.from(data.points).slice(0, 2 * POINTS),
  };
}

export function look(pg: Proofground, { schedule, t, grid, networks, samples, seed }: LookQuestion): LookFrame {
  const x = placesOf(grid);
  const [first] = networks;
  return {
    task: "train-look",
    arrows: networks.map((network) =>
      away(pg.diffusion.eps({ eps: { kind: "network", network }, schedule, x, d: 2, t })),
    ),
    samples: samples && first ? samplesOf(pg, schedule, first, seed) : null,
  };
}
