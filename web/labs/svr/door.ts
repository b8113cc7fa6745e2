// The lab on the front door: a noisy sinc whose tube breathes, and a point of it that can be dragged out.

import { door, wave } from "../../door/door.ts";
import { drawGrip, NO_LEGEND, SMALL } from "../../door/marks.ts";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { restingRequest } from "../../kit/points/request.ts";
import { layFrame } from "../../plot/frame.ts";
import { drawBack, drawPoints } from "./main-plot/draw.ts";
import { sceneOf } from "./main-plot/scene.ts";
import { supportVectors } from "./main-plot/words.ts";
import { claims } from "./messages/claims.en.ts";
import { door as words } from "./messages/door.en.ts";
import model from "./model.ts";
import { take } from "./presets.ts";
import type { SvrAnswer, SvrFit, SvrFrame, SvrRequest } from "./request.ts";
import type { SvrState } from "./state.ts";
import { teaching } from "./teaching.ts";

/** A view with room above the curve: axes must not move under the hand. */
const VIEW = { viewX0: -9.6, viewX1: 9.6, viewY0: -0.75, viewY1: 1.75 } as const;
take(teaching);
const START: SvrState = { ...(model.base?.state("sinc") as SvrState), ...VIEW };
/** The point that is dragged: inside of the tube, where there is room above. */
const POINT = START.x.indexOf(4.74);
/** Half width of the tube, and how far it breathes. */
const TUBE = { middle: 0.2, swing: 0.11 } as const;
/** Places of the curve: as many as a small picture shows. */
const SAMPLES = 161;

const small = (request: SvrRequest): SvrRequest => ({
  ...request,
  curve: request.curve && { ...request.curve, samples: SAMPLES },
});
const fitOf = ({ request, frame }: { request: SvrRequest; frame: SvrFrame }): SvrAnswer => ({
  request,
  frame: frame as SvrFit,
});
const alphaOf = ({ frame: { solution } }: SvrAnswer) =>
  (solution.alpha[POINT] as number) + (solution.alphaStar[POINT] as number);

export default door<SvrState, SvrRequest, SvrFrame>({
  model,
  words: { action: words.action, caption: words.caption, claims: claims.claims },
  at: (phase) => ({ ...START, epsilon: Number((TUBE.middle + TUBE.swing * wave(phase)).toFixed(3)) }),
  seconds: 9,
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
    });
    drawBack(pen, theme, scene, { frame, legend: NO_LEGEND });
    drawPoints(pen, theme, scene, { frame, legend: NO_LEGEND });
    drawGrip(pen, theme, frame.x(state.x[POINT] as number), frame.y(state.y[POINT] as number));
    return frame;
  },

  handles(state) {
    const [x, y] = [state.x[POINT] as number, state.y[POINT] as number];
    const said = { label: format(words.point, { x: formatNumber(x) }), text: format(words.at, { y: formatNumber(y) }) };
    return [{ id: "point", ...said, x, y, level: false, upright: true }];
  },
  moved: (state, _, _x, y) => ({ ...state, y: state.y.map((old, i) => (i === POINT ? y : old)) }),

  describe(state, answer) {
    const fit = fitOf(answer);
    return format(words.describe, {
      ...{ n: state.y.length, tube: formatNumber(fit.frame.tube), sv: supportVectors(fit) },
    });
  },

  said(before, now) {
    const [first, fit] = [fitOf(before), fitOf(now)];
    const kase = fit.frame.kktCase[POINT];
    const done = kase === 0 || kase === 4;
    const text = format(done ? words.outside : kase === 2 ? words.inside : words.edge, {
      ...{ before: formatNumber(alphaOf(first)), alpha: formatNumber(alphaOf(fit)) },
      ...{ xi: formatNumber((fit.frame.solution.xi[POINT] as number) * fit.frame.scaling.yScale) },
      ...{ sv: supportVectors(fit), svBefore: supportVectors(first), n: fit.request.problem.y.length },
    });
    return { done, text };
  },
});
