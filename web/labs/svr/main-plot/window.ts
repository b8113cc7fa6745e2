// Which part of the plot's plane is shown: the window around the data.

import { ROOM, shownWindow, type Window } from "../../../kit/main-plot/window.ts";
import { columnOf } from "../../../kit/points/rows.ts";
import { extent, padded } from "../../../plot/scale.ts";
import type { SvrState } from "../state.ts";

/** The window that shows all data. */
export function wholeWindow(state: SvrState): Window {
  const y = padded(extent(state.y), ROOM);
  if (state.plot === "predicted") return { x: y, y };
  return { x: padded(extent(columnOf(state, state.column)), ROOM), y };
}

/** The window on show: the pinned one, or the one that shows all data. */
export function windowOf(state: SvrState): Window {
  return shownWindow(state, () => wholeWindow(state));
}
