// What the SVR lab puts into the main picture: the points and the fit against one column, or predicted against actual.
import { html, nothing, type TemplateResult } from "lit";
import { choice, type Picture } from "../../../kit/main-plot/mount.ts";
import { FOLLOW } from "../../../kit/main-plot/window.ts";
import { en as kit } from "../../../kit/messages/en.ts";
import type { Parts } from "../../../kit/points/page-context.ts";
import { pairOf } from "../../../kit/points/solver-path.ts";
import { columnNames } from "../../../kit/points/words.ts";
import { plane } from "../edits.ts";
import { en } from "../messages/en.ts";
import type { SvrDone, SvrRequest } from "../request.ts";
import type { SvrState } from "../state.ts";
import { drawBack, drawPoints, type Layout, layPicture } from "./draw.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { announcePoint, axisNames, caseName, notes, readout, sentence } from "./words.ts";

const words = en.picture;
const PLOTS = ["column", "predicted"] as const satisfies readonly SvrState["plot"][];

export function svrPicture(parts: Parts<SvrState, SvrRequest, SvrDone>): Picture<Scene, Layout> {
  const { store } = parts.context;
  return {
    plane,
    scene: () => sceneOf(store.state, parts.answer, pairOf(parts)),
    lay: (pen, size, theme, scene) => layPicture(pen, size, theme, scene, axisNames(store.state)),
    back: drawBack,
    points: drawPoints,
    hint: () => (store.state.plot === "column" ? kit.picture.emptyHint : words.emptyPredicted),
    readout: (scene, i) => ({ name: caseName(scene, i), rows: readout(store.state, scene, parts.answer, i) }),
    announce: (scene, i) => announcePoint(store.state, scene, i),
    notes: (scene) => notes(store.state, scene),
    sentence: (scene) => sentence(store.state, scene, parts.answer),
    choices: () => planeChoice(parts),
    key({ lift }) {
      const { plot, column, xNames, yName, d } = store.state;
      return JSON.stringify([plot, column, xNames, yName, d, lift]);
    },
  };
}

/** Which plane the data is drawn in. */
function planeChoice({ context: { store } }: Parts<SvrState, SvrRequest, SvrDone>): TemplateResult {
  const { state } = store;
  const look = (change: Partial<SvrState>) => store.patch({ ...change, ...FOLLOW }, { undoable: false });
  const plots = PLOTS.map((plot) => [plot, words.views[plot]] as const);
  const columns = columnNames(state).map((name, k) => [String(k), name] as const);
  return html`
    ${choice("plot", kit.picture.viewAs, state.plot, plots, (plot) => look({ plot: plot as SvrState["plot"] }))}
    ${
      state.d > 1 && state.plot === "column"
        ? choice("column", kit.picture.column, String(state.column), columns, (k) => look({ column: Number(k) }))
        : nothing
    }
  `;
}
