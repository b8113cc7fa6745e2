// 1c2: every point as (e_i, alpha_i - alpha*_i) on the staircase C d|e|_epsilon, and the row of the one that is picked.
import { html, render } from "lit";
import { format } from "../../../host/messages/format.ts";
import { numeral } from "../../../host/numeral.ts";
import { inSolvedUnits, pointPicker, surfaceIn } from "../../../kit/claim-picture.ts";
import { pointStyle } from "../../../kit/marks.ts";
import { pickedPoint } from "../../../kit/state.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { box, polyline, symbol, symbols } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { LOOKS } from "../legend.ts";
import { type MountSvrPicture, type ResultOf, type SvrPictureContext, words } from "./picture.ts";

type Result = ResultOf<"1c2">;

/** A tap this far from a point still picks it, px. */
const REACH = 28;

export const mountStaircase: MountSvrPicture = (root, context) => {
  let result: Result | null = null;
  let frame: Frame | null = null;
  const template = () => html`
    <figure class="claim-figure">
      <div class="claim-canvas claim-staircase" tabindex="0"></div>
      <figcaption>${words.staircase.caption}</figcaption>
    </figure>
    <div class="claim-controls">${pointPicker(context)} ${result === null ? "" : rowTable(result, context)}</div>
  `;
  render(template(), root);
  const surface = surfaceIn(
    root,
    "claim-staircase",
    (pen, size, theme) => {
      frame = result === null ? null : draw(pen, size, theme, result, context);
    },
    words.staircase.name,
    "application",
  );
  const host = surface.host;
  const update = () => {
    result = context.result("1c2");
    render(template(), root);
    if (result !== null) {
      const counts = LOOKS.map((_, kase) => (result as Result).picture.kktCase.filter((each) => each === kase).length);
      const row = rowOf(result, pickedPoint(context.store.state));
      const picked =
        row === null
          ? ""
          : format(words.staircase.describePoint, { point: pickedPoint(context.store.state) + 1, name: row.name });
      const [below, lower, inside, upper, above] = counts.map(String);
      surface.describe(
        `${format(words.staircase.describe, { below: below ?? "", lower: lower ?? "", inside: inside ?? "", upper: upper ?? "", above: above ?? "" })} ${picked}`,
      );
    }
    surface.invalidate();
  };
  const { pick } = context;
  const down = (event: PointerEvent) => {
    if (frame === null || result === null || event.button !== 0) return;
    const { x, y } = surface.position(event);
    const { residual, coefficient } = result.picture;
    let best = -1;
    let least = REACH * REACH;
    residual.forEach((e, i) => {
      const distance = ((frame as Frame).x(e) - x) ** 2 + ((frame as Frame).y(coefficient[i] ?? 0) - y) ** 2;
      if (distance <= least) [best, least] = [i, distance];
    });
    if (best >= 0) pick(best);
  };
  const key = (event: KeyboardEvent) => {
    if (result === null) return;
    // Along the staircase, not along the data: the next point is the one with the next larger residual.
    const { residual } = result.picture;
    const order = Array.from(residual.keys()).sort((i, j) => (residual[i] ?? 0) - (residual[j] ?? 0));
    const place = order.indexOf(pickedPoint(context.store.state));
    const target: Record<string, number> = {
      ArrowLeft: place - 1,
      ArrowDown: place - 1,
      ArrowRight: place + 1,
      ArrowUp: place + 1,
      Home: 0,
      End: order.length - 1,
    };
    const next = order[target[event.key] ?? -1];
    if (target[event.key] === undefined) return;
    event.preventDefault();
    if (next !== undefined) pick(next);
  };
  host.addEventListener("pointerdown", down);
  host.addEventListener("keydown", key);
  update();
  const forget = context.subscribe(update);
  return () => {
    forget();
    surface.dispose();
    render("", root);
  };
};

interface Row {
  kase: number;
  name: string;
  e: number;
  coefficient: number;
  distance: number;
}

function rowOf(result: Result, point: number): Row | null {
  const { residual, coefficient, kktCase, distance } = result.picture;
  const kase = kktCase[point];
  if (kase === undefined) return null;
  return {
    kase,
    name: words.staircase.cases[kase] ?? "",
    e: residual[point] ?? 0,
    coefficient: coefficient[point] ?? 0,
    distance: distance[point] ?? 0,
  };
}

/** The table of the claim, the picked point's row filled with its numbers. */
function rowTable(result: Result, context: SvrPictureContext) {
  const point = pickedPoint(context.store.state);
  const row = rowOf(result, point);
  if (row === null) return "";
  const { frame } = context;
  const { C, epsilon } = result.picture;
  // Which of the two multipliers the difference is; the other one is 0, except in a broken certificate.
  const multipliers = result.broken
    ? html`<td colspan="2">α − α* = ${numeral(row.coefficient, 4)}</td>`
    : html`<td>${numeral(Math.max(row.coefficient, 0), 4)}</td>
        <td>${numeral(Math.max(-row.coefficient, 0), 4)}</td>`;
  return html`<table class="claim-kkt">
    <thead>
      <tr>
        <th scope="col">${words.staircase.columns.kase}</th>
        <th scope="col">e</th>
        <th scope="col">α</th>
        <th scope="col">α*</th>
        <th scope="col">ξ</th>
      </tr>
    </thead>
    <tbody>
      ${[4, 3, 2, 1, 0].map((kase) => {
        const picked = kase === row.kase;
        const rule = words.staircase.rules[kase];
        return html`<tr data-case=${kase} aria-current=${picked ? "true" : "false"}>
          <th scope="row">${words.staircase.cases[kase]}</th>
          ${
            picked
              ? html`<td>${numeral(row.e, 4)}</td>
                  ${multipliers}
                  <td>${numeral(frame?.solution.xi[point] ?? 0, 4)}</td>`
              : html`<td>${rule?.e}</td><td>${rule?.alpha}</td><td>${rule?.alphaStar}</td><td>${rule?.xi}</td>`
          }
        </tr>`;
      })}
    </tbody>
    <caption>${format(words.staircase.tableCaption, { C: numeral(C, 4), epsilon: numeral(epsilon, 4), distance: numeral(row.distance) })}</caption>
  </table>`;
}

function draw(pen: Pen, size: Size, theme: Theme, result: Result, context: SvrPictureContext): Frame {
  const { residual, coefficient, kktCase, band, C, epsilon } = result.picture;
  const domain = padded(extent([...residual, -1.6 * epsilon, 1.6 * epsilon]), 0.06);
  const heights = extent([...coefficient, -C, C]);
  const frame = layFrame(pen, size, theme, {
    x: { domain, label: inSolvedUnits(context, words.staircase.axisE) },
    y: { domain: padded(heights, 0.1), label: words.staircase.axisDelta },
  });
  drawFrame(pen, frame, theme);
  const [low, high] = padded(heights, 0.1);
  inFrame(pen, frame, () => {
    for (const edge of [-epsilon, epsilon]) {
      // The band may be thinner than a pixel: a hair line marks it then.
      const half = Math.max(band, (frame.x.invert(1) - frame.x.invert(0)) * 0.75);
      box(pen, frame, edge - half, low, edge + half, high, { fill: theme.pair, alpha: 0.25 });
    }
    polyline(pen, frame, [domain[0], -epsilon, -epsilon, epsilon, epsilon, domain[1]], [-C, -C, 0, 0, C, C], {
      stroke: theme.accent,
      width: 2.5,
      alpha: 0.8,
    });
    LOOKS.forEach((look, kase) => {
      const rows = Array.from(kktCase.keys()).filter((i) => kktCase[i] === kase);
      const [x, y] = [rows.map((i) => residual[i] ?? 0), rows.map((i) => coefficient[i] ?? 0)];
      symbols(pen, frame, x, y, 5, look.shape, pointStyle(theme, look));
    });
  });
  const point = pickedPoint(context.store.state);
  const [e, delta] = [residual[point], coefficient[point]];
  if (e !== undefined && delta !== undefined)
    symbol(pen, "ring", frame.x(e), frame.y(delta), 10, { stroke: theme.ink, width: 2 });
  return frame;
}
