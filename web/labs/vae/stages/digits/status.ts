// What is known of the samples on show, in sentences.
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { digits } from "../../messages/digits.en.ts";
import type { VaeState } from "../../state.ts";
import type { Denoiser } from "./denoiser.ts";
import { lengthOf, methodOf } from "./request.ts";
import type { DigitsRun } from "./run.ts";
import type { Scene } from "./scene.ts";

const words = digits.status;

/** What the run is doing. */
export function phaseLine(state: VaeState, run: DigitsRun, { arrangement }: Scene): string {
  const { request, phase, message, states } = run;
  if (request === null) return phase === "refused" ? format(words.refused, { message }) : words.waiting;
  const T = lengthOf(request.schedule);
  const method = methodOf(state, T);
  return format(words[phase], {
    ...{ T, message, count: formatCount(arrangement.count), t: states.at(-1)?.t ?? T },
    steps: method.kind === "ddim" ? method.steps : T,
  });
}

function viewLines({ digitsView, digitsEnds, digitsClass }: VaeState, { misses }: DigitsRun): string[] {
  if (digitsView === "fill") return [words.fill];
  if (digitsView === "guidance") return [digitsClass === "none" ? words.compareNone : words.compare];
  if (digitsView !== "between") return [];
  if (digitsEnds === "noise") return [words.betweenNoise];
  const ends = misses && format(words.misses, { from: formatNumber(misses[0]), to: formatNumber(misses[1]) });
  return [words.between, ...(ends === null ? [] : [ends])];
}

function networkLine({ from }: Denoiser): string {
  if (from.kind === "file") return format(words.file, { name: from.name });
  return format(words[from.kind], { steps: formatCount(from.steps) });
}

export function statusLines(state: VaeState, run: DigitsRun, denoiser: Denoiser | null): string[] {
  return [...viewLines(state, run), ...(denoiser === null ? [] : [networkLine(denoiser)])];
}
