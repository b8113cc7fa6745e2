// What the plot shows, as numbers.
import { sameRequest } from "../../../../kit/solve-request.ts";
import type { VaeState } from "../../state.ts";
import type { Arrangement, Part } from "./arrange.ts";
import { cleanMask } from "./mask.ts";
import { arrangementOf, type DigitsState, lengthOf } from "./request.ts";
import { type DigitsRun, indexAt } from "./run.ts";

export interface Scene {
  readonly arrangement: Arrangement;
  /** null before the first has come. */
  readonly state: DigitsState | null;
  /** Of the state among those that have come. */
  readonly position: number;
  /** The step before the last, from which x_0 was predicted last. */
  readonly lastPrediction: number;
  readonly T: number;
  /** -1: none */
  readonly picked: number;
  /** (64) 1: known; null where nothing is. */
  readonly mask: readonly number[] | null;
}

export function sceneOf(state: VaeState, run: DigitsRun): Scene {
  const { request, states } = run;
  const position = indexAt(states, state.digitsStep);
  const arrangement = arrangementOf(state);
  // Until the first frame of another request the old samples stay, unless they would stand under wrong headings.
  const classesOf = (parts: readonly Part[]) => parts.map(({ classes }) => classes);
  const same = request !== null && sameRequest(classesOf(request.parts), classesOf(arrangement.parts));
  const fits = run.current || (same && (request.known !== null) === (state.digitsView === "fill"));
  const picked = state.digitsPicked < arrangement.count ? state.digitsPicked : -1;
  return {
    ...{ arrangement, picked, position },
    state: fits ? (states[position] ?? null) : null,
    lastPrediction: states.at(-2)?.t ?? 1,
    T: request === null ? 0 : lengthOf(request.schedule),
    mask: state.digitsView === "fill" ? cleanMask(state.digitsMask) : null,
  };
}
