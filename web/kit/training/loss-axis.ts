// The axis that the losses of a training are heard on.
import type { Axis } from "../sound/pitch.ts";

/** How losses are heard: an octave for each factor of ten. It must not move while a training runs, so it stands by the first mean. */
export function lossAxis(means: readonly number[]): Axis {
  const first = means.find((mean) => mean > 0 && Number.isFinite(mean)) ?? 1;
  return { domain: [first / 50, 2 * first], log: true };
}
