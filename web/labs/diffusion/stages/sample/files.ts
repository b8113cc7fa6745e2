// What the stage saves: the particles where they are, and the quality against steps.
import { STANDARD, writeCsv } from "../../../../host/csv-write.ts";
import { fileName } from "../../../../host/export-file.ts";
import type { StageFile } from "../../../../kit/stages/stage.ts";
import { sample as words } from "../../messages/sample.en.ts";
import type { DiffusionStageView } from "../../stage.ts";
import type { Curve } from "./curve.ts";
import type { Run } from "./run.ts";

const CSV = "text/csv;charset=utf-8";
const { columns } = words;

/** Run, x and y of every particle at a position. */
export function particlesFile({ request, frames, t: stepAt }: Run, position: number, dataset: string): StageFile {
  const [names, x, y]: [string[], number[], number[]] = [[], [], []];
  request?.runs.forEach(({ name }, run) => {
    const at = frames?.at(run, position) ?? new Float32Array();
    for (let k = 0; k < at.length; k += 2) {
      names.push(words.runs[name]);
      x.push(at[k] as number);
      y.push(at[k + 1] as number);
    }
  });
  const t = stepAt(position);
  return {
    name: fileName(["particles", dataset, "t", String(t)], "csv"),
    type: CSV,
    data: writeCsv([columns.run, columns.x, columns.y], [names, x, y], STANDARD),
  };
}

export function filesOf(
  run: Run,
  curve: Curve,
  position: () => number,
  dataset: string,
): ReturnType<NonNullable<DiffusionStageView["files"]>> {
  const particles = { id: "particles", ...words.files.particles, make: () => particlesFile(run, position(), dataset) };
  const { points, fresh } = curve;
  const quality = () => {
    const rows = points.map(
      (point) => [words.chart[point.source], point.steps, point.energyOfAll, point.slicedWasserstein] as const,
    );
    // A fresh sample takes no steps.
    if (fresh) rows.push([words.chart.fresh as never, Number.NaN, fresh.energyOfAll, fresh.slicedWasserstein]);
    const column = (c: 0 | 1 | 2 | 3) => rows.map((row) => (Number.isNaN(row[c]) ? "" : row[c]));
    const head = [columns.eps, columns.steps, columns.energy, columns.wasserstein];
    return {
      name: fileName(["quality", dataset], "csv"),
      type: CSV,
      data: writeCsv(head, [column(0), column(1), column(2), column(3)], STANDARD),
    };
  };
  return [
    ...(run.frames === null ? [] : [particles]),
    ...(points.length === 0 ? [] : [{ id: "quality", ...words.files.quality, make: quality }]),
  ];
}
