// What the plot shows: the newest answer with the places of the present state, which may be ahead of it while a handle is
// dragged.
import type { LegendItem } from "../../../../kit/charts/legend.ts";
import type { Role } from "../../../../plot/palette.ts";
import { posterior as words } from "../../messages/posterior.en.ts";
import type { DiffusionState } from "../../state.ts";
import { type PosteriorFrame, type PosteriorRequest, placesOf } from "./request.ts";
import type { Places, View } from "./window.ts";

export interface Scene extends Places {
  readonly d: 1 | 2;
  readonly view: View;
  /** null before the first answer. */
  readonly frame: PosteriorFrame | null;
  /** Whether the answer's posterior is a point mass. */
  readonly point: boolean;
}

/** The three Gaussians in one look each: colour, line and hatching say the same. */
export const LOOKS = {
  prior: { colour: "dual", dash: [7, 4], hatch: 1 },
  likelihood: { colour: "primal", dash: [2, 3], hatch: -1 },
  product: { colour: "tube", dash: [], hatch: 0 },
} as const satisfies Record<string, { colour: Role; dash: readonly number[]; hatch: -1 | 0 | 1 }>;

/** The noises, arrows from x_t. */
export const NOISES = {
  eps: { colour: "ink", dash: [] },
  guess: { colour: "pair", dash: [6, 3] },
  best: { colour: "upper", dash: [2, 2] },
} as const satisfies Record<string, { colour: Role; dash: readonly number[] }>;

export function sceneOf(
  state: DiffusionState,
  answer: { readonly frame: PosteriorFrame; readonly request: PosteriorRequest } | null,
  view: View,
): Scene {
  const places = placesOf(state);
  const d = state.dims === "1" ? 1 : 2;
  // An answer in the other dimension is none.
  const frame = answer !== null && answer.request.xt.length === d ? answer.frame : null;
  return { ...places, d, view, frame, point: frame !== null && frame.answer.variance === 0 };
}

export function legendOf({ d, guess, frame, point }: Scene): LegendItem[] {
  const line = (of: { colour: Role; dash: readonly number[] }, text: string): LegendItem => ({
    swatch: { line: of.colour, dash: of.dash },
    text,
  });
  const items: LegendItem[] = [line(LOOKS.prior, words.legend.prior), line(LOOKS.likelihood, words.legend.likelihood)];
  items.push(line(LOOKS.product, point ? words.legend.point : words.legend.posterior));
  items.push(line(NOISES.eps, words.legend.eps));
  if (guess !== null) {
    items.push(line(NOISES.guess, words.legend.guess));
    items.push({ swatch: { point: { colour: "pair", shape: "square", open: true } }, text: words.legend.noiseForm });
    items.push({ swatch: { point: { colour: "pair", shape: "cross", open: true } }, text: words.legend.posteriorForm });
  }
  if (d === 2 && frame?.best) items.push(line(NOISES.best, words.legend.best));
  return items;
}
