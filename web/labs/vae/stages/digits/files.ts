// What the stage saves: the samples at the step on show, the network, the losses of its training.
import { STANDARD, writeCsv } from "../../../../host/csv-write.ts";
import { fileName } from "../../../../host/export-file.ts";
import { format } from "../../../../host/messages/format.ts";
import type { StageFileItem } from "../../../../kit/stages/stage.ts";
import { lossesCsv, networkFile } from "../../../../kit/training/files.ts";
import type { Network, Training } from "../../../../kit/training/training.ts";
import { PIXELS } from "../../fields.ts";
import { digits as words } from "../../messages/digits.en.ts";
import { sampleOf } from "./arrange.ts";
import type { Scene } from "./scene.ts";
import type { DigitsTrainTypes } from "./training-request.ts";

const CSV = "text/csv;charset=utf-8";

/** Parts of the name of a network's file. */
export const networkName = ({ on }: Network<DigitsTrainTypes>): string[] =>
  on === null ? ["digits-denoiser"] : ["digits-denoiser", String(on.steps)];

/** The class asked for, then 64 pixels; a row for each sample. @param x (n*64) */
export function imagesCsv(x: ArrayLike<number>, labels: readonly number[]): string {
  const names = [words.columns.class, ...Array.from({ length: PIXELS }, (_, k) => format(words.columns.pixel, { k }))];
  const pixel = (p: number) => labels.map((_, row) => x[row * PIXELS + p] ?? Number.NaN);
  return writeCsv(names, [labels, ...Array.from({ length: PIXELS }, (_, p) => pixel(p))], STANDARD);
}

export function filesOf(
  { state, arrangement }: Scene,
  training: Training<DigitsTrainTypes>,
  network: Network<DigitsTrainTypes> | null,
): readonly StageFileItem[] {
  const files: StageFileItem[] = [];
  if (state !== null) {
    const labels = Array.from({ length: arrangement.count }, (_, k) => sampleOf(arrangement, k)?.label ?? -1);
    const csv = (id: "samples" | "predicted", values: Float32Array) =>
      files.push({
        ...{ id, ...words.files[id] },
        make: () => ({
          ...{ name: fileName(["digits", id, "t", String(state.t)], "csv"), type: CSV },
          data: imagesCsv(values, labels),
        }),
      });
    csv("samples", state.x);
    csv("predicted", state.x0);
  }
  if (network !== null)
    files.push({ id: "network", ...words.files.network, make: () => networkFile(network, networkName(network)) });
  if (training.histories.length > 0)
    files.push({
      ...{ id: "losses", ...words.files.losses },
      make: () => ({
        ...{ name: fileName(["digits", "losses"], "csv"), type: CSV },
        data: lossesCsv(training, [words.columns.step, words.columns.loss]),
      }),
    });
  return files;
}
