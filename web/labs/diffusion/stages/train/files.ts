// What the stage saves: the network, and the numbers of its training.
import { STANDARD, writeCsv } from "../../../../host/csv-write.ts";
import { fileName } from "../../../../host/export-file.ts";
import type { StageFile } from "../../../../kit/stages/stage.ts";
import { lossesCsv, networkFile } from "../../../../kit/training/files.ts";
import type { Network, Training } from "../../../../kit/training/training.ts";
import { train as words } from "../../messages/train.en.ts";
import type { DiffusionStageView } from "../../stage.ts";
import type { TrainTypes } from "./request.ts";

const CSV = "text/csv;charset=utf-8";

/** (m*2) as two columns. */
export function placesCsv(xy: ArrayLike<number>): string {
  const column = (c: 0 | 1) => Array.from({ length: xy.length / 2 }, (_, i) => xy[2 * i + c] as number);
  return writeCsv(["x", "y"], [column(0), column(1)], STANDARD);
}

/** Parts of the name of a network's file. */
export function networkName({ on }: Network<TrainTypes>, dataset: string): string[] {
  return on === null ? ["denoiser"] : ["denoiser", dataset, String(on.steps)];
}

export function filesOf(
  training: Training<TrainTypes>,
  dataset: string,
): ReturnType<NonNullable<DiffusionStageView["files"]>> {
  const { histories, network, reference, request } = training;
  const [first] = histories;
  const named = (what: string) => fileName(["diffusion", dataset, what], "csv");
  const csv = (what: string, data: () => string) => () => ({ name: named(what), type: CSV, data: data() });
  const files: { id: string; label: string; hint: string; make: () => StageFile }[] = [];
  if (network) {
    const make = () => networkFile(network, networkName(network, dataset));
    files.push({ id: "network", ...words.files.network, make });
  }
  if (!first || !request) return files;
  const names = histories.map(({ name }) => words.losses[name]);
  const errors = () =>
    writeCsv(
      [words.columns.t, words.columns.bayesError, ...names],
      [request.at, reference?.values ?? [], ...histories.map(({ now }) => now.errors)],
      STANDARD,
    );
  const losses = () => lossesCsv(training, [words.columns.step, ...names]);
  files.push({ id: "losses", ...words.files.losses, make: csv("losses", losses) });
  files.push({ id: "errors", ...words.files.errors, make: csv("errors", errors) });
  const { own: samples } = first.whole;
  if (samples.length > 0)
    files.push({ id: "samples", ...words.files.samples, make: csv("samples", () => placesCsv(samples)) });
  return files;
}
