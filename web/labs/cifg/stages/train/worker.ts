// The worker's half of the stage.
import type { CifgTrainer, Proofground } from "../../../../../wasm/lib/types.ts";
import type { Pull } from "../../../../host/lab.ts";
import { train as trainInTurn } from "../../../../kit/training/worker.ts";
import type {
  HeldOutFrame,
  HeldOutRequest,
  TrainFrame,
  TrainRequest,
  TrainTypes,
  TrainView,
  WeightsFrame,
  WeightsRequest,
} from "./request.ts";

export function train(
  pg: Proofground,
  request: TrainRequest,
  view: TrainView | undefined,
): Generator<TrainFrame | null, void, Pull<TrainView>> {
  const { trainers, widths, data: task, batch, learningRate, clip, truncate, forgetBias, seed } = request;
  return trainInTurn<TrainTypes, CifgTrainer>(request, view, {
    make(cell, saved) {
      const dh = widths[trainers.indexOf(cell)] as number;
      return pg.cifg.train({ cell, dh, task, batch, learningRate, clip, truncate, forgetBias, seed }, saved);
    },
    reference: () => pg.cifg.baselines(task, seed),
    now(trainer) {
      return { ...trainer.evaluate(), ...trainer.gradientNorms(), parameters: trainer.parameters() };
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

export function weights(pg: Proofground, { network }: WeightsRequest): WeightsFrame {
  return { task: "weights", weights: pg.cifg.weights(network) };
}
