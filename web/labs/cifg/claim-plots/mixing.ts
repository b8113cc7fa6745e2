// 3a: in each unit c_t is a place on the segment from the candidate to the old cell state, and f says which; and the diagonals of the
// three Jacobians by two routes.
import { html } from "lit";
import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { figureWith, type KeyEntry } from "../../../kit/claims/claim-figure.ts";
import { readings, slider, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { mountHandles } from "../../../kit/interaction/drag-handles.ts";
import { drawFrame, type Frame, inFrame, layFrame } from "../../../plot/frame.ts";
import { symbol } from "../../../plot/marks.ts";
import { box, segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import type { Surface } from "../../../plot/surface.ts";
import { choice } from "./choice.ts";
import {
  aboutOf,
  type CifgClaimPlotContext,
  drawOverSteps,
  type MountCifgClaimPlot,
  type PictureOf,
  placeAt,
  placePickers,
  showing,
  sub,
  words,
  wrongText,
} from "./context.ts";

type Picture = PictureOf<"3a">;

const texts = words.mixing;

const KEYS: readonly KeyEntry[] = [
  ["ring", "primal", texts.candidate],
  ["square", "dual", texts.before],
  ["dot", "ink", texts.now],
  ["diamond", "accent", texts.trial],
];
const PAIR: readonly KeyEntry[] = [
  ["ring", "dual", words.formula],
  ["cross", "ink", words.complexStep],
];
const PAIR_BROKEN: readonly KeyEntry[] = [...PAIR, ["dot", "fail", words.wrongEntry]];

const DIAGONALS = ["byF", "byCTilde", "byCBefore"] as const;
type Diagonal = (typeof DIAGONALS)[number];

export const mountMixing: MountCifgClaimPlot = (root, context) => {
  const { picture, drawn, broken } = showing(context, "3a", ({ byF }) => byF.claimed.length > 0);
  /** f: the gate that is tried; null: the solver's. */
  const look = choice<{ t: number; f: number | null }>(context, { t: 1, f: null });
  let frame: Frame | null = null;

  const template = () => {
    const at = chosen(context, look.now);
    const now = picture();
    const wrong = broken();
    return html`
      ${at === null ? html`<div class="claim-controls"></div>` : controls(at)}
      ${figureWith("claim-segments", KEYS, at === null ? "" : segmentText(at))}
      ${at === null ? "" : readings(numbersOf(at))}
      ${DIAGONALS.map((name, k) =>
        figureWith(
          `claim-diagonal claim-${name}`,
          k > 0 ? [] : wrong ? PAIR_BROKEN : PAIR,
          now === null ? "" : diagonalText(now, name, at),
          k > 0 ? [] : wrong ? PAIR : PAIR_BROKEN,
        ),
      )}
    `;
  };

  function controls(at: Chosen) {
    const toUnit = (unit: number) => {
      look.choose({ f: null });
      context.patchView({ unit });
    };
    return html`<div class="claim-controls">
      ${placePickers(at, (t) => look.choose({ t, f: null }), toUnit)}
      ${slider({ label: texts.dial, min: 0, max: 1, value: at.tried, onInput: (f) => look.choose({ f }) })}
      <button type="button" class="button" data-solvers-gate ?disabled=${look.now.f === null} @click=${() => look.choose({ f: null })}>${texts.reset}</button>
    </div>`;
  }

  let disposeHandles = () => {};
  const undo = look.live(root, template, () => {
    const surface = surfaceIn(
      root,
      "claim-segments",
      (pen, size, theme) => {
        const at = chosen(context, look.now);
        frame = at === null ? null : drawSegments(pen, size, theme, at);
        handles.place();
      },
      texts.name,
      "application",
    );
    const handles = mountHandles(surface, {
      frame: () => frame,
      handles() {
        const at = chosen(context, look.now);
        if (at === null) return [];
        const text = format(texts.handleAt, { f: formatNumber(at.tried) });
        return [{ id: "f", label: texts.handle, text, x: at.place, y: rowOf(at, at.unit), level: true }];
      },
      move(_, x) {
        const at = chosen(context, look.now);
        // Where the segment has no length every f is the same place.
        if (at === null || at.before === at.cTilde) return;
        look.choose({ f: Math.max(0, Math.min(1, (x - at.cTilde) / (at.before - at.cTilde))) });
      },
      hold: () => undefined,
    });
    disposeHandles = handles.dispose;
    const diagonals = DIAGONALS.map((name) =>
      surfaceIn(
        root,
        `claim-${name}`,
        drawn((pen, size, theme, now) => drawDiagonal(pen, size, theme, now, name, chosen(context, look.now))),
        texts.diagonals[name],
      ),
    );
    const update = () => {
      const [at, now] = [chosen(context, look.now), picture()];
      if (at !== null) surface.describe(segmentText(at));
      DIAGONALS.forEach((name, k) => {
        if (now !== null) diagonals[k]?.describe(diagonalText(now, name, at));
      });
    };
    const spoken = () => import("./spoken.ts");
    const now = () => chosen(context, look.now);
    return {
      surfaces: [surface, ...diagonals],
      update,
      spoken: [
        [surface, async () => (await spoken()).spokenOfSegments(now)] as const,
        ...DIAGONALS.map(
          (name, k) =>
            [
              diagonals[k] as Surface,
              async () =>
                (await spoken()).spokenOfRoutes(
                  () => texts.diagonals[name],
                  () => routesAt(picture(), now(), name),
                ),
            ] as const,
        ),
      ],
    };
  });
  return () => {
    disposeHandles();
    undo();
  };
};

/** What is looked at, of the newest states. */
function chosen(context: CifgClaimPlotContext, look: { readonly t: number; readonly f: number | null }) {
  const [about, at] = [aboutOf(context), placeAt(context, look.t)];
  if (about === null || at === null) return null;
  const { problem, states } = about;
  const { dh, t, unit } = at;
  const ends = (j: number) => {
    const i = (t - 1) * dh + j;
    const of = (values: Float64Array) => values[i] as number;
    const before = (t === 1 ? problem.c0[j] : states.c[i - dh]) as number;
    return { cTilde: of(states.cTilde), before, c: of(states.c), f: of(states.f), input: of(states.oneMinusF) };
  };
  const own = ends(unit);
  const tried = look.f ?? own.f;
  // Where the diamond is drawn on the segment; the solver's own is where the solver put it. It is no number that is said.
  const place = look.f === null ? own.c : own.cTilde + tried * (own.before - own.cTilde);
  return { ...at, units: Array.from({ length: dh }, (_, j) => ends(j)), ...own, tried, trial: look.f, place };
}

type Chosen = NonNullable<ReturnType<typeof chosen>>;

const routesAt = (now: Picture | null, at: Chosen | null, name: Diagonal) =>
  now === null || at === null ? null : { routes: now[name], dh: at.dh, tolerance: now.tolerance };

/** Where a unit's segment is on the axis upwards: the first unit on top. */
const rowOf = ({ dh }: Pick<Chosen, "dh">, unit: number): number => dh - unit;

const named = ({ t, unit }: Pick<Chosen, "t" | "unit">) => ({ now: sub(t), before: sub(t - 1), unit: unit + 1 });

function segmentText(at: Chosen): string {
  if (at.before === at.cTilde) return format(texts.onePoint, named(at));
  const text = at.trial === null ? texts.caption : texts.trialCaption;
  return format(text, {
    ...named(at),
    f: formatNumber(at.f),
    c: formatNumber(at.c),
    tried: formatNumber(at.tried),
  });
}

function numbersOf(at: Chosen): (readonly [name: string, value: string])[] {
  const name = (text: string) => format(text, named(at));
  return [
    [name(texts.gateAt), formatNumber(at.f, 4)],
    [name(texts.inputAt), formatNumber(at.input, 4)],
    [name(texts.candidateAt), formatNumber(at.cTilde, 4)],
    [name(texts.beforeAt), formatNumber(at.before, 4)],
    [name(texts.nowAt), formatNumber(at.c, 4)],
  ];
}

function diagonalText(now: Picture, name: Diagonal, at: Chosen | null): string {
  const { dh } = at ?? { dh: 1 };
  return format(texts.diagonalCaption, {
    name: texts.diagonals[name],
    wrong: wrongText(now[name], now.tolerance, (i) => entryName(name, i, dh)),
  });
}

/** As "∂c₃/∂f₃, unit 2". */
function entryName(name: Diagonal, i: number, dh: number): string {
  const t = Math.floor(i / dh) + 1;
  return format(texts.entries[name], { now: sub(t), before: sub(t - 1), unit: (i % dh) + 1 });
}

function drawSegments(pen: Pen, size: Size, theme: Theme, at: Chosen): Frame {
  const { dh, units, unit, place } = at;
  const frame = layFrame(pen, size, theme, {
    x: {
      domain: padded(extent(units.flatMap(({ cTilde, before, c }) => [cTilde, before, c])), 0.08),
      label: texts.axis,
    },
    y: {
      domain: [0.4, dh + 0.6],
      ticks: units.map((_, j) => rowOf(at, j)),
      format: (row) => format(words.unitNamed, { unit: dh - row + 1 }),
      grid: false,
    },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    const [from, to] = frame.x.domain;
    box(pen, frame, from, rowOf(at, unit) - 0.45, to, rowOf(at, unit) + 0.45, { fill: theme.accent, alpha: 0.08 });
    units.forEach(({ cTilde, before }, j) => {
      segments(pen, frame, [cTilde], [rowOf(at, j)], [before], [rowOf(at, j)], {
        stroke: theme.muted,
        width: j === unit ? 4 : 2.5,
        alpha: 0.5,
      });
    });
  });
  units.forEach(({ cTilde, before, c }, j) => {
    const y = frame.y(rowOf(at, j));
    symbol(pen, "square", frame.x(before), y, 5.5, { fill: theme.dual, stroke: theme.surface, width: 1 });
    symbol(pen, "ring", frame.x(cTilde), y, 5, { stroke: theme.primal, width: 2.5, fill: theme.surface });
    symbol(pen, "circle", frame.x(c), y, 4, { fill: theme.ink, stroke: theme.surface, width: 1 });
  });
  // The handle is around the dot, and above it once it has been moved.
  symbol(pen, "diamond", frame.x(place), frame.y(rowOf(at, unit)), 7.5, { stroke: theme.accent, width: 2.5 });
  return frame;
}

function drawDiagonal(pen: Pen, size: Size, theme: Theme, now: Picture, name: Diagonal, at: Chosen | null): void {
  if (at === null) return;
  const { T, dh, t } = at;
  drawOverSteps(pen, size, theme, now[name], {
    ...{ T, dh, t, tolerance: now.tolerance },
    ...{ label: texts.axes[name], role: "dual" },
  });
}
