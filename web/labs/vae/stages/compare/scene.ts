// Where the images of the three sets stand: beside each other, or one below the other where there is little width. A column is a digit;
// where there is room for it, each digit has two.
import type { Area } from "../../../../kit/charts/image-grid.ts";
import { type InkGrid, inkAt, layInkGrid } from "../../../../kit/charts/ink-grid.ts";
import type { Size } from "../../../../plot/pen.ts";
import { DRAWN_SETS, type DrawnSet } from "./fields.ts";
import { CLASSES } from "./request.ts";

export interface Panel {
  readonly id: DrawnSet;
  /** With the title and the names of the classes above the images. */
  readonly area: Area;
  readonly grid: InkGrid;
}

/** Above the images: the set's name, and the classes. */
export const TITLE = 22;
export const HEADS = 16;
/** Room of the legend at the bottom. */
export const LEGEND = 24;
const GAP = 18;
/** Below this width the panels stand one below the other; below the other one, too, where there is height for it, px. */
const [BESIDE, FINGER] = [620, 790];
const TALL = 500;
/** From this width on a panel has two columns for each digit, px. */
const TWICE = 560;
const SIDE = 8;
/** At the left and the right edge: room for the ring of an image that is picked there, px. */
const MARGIN = 6;

/** Rows that fit, at most as many as there are images for, as wide as the columns have room. */
function gridOf(area: Area, count: number, columns: number): InkGrid {
  const room = area.height - TITLE - HEADS;
  const whole = { left: area.left, top: area.top + TITLE + HEADS, width: area.width };
  const { cell } = layInkGrid({ ...whole, height: area.width }, columns, SIDE, columns);
  const rows = Math.max(1, Math.min(Math.ceil(count / columns), Math.floor((room + 2) / Math.max(cell, 1))));
  return layInkGrid({ ...whole, height: rows * area.width }, Math.min(count, rows * columns), SIDE, columns);
}

/** @param count images of each set */
export function layPanels({ width: whole, height }: Size, count: number): Panel[] {
  const width = Math.max(0, whole - 2 * MARGIN);
  const beside = whole >= FINGER || (whole >= BESIDE && height < TALL);
  const columns = !beside && whole >= TWICE ? 2 * CLASSES : CLASSES;
  const sets = DRAWN_SETS.length;
  const all = height - LEGEND;
  const own = beside
    ? { width: (width - (sets - 1) * GAP) / sets, height: all }
    : { width, height: (all - (sets - 1) * GAP) / sets };
  return DRAWN_SETS.map((id, k) => {
    const area = {
      left: MARGIN + (beside ? k * (own.width + GAP) : 0),
      top: beside ? 0 : k * (own.height + GAP),
      ...own,
    };
    return { id, area, grid: gridOf(area, count, columns) };
  });
}

export interface Pick {
  readonly set: DrawnSet;
  readonly index: number;
}

/** The image under a point; null for none. */
export function pickAt(panels: readonly Panel[], x: number, y: number): Pick | null {
  for (const { id, grid } of panels) {
    const index = inkAt(grid, x, y);
    if (index >= 0) return { set: id, index };
  }
  return null;
}

/**
 * The image that a key leads to: a row or a column on, to the next set at its edge where the sets stand in that direction. null for a
 * key that leads nowhere.
 */
export function pickByKey(panels: readonly Panel[], { set, index: picked }: Pick, key: string): Pick | null {
  const at = panels.findIndex(({ id }) => id === set);
  const here = panels[at];
  if (here === undefined) return null;
  const beside = panels[0]?.area.top === panels[1]?.area.top;
  const { count, columns } = here.grid;
  // A link may pick one that there is no room for here.
  const index = Math.min(picked, count - 1);
  const column = index % columns;
  const next = (step: -1 | 1, to: (count: number) => number): Pick | null => {
    const panel = panels[at + step];
    return panel === undefined
      ? null
      : { set: panel.id, index: Math.max(0, Math.min(panel.grid.count - 1, to(panel.grid.count))) };
  };
  switch (key) {
    case "ArrowRight":
      if (column < columns - 1 && index + 1 < count) return { set, index: index + 1 };
      return beside ? next(1, () => index - column) : null;
    case "ArrowLeft":
      if (column > 0) return { set, index: index - 1 };
      return beside ? next(-1, () => index + columns - 1) : null;
    case "ArrowDown":
      if (index + columns < count) return { set, index: index + columns };
      return beside ? null : next(1, () => column);
    case "ArrowUp":
      if (index >= columns) return { set, index: index - columns };
      return beside ? null : next(-1, (other) => (Math.ceil(other / columns) - 1) * columns + column);
    case "Home":
      return { set, index: 0 };
    case "End":
      return { set, index: count - 1 };
    default:
      return null;
  }
}

/** A link, or a set that has become smaller, may pick one that there is none of: then the last one. @param count images of the set */
export const clamped = ({ set, index }: Pick, count: number): Pick => ({
  set,
  index: Math.max(0, Math.min(index, count - 1)),
});
