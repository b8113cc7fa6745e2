// The worker's half of a training of the denoiser.
import type { DigitsTrainer, Proofground } from "../../../../../wasm/lib/types.ts";
import type { Pull } from "../../../../host/lab.ts";
import { train } from "../../../../kit/training/worker.ts";
import { CLASSES } from "./fields.ts";
import type { DigitsTrainFrame, DigitsTraining, DigitsTrainTypes, DigitsTrainView } from "./training-request.ts";

/** Draws at each t that an error is the mean of. */
const DRAWS = 100;
const PIXELS = 64;

export function trainDigits(
  pg: Proofground,
  request: DigitsTraining,
  view: DigitsTrainView | undefined,
): Generator<DigitsTrainFrame | null, void, Pull<DigitsTrainView>> {
  const { data, judged, schedule, shape, labelDropout, batch, learningRate, emaDecay, seed, at, network } = request;
  let before: Float64Array | null = null;
  const errors = (trainer: DigitsTrainer) => trainer.errors({ ...judged, at, draws: DRAWS });

  return train<DigitsTrainTypes, DigitsTrainer>(request, view, {
    make(_, saved) {
      const trainer = pg.digits.train(
        {
          ...{ ...data, ...shape, d: PIXELS, classes: CLASSES, schedule },
          ...{ labelDropout, batch, learningRate, emaDecay, seed },
          ...(network === null ? {} : { network }),
        },
        saved,
      );
      before = errors(trainer);
      return trainer;
    },
    reference: () => before ?? new Float64Array(),
    now: errors,
    shown: () => null,
    whole: () => null,
  });
}
