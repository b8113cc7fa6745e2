// What the stage saves besides its picture: every number of the tape, and the gradients with what they belong to.
import { STANDARD, writeCsv } from "../../../../host/csv-write.ts";
import { fileName } from "../../../../host/export-file.ts";
import type { StageFileItem } from "../../../../kit/stages/stage.ts";
import { cell as words } from "../../messages/cell.en.ts";
import { PARAMS } from "../../problem.ts";
import type { Scene } from "./scene.ts";
import { columnsOf, rowsOf } from "./table.ts";

/** Rows t and unit, a column for each state and delta; NaN where there is none. */
export function numbersCsv(scene: Scene): string {
  const rows = rowsOf(scene);
  const columns = columnsOf(scene);
  return writeCsv(
    ["t", "unit", ...columns.map(({ id }) => id)],
    [
      rows.map(({ t }) => t),
      rows.map(({ unit }) => unit + 1),
      ...columns.map(({ value }) =>
        rows.map(({ t, unit }) => {
          const number = value(t, unit);
          return Number.isNaN(number) ? "" : number;
        }),
      ),
    ],
    STANDARD,
  );
}

/** All that the cell is given, as the library takes it, with the gradients of each. */
export function gradientsJson({ problem, back }: Scene): string {
  const { dx, dh, T, params, x, h0, c0, g } = problem;
  const listed = (values: ArrayLike<number>) => Array.from(values);
  const gradients = Object.fromEntries(
    [...PARAMS, "x", "h0", "c0"].map((name) => [name, listed(back.grads[name as (typeof PARAMS)[number]])]),
  );
  const weights = Object.fromEntries(PARAMS.map((name) => [name, listed(params[name])]));
  const given = { x: listed(x), h0: listed(h0), c0: listed(c0), g: listed(g) };
  return `${JSON.stringify({ dx, dh, T, batch: 1, params: weights, ...given, loss: back.loss, gradients }, null, 1)}\n`;
}

export function filesOf(scene: Scene | null, preset: string): readonly StageFileItem[] {
  if (scene === null) return [];
  const { numbers, gradients } = words.files;
  return [
    {
      ...{ id: "numbers", label: numbers.label, hint: numbers.hint },
      make: () => ({
        name: fileName(["cifg", preset, numbers.part], "csv"),
        type: "text/csv;charset=utf-8",
        data: numbersCsv(scene),
      }),
    },
    {
      ...{ id: "gradients", label: gradients.label, hint: gradients.hint },
      make: () => ({
        name: fileName(["cifg", preset, gradients.part], "json"),
        type: "application/json;charset=utf-8",
        data: gradientsJson(scene),
      }),
    },
  ];
}
