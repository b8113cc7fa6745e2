// What the stage saves: the network, the codes of all data, samples, and the bound along the way.
import { STANDARD, writeCsv } from "../../../../host/csv-write.ts";
import { fileName } from "../../../../host/export-file.ts";
import type { StageFileItem } from "../../../../kit/stages/stage.ts";
import { lossesCsv, networkFile } from "../../../../kit/training/files.ts";
import type { Network, Training } from "../../../../kit/training/training.ts";
import { train as words } from "../../messages/train.en.ts";
import type { Track } from "./record.ts";
import type { TrainTypes } from "./request.ts";
import type { Scene } from "./scene.ts";

const CSV = "text/csv;charset=utf-8";

/** Parts of the name of a network's file. */
export function networkName({ on }: Network<TrainTypes>): string[] {
  return on === null ? ["vae"] : ["vae", on.request.data.name, String(on.steps)];
}

const columnsOf = (values: ArrayLike<number>, count: number) =>
  Array.from({ length: count }, (_, c) =>
    Array.from({ length: values.length / count }, (_, k) => values[k * count + c] as number),
  );

/** q(z | x) of all data: position, label, mu, log variance. */
export function codesCsv({ shown, points }: Pick<Scene, "shown" | "points">): string {
  if (shown === null || points === null) return "";
  const { dz, mu, logVar } = shown;
  const names = (name: string) => Array.from({ length: dz }, (_, j) => `${name}${j + 1}`);
  const labels = points.labels.length === 0 ? [] : [points.labels.map((label) => (label < 0 ? "" : label))];
  return writeCsv(
    [
      words.columns.position,
      ...(labels.length === 0 ? [] : [words.columns.label]),
      ...names("mu"),
      ...names("log_var"),
    ],
    [Array.from({ length: points.n }, (_, i) => i), ...labels, ...columnsOf(mu, dz), ...columnsOf(logVar, dz)],
    STANDARD,
  );
}

export function samplesCsv(samples: Float64Array, dx: number): string {
  return writeCsv(
    Array.from({ length: dx }, (_, c) => `x${c + 1}`),
    columnsOf(samples, dx),
    STANDARD,
  );
}

export function boundCsv({ steps, training, heldOut }: Track): string {
  const { step, trainingElbo, heldOutElbo } = words.columns;
  return writeCsv([step, trainingElbo, heldOutElbo], [steps, training, heldOut], STANDARD);
}

export function filesOf(training: Training<TrainTypes>, scene: Scene, data: string): readonly StageFileItem[] {
  const { network } = training;
  const { shown, points, samples, track } = scene;
  const csv = (what: string, make: () => string) => () => ({
    name: fileName(["vae", data, what], "csv"),
    ...{ type: CSV, data: make() },
  });
  const files: StageFileItem[] = [];
  if (network !== null)
    files.push({ id: "network", ...words.files.network, make: () => networkFile(network, networkName(network)) });
  if (shown !== null && points !== null)
    files.push({ id: "codes", ...words.files.codes, make: csv("codes", () => codesCsv(scene)) });
  if (samples !== null && points !== null)
    files.push({ id: "samples", ...words.files.samples, make: csv("samples", () => samplesCsv(samples, points.dx)) });
  if (track.steps.length === 0) return files;
  files.push({ id: "bound", ...words.files.bound, make: csv("bound", () => boundCsv(track)) });
  const losses = () => lossesCsv(training, [words.columns.step, words.columns.loss]);
  files.push({ id: "losses", ...words.files.losses, make: csv("losses", losses) });
  return files;
}
