// The lab on the front door: a data point wanders, the exact posterior with it, and q can be dragged after it.
import { door } from "../../door/door.ts";
import { drawGrip, SMALL } from "../../door/marks.ts";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { drawLegend, layLegend } from "../../kit/charts/legend.ts";
import { drawFrame, fontOf, layFrame } from "../../plot/frame.ts";
import { label } from "../../plot/marks.ts";
import { claimsRequest } from "./claims.ts";
import { CLAIMS } from "./fields.ts";
import { claims } from "./messages/claims.en.ts";
import { door as words } from "./messages/door.en.ts";
import model from "./model.ts";
import type { VaeFrame, VaeRequest } from "./requests.ts";
import { drawEllipses } from "./stages/bound/draw.ts";
import { legendItem } from "./stages/bound/layout.ts";
import { type BoundFrame, boundRequest } from "./stages/bound/request.ts";
import type { VaeState } from "./state.ts";

const START: VaeState = { ...model.initial(), boundDraws: 100, qMean: [-1.6, -0.6], qVar: [0.14, 0.19] };
/** The circle that the data point goes round. */
const ROUND = { x: 0.9, y: 0.5, radius: 0.7 } as const;
const WINDOW = { x: [-3.2, 3.2], y: [-1.9, 1.9] } as const;
/** q counts as there when its gap is so near to the least one, nats. */
const NEAR = 0.1;

const SHOWN = ["prior", "posterior", "q"] as const;

const exactOf = (frame: VaeFrame) => frame as BoundFrame;

export default door<VaeState, VaeRequest, VaeFrame>({
  model,
  words: { action: words.action, caption: words.caption, claims: claims.claims },
  at(phase) {
    const angle = 2 * Math.PI * phase;
    const { x, y, radius } = ROUND;
    return {
      ...START,
      x: [x + radius * Math.cos(angle), y + radius * Math.sin(angle)].map((c) => Number(c.toFixed(3))),
    };
  },
  seconds: 12,
  request: (state) => boundRequest(state) as VaeRequest,
  check: (state) => claimsRequest(state, CLAIMS) as VaeRequest,
  shows: (frame) => frame.task === "bound",
  results: (frame) => (frame.task === "claims" ? frame.claims : []),

  draw(pen, size, theme, state, answer) {
    const legend = layLegend(pen, size.width - 8, theme, SHOWN.map(legendItem));
    const frame = layFrame(pen, size, theme, {
      fontSize: SMALL,
      x: { domain: WINDOW.x },
      y: { domain: WINDOW.y },
      ...{ aspect: 1, top: legend.height },
    });
    drawLegend(pen, legend, 4, theme);
    drawFrame(pen, frame, theme);
    if (answer !== null) {
      const { picture, exact } = exactOf(answer.frame);
      drawEllipses(pen, theme, frame, picture, SHOWN);
      const gap = format(words.gap, { gap: exact.gap.toFixed(2) });
      label(pen, gap, frame.right - 6, frame.top + 10, {
        ...{ font: fontOf(theme, 13, 600), fill: theme.ink, align: "right", halo: theme.surface },
      });
    }
    const [x = 0, y = 0] = state.qMean;
    drawGrip(pen, theme, frame.x(x), frame.y(y));
    return frame;
  },

  handles({ qMean: [x = 0, y = 0] }) {
    const text = format(words.at, { x: formatNumber(x), y: formatNumber(y) });
    return [{ id: "mean", label: words.handle, text, x, y, level: false }];
  },
  moved: (state, _, x, y) => ({ ...state, qMean: [x, y] }),

  describe({ qMean }, { frame }) {
    const { gap, posteriorMean } = exactOf(frame).exact;
    const place = ([x = 0, y = 0]: ArrayLike<number> & Iterable<number>) =>
      format(words.at, { x: formatNumber(x), y: formatNumber(y) });
    return format(words.describe, { gap: formatNumber(gap), posterior: place(posteriorMean), q: place(qMean) });
  },

  said(before, now) {
    const [first, { exact, best }] = [exactOf(before.frame), exactOf(now.frame)];
    // The variances are not dragged here: what is left at the posterior's mean is what they leave.
    const done = exact.gap <= best.gap + NEAR;
    const text = format(done ? words.done : words.begun, {
      ...{ gap: formatNumber(exact.gap), before: formatNumber(first.exact.gap), best: formatNumber(best.gap) },
    });
    return { done, text };
  },
});
