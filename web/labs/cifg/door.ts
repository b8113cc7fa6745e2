// The lab on the front door: the size of the gradient on its way back through the steps, as the bias of the forget gate is dragged.
import { door, wave } from "../../door/door.ts";
import { drawTrack, layTracked } from "../../door/marks.ts";
import { format } from "../../host/messages/format.ts";
import { drawLegend, layLegend } from "../../kit/charts/legend.ts";
import type { StageClaimsFrame } from "../../kit/stages/claims.ts";
import { drawFrame, inFrame } from "../../plot/frame.ts";
import { polyline, symbols } from "../../plot/marks.ts";
import { minus } from "../../plot/scale.ts";
import { claimsRequest } from "./claims.ts";
import { CLAIMS } from "./fields.ts";
import { claims } from "./messages/claims.en.ts";
import { door as words } from "./messages/door.en.ts";
import model from "./model.ts";
import type { CifgFrame, CifgRequest } from "./requests.ts";
import { powerText } from "./stages/flow/log-number.ts";
import { type FlowFrame, flowRequest } from "./stages/flow/request.ts";
import { LINES } from "./stages/flow/scene.ts";
import type { CifgState } from "./state.ts";

const START: CifgState = { ...model.initial(), stage: "flow", flowT: 40 };
const BIAS = { least: -4, most: 6, middle: 1, swing: 2 } as const;
/** Decades that are shown: where the gate is shut, lines leave the plot downwards. */
const DECADES = [-14, 0.5] as const;
/** The gate counts as shut from here on. */
const SHUT = -0.5;

const flowOf = (frame: CifgFrame) => (frame as FlowFrame).answer.cifg;
/** What the first step gets of the gradient at the last one; measured, and if only f carried it. */
function shareOf(frame: CifgFrame, field: "logDc" | "logDcThroughCell" = "logDc"): string {
  const sizes = flowOf(frame)[field];
  return powerText((sizes[0] as number) - (sizes.at(-1) as number), 2);
}
/** The gradient, and what the usual claim has it to be. */
const SHOWN = LINES.gradient.filter(({ field }) => field !== "logDh");
const legendItems = [...SHOWN].reverse().map(({ text, colour, dash }) => ({ swatch: { line: colour, dash }, text }));

export default door<CifgState, CifgRequest, CifgFrame>({
  model,
  words: { action: words.action, caption: words.caption, claims: claims.claims },
  at: (phase) => ({ ...START, forgetBias: Number((BIAS.middle + BIAS.swing * wave(phase)).toFixed(2)) }),
  seconds: 10,
  request: flowRequest,
  check: (state) => claimsRequest(state, CLAIMS) as CifgRequest,
  shows: (frame) => frame.task === "flow",
  results: (frame) =>
    frame.task === "claims" ? (frame as StageClaimsFrame<(typeof frame.claims)[number]>).claims : [],

  draw(pen, size, theme, state, answer) {
    const legend = layLegend(pen, size.width - 8, theme, legendItems);
    const { plot, track } = layTracked(
      ...([pen, size, theme] as const),
      {
        x: { domain: [0.5, state.flowT + 0.5], label: words.axes.t, grid: false },
        y: { domain: DECADES, label: words.axes.size },
        top: legend.height,
      },
      [BIAS.least, BIAS.most],
    );
    drawLegend(pen, legend, 4, theme);
    drawFrame(pen, plot, theme);
    const steps = Array.from({ length: state.flowT }, (_, k) => k + 1);
    inFrame(pen, plot, () => {
      if (answer === null) return;
      for (const { field, colour, dash, width } of SHOWN) {
        const sizes = flowOf(answer.frame)[field];
        polyline(pen, plot, steps, sizes, { stroke: theme[colour], width, dash });
        if (field === "logDc") symbols(pen, plot, steps, sizes, 2.4, "circle", { fill: theme[colour] });
      }
    });
    const name = format(words.bias, { value: minus(state.forgetBias.toFixed(1)) });
    drawTrack(pen, theme, track, state.forgetBias, name, words.ends);
    return track;
  },

  handles: ({ forgetBias }) => [
    { id: "bias", label: words.handle, text: minus(forgetBias.toFixed(1)), x: forgetBias, y: 0, level: true },
  ],
  moved: (state, _, x) => ({ ...state, forgetBias: Number(x.toFixed(1)) }),

  describe: ({ flowT, forgetBias }, { frame }) =>
    format(words.describe, {
      ...{ T: flowT, bias: minus(forgetBias.toFixed(1)), share: shareOf(frame) },
      alone: shareOf(frame, "logDcThroughCell"),
    }),

  said(before, now) {
    const { request } = now;
    const done = request.task === "flow" && request.flow.forgetBias <= SHUT;
    const text = format(done ? words.done : words.begun, {
      ...{ share: shareOf(now.frame), before: shareOf(before.frame) },
      alone: shareOf(now.frame, "logDcThroughCell"),
    });
    return { done, text };
  },
});
