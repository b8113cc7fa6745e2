// What the SVDD lab puts into the main plot: two columns, three that turn, or distances, and the choice of the view.
import { html, type TemplateResult } from "lit";
import { choice, type MainPlot } from "../../../kit/main-plot/mount.ts";
import { FOLLOW } from "../../../kit/main-plot/window.ts";
import { en as kit } from "../../../kit/messages/en.ts";
import { pairOf } from "../../../kit/points/iteration.ts";
import type { PageContext } from "../../../kit/points/page-context.ts";
import { columnNames } from "../../../kit/points/words.ts";
import { editsWith } from "../edits.ts";
import { en } from "../messages/en.ts";
import type { SvddFit, SvddRequest } from "../request.ts";
import { COLUMNS_OF_VIEW, columnsOf, type SvddState, type View } from "../state.ts";
import { drawBack, drawImageCursor, drawPoints, type Layout, layMainPlot } from "./draw.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { announcePoint, caseName, detailsOf, notes, readout, sentence } from "./words.ts";

const words = en.picture;
const VIEWS = ["plane", "sphere", "strip"] as const satisfies readonly View[];
const COLUMNS = ["columnX", "columnY", "columnZ"] as const;

export function svddMainPlot(page: PageContext<SvddState, SvddRequest, SvddFit>): MainPlot<Scene, Layout> {
  const { store } = page.context;
  const whole = (state: SvddState) => sceneOf({ ...state, ...FOLLOW }, page.answer).window;
  const details = () => detailsOf(store.state, page.answer);
  return {
    edits: editsWith(whole),
    scene: () => sceneOf(store.state, page.answer, pairOf(page), page.mistakeName),
    lay: (pen, size, theme, scene) => layMainPlot(pen, size, theme, scene, details()),
    back: (pen, theme, scene, layout) => drawBack(pen, theme, scene, layout, details()),
    points: drawPoints,
    cursor: drawImageCursor,
    hint: () => kit.picture.emptyHint,
    readout: (scene, i) => ({
      name: caseName(store.state, scene, i),
      rows: readout(store.state, scene, page.answer, i),
    }),
    announce: (scene, i) => announcePoint(store.state, scene, i),
    notes: (scene) => notes(store.state, scene, page.answer),
    sentence: (scene) => sentence(store.state, scene, page.answer),
    spoken: () => import("./spoken.ts").then(({ spokenOf }) => spokenOf(page)),
    choices: () => viewChoice(page),
    key({ broken }) {
      const { view, azimuth, elevation, xNames, d, rho, imageSide } = store.state;
      return JSON.stringify([
        view,
        columnsOf(store.state),
        azimuth,
        elevation,
        xNames,
        d,
        rho,
        imageSide,
        broken?.claim,
        broken?.name,
      ]);
    },
  };
}

/** Columns for a view: those of the state; instead of one that is missing or used twice the first that is free. */
export function columnsFor(state: SvddState, view: View): Partial<SvddState> {
  const taken: number[] = [];
  for (const key of COLUMNS.slice(0, view === "strip" ? 0 : COLUMNS_OF_VIEW[view])) {
    const wanted = state[key];
    const free = Array.from({ length: state.d }, (_, k) => k).find((k) => !taken.includes(k)) ?? 0;
    taken.push(wanted < state.d && !taken.includes(wanted) ? wanted : free);
  }
  return Object.fromEntries(taken.map((column, k) => [COLUMNS[k] as string, column]));
}

/** Column `key` changed; an axis that had this column gets the old one. */
export function withColumn(state: SvddState, key: (typeof COLUMNS)[number], column: number): Partial<SvddState> {
  const other = COLUMNS.find((each) => each !== key && state[each] === column);
  return { [key]: column, ...(other === undefined ? {} : { [other]: state[key] }) };
}

/** The choice of the view, among those the number of columns allows, and of its columns. */
function viewChoice({ context: { store } }: PageContext<SvddState, SvddRequest, SvddFit>): TemplateResult {
  const { state } = store;
  const changeView = (change: Partial<SvddState>) => store.patch({ ...change, ...FOLLOW }, { undoable: false });
  const views = VIEWS.filter((view) => COLUMNS_OF_VIEW[view] <= state.d).map(
    (view) => [view, words.views[view]] as const,
  );
  const names = columnNames(state).map((name, k) => [String(k), name] as const);
  const shown = COLUMNS.slice(0, columnsOf(state).length);
  const setView = (view: string) => changeView({ view: view as View, ...columnsFor(state, view as View) });
  return html`
    ${choice("view", kit.picture.viewAs, state.view, views, setView)}
    ${
      state.d > shown.length
        ? shown.map((key) =>
            choice(key, words.axes[key], String(state[key]), names, (k) =>
              changeView(withColumn(state, key, Number(k))),
            ),
          )
        : ""
    }
  `;
}
