// The worker's half of the stage.
import type { Proofground, VaeEvaluation, VaeTrainer, VaeTrainRequest } from "../../../../../wasm/lib/types.ts";
import type { Pull } from "../../../../host/lab.ts";
import { train as trainInTurn } from "../../../../kit/training/worker.ts";
import type { DataSpec } from "./dataset.ts";
import {
  type AllFrame,
  type AllRequest,
  type InspectFrame,
  type InspectRequest,
  type MapFrame,
  type MapRequest,
  type MapView,
  type PlaceFrame,
  type PlaceRequest,
  type Points,
  type Settings,
  type Shown,
  type TrainFrame,
  type TrainFrames,
  type TrainRequest,
  type TrainRequests,
  type TrainTypes,
  type TrainView,
  WALK,
} from "./request.ts";

/** Draws of z for each point, and for the one x that is looked at. */
const DRAWS = { each: 2, one: 256 } as const;
/** Samples of a network that are shown and saved. */
const SAMPLES = { image: 100, point: 600 } as const;

function pointsOf(pg: Proofground, data: DataSpec): Points {
  if (data.kind === "images")
    return { x: data.x, dx: data.x.length / data.labels.length, n: data.labels.length, labels: data.labels };
  const { name, n, seed } = data;
  return { x: pg.vae.toy({ name, n, seed }), dx: 2, n, labels: [] };
}

/** Points at even positions, or at odd ones. */
function everySecond({ x, dx, n }: Points, first: 0 | 1): Float64Array {
  const count = Math.ceil((n - first) / 2);
  const half = new Float64Array(count * dx);
  for (let k = 0; k < count; ++k) half.set(x.subarray((2 * k + first) * dx, (2 * k + first + 1) * dx), k * dx);
  return half;
}

/** The library holds out what comes last. */
function problemOf(points: Points, settings: Settings): VaeTrainRequest {
  const [training, heldOut] = [everySecond(points, 0), everySecond(points, 1)];
  const x = new Float64Array(training.length + heldOut.length);
  x.set(training);
  x.set(heldOut, training.length);
  return { x, dx: points.dx, heldOut: heldOut.length / points.dx, ...settings };
}

/** (rows*cells*dz) the middles of a view's cells, the lowest row first. With one latent coordinate there is one row. */
function middlesOf({ half, axes, cells }: MapView, dz: number): Float64Array {
  const rows = dz === 1 ? 1 : cells;
  const z = new Float64Array(rows * cells * dz);
  const middle = (k: number) => (((k + 0.5) / cells) * 2 - 1) * half;
  for (let row = 0; row < rows; ++row) {
    for (let column = 0; column < cells; ++column) {
      const from = (row * cells + column) * dz;
      if (dz > 1) z[from + axes[1]] = middle(row);
      z[from + axes[0]] = middle(column);
    }
  }
  return z;
}

function shownOf(pg: Proofground, network: Uint8Array, points: Points, view: MapView): Shown {
  const { mu, logVar } = pg.vae.encode({ network, x: points.x });
  const dz = mu.length / points.n;
  // A network from a file may have fewer coordinates than the settings.
  const within = { ...view, axes: [Math.min(view.axes[0], dz - 1), Math.min(view.axes[1], dz - 1)] as const };
  const { mean: decoded } = pg.vae.decode({ network, z: middlesOf(within, dz) });
  return { network, dz, mu, logVar, view: within, decoded };
}

function trainVae(
  pg: Proofground,
  request: TrainRequest,
  view: TrainView | undefined,
): Generator<TrainFrame | null, void, Pull<TrainView>> {
  const { data, settings } = request;
  const points = pointsOf(pg, data);
  const count = data.kind === "images" ? SAMPLES.image : SAMPLES.point;
  return trainInTurn<TrainTypes, VaeTrainer>(request, view, {
    make: (_, saved) => pg.vae.train(problemOf(points, settings), saved),
    // A copy: what a frame carries is the page's from then on.
    reference: () => ({ ...points, x: points.x.slice() }),
    // By draws: the exact terms take as long as hundreds of steps, and are found for a network at rest.
    now: (trainer) => trainer.evaluate(DRAWS.each, false),
    shown: (trainer, now) => shownOf(pg, trainer.network(), points, now),
    whole: (_, network) => ({ samples: pg.vae.sample({ network, count, seed: settings.seed }).mean }),
  });
}

function mapOf(pg: Proofground, { data, settings, network: given, view }: MapRequest): MapFrame {
  const points = pointsOf(pg, data);
  if (given !== null) {
    const evaluation = (x: Float64Array): VaeEvaluation =>
      pg.vae.evaluate({ network: given, x, draws: DRAWS.each, seed: settings.seed, exact: false });
    const progress = { training: evaluation(everySecond(points, 0)), heldOut: evaluation(everySecond(points, 1)) };
    return { task: "train-map", points, shown: shownOf(pg, given, points, view), progress };
  }
  const trainer = pg.vae.train(problemOf(points, settings));
  try {
    const progress = trainer.evaluate(DRAWS.each, false);
    return { task: "train-map", points, shown: shownOf(pg, trainer.network(), points, view), progress };
  } finally {
    trainer.delete();
  }
}

const placeOf = (pg: Proofground, { network, z }: PlaceRequest): PlaceFrame => ({
  task: "train-place",
  mean: pg.vae.decode({ network, z }).mean,
});

/** Places on the straight line from one code to another, both ends included. */
function lineOf(from: Float64Array, to: Float64Array): Float64Array {
  const dz = from.length;
  const places = new Float64Array(WALK * dz);
  for (let k = 0; k < WALK; ++k) {
    const share = k / (WALK - 1);
    for (let j = 0; j < dz; ++j) places[k * dz + j] = (1 - share) * (from[j] as number) + share * (to[j] as number);
  }
  return places;
}

function inspect(pg: Proofground, { network, dz, x, to, window }: InspectRequest): InspectFrame {
  const { mu, logVar } = pg.vae.encode({ network, x });
  const { mu: muTo } = pg.vae.encode({ network, x: to });
  const places = lineOf(mu, muTo);
  const evidence = dz <= 2 ? pg.vae.evidence({ network, x }) : null;
  return {
    ...{ task: "train-inspect", mu, logVar, muTo, places, evidence },
    decoded: pg.vae.decode({ network, z: places }).mean,
    evaluation: pg.vae.evaluate({ network, x, draws: DRAWS.one, seed: 1, exact: false }),
    atPosteriorMean: evidence && pg.vae.decode({ network, z: evidence.posteriorMean }).mean,
    posterior: window && evidence && dz === 2 ? pg.vae.posterior({ network, x, window, logPx: evidence.logPx }) : null,
  };
}

function allOf(pg: Proofground, { network, data, window, exact }: AllRequest): AllFrame {
  const points = pointsOf(pg, data);
  const heldOut = () => pg.vae.evaluate({ network, x: everySecond(points, 1), draws: 2, seed: 1 }).exact;
  return {
    task: "train-all",
    overlap: window && pg.vae.overlap({ network, x: points.x, window }),
    heldOut: exact ? heldOut() : null,
  };
}

export function* train(
  pg: Proofground,
  request: TrainRequests,
  view: TrainView | undefined,
): Generator<TrainFrames | null, void, Pull<TrainView>> {
  switch (request.task) {
    case "train":
      return yield* trainVae(pg, request, view);
    case "train-map":
      yield mapOf(pg, request);
      return;
    case "train-place":
      yield placeOf(pg, request);
      return;
    case "train-inspect":
      yield inspect(pg, request);
      return;
    case "train-all":
      yield allOf(pg, request);
  }
}
