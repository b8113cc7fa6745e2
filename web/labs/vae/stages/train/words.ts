// What the stage says of its plots, in sentences.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import type { NumberReading } from "../../../../kit/stages/stage-elements.ts";
import type { Training } from "../../../../kit/training/training.ts";
import { train as words } from "../../messages/train.en.ts";
import type { TrainTypes } from "./request.ts";
import type { Scene } from "./scene.ts";

export function statusLines({ progress, steps }: Scene): readonly string[] {
  if (progress === null || steps === 0) return [];
  const [heldOut, training] = [progress.heldOut.sampled.elbo, progress.training.sampled.elbo];
  return [format(words.status.now, { heldOut: formatNumber(heldOut, 4), training: formatNumber(training, 4) })];
}

export function overlapReadings({ overlap, shown }: Scene): readonly NumberReading[] {
  if (overlap === null || shown?.dz !== 2) return [];
  const row = (id: keyof typeof words.readings): NumberReading => ({
    ...{ id, name: words.readings[id], value: formatNumber(overlap[id], 3) },
  });
  return [row("divergence"), row("information"), row("klMean"), row("overlap")];
}

export function notesOf(scene: Scene, { network, request }: Training<TrainTypes>, refused: string): readonly string[] {
  const { shown, toy, draws, source, empty } = scene;
  if (empty) return [];
  const dz = shown?.dz ?? 2;
  return [
    ...(refused === "" ? [] : [format(words.refused, { message: refused })]),
    ...(source === "file" && network !== null ? [format(words.notes.file, { name: network.name })] : []),
    ...(dz > 2 ? [format(words.notes.many, { dz })] : []),
    ...(dz === 1 ? [words.notes.one] : []),
    ...(draws ? [words.notes.likeData] : []),
    ...(toy ? [] : [words.notes.strength, words.walk.note]),
    ...(request === null ? [] : [words.notes.reproducible]),
  ];
}

interface Write {
  number(value: number, digits?: number): string;
  count(value: number): string;
}

/** For those who do not see the plots. */
export function describePlots(scene: Scene, write: Write): { readonly plot: string; readonly charts: string } {
  const { points, toy, draws, shade, progress, steps } = scene;
  if (points === null || progress === null) return { plot: words.loading, charts: words.describeChartsEmpty };
  const elbo = write.number(progress.heldOut.sampled.elbo, 4);
  const beside = words.describeBeside[draws ? "draw" : toy ? "plane" : "grid"];
  const what = words.choices.shade.options[shade];
  const kl = Array.from(progress.heldOut.klPerDimension, (value) => write.number(value, 2)).join(", ");
  return {
    plot: format(words.describe, { n: write.count(points.n), what, beside, elbo, steps: write.count(steps) }),
    charts: format(words.describeCharts, { steps: write.count(steps), elbo, kl }),
  };
}
