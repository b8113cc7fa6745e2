// What the stage saves: the numbers of the open chart, with all their digits.
import { STANDARD, writeCsv } from "../../../../host/csv-write.ts";
import { fileName } from "../../../../host/export-file.ts";
import { elbo } from "../../messages/elbo.en.ts";
import type { DiffusionStageView } from "../../stage.ts";
import { stepsTo } from "./chart.ts";
import { VARIANCES } from "./fields.ts";
import type { Scene } from "./scene.ts";

const words = elbo.files;

type Columns = readonly (readonly [keyof typeof words.columns, ArrayLike<number>])[];

/** The columns of the chart; null while there is nothing to save. */
export function numbersOf({ frame, curve }: Scene): Columns | null {
  switch (frame?.view) {
    case undefined:
      return null;
    case "weights": {
      const { weight, kl, mse } = frame.picture;
      return [["t", stepsTo(weight.length)], ["weight", weight], ["kl", kl], ["mse", mse]]; // biome-ignore format: a table
    }
    case "terms": {
      const { answer } = frame;
      const columns = [...VARIANCES, "x0Variance", "x0VarianceError"] as const;
      return [["t", stepsTo(answer.best.length)], ...columns.map((name) => [name, answer[name]] as const)];
    }
    case "bridge":
      return (["T", ...VARIANCES] as const).map((name) => [name, curve.map((gap) => gap[name])]);
    case "printed": {
      const { second, printed } = frame.picture;
      return [["t", stepsTo(second.length)], ["second", second], ["printed", printed]]; // biome-ignore format: a table
    }
  }
}

export function filesOf(scene: Scene): ReturnType<NonNullable<DiffusionStageView["files"]>> {
  const columns = numbersOf(scene);
  if (columns === null || scene.frame === null) return [];
  const name = fileName(["diffusion", "elbo", scene.frame.view], "csv");
  const data = () => writeCsv(columns.map(([column]) => words.columns[column]), columns.map(([, values]) => values), STANDARD); // biome-ignore format: one line
  return [{ id: "numbers", ...words.numbers, make: () => ({ name, type: "text/csv;charset=utf-8", data: data() }) }];
}
