// What the stage saves: the network, its weights as numbers, and the numbers of its training.

import type { CifgNetwork } from "../../../../../wasm/lib/types.ts";
import { STANDARD, writeCsv } from "../../../../host/csv-write.ts";
import { fileName } from "../../../../host/export-file.ts";
import { format } from "../../../../host/messages/format.ts";
import type { StageFileItem } from "../../../../kit/stages/stage.ts";
import { lossesCsv, networkFile } from "../../../../kit/training/files.ts";
import type { Network, Training } from "../../../../kit/training/training.ts";
import { train as words } from "../../messages/train.en.ts";
import { nameOf } from "./looks.ts";
import type { TrainTypes } from "./request.ts";
import type { Scene } from "./scene.ts";

const CSV = "text/csv;charset=utf-8";

/** Parts of the name of a network's file. @param what the task or the series */
export function networkName({ on }: Network<TrainTypes>, what: string): string[] {
  return on === null ? ["cifg", what] : [on.trainer, what, String(on.steps)];
}

/** Weights as JSON that reads back to the same numbers. */
export function weightsJson(weights: CifgNetwork): string {
  return `${JSON.stringify(weights, (_, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value), 1)}\n`;
}

/** Predictions of everything that predicts, beside the truth. */
export function predictionsCsv({ baselines, runs }: Pick<Scene, "baselines" | "runs">): string {
  if (baselines === null) return "";
  const { at, truth } = baselines;
  const names = [...runs.map(({ cell }) => nameOf(cell)), ...baselines.baselines.map(({ name }) => name)];
  const columns = [...runs, ...baselines.baselines].map(({ prediction }) => Array.from(prediction));
  const places = at.length === truth.length ? Array.from(at, (k) => k + 1) : Array.from(truth, (_, k) => k + 1);
  return writeCsv([words.columns.at, words.columns.truth, ...names], [places, truth, ...columns], STANDARD);
}

/** Gates and states of the sequence on show: a row a step, a column a unit. */
export function gatesCsv({ shown }: Pick<Scene, "shown">): string {
  const names: string[] = [words.columns.step];
  const columns: ArrayLike<number>[] = [];
  for (const { cell, gates } of shown) {
    const T = gates.target.length;
    if (columns.length === 0) columns.push(Array.from({ length: T }, (_, t) => t + 1));
    for (const name of ["f", "i", "o", "c", "h"] as const) {
      const dh = Math.round(gates[name].length / T);
      for (let j = 0; j < dh; ++j) {
        names.push(`${cell} ${name}${j + 1}`);
        columns.push(Array.from({ length: T }, (_, t) => gates[name][t * dh + j] as number));
      }
    }
  }
  return writeCsv(names, columns, STANDARD);
}

/** @param what the task or the series @param read the weights of a network's file */
export function filesOf(
  training: Training<TrainTypes>,
  scene: Scene,
  what: string,
  read: (network: Uint8Array) => Promise<{ readonly weights: CifgNetwork }>,
): readonly StageFileItem[] {
  const { histories, network } = training;
  const csv = (name: string, data: () => string) => () => ({
    name: fileName(["cifg", what, name], "csv"),
    type: CSV,
    data: data(),
  });
  const files: StageFileItem[] = [];
  if (network) {
    const make = () => networkFile(network, networkName(network, what));
    files.push({ id: "network", ...words.files.network, make });
  }
  for (const { name, whole, wholeAt } of histories) {
    const { label } = words.files.weights;
    files.push({
      id: `weights-${name}`,
      ...{ label, hint: format(words.files.weights.hint, { cell: nameOf(name) }) },
      make: async () => ({
        name: fileName([name, what, String(wholeAt), "weights"], "json"),
        type: "application/json",
        data: weightsJson((await read(whole.network)).weights),
      }),
    });
  }
  if (scene.baselines !== null)
    files.push({
      id: "predictions",
      ...words.files.predictions,
      make: csv("predictions", () => predictionsCsv(scene)),
    });
  if (histories.length === 0) return files;
  const losses = () => lossesCsv(training, [words.columns.step, ...histories.map(({ name }) => nameOf(name))]);
  files.push({ id: "losses", ...words.files.losses, make: csv("losses", losses) });
  if (scene.shown.length > 0)
    files.push({ id: "gates", ...words.files.gates, make: csv("gates", () => gatesCsv(scene)) });
  return files;
}
