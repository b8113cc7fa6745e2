// What the stage saves: the network, and the numbers of its training.
import { STANDARD, writeCsv } from "../../../../host/csv-write.ts";
import { fileName } from "../../../../host/export.ts";
import type { StageFile } from "../../../../kit/stages/stage.ts";
import type { Training } from "../../../../kit/training/training.ts";
import { train as words } from "../../messages/train.en.ts";
import type { DiffusionStageView } from "../../stage.ts";

const CSV = "text/csv;charset=utf-8";

/** (m*2) as two columns. */
export function placesCsv(xy: ArrayLike<number>): string {
  const column = (c: 0 | 1) => Array.from({ length: xy.length / 2 }, (_, i) => xy[2 * i + c] as number);
  return writeCsv(["x", "y"], [column(0), column(1)], STANDARD);
}

export function networkFile({ network }: Training, dataset: string): StageFile | null {
  if (network === null) return null;
  const name = network.on === null ? ["denoiser"] : ["denoiser", dataset, String(network.on.steps)];
  // A copy: the bytes in use stay what they are.
  const data = new Blob([network.bytes.slice()], { type: "application/octet-stream" });
  return { name: fileName(name, "bin"), type: "application/octet-stream", data };
}

export function filesOf(training: Training, dataset: string): ReturnType<NonNullable<DiffusionStageView["files"]>> {
  const { courses, floor, question } = training;
  const [first] = courses;
  const network = networkFile(training, dataset);
  const named = (what: string) => fileName(["diffusion", dataset, what], "csv");
  const csv = (what: string, data: () => string) => () => ({ name: named(what), type: CSV, data: data() });
  const files: { id: string; label: string; hint: string; make: () => StageFile }[] = [];
  if (network) files.push({ id: "network", ...words.files.network, make: () => network });
  if (!first || !question) return files;
  const losses = () =>
    writeCsv(
      [words.columns.step, ...courses.map(({ loss }) => words.losses[loss])],
      [first.losses.map((_, k) => k + 1), ...courses.map((course) => course.losses)],
      STANDARD,
    );
  const errors = () =>
    writeCsv(
      [words.columns.t, words.columns.floor, ...courses.map(({ loss }) => words.losses[loss])],
      [question.at, floor?.floor ?? [], ...courses.map((course) => course.errors)],
      STANDARD,
    );
  files.push({ id: "losses", ...words.files.losses, make: csv("losses", losses) });
  files.push({ id: "errors", ...words.files.errors, make: csv("errors", errors) });
  if (first.samples.length > 0)
    files.push({ id: "samples", ...words.files.samples, make: csv("samples", () => placesCsv(first.samples)) });
  return files;
}
