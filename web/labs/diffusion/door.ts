// The lab on the front door: points of two moons on their way to noise, and back as t is dragged back.
import { door } from "../../door/door.ts";
import { drawTrack, layTracked } from "../../door/marks.ts";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { drawFrame } from "../../plot/frame.ts";
import { claimsRequest } from "./claims.ts";
import { CLAIMS } from "./fields.ts";
import { claims } from "./messages/claims.en.ts";
import { door as words } from "./messages/door.en.ts";
import model from "./model.ts";
import type { DiffusionFrame, DiffusionRequest } from "./requests.ts";
import { drawParticles } from "./stages/forward/draw.ts";
import { type ForwardFrame, type ForwardRequest, forwardRequest } from "./stages/forward/request.ts";
import { sceneOf } from "./stages/forward/scene.ts";
import type { DiffusionState } from "./state.ts";

/** As many particles as a small picture can hold. */
const START: DiffusionState = { ...model.initial(), walk: false, forwardCount: 300, t: 24 };
const VIEW = { x: [-3.4, 3.4], y: [-2, 2] } as const;
/** Where the motion turns, as shares of T. */
const TURNS = { first: 0.12, last: 0.75 } as const;
/** From this share of T on, t counts as dragged to the end. */
const END = 0.95;

/** Its map of the density is not drawn. */
function small(state: DiffusionState): ForwardRequest {
  const request = forwardRequest(state) as ForwardRequest;
  return { ...request, window: { ...request.window, width: 2, height: 2 } };
}
const forwardOf = ({ request, frame }: { request: DiffusionRequest; frame: DiffusionFrame }) => ({
  request: request as ForwardRequest,
  frame: frame as ForwardFrame,
});

/** How far the points are on their way to noise. */
function numbersOf(answer: Parameters<typeof forwardOf>[0]) {
  const { request, frame } = forwardOf(answer);
  const { alphaBar } = frame.schedule;
  const share = request.t === 0 ? 1 : Math.sqrt(alphaBar[request.t - 1] as number);
  const numbers = { share: formatNumber(100 * share), kl: formatNumber(frame.priorKl) };
  return { t: request.t, T: alphaBar.length, ...numbers };
}

export default door<DiffusionState, DiffusionRequest, DiffusionFrame>({
  model,
  words: { action: words.action, caption: words.caption, claims: claims.claims },
  at(phase) {
    // It rests where the data are, and goes there as it came.
    const along = (1 - Math.cos(2 * Math.PI * phase)) / 2;
    return { ...START, t: Math.round(START.T * (TURNS.first + (TURNS.last - TURNS.first) * along)) };
  },
  seconds: 10,
  request: small,
  check: (state) => claimsRequest(state, CLAIMS) as DiffusionRequest,
  shows: (frame) => frame.task === "forward",
  results: (frame) => (frame.task === "claims" ? frame.claims : []),

  draw(pen, size, theme, state, answer) {
    const { plot, track } = layTracked(
      ...([pen, size, theme] as const),
      { x: { domain: VIEW.x }, y: { domain: VIEW.y }, aspect: 1 },
      [0, state.T],
    );
    drawFrame(pen, plot, theme);
    const scene = sceneOf(state, answer && forwardOf(answer), "look", null);
    drawParticles(pen, theme, scene, { size, panels: [{ ways: ["closed"], left: 0, frame: plot }] });
    drawTrack(pen, theme, track, state.t, format(words.step, { t: state.t }), words.ends);
    return track;
  },

  handles: ({ t, T }) => [
    { id: "t", label: words.handle, text: format(words.at, { t, T }), x: t, y: 0, level: true, whole: true },
  ],
  moved: (state, _, x) => ({ ...state, t: Math.round(x) }),

  describe: ({ forwardCount }, answer) => format(words.describe, { n: forwardCount, ...numbersOf(answer) }),

  said(_, now) {
    const numbers = numbersOf(now);
    const done = numbers.t >= END * numbers.T;
    return { done, text: format(done ? words.done : words.begun, numbers) };
  },
});
