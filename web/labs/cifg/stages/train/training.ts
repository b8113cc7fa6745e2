// The lab's one training, which outlives its stage.
import type { Client } from "../../../../host/lab.ts";
import { createTraining, type Training } from "../../../../kit/training/training.ts";
import type { CifgStageContext } from "../../stage.ts";
import type { BeginningKeeper } from "./begin.ts";
import { createRecord, type TrainRecord } from "./record.ts";
import type { TrainFrame, TrainRequest, TrainTypes, TrainView } from "./request.ts";

/** Made at the first call. */
export function trainingOf({ namedClient, keep }: CifgStageContext): Training<TrainTypes> {
  return keep("training", () =>
    createTraining<TrainTypes>(namedClient("train") as unknown as Client<TrainRequest, TrainFrame, TrainView>),
  );
}

/** What its frames have said along the way; made with the training, so that it misses none. */
export function recordOf(context: CifgStageContext): TrainRecord {
  const training = trainingOf(context);
  return context.keep("train-record", () => createRecord(training));
}

/** The network from a file that trainings begin with. */
export function beginningOf({ keep }: CifgStageContext): BeginningKeeper {
  return keep("train-beginning", () => ({ now: null, dispose: () => undefined }));
}
