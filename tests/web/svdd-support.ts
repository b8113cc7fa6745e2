// States and answers of the SVDD lab made by hand: what the page side is tested with where no solver is needed.
import model from "../../web/labs/svdd/model.ts";
import type { SvddAnswer } from "../../web/labs/svdd/request.ts";
import { mapRequest } from "../../web/labs/svdd/solver.ts";
import type { SvddState } from "../../web/labs/svdd/state.ts";

type Numbers = readonly number[];

/** The initial state with this data. @param x (n*d) row-major */
export function stateOf(x: Numbers, change: Partial<SvddState> = {}): SvddState {
  return { ...model.initial(), preset: "own", xNames: [], x, weights: [], labels: [], ...change };
}

export interface Solved {
  alpha?: Numbers;
  center?: Numbers | null;
  rho?: number;
  interval?: readonly [number, number];
  kktCase?: Numbers;
  xScale?: Numbers;
  xMean?: Numbers;
  /** The ball of the broken certificate; nothing: there is none. */
  broken?: { claim: string; center?: Numbers | null; rho: number };
}

/** An answer of the right sizes about this state: distances are those to `center`, or to 0 where it has none. */
export function answerTo(state: SvddState, solved: Solved = {}): SvddAnswer {
  const request = model.request(state);
  const { d } = request.problem;
  const n = state.x.length / d;
  const { center = [0, 0, 0], rho = 1, interval = [rho, rho] } = solved;
  const scaling = {
    xMean: Float64Array.from({ length: d }, (_, k) => solved.xMean?.[k] ?? 0),
    xScale: Float64Array.from({ length: d }, (_, k) => solved.xScale?.[k] ?? 1),
  };
  const away = (at: (k: number) => number, from = center) =>
    Array.from(
      { length: d },
      (_, k) => ((at(k) - scaling.xMean[k]!) / scaling.xScale[k]! - (from?.[k] ?? 0)) ** 2,
    ).reduce((sum, square) => sum + square, 0);
  const distances = (from = center) =>
    Float64Array.from({ length: n }, (_, i) => away((k) => state.x[i * d + k]!, from));
  const distance2 = distances();
  const window = request.map && mapRequest(request.map, scaling);
  const axis = (from: number, to: number, k: number, count: number) => from + ((to - from) * k) / (count - 1);
  const sample = ({ x0, x1, y0, y1, width, height, columnX }: NonNullable<typeof window>, from = center) =>
    Float64Array.from({ length: width * height }, (_, cell) => {
      const x = axis(x0, x1, cell % width, width);
      const y = axis(y0, y1, Math.floor(cell / width), height);
      return away((k) => (k === columnX ? x : y), from);
    });
  const place = (at: Numbers | null) => (at === null ? null : Float64Array.from({ length: d }, (_, k) => at[k] ?? 0));
  const { broken } = solved;
  const other = broken?.center === undefined ? center : broken.center;
  return {
    request,
    frame: {
      phase: "done",
      solution: {
        alpha: Float64Array.from({ length: n }, (_, i) => solved.alpha?.[i] ?? 0),
        center: place(center),
        centerNorm2: 0,
        rho,
        rhoInterval: [interval[0], interval[1]],
        alphaSumLo: 1,
        distance2,
        xi: distance2.map((d2) => Math.max(0, d2 - rho)),
        primal: 1,
        dual: 1,
        report: { iterations: 3, activeSetSteps: 0, converged: true, kktGap: 0 },
      },
      scaling,
      kktCase: Uint8Array.from({ length: n }, (_, i) => solved.kktCase?.[i] ?? 0),
      map: window && { window, values: sample(window) },
      projection: request.projection && {
        dims: 2,
        points: Float64Array.from({ length: 2 * n }, (_, k) => k),
        center: Float64Array.of(0.5, 0.5),
        explained: Float64Array.of(0.75, 0.125),
      },
      trace: null,
      claims: [],
      broken: broken
        ? {
            ...{
              claim: broken.claim,
              mistake: "plain",
              rho: broken.rho,
              center: place(other),
              distance2: distances(other),
            },
            map: window && { window, values: sample(window, other) },
          }
        : null,
    },
  };
}
