// What the stage saves: sizes at every step, and all units at every step, with all digits.
import { STANDARD, writeCsv } from "../../../../host/csv-write.ts";
import { fileName } from "../../../../host/export-file.ts";
import { flow as words } from "../../messages/flow.en.ts";
import type { CifgStageView } from "../../stage.ts";
import { CELLS, type Scene } from "./scene.ts";

const { columns } = words.files;
const STEPS = ["logDc", "logDh", "logDcThroughCell", "logHorizon", "logHorizonThroughCell", "logHorizonThroughH"] as const; // biome-ignore format: one line
const GATES = ["f", "i", "o", "c", "h", "logDzF", "logProduct", "logDiagonal", "forgetMarks", "inputMarks"] as const;

type Columns = readonly (readonly [string, ArrayLike<number>])[];

const ofCells = <Name extends keyof typeof columns>(
  names: readonly Name[],
  values: (cell: (typeof CELLS)[number], name: Name) => ArrayLike<number>,
): Columns => CELLS.flatMap((cell) => names.map((name) => [`${cell}_${columns[name]}`, values(cell, name)] as const));

export function stepColumns({ answer, T }: Scene): Columns {
  const t = Array.from({ length: T }, (_, k) => k + 1);
  return [[columns.t, t], ...ofCells(STEPS, (cell, name) => answer[cell][name])];
}

export function gateColumns({ answer, T, dh }: Scene): Columns {
  const rows = Array.from({ length: T * dh }, (_, k) => k);
  return [
    [columns.t, rows.map((k) => Math.floor(k / dh) + 1)],
    [columns.unit, rows.map((k) => (k % dh) + 1)],
    ...ofCells(GATES, (cell, name) => answer[cell][name]),
  ];
}

export function filesOf(scene: Scene | null): ReturnType<NonNullable<CifgStageView["files"]>> {
  if (scene === null) return [];
  const file = (id: "steps" | "gates", make: (scene: Scene) => Columns) => ({
    id,
    ...words.files[id],
    make: () => {
      const all = make(scene);
      const data = writeCsv(all.map(([name]) => name), all.map(([, values]) => values), STANDARD); // biome-ignore format: one line
      return { name: fileName(["cifg", "flow", id], "csv"), type: "text/csv;charset=utf-8", data };
    },
  });
  return [file("steps", stepColumns), file("gates", gateColumns)];
}
