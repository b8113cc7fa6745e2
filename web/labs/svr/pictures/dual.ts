// 1b: the primal falls, the dual rises, and the gap between them closes along the solver's path.
import { html, render } from "lit";
import { format } from "../../../host/messages/format.ts";
import { numeral } from "../../../host/numeral.ts";
import { inSolvedUnits, readings, surfaceIn } from "../../../kit/claim-picture.ts";
import { drawFrame, inFrame, layFrame } from "../../../plot/frame.ts";
import { band, polyline } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { type MountSvrPicture, type ResultOf, words } from "./picture.ts";

type Result = ResultOf<"1b">;

export const mountDual: MountSvrPicture = (root, context) => {
  let result: Result | null = null;
  const template = () => {
    const picture = result?.picture;
    const [primal, dual] = [picture?.primal.at(-1), picture?.dual.at(-1)];
    return html`
      <figure class="claim-figure">
        <div class="claim-canvas claim-path"></div>
        <p class="claim-key">
          <span class="key-primal">${words.dual.primal}</span> <span class="key-dual">${words.dual.dual}</span>
        </p>
        <div class="claim-canvas claim-gap"></div>
        <p class="claim-key">
          <span class="key-gap">${words.dual.gap}</span> <span class="key-kkt">${words.dual.kkt}</span>
        </p>
        <figcaption>${words.dual.caption}</figcaption>
      </figure>
      ${
        picture && primal !== undefined && dual !== undefined
          ? readings([
              [words.dual.primal, numeral(primal, 6)],
              [words.dual.dual, numeral(dual, 6)],
              [words.dual.sum, numeral(picture.sum)],
              [words.dual.beta, numeral(picture.beta.length > 0 ? extent(picture.beta)[0] : 0)],
            ])
          : ""
      }
    `;
  };
  render(template(), root);
  const path = surfaceIn(
    root,
    "claim-path",
    (pen, size, theme) => drawPath(pen, size, theme, result, inSolvedUnits(context, words.dual.objective)),
    words.dual.name,
  );
  const gap = surfaceIn(root, "claim-gap", (pen, size, theme) => drawGap(pen, size, theme, result), words.dual.gapName);
  const update = () => {
    result = context.result("1b");
    render(template(), root);
    if (result !== null) {
      const { iteration, primal, dual } = result.picture;
      const values = {
        iterations: iteration.at(-1) ?? 0,
        primal: numeral(primal.at(-1) ?? 0, 5),
        dual: numeral(dual.at(-1) ?? 0, 5),
      };
      path.describe(format(words.dual.describe, values));
    }
    path.invalidate();
    gap.invalidate();
  };
  update();
  const forget = context.subscribe(update);
  return () => {
    forget();
    path.dispose();
    gap.dispose();
    render("", root);
  };
};

function drawPath(pen: Pen, size: Size, theme: Theme, result: Result | null, title: string): void {
  if (result === null) return;
  const { iteration, primal, dual } = result.picture;
  // The first primals are often many times the last: show what matters, from the dual's start to where the primal has come down to.
  const [low, high] = extent([...dual, primal.at(-1) ?? 0]);
  const top = Math.max(high + (high - low) * 0.6, Math.min(extent(primal)[1], high + (high - low) * 1.5));
  const frame = layFrame(pen, size, theme, {
    x: { domain: horizontal(iteration) },
    y: { domain: padded([low, top], 0.04), label: title },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    band(pen, frame, iteration, dual, primal, { fill: theme.pair, alpha: 0.18 });
    polyline(pen, frame, iteration, primal, { stroke: theme.primal, width: 2, dash: [7, 3] });
    polyline(pen, frame, iteration, dual, { stroke: theme.dual, width: 2 });
  });
}

function drawGap(pen: Pen, size: Size, theme: Theme, result: Result | null): void {
  if (result === null) return;
  const { iteration, primal, dual, kktGap } = result.picture;
  const gap = primal.map((value, k) => value - (dual[k] ?? 0));
  const positive = [...gap, ...kktGap].filter((value) => value > 0);
  const [low, high] = extent(positive, [1e-12, 1]);
  const frame = layFrame(pen, size, theme, {
    x: { domain: horizontal(iteration), label: words.dual.iteration },
    y: { domain: low < high ? [low / 1.5, high * 1.5] : [low / 10, low * 10], log: true, label: words.dual.gapAxis },
  });
  drawFrame(pen, frame, theme);
  // A gap of 0 has no place on a logarithmic axis: the line ends where it closes.
  const visible = (values: Float64Array) => values.map((value) => (value > 0 ? value : Number.NaN));
  inFrame(pen, frame, () => {
    polyline(pen, frame, iteration, visible(gap), { stroke: theme.pair, width: 2 });
    polyline(pen, frame, iteration, visible(kktGap), { stroke: theme.muted, width: 1.5, dash: [3, 3] });
  });
}

function horizontal(iteration: Float64Array): [number, number] {
  const [from, to] = extent(iteration, [0, 1]);
  return from < to ? [from, to] : [from - 0.5, from + 0.5];
}
