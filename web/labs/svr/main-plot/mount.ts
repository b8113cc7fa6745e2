// What the SVR lab puts into the main plot: the points and the fit against one column, or predicted against actual.
import { html, nothing, type TemplateResult } from "lit";
import { choice, type MainPlot } from "../../../kit/main-plot/mount.ts";
import { FOLLOW } from "../../../kit/main-plot/window.ts";
import { en as kit } from "../../../kit/messages/en.ts";
import { pairOf } from "../../../kit/points/iteration.ts";
import type { PageContext } from "../../../kit/points/page-context.ts";
import { columnNames } from "../../../kit/points/words.ts";
import { edits } from "../edits.ts";
import { en } from "../messages/en.ts";
import type { SvrFit, SvrRequest } from "../request.ts";
import type { SvrState } from "../state.ts";
import { drawBack, drawPoints, type Layout, layMainPlot } from "./draw.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { announcePoint, axisNames, caseName, notes, readout, sentence } from "./words.ts";

const words = en.picture;
const PLOTS = ["column", "predicted"] as const satisfies readonly SvrState["plot"][];

export function svrMainPlot(page: PageContext<SvrState, SvrRequest, SvrFit>): MainPlot<Scene, Layout> {
  const { store } = page.context;
  return {
    edits,
    scene: () => sceneOf(store.state, page.answer, pairOf(page), page.mistakeName),
    lay: (pen, size, theme, scene) => layMainPlot(pen, size, theme, scene, axisNames(store.state)),
    back: drawBack,
    points: drawPoints,
    hint: () => (store.state.plot === "column" ? kit.picture.emptyHint : words.emptyPredicted),
    readout: (scene, i) => ({ name: caseName(scene, i), rows: readout(store.state, scene, page.answer, i) }),
    announce: (scene, i) => announcePoint(store.state, scene, i),
    notes: (scene) => notes(store.state, scene),
    sentence: (scene) => sentence(store.state, scene, page.answer),
    spoken: () => import("./spoken.ts").then(({ spokenOf }) => spokenOf(page)),
    curve: ({ curve, role, x, y }, frame) =>
      curve && {
        ...{ x: curve.x, y: curve.f, across: frame.x, up: frame.y, points: { x, y } },
        outside: (i) => role[i] === 0 || role[i] === 4,
      },
    choices: () => planeChoice(page),
    key({ lift, broken }) {
      const { plot, column, xNames, yName, d } = store.state;
      return JSON.stringify([plot, column, xNames, yName, d, lift, broken?.claim, broken?.name]);
    },
  };
}

/** The choice of the plot's axes. */
function planeChoice({ context: { store } }: PageContext<SvrState, SvrRequest, SvrFit>): TemplateResult {
  const { state } = store;
  const changeView = (change: Partial<SvrState>) => store.patch({ ...change, ...FOLLOW }, { undoable: false });
  const plots = PLOTS.map((plot) => [plot, words.views[plot]] as const);
  const columns = columnNames(state).map((name, k) => [String(k), name] as const);
  return html`
    ${choice("plot", kit.picture.viewAs, state.plot, plots, (plot) => changeView({ plot: plot as SvrState["plot"] }))}
    ${
      state.d > 1 && state.plot === "column"
        ? choice("column", kit.picture.column, String(state.column), columns, (k) => changeView({ column: Number(k) }))
        : nothing
    }
  `;
}
