// What the stage saves besides its plot: the schedule and the particles.
import { writeCsv } from "../../../../host/csv-write.ts";
import { fileName } from "../../../../host/export-file.ts";
import { forward as words } from "../../messages/forward.en.ts";
import type { DiffusionStageView } from "../../stage.ts";
import { steps } from "./lanes.ts";
import type { ForwardFrame } from "./request.ts";

const CSV = "text/csv;charset=utf-8";

/** Column k of (n*2). */
const column = (pairs: Float64Array, k: number) => pairs.filter((_, i) => i % 2 === k);

export function filesOf(
  frame: ForwardFrame | null,
  preset: string,
): ReturnType<NonNullable<DiffusionStageView["files"]>> {
  if (frame === null) return [];
  const name = (part: string) => fileName(["diffusion", preset, part], "csv");
  const { schedule, x0, closed, walked } = frame;
  const { schedule: own, particles } = words.files;
  return [
    {
      id: "schedule",
      label: own.label,
      hint: own.hint,
      make: () => {
        const columns = [steps(frame), schedule.beta, schedule.alphaBar, schedule.noise, schedule.snr];
        const data = writeCsv(["t", "beta", "alpha_bar", "one_minus_alpha_bar", "snr"], columns);
        return { name: name(own.part), type: CSV, data };
      },
    },
    {
      id: "particles",
      label: particles.label,
      hint: particles.hint,
      make: () => {
        const pairs = [x0, closed, ...(walked === null ? [] : [walked])];
        const heads = ["x0", "closed", "walked"].slice(0, pairs.length).flatMap((head) => [`${head}_1`, `${head}_2`]);
        const data = writeCsv(
          heads,
          pairs.flatMap((each) => [column(each, 0), column(each, 1)]),
        );
        return { name: name(particles.part), type: CSV, data };
      },
    },
  ];
}
