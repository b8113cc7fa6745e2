// The lab's one training of the denoiser, which outlives its stage.
import type { Client } from "../../../../host/lab.ts";
import { createTraining, type Training } from "../../../../kit/training/training.ts";
import type { VaeStageContext } from "../../stage.ts";
import type { DigitsTrainFrame, DigitsTraining, DigitsTrainTypes, DigitsTrainView } from "./training-request.ts";

/** Made at the first call. */
export function digitsTrainingOf({ namedClient, keep }: VaeStageContext): Training<DigitsTrainTypes> {
  return keep("digits-training", () =>
    createTraining<DigitsTrainTypes>(
      namedClient("digits-train") as unknown as Client<DigitsTraining, DigitsTrainFrame, DigitsTrainView>,
    ),
  );
}
