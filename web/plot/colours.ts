// Colours as numbers, mixed, and laid along values: loaded with the plots that need them.
import { type Rgb, type Role, rgb, type Theme } from "./palette.ts";

/** t in [0, 1] along the straight line between two colours. */
export function mix(from: Rgb, to: Rgb, t: number): Rgb {
  const at = (k: 0 | 1 | 2) => from[k] + (to[k] - from[k]) * t;
  return [at(0), at(1), at(2)];
}

/** For words beside a mark: its colour, but far enough from the background to be read in small type. */
export function wordColour(theme: Theme, role: Role): string {
  const [red, green, blue] = mix(rgb(theme[role]), rgb(theme.ink), 0.35).map(Math.round);
  return `rgb(${red}, ${green}, ${blue})`;
}

/** Signed values in [-1, 1]: `below`'s blue side through the page's background to the warm side. */
export function diverging(theme: Theme): (value: number) => Rgb {
  const [low, middle, high] = [rgb(theme.dual), rgb(theme.surface), rgb(theme.primal)];
  return (value) => {
    const t = Math.max(-1, Math.min(1, value));
    return t < 0 ? mix(middle, low, -t) : mix(middle, high, t);
  };
}

/** Values in [0, 1]: from the page's background to ink through the accent. */
export function sequential(theme: Theme): (value: number) => Rgb {
  const [low, middle, high] = [rgb(theme.surface), rgb(theme.accent), rgb(theme.ink)];
  return (value) => {
    const t = Math.max(0, Math.min(1, value));
    return t < 0.7 ? mix(low, middle, t / 0.7) : mix(middle, high, ((t - 0.7) / 0.3) * 0.8);
  };
}
