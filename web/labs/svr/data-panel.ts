// The lab's data, wired: the choice of a data set, import, export, and the table twin. The host's parts do the work; here they
// meet the state.
import { html, render } from "lit";
import "./data-panel.css";
import { MAX_BYTES } from "../../host/csv.ts";
import type { CsvDialect } from "../../host/csv-write.ts";
import { dropTarget } from "../../host/drop.ts";
import { type ExportFile, type ExportItem, fileName, mountExport } from "../../host/export.ts";
import { type Imported, mountImport } from "../../host/import.ts";
import type { LabContext } from "../../host/lab.ts";
import { en as hostWords } from "../../host/messages/en.ts";
import { format } from "../../host/messages/format.ts";
import { numeral } from "../../host/numeral.ts";
import { mountTable, type TableColumn, type TableSource } from "../../host/table.ts";
import { removePoint } from "./edit.ts";
import { en } from "./messages/en.ts";
import { MAX_COLUMNS, MAX_POINTS, type SvrFrame, type SvrRequest, type SvrState, TABLE } from "./model.ts";
import { FRESH, PRESET_IDS, PRESET_INFO, type PresetGroup, presetData } from "./presets.ts";
import { answers, dataCsv, solutionCsv, solutionJson } from "./save.ts";
import { type Answer, matchRows } from "./scene.ts";
import { columnName } from "./words.ts";

const words = en.data;

/** What the panel needs of the view. */
export interface DataSource {
  /** The newest answer, whatever it answers; null before the first. */
  answer(): Answer | null;
  /** Call when there is a new one. @returns unsubscribe */
  onanswer(listener: () => void): () => void;
  /** The main picture as a file. */
  png(): Promise<Blob>;
  svg(): string;
  version: string;
}

export interface DataRoots {
  /** One line above the picture. */
  bar: HTMLElement;
  /** The table twin. */
  table: HTMLElement;
  /** Where files may be dropped. */
  drop: HTMLElement;
}

/** Significant digits of solved values in the table; files have all of them. */
const DIGITS = 5;
/** Room for the chosen columns, the target and as many labels and spare columns as a sensible file has. */
const MAX_FILE_COLUMNS = 4 * MAX_COLUMNS;

/** Tabs, as spreadsheets paste them. */
const CLIPBOARD: CsvDialect = { separator: "\t", decimal: ".", eol: "\n" };

/** Parameters that suit data of unknown units: they replace those of a preset, never ones the user has set. */
const FOR_ANY_DATA = {
  kernel: "rbf",
  gamma: 1,
  coef0: 1,
  degree: 3,
  C: 10,
  epsilon: 0.1,
  standardise: true,
  tolerance: 1e-3,
} as const;

const GROUPS: readonly PresetGroup[] = ["real", "teaching"];

export function mountData(
  roots: DataRoots,
  context: LabContext<SvrState, SvrRequest, SvrFrame>,
  source: DataSource,
): () => void {
  const { store, notify } = context;

  const bar = document.createElement("div");
  bar.className = "data-bar";
  const picker = document.createElement("div");
  const buttons = document.createElement("div");
  buttons.className = "data-buttons";
  const about = document.createElement("div");
  about.className = "data-about";
  bar.append(picker, buttons, about);
  roots.bar.append(bar);

  const importing = mountImport(roots.bar, {
    limits: { maxBytes: MAX_BYTES, maxRows: MAX_POINTS, maxColumns: MAX_FILE_COLUMNS },
    maxInputs: MAX_COLUMNS,
    maxName: TABLE.yName.maxLength,
    apply: bringIn,
  });
  const undrop = dropTarget(roots.drop, importing.take, importing.takeText);
  const importButton = document.createElement("button");
  importButton.type = "button";
  importButton.className = "button";
  importButton.dataset.action = "import";
  importButton.textContent = hostWords.data.import.open;
  importButton.addEventListener("click", importing.open);
  buttons.append(importButton);
  const exporting = mountExport(buttons, () => exportItems(store.state, source), notify);

  function bringIn(data: Imported): void {
    const parameters = store.state.preset === "own" ? {} : FOR_ANY_DATA;
    const plot = data.d > 1 ? ("predicted" as const) : ("column" as const);
    store.patch({ ...FRESH, ...parameters, plot, preset: "own", ...data });
    notify(format(hostWords.data.import.applied, { rows: data.y.length }), "plain");
  }

  function choose(id: string): void {
    const known = PRESET_IDS.find((preset) => preset === id);
    if (known === undefined || known === "own") return;
    store.patch(presetData(known));
  }

  function drawPicker(state: SvrState): void {
    const info = PRESET_INFO.find((candidate) => candidate.id === state.preset);
    const shows = info?.about ?? format(words.ownAbout, { n: state.y.length, d: state.d });
    render(
      html`
        <label><span class="visually-hidden">${words.preset}</span>
          <select class="select" data-control="preset" @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}>
            ${state.preset === "own" ? html`<option value="own">${en.presets.own.title}</option>` : ""}
            ${GROUPS.map(
              (group) => html`<optgroup label=${en.presets.groups[group]}>
                ${PRESET_INFO.filter((each) => each.group === group).map(
                  (each) => html`<option value=${each.id}>${each.title}</option>`,
                )}
              </optgroup>`,
            )}
          </select>
        </label>`,
      picker,
    );
    // After the options are there, and also where the user's own choice was undone.
    const select = picker.querySelector("select");
    if (select !== null) select.value = state.preset;
    render(html`<p>${shows}</p>${info ? html`<p class="data-source">${words.source}: ${info.source}</p>` : ""}`, about);
  }

  const table = mountTable(roots.table, tableSource(store.state, source.answer()), {
    edit: (row, column, value) => store.patch(withCell(store.state, row, column, value)),
    add: () => store.patch(withRow(store.state)),
    remove: (row) => {
      if (row < store.state.y.length) store.patch(removePoint(store.state, row));
    },
    select: (row) => {
      // A point picked for the ledger brings its own multipliers; trial values were the old one's.
      if (row !== store.state.point)
        store.patch({ point: row, alpha: null, alphaStar: null, beta: null }, { undoable: false });
    },
    text: () => tableText(store.state, source.answer()),
    notify,
  });

  let shown: SvrState | null = null;
  function update(): void {
    const { state } = store;
    if (shown === null || shown.preset !== state.preset || shown.y !== state.y || shown.d !== state.d)
      drawPicker(state);
    shown = state;
    table.update(tableSource(state, source.answer()));
    exporting.update();
  }
  const undo = [
    store.subscribe(update),
    source.onanswer(update),
    undrop,
    importing.dispose,
    exporting.dispose,
    table.dispose,
  ];
  update();
  return () => {
    for (const each of undo) each();
    bar.remove();
  };
}

/** The state with one number typed: column d is y. */
function withCell(state: SvrState, row: number, column: number, value: number): Partial<SvrState> {
  if (column === state.d) return { preset: "own", y: state.y.map((old, i) => (i === row ? value : old)) };
  const at = row * state.d + column;
  return { preset: "own", x: state.x.map((old, i) => (i === at ? value : old)) };
}

/** The state with one more row, a copy of the picked one: typing changes it from there. */
function withRow(state: SvrState): Partial<SvrState> {
  const { d, x, y } = state;
  if (y.length >= MAX_POINTS) return {};
  const from = Math.min(state.point, y.length - 1);
  const row = from < 0 ? Array<number>(d).fill(0) : x.slice(from * d, (from + 1) * d);
  return { preset: "own", x: [...x, ...row], y: [...y, from < 0 ? 0 : y[from]!] };
}

function tableSource(state: SvrState, answer: Answer | null): TableSource {
  const { d } = state;
  const own: TableColumn[] = Array.from({ length: d }, (_, k) => ({
    title: columnName(state, k),
    name: columnName(state, k),
    editable: true,
  }));
  own.push({ title: state.yName, name: state.yName, editable: true });
  const solved = (["f", "e", "coefficient", "xi", "case"] as const).map((key) => ({
    key,
    ...words.columns[key],
    editable: false,
  }));
  const rows = answer === null ? null : matchRows(answer.request.problem, state);
  return {
    rows: state.y.length,
    columns: [...own, ...solved],
    selected: state.y.length === 0 ? null : Math.min(state.point, state.y.length - 1),
    maxRows: MAX_POINTS,
    cell(row, column) {
      if (column < d) return String(state.x[row * d + column]);
      if (column === d) return String(state.y[row]);
      const k = rows?.[row] ?? -1;
      if (answer === null || k < 0) return "";
      const { solution, fitted, scaling, kktCase } = answer.frame;
      switch (solved[column - d - 1]?.key) {
        case "f":
          return numeral(fitted[k]!, DIGITS);
        case "e":
          return numeral(solution.residual[k]! * scaling.yScale, DIGITS);
        case "coefficient":
          return numeral(solution.alpha[k]! - solution.alphaStar[k]!, DIGITS);
        case "xi":
          return numeral(solution.xi[k]! * scaling.yScale, DIGITS);
        case "case":
          return en.picture.cases[kktCase[k] as 0 | 1 | 2 | 3 | 4];
        default:
          return "";
      }
    },
  };
}

/** For the clipboard: the table with all its digits. */
function tableText(state: SvrState, answer: Answer | null): string {
  return answers(answer, state) ? solutionCsv(state, answer, CLIPBOARD) : dataCsv(state, CLIPBOARD);
}

function exportItems(state: SvrState, source: DataSource): ExportItem[] {
  const answer = source.answer();
  const solved = answers(answer, state) ? answer : null;
  const name = (extension: string, ...parts: string[]) =>
    fileName([words.files.lab, state.preset, ...parts], extension);
  const csv = (data: string, part: string): ExportFile => ({
    name: name("csv", part),
    type: "text/csv;charset=utf-8",
    data,
  });
  const whenSolved = (make: (answer: Answer) => ExportFile) => () => {
    if (solved === null) throw new Error(hostWords.export.notYet);
    return make(solved);
  };
  const { files } = words;
  const any = state.y.length > 0;
  return [
    {
      id: "png",
      ...files.png,
      ready: true,
      make: async () => ({ name: name("png"), type: "image/png", data: await source.png() }),
    },
    {
      id: "svg",
      ...files.svg,
      ready: true,
      make: () => ({ name: name("svg"), type: "image/svg+xml;charset=utf-8", data: source.svg() }),
    },
    { id: "data", ...files.data, ready: any, make: () => csv(dataCsv(state), files.dataPart) },
    {
      id: "solution",
      ...files.solution,
      ready: solved !== null,
      make: whenSolved((a) => csv(solutionCsv(state, a), files.solutionPart)),
    },
    {
      id: "json",
      ...files.json,
      ready: solved !== null,
      make: whenSolved((a) => ({
        name: name("json", files.solutionPart),
        type: "application/json",
        data: solutionJson(state, a, source.version),
      })),
    },
  ];
}
