// Where the two spaces stand: beside one another where there is room, else one above the other; each with its title and legend.
import { type Legend, type LegendItem, layLegend } from "../../../../kit/charts/legend.ts";
import { type Frame, layFrame } from "../../../../plot/frame.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { linear } from "../../../../plot/scale.ts";
import { bound as words } from "../../messages/bound.en.ts";
import { type Drawn, LOOKS, type Scene, type Span } from "./scene.ts";

export interface Panel {
  readonly left: number;
  readonly top: number;
  readonly title: string;
  readonly legend: Legend;
  readonly frame: Frame;
}
export interface Layout {
  readonly latent: Panel;
  readonly data: Panel;
}

/** Narrower than this the panels stand one above the other, px. */
const SIDE_BY_SIDE = 600;
const GAP = 16;
export const TITLE = 24;

export const legendItem = (which: Drawn): LegendItem => ({
  swatch: { line: LOOKS[which].colour, dash: LOOKS[which].dash },
  text: words.legend[which],
});

export function layBound(pen: Pen, size: Size, theme: Theme, scene: Scene): Layout {
  const beside = size.width >= SIDE_BY_SIDE;
  const own = beside
    ? { width: (size.width - GAP) / 2, height: size.height - TITLE }
    : { width: size.width, height: (size.height - GAP) / 2 - TITLE };
  const { dx, dz } = scene.state;
  const legends = (["latent", "data"] as const).map((space) =>
    layLegend(pen, own.width - 8, theme, (space === "latent" ? LATENT : DATA).map(legendItem)),
  ) as [Legend, Legend];
  // Beside one another both planes begin at one height.
  const top = Math.max(...legends.map(({ height }) => height));
  const panel = (k: 0 | 1, title: string, [x, y]: readonly [Span, Span], labels: readonly string[], flat: boolean) => ({
    left: beside ? k * (own.width + GAP) : 0,
    top: TITLE + (beside ? 0 : k * (own.height + TITLE + GAP)),
    ...{ title, legend: legends[k] },
    frame: layFrame(pen, own, theme, {
      x: { domain: x, label: labels[0] ?? "" },
      y: { domain: y, label: flat ? words.axes.density : (labels[1] ?? "") },
      ...{ top: beside ? top : legends[k].height, right: 10 },
      ...(flat ? {} : { aspect: 1 }),
    }),
  });
  const { latent, data } = scene.windows;
  const names = scene.shown.map((c) => words.axes.x[c] ?? "");
  return {
    latent: panel(0, words.titles.latent, latent, words.axes.z, dz === 1),
    data: panel(1, words.titles.data, data, names, dx === 1),
  };
}

const LATENT = ["prior", "posterior", "q", "best"] as const;
const DATA = ["marginal", "decoder"] as const;

/** The frame of a panel in pixels of the whole picture: for handles. */
export function placed({ left, top, frame }: Panel): Frame {
  const shifted = ({ domain, range }: Frame["x"], by: number) => linear(domain, [range[0] + by, range[1] + by]);
  return { ...frame, x: shifted(frame.x, left), y: shifted(frame.y, top) };
}
