// Arrow keys along a curve: a place on it is marked, its value is said, and heard where sound is on.
import { type Frame, inFrame } from "../../plot/frame.ts";
import { rule, symbol } from "../../plot/marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen } from "../../plot/pen.ts";
import { sounding } from "../sound/on.ts";
import { type Axis, pitchOf } from "../sound/pitch.ts";

export interface WalkOptions {
  /** x increases; null while there is none. Two places alone are a line that says nothing of the data. */
  curve(): { readonly x: ArrayLike<number>; readonly y: ArrayLike<number>; readonly up?: Axis } | null;
  /** The part of x that is in sight. */
  range(): readonly [number, number];
  say(x: number, y: number): void;
  /** There is no curve to walk on. */
  none(): void;
  /** Draw it anew. */
  moved(): void;
}

/** One step, and a long one, as a share of what is seen. */
const STEP = 0.01;
const STRIDE = 0.1;

/** The curve at x, linear between its places. */
export function valueAt(x: ArrayLike<number>, y: ArrayLike<number>, at: number): number {
  let k = 1;
  while (k < x.length - 1 && (x[k] as number) < at) ++k;
  const [x0, x1, y0, y1] = [x[k - 1], x[k], y[k - 1], y[k]] as [number, number, number, number];
  return x1 === x0 ? y0 : y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

export class Walk {
  private readonly options: WalkOptions;
  /** Where it stands; null while nobody walks. */
  private x: number | null = null;

  constructor(options: WalkOptions) {
    this.options = options;
  }

  /** @returns whether the key is used: C begins and ends it; while it lasts, the arrows, Page Up and Down, Home, End and Escape */
  key({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    const [low, high] = this.ends();
    if (key.toLowerCase() === "c") {
      if (this.x === null) this.go((low + high) / 2);
      else this.leave();
      return true;
    }
    if (this.x === null) return false;
    if (key === "Escape") {
      this.leave();
      return true;
    }
    const step = (high - low) * (shiftKey ? STRIDE : STEP);
    const to: Record<string, number> = {
      ArrowLeft: this.x - step,
      ArrowDown: this.x - step,
      ArrowRight: this.x + step,
      ArrowUp: this.x + step,
      PageDown: this.x - (high - low) * STRIDE,
      PageUp: this.x + (high - low) * STRIDE,
      Home: low,
      End: high,
    };
    const next = to[key];
    // What adds, picks and removes points waits until the walk is over.
    if (next === undefined) return ["Enter", " ", "Delete", "Backspace"].includes(key);
    this.go(next);
    return true;
  }

  /** The curve has changed. */
  follow(): void {
    if (this.x !== null && this.value() === null) this.leave();
  }

  leave(): void {
    if (this.x === null) return;
    this.x = null;
    this.options.moved();
  }

  draw(pen: Pen, theme: Theme, frame: Frame): void {
    const y = this.value();
    if (this.x === null || y === null) return;
    const at = this.x;
    inFrame(pen, frame, () => {
      rule(pen, frame, "x", at, { stroke: theme.accent, width: 1.5, dash: [4, 3] });
      symbol(pen, "circle", frame.x(at), frame.y(y), 7, { stroke: theme.surface, width: 4.5 });
      symbol(pen, "circle", frame.x(at), frame.y(y), 7, { stroke: theme.accent, width: 2.5 });
    });
  }

  /** What is seen of the curve. */
  private ends(): readonly [number, number] {
    const curve = this.options.curve();
    const [low, high] = this.options.range();
    if (curve === null || curve.x.length <= 2) return [low, high];
    return [Math.max(low, curve.x[0] as number), Math.min(high, curve.x[curve.x.length - 1] as number)];
  }

  private value(): number | null {
    const curve = this.options.curve();
    return this.x === null || curve === null || curve.x.length <= 2 ? null : valueAt(curve.x, curve.y, this.x);
  }

  private go(to: number): void {
    const [low, high] = this.ends();
    this.x = Math.max(low, Math.min(high, to));
    const y = this.value();
    if (y === null) {
      this.x = null;
      this.options.none();
    } else {
      this.options.say(this.x, y);
      const up = this.options.curve()?.up;
      if (up !== undefined) sounding.note?.(pitchOf(y, up));
    }
    this.options.moved();
  }
}
