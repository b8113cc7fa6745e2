// What the tape says to those who do not see it: extremes of what is computed so far, which deltas are wrong, and each row along the steps.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { extremes } from "../../../../kit/points/extremes.ts";
import type { Spoken, WalkedCurve } from "../../../../kit/stages/spoken.ts";
import { cellSpoken } from "../../messages/cell-spoken.en.ts";
import { blockOf, type Tape } from "./layout.ts";
import { COMPUTED, type Computed, QUANTITIES } from "./quantities.ts";
import { type Scene, shown } from "./scene.ts";

const { between, tape: words } = cellSpoken;

/** What is named first: the states, then what makes them. */
const ORDER = ["c", "h", "f", "c~", "o", "z_f", "z_c", "z_o"] as const satisfies readonly Computed[];
/** Whose extremes are said. */
const NAMED = ORDER.slice(0, 5);
/** Most wrong deltas that are named one by one. */
const FEW = 3;

const letterOf = (id: Computed) => QUANTITIES[id].letter;
const said = (value: number) => formatNumber(value);

/** (T*dh) of a row, step by step. */
function places({ problem: { T, dh } }: Scene): { t: number; unit: number }[] {
  return Array.from({ length: T * dh }, (_, k) => ({ t: Math.floor(k / dh) + 1, unit: k % dh }));
}

function rangeOf(scene: Scene, id: Computed): string[] {
  const all = places(scene);
  const found = extremes(all.map(({ t, unit }) => shown(scene, id, t, unit).value ?? Number.NaN));
  if (found === null) return [];
  const [low, high] = [all[found.lowAt], all[found.highAt]] as const;
  if (low === undefined || high === undefined) return [];
  if (found.low === found.high) return [format(words.level, { letter: letterOf(id), value: said(found.low) })];
  return [
    format(words.range, {
      ...{ letter: letterOf(id), low: said(found.low), lowT: low.t, lowUnit: low.unit + 1 },
      ...{ high: said(found.high), highT: high.t, highUnit: high.unit + 1 },
    }),
  ];
}

function largestDelta(scene: Scene): string {
  let most: { letter: string; t: number; unit: number; value: number } | null = null;
  for (const id of COMPUTED)
    for (const { t, unit } of places(scene)) {
      const { delta } = shown(scene, id, t, unit);
      if (delta !== null && !(Math.abs(delta) <= Math.abs(most?.value ?? 0)))
        most = { letter: `δ${letterOf(id)}`, t, unit: unit + 1, value: delta };
    }
  return most === null ? words.noDelta : format(words.largest, { ...most, value: said(most.value) });
}

function wrongOnes(scene: Scene): string[] {
  const names = COMPUTED.flatMap((id) =>
    places(scene).flatMap(({ t, unit }) => {
      const { delta, wrong } = shown(scene, id, t, unit);
      if (delta === null || wrong === null) return [];
      const at = { letter: `δ${letterOf(id)}`, t, unit: unit + 1, wrong: said(wrong), right: said(delta) };
      return [format(words.wrongEntry, at)];
    }),
  );
  if (names.length === 0) return [];
  const list = names.slice(0, FEW).join(between.entries);
  const more = names.length - FEW;
  return [more > 0 ? format(words.wrongMore, { list, more }) : format(words.wrong, { list })];
}

function valueAt(scene: Scene, id: Computed, t: number): string {
  const { value, delta } = shown(scene, id, t, scene.unit);
  const at = { t, letter: letterOf(id), value: said(value ?? Number.NaN) };
  if (value === null) return format(words.unknown, at);
  if (delta === null) return format(words.at, at);
  return format(words.atWithDelta, { ...at, deltaLetter: `δ${letterOf(id)}`, delta: said(delta) });
}

export interface TapeReading {
  scene(): Scene | null;
  layout(): Tape | null;
  /** From the tape to the box that it scrolls in, px. */
  place(t: number, x: number, y: number): { readonly x: number; readonly y: number };
  /** An equation is lit. */
  press(of: Computed, t: number): void;
  table(): HTMLElement;
}

export function spokenOfTape({ scene, layout, place, press, table }: TapeReading): Spoken {
  return {
    title: words.title,
    told() {
      const now = scene();
      if (now === null) return "";
      const ranges = NAMED.flatMap((id) => rangeOf(now, id));
      const back = now.pass === "backward" ? [largestDelta(now), ...wrongOnes(now)] : [];
      return [...ranges, ...back].join(between.sentences);
    },
    table,
    curves() {
      const now = scene();
      if (now === null) return [];
      return ORDER.map(
        (id): WalkedCurve => ({
          name: format(words.curve, { letter: letterOf(id), unit: now.unit + 1 }),
          length: now.problem.T,
          start: (now.lit?.t ?? 1) - 1,
          at: (k) => valueAt(now, id, k + 1),
          place(k) {
            const tape = layout();
            if (tape === null || k >= tape.sizes.T) return null;
            const { x, y, width, line } = blockOf(tape, id, k + 1);
            return place(k + 1, x + width / 2, y + (now.unit + 0.5) * line);
          },
          press: (k) => press(id, k + 1),
        }),
      );
    },
  };
}
