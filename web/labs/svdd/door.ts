// The lab on the front door: a small cloud whose sphere breathes with nu, and a point of it that can be dragged out.
import { door, wave } from "../../door/door.ts";
import { drawGrip, NO_LEGEND, SMALL } from "../../door/marks.ts";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { restingRequest } from "../../kit/points/request.ts";
import { countOf } from "../../kit/points/state.ts";
import { layFrame } from "../../plot/frame.ts";
import { drawBack, drawPoints } from "./main-plot/draw.ts";
import { BOUNDARY, OUTSIDE, sceneOf } from "./main-plot/scene.ts";
import { claims } from "./messages/claims.en.ts";
import { door as words } from "./messages/door.en.ts";
import model from "./model.ts";
import type { SvddAnswer, SvddFit, SvddFrame, SvddRequest } from "./request.ts";
import type { SvddState } from "./state.ts";

/** A view with room around the cloud: axes must not move under the hand. */
const VIEW = { viewX0: -5, viewX1: 5, viewY0: -2.7, viewY1: 2.7 } as const;
const START: SvddState = { ...(model.base?.state("cloud") as SvddState), ...VIEW };
/** The point that is dragged: near the middle. */
const POINT = 12;
/** nu as a share of the weights, and how far it swings. */
const SHARE = { middle: 0.24, swing: 0.16 } as const;
const DETAILS = { axes: ["", ""], turn: { azimuth: 0, elevation: 0 }, images: null } as const;

/** Its levels would fill a small picture. */
const small = (request: SvddRequest): SvddRequest => ({ ...request, map: null });
const fitOf = ({ request, frame }: { request: SvddRequest; frame: SvddFrame }): SvddAnswer => ({
  request,
  frame: frame as SvddFit,
});
const outsideOf = ({ frame }: SvddAnswer) => frame.kktCase.filter((kase) => kase === OUTSIDE).length;

export default door<SvddState, SvddRequest, SvddFrame>({
  model,
  words: { action: words.action, caption: words.caption, claims: claims.claims },
  at: (phase) => ({ ...START, nuShare: Number((SHARE.middle + SHARE.swing * wave(phase)).toFixed(3)) }),
  seconds: 12,
  request: (state) => small(model.request(state)),
  check: (state) => small(restingRequest(model, state)),
  shows: (frame) => frame.phase === "done",
  results: (frame) => (frame.phase === "done" ? frame.claims : []),

  draw(pen, size, theme, state, answer) {
    const scene = sceneOf(state, answer && fitOf(answer));
    const frame = layFrame(pen, size, theme, {
      fontSize: SMALL,
      x: { domain: scene.window.x },
      y: { domain: scene.window.y },
      aspect: scene.aspect ?? 1,
    });
    const layout = { frame, legend: NO_LEGEND, distances: null };
    drawBack(pen, theme, scene, layout, DETAILS);
    drawPoints(pen, theme, scene, layout);
    drawGrip(pen, theme, frame.x(state.x[2 * POINT] as number), frame.y(state.x[2 * POINT + 1] as number));
    return frame;
  },

  handles(state) {
    const [x, y] = [state.x[2 * POINT] as number, state.x[2 * POINT + 1] as number];
    const text = format(words.at, { x: formatNumber(x), y: formatNumber(y) });
    return [{ id: "point", label: words.point, text, x, y, level: false }];
  },
  moved: (state, _, x, y) => ({
    ...state,
    x: state.x.map((old, k) => (k === 2 * POINT ? x : k === 2 * POINT + 1 ? y : old)),
  }),

  describe(state, answer) {
    const fit = fitOf(answer);
    const { center, rho } = fit.frame.solution;
    const [x = 0, y = 0] = center ?? [];
    const at = format(words.at, { x: formatNumber(x), y: formatNumber(y) });
    return format(words.describe, { n: countOf(state), at, rho: formatNumber(rho), outside: outsideOf(fit) });
  },

  said(before, now) {
    const [first, fit] = [fitOf(before), fitOf(now)];
    const { solution, kktCase } = fit.frame;
    const kase = kktCase[POINT];
    const done = kase === OUTSIDE;
    const text = format(done ? words.outside : kase === BOUNDARY ? words.edge : words.inside, {
      before: formatNumber(first.frame.solution.alpha[POINT] as number),
      alpha: formatNumber(solution.alpha[POINT] as number),
      ...{ rhoBefore: formatNumber(first.frame.solution.rho), rho: formatNumber(solution.rho) },
      ...{ outside: outsideOf(fit), n: kktCase.length },
    });
    return { done, text };
  },
});
