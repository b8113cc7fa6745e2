// Remark 2: arrows of the score at places drawn from q(x_t), and where Tweedie's formula leads from there.
import { html } from "lit";
import { format } from "../../../host/messages/format.ts";
import { differ, GHOST } from "../../../kit/claim-plots/axes.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { live, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { inFrame } from "../../../plot/frame.ts";
import { symbols } from "../../../plot/marks.ts";
import { arrow } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent } from "../../../plot/scale.ts";
import {
  controls,
  coordinate,
  layPlane,
  type MountDiffusionClaimPlot,
  type PictureOf,
  showing,
  words,
} from "./context.ts";

type Picture = PictureOf<"4r2">;

/** The longest arrow of the score, as a share of the plane's shorter side: scores have no length in the plane. */
const LONGEST = 0.16;

const texts = words.score;

export const mountScore: MountDiffusionClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "4r2");
  // A mistake in Tweedie's formula leaves the scores as they are.
  const wrongScore = () => {
    const now = picture();
    return broken() && now !== null && differ(now.score, now.intactScore);
  };
  const arrows = (wrong: boolean): readonly KeyEntry[] => [
    ["dot", "ink", texts.place],
    ["arrow", "dual", texts.score],
    ...(wrong ? [["arrow", "fail", texts.scoreBroken] as const] : []),
  ];
  const template = () => {
    const now = picture();
    const wrong = broken();
    const scores = wrongScore();
    const none = now !== null && now.tweedie.length === 0;
    const caption = (text: string) => (now === null ? "" : format(text, { t: now.t, count: now.x.length / 2 }));
    return html`
      ${controls(context, "4r2")}
      <div class="claim-pair">
      ${figureWith("claim-arrows", arrows(scores), caption(scores ? texts.brokenCaption : wrong ? texts.rightScores : texts.caption), arrows(!scores))}
      ${figureWith(
        "claim-means",
        [
          ["dot", "ink", texts.place],
          ["arrow", wrong ? "fail" : "primal", texts.tweedie],
          ["ring", "tube", texts.x0],
        ],
        none ? texts.noTweedie : wrong ? texts.tweedieBroken : texts.tweedieCaption,
      )}
      </div>
    `;
  };
  return live(root, context, template, () => {
    const score = surfaceIn(root, "claim-arrows", drawn(drawScore), texts.name);
    const tweedie = surfaceIn(root, "claim-means", drawn(drawTweedie), texts.tweedieName);
    const update = () => {
      const now = picture();
      if (now === null) return;
      const values = { t: now.t, count: now.x.length / 2 };
      score.describe(format(texts.describe, values));
      tweedie.describe(format(texts.tweedieDescribe, values));
    };
    return { surfaces: [score, tweedie], update };
  });
};

function drawScore(pen: Pen, size: Size, theme: Theme, { x, score, intactScore }: Picture, wrong: boolean): void {
  const broken = wrong && differ(score, intactScore);
  const frame = layPlane(pen, size, theme, [x], 0.2);
  const [xs, ys] = [coordinate(x, 0), coordinate(x, 1)];
  const lengths = (arrows: Float64Array) => xs.map((_, i) => Math.hypot(arrows[2 * i] ?? 0, arrows[2 * i + 1] ?? 0));
  const longest = extent([...lengths(score), ...lengths(intactScore)])[1];
  const unit = (LONGEST * Math.min(frame.right - frame.left, frame.bottom - frame.top)) / (longest || 1);
  inFrame(pen, frame, () => {
    symbols(pen, frame, xs, ys, 2.2, "circle", { fill: theme.ink });
    xs.forEach((place, i) => {
      const [px, py] = [frame.x(place), frame.y(ys[i] as number)];
      const to = (arrows: Float64Array) =>
        [px + (arrows[2 * i] as number) * unit, py - (arrows[2 * i + 1] as number) * unit] as const;
      arrow(pen, px, py, ...to(intactScore), { stroke: theme.dual, width: 1.5, alpha: broken ? GHOST : 1 }, 6);
      if (broken) arrow(pen, px, py, ...to(score), { stroke: theme.fail, width: 1.5, dash: [3, 2] }, 6);
    });
  });
}

function drawTweedie(pen: Pen, size: Size, theme: Theme, { x, tweedie, x0 }: Picture, broken: boolean): void {
  const frame = layPlane(pen, size, theme, [x, x0, tweedie]);
  const [xs, ys] = [coordinate(x, 0), coordinate(x, 1)];
  inFrame(pen, frame, () => {
    const found = [coordinate(x0, 0), coordinate(x0, 1)] as const;
    symbols(pen, frame, ...found, 4.5, "ring", { stroke: theme.tube, width: 2 });
    for (let i = 0; 2 * i < tweedie.length; ++i) {
      const to = [frame.x(tweedie[2 * i] as number), frame.y(tweedie[2 * i + 1] as number)] as const;
      const style = broken ? { stroke: theme.fail, dash: [3, 2] } : { stroke: theme.primal };
      arrow(pen, frame.x(xs[i] as number), frame.y(ys[i] as number), ...to, { ...style, width: 1.25 }, 6);
    }
    symbols(pen, frame, xs, ys, 2.2, "circle", { fill: theme.ink });
  });
}
