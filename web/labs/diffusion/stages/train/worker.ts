// The worker's half of the stage.
import type { Proofground, ScheduleSpec, Trainer } from "../../../../../wasm/lib/types.ts";
import type { Pull } from "../../../../host/lab.ts";
import { train as trainInTurn } from "../../../../kit/training/worker.ts";
import { cloudOf } from "../../cloud.ts";
import type {
  ArrowGrid,
  BayesError,
  ExactFieldFrame,
  ExactFieldRequest,
  FileFieldFrame,
  FileFieldRequest,
  TrainFrame,
  TrainRequest,
  TrainTypes,
  TrainView,
} from "./request.ts";

/** Draws for the error at each step, and points times draws for the Bayes error, which is found once. */
const DRAWS = { error: 128, bayes: 4000, work: 5e6 } as const;
/** Particles that show what a network has learnt, and the steps they take. */
const SAMPLES = { count: 1000, steps: 20 } as const;
/** Places of the density map to a side. */
const MAP = 96;
/** Data points that are drawn: more are a blot. */
const POINTS = 1000;

const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Particles of a network, moved without noise. */
function samplesOf(pg: Proofground, schedule: ScheduleSpec, network: Uint8Array, seed: number): Float64Array {
  const sampler = pg.diffusion.sample({
    ...{ schedule, eps: { kind: "network", network }, count: SAMPLES.count, d: 2, seed },
    method: { kind: "ddim", eta: 0, steps: Math.min(lengthOf(schedule), SAMPLES.steps) },
  });
  try {
    sampler.advance(sampler.total());
    return sampler.x();
  } finally {
    sampler.delete();
  }
}

/** T of a chain. */
const lengthOf = (schedule: ScheduleSpec) => (schedule.kind === "own" ? schedule.betas.length : schedule.T);

/** The direction of the score is that of -eps. */
const negated = (eps: Float64Array) => eps.map((value) => -value);

function learnedField(pg: Proofground, network: Uint8Array, schedule: ScheduleSpec, t: number, x: Float64Array) {
  return negated(pg.diffusion.eps({ eps: { kind: "network", network }, schedule, x, d: 2, t }));
}

export function train(
  pg: Proofground,
  request: TrainRequest,
  view: TrainView | undefined,
): Generator<TrainFrame | null, void, Pull<TrainView>> {
  const { schedule, shape, batch, learningRate, emaDecay, asPrinted, seed, at } = request;
  const data = cloudOf(pg, request.data);

  return trainInTurn<TrainTypes, Trainer>(request, view, {
    make: (loss, saved) =>
      pg.diffusion.train({ data, schedule, shape, batch, learningRate, emaDecay, loss, asPrinted, seed }, saved),
    reference(): BayesError {
      const most = Math.floor((DRAWS.work * 2) / (data.points.length * at.length));
      const draws = Math.max(50, Math.min(DRAWS.bayes, most));
      const { bayesError: values, error } = pg.diffusion.bayesError({ data, schedule, at, draws, seed });
      return { values, error, mean: meanOf(values) };
    },
    now(trainer) {
      const errors = trainer.errors(at, DRAWS.error);
      return { errors, meanError: meanOf(errors) };
    },
    shown(trainer, { schedule: now, t, grid }) {
      const x = placesOf(grid);
      // The network knows t as a share of T: with another T on show since the start, it must be the share of that one.
      if (lengthOf(now) === lengthOf(schedule)) return negated(trainer.eps(x, t));
      return learnedField(pg, trainer.network(), now, t, x);
    },
    whole: (_, network) => samplesOf(pg, schedule, network, seed),
  });
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

export function exactField(pg: Proofground, { data: spec, schedule, t, grid }: ExactFieldRequest): ExactFieldFrame {
  const data = cloudOf(pg, spec);
  const window = { ...grid.window, width: MAP, height: MAP };
  const x = placesOf(grid);
  return {
    ...{ task: "exact-field", t, x },
    map: { values: pg.diffusion.density({ data, schedule, t, window }), window },
    arrows: negated(pg.diffusion.oracle({ data, schedule, t, x }).eps),
    points: Float64Array.from(data.points).slice(0, 2 * POINTS),
  };
}

export function fileField(pg: Proofground, { schedule, t, grid, network, seed }: FileFieldRequest): FileFieldFrame {
  const arrows = learnedField(pg, network, schedule, t, placesOf(grid));
  return { task: "file-field", arrows, samples: samplesOf(pg, schedule, network, seed) };
}
