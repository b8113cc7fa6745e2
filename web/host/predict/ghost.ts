// What a prediction marks in the main plot: drawn on top of it, in its own scales. The plot that is on screen is known here, whatever lab it
// is of.
import type { Frame } from "../../plot/frame.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen } from "../../plot/pen.ts";

/** Points of the plot, in its plane. */
export interface Marked {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export const ghost = {
  /** null: nothing is marked. */
  draw: null as ((pen: Pen, theme: Theme, frame: Frame, points: Marked) => void) | null,
  /** The plot that is on screen. */
  plot: null as { redraw(): void; where(): { readonly frame: Frame; readonly points: Marked } | null } | null,
};
