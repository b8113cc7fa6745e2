// 2.6: shares outside and not inside as nu goes from 0 to 1, and the diagonal between them. Dragging sets nu, which snaps to
// multiples of 1/n.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { newGesture } from "../../../host/store.ts";
import { live, readings, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { brokenLine, FADED } from "../../../kit/main-plot/broken.ts";
import { countOf, NEW_PATH } from "../../../kit/points/state.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { rule, symbol, symbols } from "../../../plot/marks.ts";
import { segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { TABLE } from "../state.ts";
import { type MountSvddClaimPlot, type PlotDataOf, words } from "./context.ts";

type PlotData = PlotDataOf<"2.6">;

/** A drag this near to k / n is set to k / n, px. */
const SNAP = 7;
/** Shares that differ by less are equal. */
const SAME = 1e-9;
/** One arrow key moves nu by this much; with Shift to the next multiple of 1/n. */
const KEY_STEP = 0.01;

const { min, max } = TABLE.nuShare;
const inside = (share: number) => Math.max(min, Math.min(max, share));

/** The multiple of 1/n nearest to a share, or the share itself where that is farther than `reach`. */
export function snapped(share: number, n: number, reach: number): number {
  const tie = Math.round(share * n) / n;
  return inside(Math.abs(tie - share) <= reach && tie > 0 && tie < 1 ? tie : share);
}

const isSample = (now: PlotData | null, n: number) => now !== null && now.sweepPoints > 0 && now.sweepPoints < n;

export const mountNu: MountSvddClaimPlot = (root, context) => {
  const plotData = () => context.result("2.6")?.picture ?? null;
  const broken = () => context.result("2.6")?.broken ?? false;
  let frame: Frame | null = null;
  const template = () => {
    const now = plotData();
    const texts = now && {
      outside: formatNumber(now.outside, 4),
      below: now.outside <= now.nu + SAME ? "≤" : ">",
      nu: formatNumber(now.nu, 4),
      above: now.nu <= now.notInside + SAME ? "≤" : ">",
      notInside: formatNumber(now.notInside, 4),
    };
    const counted = now && { counted: now.sweepNu.length, tried: now.sweepTried, points: now.sweepPoints };
    return html`
      <figure class="claim-figure">
        <div class="claim-canvas claim-sweep" tabindex="0"></div>
        <p class="claim-key"><span class="key-outside">${words.nu.outside}</span> <span class="key-not-inside">${words.nu.notInside}</span> <span class="key-diagonal">${words.nu.axisNu}</span></p>
        <figcaption>${words.nu.caption}${broken() ? html` ${words.nu.brokenCaption}` : ""}${isSample(now, countOf(context.store.state)) ? html` ${words.nu.sample}` : ""}</figcaption>
      </figure>
      ${
        texts === null
          ? ""
          : readings([
              [broken() ? words.nu.broken : words.nu.now, format(words.nu.shares, texts)],
              ...(counted === null || counted.tried === 0
                ? []
                : [[words.nu.swept, format(words.nu.counted, counted)] as const]),
              ...(now !== null && now.added > 0 ? [[words.nu.added, formatNumber(now.added, 4)] as const] : []),
            ])
      }
    `;
  };
  return live(root, context, template, () => {
    const surface = surfaceIn(
      root,
      "claim-sweep",
      (pen, size, theme) => {
        const now = plotData();
        frame = now === null ? null : draw(pen, size, theme, now, context.store.state.nuShare, broken());
      },
      words.nu.name,
      "application",
    );
    const { host } = surface;
    host.setAttribute("role", "slider");
    host.setAttribute("aria-valuemin", String(min));
    host.setAttribute("aria-valuemax", String(max));
    let gesture = newGesture();
    // nu is a parameter like any other: undo brings it back.
    const move = (nuShare: number) =>
      context.store.patch({ nuShare, ...NEW_PATH, rho: null, alpha: null, beta: null, gammaMult: null }, { gesture });
    const dragTo = (event: PointerEvent) => {
      if (frame === null) return;
      const share = frame.x.invert(surface.position(event).x);
      move(snapped(share, countOf(context.store.state), SNAP * (frame.x.invert(1) - frame.x.invert(0))));
    };
    host.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      gesture = newGesture();
      host.setPointerCapture(event.pointerId);
      dragTo(event);
    });
    host.addEventListener("pointermove", (event) => {
      if (host.hasPointerCapture(event.pointerId)) dragTo(event);
    });
    host.addEventListener("keydown", (event) => {
      const { nuShare } = context.store.state;
      const n = countOf(context.store.state);
      const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (way === undefined) return;
      event.preventDefault();
      const next = (way > 0 ? Math.floor(nuShare * n + 1e-6) + 1 : Math.ceil(nuShare * n - 1e-6) - 1) / n;
      move(inside(event.shiftKey ? next : nuShare + way * KEY_STEP));
    });
    const update = () => {
      const { nuShare } = context.store.state;
      host.setAttribute("aria-valuenow", String(nuShare));
      const now = plotData();
      if (now === null) return;
      const texts = {
        nu: formatNumber(now.nu, 4),
        outside: formatNumber(now.outside, 4),
        notInside: formatNumber(now.notInside, 4),
      };
      host.setAttribute("aria-valuetext", format(words.nu.describe, texts));
    };
    return { surfaces: [surface], update };
  });
};

/** @param share nu of the state; the counts at it come with the next result */
function draw(pen: Pen, size: Size, theme: Theme, now: PlotData, share: number, broken: boolean): Frame {
  const { nu, outside, notInside, sweepNu, sweepOutside, sweepNotInside, sweepIntact } = now;
  const { intactNu, intactOutside, intactNotInside } = now;
  // nu is above 1 where its hypothesis is dropped.
  const most = Math.max(1, nu * 1.04);
  const frame = layFrame(pen, size, theme, {
    x: { domain: [0, most], label: words.nu.axisNu },
    y: { domain: [-0.02, most + 0.04], label: words.nu.axisShare },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    segments(pen, frame, [0], [0], [most], [most], { stroke: theme.pair, width: 1.5, dash: [6, 4] });
    // Nothing is known between two fits: a point at each, and no line to the next.
    segments(pen, frame, sweepNu, sweepOutside, sweepNu, sweepNotInside, { stroke: theme.muted, width: 1 });
    symbols(pen, frame, sweepNu, sweepNotInside, 3, "square", { fill: theme.upper });
    const wrong = sweepOutside.map((value, k) => (value > (sweepNu[k] ?? 0) + SAME ? value : Number.NaN));
    const shown = wrong.filter(Number.isFinite);
    if (shown.length > 0)
      symbols(pen, frame, sweepNu, sweepIntact, 3, "triangle-up", { fill: theme.above, alpha: FADED });
    symbols(pen, frame, sweepNu, sweepOutside, 3, "triangle-up", { fill: theme.above });
    const places = sweepNu.filter((_, k) => Number.isFinite(wrong[k]));
    symbols(pen, frame, places, shown, 4.5, "cross", { stroke: theme.fail, width: 1.5 });
    rule(pen, frame, "x", share, { stroke: theme.accent, width: 1.5, dash: [2, 3] });
    segments(pen, frame, [nu], [outside], [nu], [notInside], { stroke: theme.ink, width: 2 });
  });
  const mark = { stroke: theme.surface, width: 1 };
  if (broken) {
    const pale = { ...mark, alpha: FADED };
    symbol(pen, "square", frame.x(intactNu), frame.y(intactNotInside), 5, { ...pale, fill: theme.upper });
    symbol(pen, "triangle-up", frame.x(intactNu), frame.y(intactOutside), 5, { ...pale, fill: theme.above });
    // By how much one of the shares is on the wrong side of nu.
    for (const [from, to] of [
      [notInside, nu],
      [nu, outside],
    ] as const)
      if (from < to - SAME)
        inFrame(pen, frame, () => segments(pen, frame, [nu], [from], [nu], [to], { ...brokenLine(theme), width: 3 }));
  }
  const failed = (wrong: boolean) => (broken && wrong ? theme.fail : null);
  symbol(pen, "square", frame.x(nu), frame.y(notInside), broken && notInside < nu - SAME ? 7 : 5, {
    ...{ ...mark, fill: failed(notInside < nu - SAME) ?? theme.upper },
  });
  symbol(pen, "triangle-up", frame.x(nu), frame.y(outside), broken && outside > nu + SAME ? 7 : 5, {
    ...{ ...mark, fill: failed(outside > nu + SAME) ?? theme.above },
  });
  symbol(pen, "diamond", frame.x(nu), frame.y(nu), 5, { fill: theme.accent, stroke: theme.surface, width: 1 });
  return frame;
}
