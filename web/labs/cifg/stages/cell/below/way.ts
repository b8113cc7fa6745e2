// The way of a ledger's entry, small, beside the ledger: the two lanes over the steps, the edges between them, and on them the last
// edge and what lies between it and the loss.
import { fontOf } from "../../../../../plot/frame.ts";
import { label, symbol } from "../../../../../plot/marks.ts";
import { arrow } from "../../../../../plot/more-marks.ts";
import type { Role, Theme } from "../../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../../plot/pen.ts";
import type { LedgerPath } from "../wires.ts";

/** An edge of the way back, from a node of one step to one of the same or of the step before; "g" is the loss. */
export interface Edge {
  readonly from: readonly ["c" | "h" | "g", number];
  readonly to: readonly ["c" | "h", number];
}

const key = ({ from, to }: Edge) => `${from.join("")}>${to.join("")}`;

/** All edges of a sequence. U_f and U_c go from c to h of the step before (through z_f and z_c), U_o from h to h. */
export function edgesOf(T: number): Edge[] {
  return Array.from({ length: T }, (_, k) => k + 1).flatMap((t): Edge[] => [
    { from: ["g", t], to: ["h", t] },
    { from: ["h", t], to: ["c", t] },
    ...(t === 1
      ? []
      : ([
          { from: ["c", t], to: ["c", t - 1] },
          { from: ["c", t], to: ["h", t - 1] },
          { from: ["h", t], to: ["h", t - 1] },
        ] as const)),
  ]);
}

/** The last edges into the delta, and those that may lie before them. */
export function wayOf({ to, source, path, t }: LedgerPath): { last: ReadonlySet<string>; before: ReadonlySet<string> } {
  const next = t + 1;
  const edge: Edge =
    path === 0
      ? { from: ["g", t], to: ["h", t] }
      : path === 4
        ? { from: ["c", next], to: ["c", t] }
        : { from: [path === 2 ? "h" : "c", next], to: ["h", t] };
  const last = [edge, ...(to === "c" && path < 4 ? [{ from: ["h", t], to: ["c", t] } as const] : [])];
  const before = edgesOf(source).filter(({ from: [kind, at], to: [end, step] }) => {
    if (kind === "g") return at === source && source > t;
    // What leaves from h of step t + 1 has not been in c of that step.
    if (path === 2 && end === "c" && step === next) return false;
    if (at === next) return step === next;
    return at > next;
  });
  return { last: new Set(last.map(key)), before: new Set(before.map(key)) };
}

const LANES = { c: 0.26, h: 0.66, g: 0.95 } as const;
const COLOURS = { c: "below", h: "tube", g: "inside" } as const satisfies Record<string, Role>;
const RADIUS = 9;
const LEFT = 34;

/** @param T steps @param path null: only the lanes */
export function drawWay(pen: Pen, size: Size, theme: Theme, T: number, path: LedgerPath | null): void {
  const step = (size.width - 2 * LEFT) / Math.max(1, T);
  const x = (t: number) => LEFT + (t - 0.5) * step;
  const y = (kind: keyof typeof LANES) => LANES[kind] * size.height;
  const way = path === null ? null : wayOf(path);
  for (const edge of edgesOf(T)) {
    const [from, to] = [edge.from, edge.to];
    const lit = way?.last.has(key(edge)) ? 2 : way?.before.has(key(edge)) ? 1 : 0;
    const [dx, dy] = [x(to[1]) - x(from[1]), y(to[0]) - y(from[0])];
    const far = Math.hypot(dx, dy);
    const [ux, uy] = [(dx / far) * (RADIUS + 2), (dy / far) * (RADIUS + 2)];
    arrow(
      pen,
      x(from[1]) + ux,
      y(from[0]) + uy,
      x(to[1]) - ux,
      y(to[0]) - uy,
      {
        stroke: lit === 0 ? theme.edge : theme.above,
        fill: lit === 0 ? theme.edge : theme.above,
        width: [1.25, 1.5, 3.5][lit] as number,
        alpha: [0.4, 0.6, 1][lit] as number,
      },
      lit === 2 ? 9 : 5,
    );
  }
  for (let t = 1; t <= T; ++t) {
    label(pen, String(t), x(t), 9, { font: fontOf(theme, 11), fill: theme.muted, align: "center" });
    for (const kind of ["c", "h", "g"] as const) {
      const end = path !== null && path.to === kind && path.t === t;
      const start = path !== null && kind === "g" && path.source === t;
      symbol(pen, kind === "g" ? "square" : "circle", x(t), y(kind), kind === "g" ? 4 : RADIUS - 3, {
        fill: end || start ? theme.above : theme.surface,
        stroke: end || start ? theme.above : theme[COLOURS[kind]],
        width: 2,
      });
    }
  }
  const font = fontOf(theme, 12, 600);
  for (const kind of ["c", "h", "g"] as const)
    label(pen, kind, LEFT / 2, y(kind), { font, fill: theme.ink, align: "center" });
  label(pen, "t", LEFT / 2, 9, { font: fontOf(theme, 11), fill: theme.muted, align: "center" });
}
