// The worker's half of the stage.
import type { CifgTrainer, Proofground } from "../../../../../wasm/lib/types.ts";
import type { Pull } from "../../../../host/lab.ts";
import { train as trainInTurn } from "../../../../kit/training/worker.ts";
import {
  type HeldOutFrame,
  type HeldOutRequest,
  type TrainFrame,
  type TrainRequest,
  type TrainTypes,
  type TrainView,
  type WeightsFrame,
  type WeightsRequest,
  widthOfLstm,
} from "./request.ts";

function inputsOf(trainer: CifgTrainer): number {
  const { x, target } = trainer.gates(0);
  return x.length / target.length;
}

export function train(
  pg: Proofground,
  request: TrainRequest,
  view: TrainView | undefined,
): Generator<TrainFrame | null, void, Pull<TrainView>> {
  const {
    trainers,
    units,
    equal,
    data: task,
    batch,
    learningRate,
    clip,
    truncate,
    forgetBias,
    seed,
    network,
  } = request;
  const widths = new Map<CifgTrainer, number>();
  /** Numbers of one step's input: how many there are is the library's choice. */
  let dx = 0;

  return trainInTurn<TrainTypes, CifgTrainer>(request, view, {
    make(cell, saved) {
      const narrower = cell === "lstm" && trainers.length > 1 && equal === "parameters";
      const dh = narrower ? widthOfLstm(dx, units) : units;
      const settings = { cell, dh, task, batch, learningRate, clip, truncate, forgetBias, seed };
      const made = pg.cifg.train(network === null ? settings : { ...settings, network }, saved);
      widths.set(made, dh);
      if (dx === 0) dx = inputsOf(made);
      return made;
    },
    reference: () => pg.cifg.baselines(task, seed),
    now(trainer) {
      const sizes = { units: widths.get(trainer) ?? units, parameters: trainer.parameters() };
      const { error, prediction } = trainer.evaluate();
      return { error, prediction, ...trainer.gradientNorms(), ...sizes };
    },
    shown(trainer, { sequence }) {
      const count = trainer.sequences();
      const k = Math.min(sequence, count - 1);
      return { k, count, gates: trainer.gates(k) };
    },
    whole: () => null,
  });
}

export function heldOut(pg: Proofground, { data, seed }: HeldOutRequest): HeldOutFrame {
  return { task: "held-out", baselines: pg.cifg.baselines(data, seed) };
}

export function weights(pg: Proofground, { file }: WeightsRequest): WeightsFrame {
  const network = file instanceof Uint8Array ? file : pg.cifg.network(file);
  return { task: "weights", network, weights: pg.cifg.weights(network) };
}
