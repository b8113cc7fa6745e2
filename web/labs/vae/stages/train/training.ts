// The lab's one VAE in training, which outlives its stage.
import type { Client } from "../../../../host/lab.ts";
import { createTraining, type Training } from "../../../../kit/training/training.ts";
import type { VaeStageContext } from "../../stage.ts";
import { createRecord, type TrainRecord } from "./record.ts";
import type { TrainFrame, TrainRequest, TrainTypes, TrainView } from "./request.ts";

/** Made at the first call. */
export function trainingOf({ namedClient, keep }: VaeStageContext): Training<TrainTypes> {
  return keep("vae-training", () =>
    createTraining<TrainTypes>(namedClient("vae-train") as unknown as Client<TrainRequest, TrainFrame, TrainView>),
  );
}

/** What its frames have said along the way; made with the training, so that it misses none. */
export function recordOf(context: VaeStageContext): TrainRecord {
  const training = trainingOf(context);
  return context.keep("vae-record", () => createRecord(training));
}
