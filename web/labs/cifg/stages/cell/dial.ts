// The dial f of one unit at one step: c_t lies on the segment from c~_t (f = 0) to c_{t-1} (f = 1). f is no free number, it is
// sigma(z_f): the handle moves b_f, and f answers.
import { html, render, type TemplateResult } from "lit";
import { formatNumber } from "../../../../host/format-number.ts";
import type { Store } from "../../../../host/lab.ts";
import { format } from "../../../../host/messages/format.ts";
import { lockOf } from "../../../../host/restraints.ts";
import { mountHandles } from "../../../../kit/interaction/drag-handles.ts";
import { paragraphs, readingList } from "../../../../kit/stages/stage-elements.ts";
import { typeset } from "../../../../kit/typeset.ts";
import { wordColour } from "../../../../plot/colours.ts";
import { formula } from "../../../../plot/formula.ts";
import { drawFrame, type Frame, fontOf, layFrame } from "../../../../plot/frame.ts";
import { label, symbol } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { cell as words } from "../../messages/cell.en.ts";
import { offsetOf } from "../../problem.ts";
import type { CifgState } from "../../state.ts";
import { COLOURS } from "./draw-blocks.ts";
import { deltaOf, stateOf } from "./quantities.ts";
import type { Scene } from "./scene.ts";

/** The track of b_f: as far as the sigmoid has a slope that can be seen; further where b_f is. */
const REACH = 10;
/** Room of the segment over the track, px. */
const SEGMENT = 92;
/** Nearer to an end than this, f counts as it; likewise of c~ and c_{t-1}. */
const NEAR = 0.01;

/** What the dial shows. */
export interface Dial {
  readonly t: number;
  readonly unit: number;
  readonly b: number;
  readonly z: number;
  readonly f: number;
  readonly oneMinusF: number;
  readonly before: number;
  readonly candidate: number;
  readonly c: number;
  readonly df: number;
  readonly dc: number;
  readonly dCandidate: number;
}

export function dialOf({ problem, states, back, lit, unit }: Scene): Dial {
  const t = lit?.t ?? 1;
  const value = (id: "z_f" | "f" | "c" | "c~", when = t) => stateOf(states, problem, id, when, unit);
  const delta = (id: "f" | "c" | "c~") => deltaOf(back, problem, id, t, unit);
  return {
    ...{ t, unit, b: problem.params.b_f[unit] ?? Number.NaN, z: value("z_f"), f: value("f") },
    oneMinusF: states.oneMinusF[(t - 1) * problem.dh + unit] ?? Number.NaN,
    ...{ before: value("c", t - 1), candidate: value("c~"), c: value("c") },
    ...{ df: delta("f"), dc: delta("c"), dCandidate: delta("c~") },
  };
}

/** What is to be seen at this place of the dial. */
export function remarksOf({ f, oneMinusF, before, candidate }: Dial): string[] {
  const same = Math.abs(before - candidate) < NEAR * Math.max(1, Math.abs(before));
  return [
    ...(f < NEAR ? [words.dial.cut] : oneMinusF < NEAR ? [words.dial.keeps] : [words.dial.between]),
    ...(same ? [words.dial.same] : []),
  ];
}

/** @param carried its handle is held, or no longer */
export function mountDial(root: HTMLElement, store: Store<CifgState>, carried: (now: boolean) => void) {
  const host = document.createElement("section");
  host.className = "cell-dial";
  host.setAttribute("aria-label", words.dial.label);
  host.innerHTML = `<h2></h2><div class="cell-dial-plot"></div><div class="cell-dial-words"></div>`;
  root.append(host);
  const [title, plot, text] = [...host.children] as [HTMLElement, HTMLElement, HTMLElement];
  let dial: Dial | null = null;
  let frozen: number | null = null;

  const reach = (b: number) => frozen ?? Math.max(REACH, Math.ceil((1.25 * Math.abs(b)) / REACH) * REACH);
  /** Laying it out measures texts: it is kept while nothing of it changes. */
  let kept: { most: number; size: Size; theme: Theme; frame: Frame } | null = null;
  function frameOf(pen: Pen, size: Size, theme: Theme, { b }: Dial): Frame {
    const most = reach(b);
    const { width, height } = size;
    if (kept?.most === most && kept.theme === theme && kept.size.width === width && kept.size.height === height)
      return kept.frame;
    const frame = layFrame(pen, size, theme, {
      x: { domain: [-most, most], label: words.dial.axis, grid: false },
      y: { domain: [0, 1], ticks: [], grid: false },
      top: SEGMENT,
      right: 16,
    });
    kept = { most, size: { width, height }, theme, frame };
    return frame;
  }

  const surface = new Surface(
    plot,
    {
      all(pen, size, theme) {
        if (dial !== null) drawDial(pen, size, theme, dial, frameOf(pen, size, theme, dial));
      },
    },
    { label: words.dial.label, role: "group", oncommit: () => handles.place() },
  );
  const handles = mountHandles(surface, {
    frame: () =>
      dial === null || surface.width === 0 ? null : frameOf(surface.ruler, surface.size, surface.theme, dial),
    handles: () =>
      dial === null || locked()
        ? []
        : [
            {
              id: "dial",
              label: format(words.dial.handle, { unit: dial.unit + 1, t: dial.t }),
              text: format(words.dial.value, { b: formatNumber(dial.b, 4), f: formatNumber(dial.f, 4) }),
              ...{ x: store.state.weights[indexOf(store.state, dial.unit)] ?? dial.b, y: 0.5, level: true },
            },
          ],
    move(_, b, __, gesture) {
      if (dial === null) return;
      const index = indexOf(store.state, dial.unit);
      store.patch({ weights: store.state.weights.map((old, k) => (k === index ? b : old)) }, { gesture });
    },
    hold(taken) {
      frozen = taken && dial !== null ? reach(dial.b) : null;
      surface.invalidate();
      carried(taken);
    },
  });

  return {
    update(scene: Scene): void {
      dial = dialOf(scene);
      render(html`${format(words.dial.title, { t: dial.t, unit: dial.unit + 1 })}`, title);
      render(readings(dial), text);
      surface.describe(
        format(words.dial.describe, {
          ...{ t: dial.t, unit: dial.unit + 1, f: formatNumber(dial.f), c: formatNumber(dial.c) },
          ...{ from: formatNumber(dial.candidate), to: formatNumber(dial.before) },
        }),
      );
      surface.invalidate();
      handles.place();
    },
    flush: () => surface.flush(),
    dispose(): void {
      handles.dispose();
      surface.dispose();
      host.remove();
    },
  };
}

/** Its handle moves a weight. */
const locked = () => lockOf("weights") !== null;

const indexOf = (sizes: Pick<CifgState, "dx" | "dh">, unit: number) => offsetOf("b_f", sizes) + unit;

function readings(dial: Dial): TemplateResult {
  const show = (value: number) => formatNumber(value, 4);
  const { f, dc } = dial;
  return html`${readingList([
    { id: "z_f", name: typeset("z_{f,t}"), value: show(dial.z) },
    { id: "f", name: typeset("f_t = σ(z_{f,t})"), value: show(f) },
    { id: "1-f", name: typeset("1 − f_t"), value: show(dial.oneMinusF) },
    { id: "df", name: typeset("δf_t = δc_t (c_{t−1} − c̃_t)"), value: show(dial.df) },
    { id: "dc~", name: typeset("δc̃_t = δc_t (1 − f_t)"), value: show(dial.dCandidate) },
    { id: "kept", name: typeset("δc_t f_t"), value: `${show(dc)} · ${show(f)}` },
  ])}
  ${paragraphs(remarksOf(dial))}`;
}

/** Over the track the segment, in shares of f, with its ends and c_t; below, the track of b_f with its handle. */
function drawDial(pen: Pen, size: Size, theme: Theme, dial: Dial, frame: Frame): void {
  const { f, before, candidate, c, b } = dial;
  const [left, right] = [Math.max(frame.left, 34), Math.min(frame.right, size.width - 34)];
  const y = 46;
  const at = left + f * (right - left);
  const line = (from: number, to: number, colour: string, width: number) => {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    pen.moveTo(from, y);
    pen.lineTo(to, y);
    pen.stroke();
  };
  line(left, at, theme[COLOURS.f], 7);
  line(at, right, theme[COLOURS["c~"]], 3);
  symbol(pen, "diamond", left, y, 7, { fill: theme[COLOURS["c~"]], stroke: theme.surface, width: 1.5 });
  symbol(pen, "square", right, y, 7, { fill: theme[COLOURS.c], stroke: theme.surface, width: 1.5 });
  symbol(pen, "circle", at, y, 9, { fill: theme.ink, stroke: theme.surface, width: 2 });
  const ink = { fill: theme.ink, size: 14 } as const;
  const font = fontOf(theme, 12);
  const muted = { font, fill: theme.muted };
  formula(pen, "c\u0303_t", left, y - 34, { ...ink, align: "center" });
  formula(pen, "c_{t−1}", right, y - 34, { ...ink, align: "center" });
  label(pen, formatNumber(candidate, 3), left, y - 18, { ...muted, align: "center", fill: theme.ink });
  label(pen, formatNumber(before, 3), right, y - 18, { ...muted, align: "center", fill: theme.ink });
  label(pen, words.dial.none, left, y + 18, { ...muted, align: "center" });
  label(pen, words.dial.all, right, y + 18, { ...muted, align: "center" });
  // c_t is named below the line, away from the names of the ends.
  const text = `c_t = ${formatNumber(c, 3)}`;
  const inside = Math.max(left + 62, Math.min(right - 62, at));
  formula(pen, text, inside, y + 20, {
    fill: wordColour(theme, COLOURS.c),
    size: 14,
    align: "center",
    halo: theme.surface,
  });
  drawFrame(pen, frame, theme);
  const track = (frame.top + frame.bottom) / 2;
  pen.strokeStyle = theme.edge;
  pen.lineWidth = 3;
  pen.beginPath();
  pen.moveTo(frame.left, track);
  pen.lineTo(frame.right, track);
  pen.stroke();
  symbol(pen, "circle", frame.x(b), track, 8, {
    fill: locked() ? theme.edge : theme.accent,
    stroke: theme.surface,
    width: 2,
  });
}
