// What the stage asks, and what it is answered: each of its pictures has a question of its own.
import type { DivergencePicture, NelboAnswer, ScheduleSpec, SimpleLossPicture } from "../../../../../wasm/lib/types.ts";
import type { DiffusionState } from "../../model.ts";
import { type DataWish, scheduleSpec, settingOf } from "../../setting.ts";

interface Asked {
  readonly task: "elbo";
  readonly schedule: ScheduleSpec;
  readonly seed: number;
}
/** The divergences and w_t of one drawn eps and eps_theta. */
export interface WeightsQuestion extends Asked {
  readonly view: "weights";
}
/** The NELBO of the data, term by term. */
export interface TermsQuestion extends Asked {
  readonly view: "terms";
  readonly data: DataWish;
}
/** The NELBO of a mixture on the line, for this T and many others. */
export interface BridgeQuestion extends Asked {
  readonly view: "bridge";
  readonly T: number;
  readonly m: number;
  readonly sd: number;
}
/** E|x_t|^2 of the data, and with the signal of L_simple as printed. */
export interface PrintedQuestion extends Asked {
  readonly view: "printed";
  readonly data: DataWish;
}
export type ElboQuestion = WeightsQuestion | TermsQuestion | BridgeQuestion | PrintedQuestion;

export interface WeightsFrame {
  readonly task: "elbo";
  readonly view: "weights";
  readonly picture: DivergencePicture;
  /** The least weight of t >= 2 and its step; null where there is none. */
  readonly least: { readonly t: number; readonly weight: number } | null;
}
export interface TermsFrame {
  readonly task: "elbo";
  readonly view: "terms";
  readonly answer: NelboAnswer;
  /** Draws of each step, and of the entropy; none by quadrature. */
  readonly draws: number;
  readonly entropy: Pick<NelboAnswer, "entropy" | "entropyError">;
  readonly last: boolean;
}
/** NELBO - entropy, nats, for the three reverse variances. */
export interface Gap {
  readonly T: number;
  readonly posterior: number;
  readonly forward: number;
  readonly best: number;
}
export interface BridgeFrame {
  readonly task: "elbo";
  readonly view: "bridge";
  /** At the T on show. */
  readonly gap: Gap;
  readonly prior: number;
  readonly entropy: number;
  /** By ascending T, as far as they have been computed. */
  readonly curve: readonly Gap[];
  readonly last: boolean;
}
export interface PrintedFrame {
  readonly task: "elbo";
  readonly view: "printed";
  readonly picture: SimpleLossPicture;
}
export type ElboFrame = WeightsFrame | TermsFrame | BridgeFrame | PrintedFrame;

/** The schedule with another number of steps. */
export function withSteps(spec: ScheduleSpec, T: number): ScheduleSpec {
  return spec.kind === "own" ? spec : { ...spec, T };
}

/** null while there is nothing to ask: two of the pictures are of the data. */
export function elboQuestion(state: DiffusionState): ElboQuestion | null {
  const asked = { task: "elbo", schedule: scheduleSpec(state), seed: state.seed } as const;
  const { elboView: view } = state;
  if (view === "weights") return { ...asked, view };
  if (view === "bridge") {
    const { bridgeT: T, bridgeM: m, bridgeSd: sd } = state;
    return { ...asked, view, schedule: withSteps(asked.schedule, T), T, m, sd };
  }
  const setting = settingOf(state);
  return setting && { ...asked, view, data: setting.data };
}
