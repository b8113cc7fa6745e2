// 1c1: g(b), the cost of an offset: a convex polyline, its set of minimisers drawn as a set, and a handle that moves the fit.
import { html, render } from "lit";
import { format } from "../../../host/messages/format.ts";
import { numeral } from "../../../host/numeral.ts";
import { inSolvedUnits, readings, surfaceIn } from "../../../kit/claim-picture.ts";
import { drawFrame, type Frame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { box, label, polyline, segments, symbol } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { type MountSvrPicture, type ResultOf, type SvrPictureContext, words } from "./picture.ts";

type Result = ResultOf<"1c1">;

/** One arrow key moves b by this share of the axis; with Shift ten times as far. */
const KEY_STEP = 1 / 200;

export const mountOffset: MountSvrPicture = (root, context) => {
  let result: Result | null = null;
  let frame: Frame | null = null;
  const template = () => {
    const picture = result?.picture;
    return html`
      <figure class="claim-figure">
        <div class="claim-canvas claim-offset" tabindex="0"></div>
        <figcaption>${words.offset.caption}</figcaption>
      </figure>
      <div class="claim-controls">
        <button type="button" class="button" ?disabled=${context.store.state.b === null} @click=${() => context.look({ b: null })}>${words.offset.reset}</button>
        ${
          picture
            ? readings([
                [words.offset.pick, numeral(picture.pick, 4)],
                [words.offset.value, numeral(picture.value, 4)],
                [
                  words.offset.slopes,
                  format(words.offset.slopesText, {
                    left: numeral(picture.slopeLeft),
                    right: numeral(picture.slopeRight),
                  }),
                ],
                [words.offset.set, setText(picture.lo, picture.hi)],
                [words.offset.minimum, numeral(picture.minimum, 4)],
              ])
            : ""
        }
      </div>
    `;
  };
  render(template(), root);
  const surface = surfaceIn(
    root,
    "claim-offset",
    (pen, size, theme) => {
      frame = result === null ? null : draw(pen, size, theme, result, context);
    },
    words.offset.name,
    "application",
  );
  const host = surface.host;
  host.setAttribute("role", "slider");

  const update = () => {
    result = context.result("1c1");
    render(template(), root);
    if (result !== null) {
      const { pick, value, slopeLeft, slopeRight, lo, hi } = result.picture;
      const [from, to] = domainOf(result);
      host.setAttribute("aria-valuemin", String(from));
      host.setAttribute("aria-valuemax", String(to));
      host.setAttribute("aria-valuenow", String(shownPick(result, context)));
      const values = {
        pick: numeral(pick, 4),
        value: numeral(value, 4),
        left: numeral(slopeLeft),
        right: numeral(slopeRight),
      };
      host.setAttribute("aria-valuetext", format(words.offset.describe, { ...values, set: setText(lo, hi) }));
    }
    surface.invalidate();
  };

  const dragTo = (event: PointerEvent) => {
    if (frame === null) return;
    const [from, to] = frame.x.domain;
    context.look({ b: Math.max(from, Math.min(to, frame.x.invert(surface.position(event).x))) });
  };
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    host.setPointerCapture(event.pointerId);
    dragTo(event);
  };
  const move = (event: PointerEvent) => {
    if (host.hasPointerCapture(event.pointerId)) dragTo(event);
  };
  const key = (event: KeyboardEvent) => {
    if (result === null) return;
    const [from, to] = domainOf(result);
    const step = (to - from) * KEY_STEP * (event.shiftKey ? 10 : 1);
    const b = shownPick(result, context);
    const target: Record<string, number> = {
      ArrowLeft: b - step,
      ArrowDown: b - step,
      ArrowRight: b + step,
      ArrowUp: b + step,
      Home: from,
      End: to,
    };
    const next = target[event.key];
    if (next === undefined) return;
    event.preventDefault();
    context.look({ b: Math.max(from, Math.min(to, next)) });
  };
  host.addEventListener("pointerdown", down);
  host.addEventListener("pointermove", move);
  host.addEventListener("keydown", key);

  update();
  const forget = context.subscribe(update);
  return () => {
    forget();
    surface.dispose();
    render("", root);
  };
};

function setText(lo: number, hi: number): string {
  return lo < hi
    ? format(words.offset.interval, { lo: numeral(lo, 4), hi: numeral(hi, 4) })
    : format(words.offset.single, { lo: numeral(lo, 4) });
}

function domainOf(result: Result): [number, number] {
  return padded(extent([...result.picture.b, result.picture.lo, result.picture.hi]), 0.04);
}

/** The handle follows the finger; its g and slopes arrive with the next result. */
function shownPick(result: Result, context: SvrPictureContext): number {
  return context.store.state.b ?? result.picture.pick;
}

function draw(pen: Pen, size: Size, theme: Theme, result: Result, context: SvrPictureContext): Frame {
  const { b, g, lo, hi, minimum, pick, value, slopeLeft, slopeRight } = result.picture;
  const domain = domainOf(result);
  const frame = layFrame(pen, size, theme, {
    x: { domain, label: inSolvedUnits(context, words.offset.axisB) },
    y: { domain: padded(extent([...g, minimum, value]), 0.1), label: words.offset.axisG },
    top: 18,
  });
  drawFrame(pen, frame, theme);
  const floor = frame.y.domain[0];
  inFrame(pen, frame, () => {
    // The set of minimisers: a band down to the axis and a thick piece of the polyline, closed at both ends.
    box(pen, frame, lo, floor, hi, minimum, { fill: theme.upper, alpha: 0.2 });
    polyline(pen, frame, b, g, { stroke: theme.ink, width: 2 });
    segments(pen, frame, [lo], [minimum], [hi], [minimum], { stroke: theme.upper, width: 6, cap: "round" });
    segments(pen, frame, [lo, hi], [floor, floor], [lo, hi], [minimum, minimum], {
      stroke: theme.upper,
      width: 1.5,
      dash: [4, 3],
    });
    // One-sided slopes at the pick, as short tangents.
    const reach = (domain[1] - domain[0]) * 0.09;
    segments(
      pen,
      frame,
      [pick, pick],
      [value, value],
      [pick - reach, pick + reach],
      [value - slopeLeft * reach, value + slopeRight * reach],
      {
        stroke: theme.pair,
        width: 3,
      },
    );
  });
  for (const end of [lo, hi])
    symbol(pen, "circle", frame.x(end), frame.y(minimum), 4, { fill: theme.upper, stroke: theme.surface, width: 1 });
  const shown = shownPick(result, context);
  segments(pen, frame, [shown], [floor], [shown], [frame.y.domain[1]], {
    stroke: theme.accent,
    width: 1,
    dash: [2, 3],
  });
  symbol(pen, "diamond", frame.x(pick), frame.y(value), 7, { fill: theme.accent, stroke: theme.surface, width: 1.5 });
  const font = fontOf(theme, 12);
  const middle = Math.max(frame.left + 60, Math.min(frame.right - 60, frame.x((lo + hi) / 2)));
  label(pen, words.offset.setLabel, middle, frame.top - 9, { font, fill: theme.upper, align: "center" });
  return frame;
}
