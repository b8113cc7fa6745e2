// The newest picture of a claim: what a claim plot draws.
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import type { DrawLayer } from "../../plot/surface.ts";

/** What of a claim's result is drawn. */
interface Result {
  readonly picture: unknown;
  readonly broken: boolean;
  readonly mistake: string;
}

/** Draws the picture of a claim's result. */
export type Paint<Picture> = (
  pen: Pen,
  size: Size,
  theme: Theme,
  now: Picture,
  broken: boolean,
  mistake: string,
) => void;

/**
 * The newest picture of a claim, and how it is drawn once there is one.
 * @param there whether there is anything to draw: the picture of a vacuous claim may be empty
 */
export function shown<Picture>(result: () => Result | null, there: (picture: Picture) => boolean = () => true) {
  const picture = (): Picture | null => {
    const now = result()?.picture as Picture | undefined;
    return now !== undefined && there(now) ? now : null;
  };
  const broken = () => result()?.broken === true;
  const mistake = () => result()?.mistake ?? "";
  const drawn =
    (paint: Paint<Picture>): DrawLayer =>
    (pen, size, theme) => {
      const now = picture();
      if (now !== null) paint(pen, size, theme, now, broken(), mistake());
    };
  return { picture, drawn, broken, mistake };
}
