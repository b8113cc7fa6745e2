// The lab's one training, which outlives its stage: the stage that samples uses its network.
import type { Client } from "../../../../host/lab.ts";
import { createTraining, type Training } from "../../../../kit/training/training.ts";
import type { DiffusionStageContext } from "../../stage.ts";
import type { TrainFrame, TrainRequest, TrainTypes, TrainView } from "./request.ts";

/** Made at the first call. */
export function trainingOf({ namedClient, keep }: DiffusionStageContext): Training<TrainTypes> {
  return keep("training", () =>
    createTraining<TrainTypes>(namedClient("train") as unknown as Client<TrainRequest, TrainFrame, TrainView>),
  );
}
