// The data of a lab: the menu of data sets, import, export, and the table. The host has the elements; here they are connected to
// the state.
import { html, nothing, render } from "lit";
import type { CsvDialect } from "../../host/csv-write.ts";
import { dropTarget } from "../../host/drop.ts";
import { mountExport } from "../../host/export.ts";
import { type ExportFile, type ExportItem, fileName, type PictureItems } from "../../host/export-file.ts";
import { MAX_BYTES, mountImport } from "../../host/import.ts";
import type { Imported, ImportTarget } from "../../host/import-types.ts";
import { en as hostWords } from "../../host/messages/en.ts";
import { format } from "../../host/messages/format.ts";
import { lockOf } from "../../host/restraints.ts";
import { mountTable, type TableColumn, type TableSource } from "../../host/table.ts";
import type { Surface } from "../../plot/surface.ts";
import { mountAbout } from "../data-about.ts";
import { en } from "../messages/en.ts";
import type { Edits } from "./edits.ts";
import type { PageContext } from "./page-context.ts";
import type { Abouts, PresetGroup, PresetInfo } from "./presets.ts";
import { type Answer, answerRows, type Fit, type RunRequest } from "./request.ts";
import { type Rows, withCell, withCopy, withPoint } from "./rows.ts";
import { COORDINATES, countOf, MAX_COLUMNS, type PointsState, pickedPoint } from "./state.ts";
import { columnNames } from "./words.ts";

const words = en.data;

/** What the panel needs to know of a lab. */
export interface LabData<State extends PointsState, Request extends RunRequest, F extends Fit> {
  /** Names the lab in file names. */
  readonly id: string;
  readonly edits: Edits<State>;
  /** In the order of the menu. */
  readonly presets: readonly PresetInfo[];
  /** The state that a data set sets; where there is `bring`, once that has been awaited. */
  preset(id: string): Partial<State>;
  bring?(id: string): Promise<void>;
  /** What those data sets show whose entry does not say it. */
  abouts?(): Promise<Abouts>;
  /** A sentence about data of the user's own. */
  about(state: State): string;
  rows(state: State): Rows;
  /** The state with these rows, which an edit has made: those it has, perhaps changed, and perhaps one more at the end. */
  edited(rows: Rows, state: State): Partial<State>;
  /** Why the last number of a point cannot be this, a sentence; "" when it can. Left out: it can be anything. */
  objection?(last: number): string;
  /** The name of the number that each point has besides its coordinates, and that number for the first point of all. */
  lastName(state: State): string;
  readonly firstLast: number;
  /** Columns of the table that the solver fills. */
  readonly solved: readonly Omit<TableColumn, "editable">[];
  /** Text of solved column `column` at row `k` of the answer. */
  solvedCell(answer: Answer<Request, F>, column: number, k: number): string;
  /** Which column of an imported table is not a coordinate. */
  readonly target: ImportTarget;
  /** What imported data changes besides the coordinates. */
  imported(data: Imported, state: State): Partial<State>;
  /** Whether the answer is to exactly this data. */
  answers(answer: Answer<Request, F> | null, state: State): answer is Answer<Request, F>;
  /** The points in the user's units; the same with what was solved for each; and all of problem and solution. */
  dataCsv(state: State, dialect?: CsvDialect): string;
  solutionCsv(state: State, answer: Answer<Request, F>, dialect?: CsvDialect): string;
  solutionJson(state: State, answer: Answer<Request, F>): string;
  /** What the file of the solution has, a few words. */
  readonly solutionHint: string;
}

export interface DataRoots {
  /** One line above the main plot. */
  bar: HTMLElement;
  /** The table. */
  table: HTMLElement;
  /** Where files may be dropped. */
  drop: HTMLElement;
}

/** Room for the chosen columns, the target and as many labels and spare columns as a sensible file has. */
const MAX_FILE_COLUMNS = 4 * MAX_COLUMNS;

/** Tabs, as spreadsheets paste them. */
const CLIPBOARD: CsvDialect = { separator: "\t", decimal: ".", eol: "\n" };

const GROUPS: readonly PresetGroup[] = ["real", "teaching"];

export function mountData<State extends PointsState, Request extends RunRequest, F extends Fit>(
  roots: DataRoots,
  page: PageContext<State, Request, F>,
  lab: LabData<State, Request, F>,
  plot: { readonly surface: Surface },
): () => void {
  const { store, notify } = page.context;

  const bar = document.createElement("div");
  bar.className = "data-bar";
  const picker = document.createElement("div");
  const buttons = document.createElement("div");
  buttons.className = "data-buttons";
  const about = mountAbout();
  bar.append(picker, buttons, about.element);
  roots.bar.append(bar);

  const importing = mountImport(roots.bar, {
    notify,
    limits: { maxBytes: MAX_BYTES, maxRows: lab.edits.maxPoints, maxColumns: MAX_FILE_COLUMNS },
    maxInputs: MAX_COLUMNS,
    maxName: COORDINATES.xNames.maxLength,
    target: lab.target,
    apply(data) {
      const { xNames, d, x } = data;
      store.patch({ ...lab.imported(data, store.state), preset: "own", xNames, d, x });
      notify(format(hostWords.data.import.applied, { rows: countOf(store.state) }), "plain");
    },
  });
  const undrop = dropTarget(roots.drop, importing.take, importing.takeText);
  const importButton = document.createElement("button");
  importButton.type = "button";
  importButton.className = "button";
  importButton.dataset.action = "import";
  importButton.textContent = hostWords.data.import.open;
  importButton.disabled = lockOf("data") !== null;
  importButton.addEventListener("click", importing.open);
  buttons.append(importButton);
  const exporting = mountExport(buttons, (pictures) => exportItems(page, lab, plot, pictures), notify);

  /** Counts choices: of two that are on their way the later one holds. */
  let choosing = 0;
  async function choose(id: string): Promise<void> {
    if (!lab.presets.some((preset) => preset.id === id)) return;
    const turn = ++choosing;
    try {
      await lab.bring?.(id);
      if (turn === choosing) store.patch(lab.preset(id));
    } catch {
      notify(hostWords.shell.unloaded, "trouble");
      if (turn === choosing) drawPicker(store.state);
    }
  }

  /** What the data sets show whose words are loaded when one is chosen. */
  let abouts: Abouts | null = null;
  function tell(info: PresetInfo): void {
    const { about: text = "", source } = { ...abouts?.[info.id], ...info };
    about.show(text, source === undefined ? "" : format(words.source, { source }));
    if (text !== "" || abouts !== null) return;
    lab
      .abouts?.()
      .then((brought) => {
        abouts = brought;
        drawPicker(store.state);
      })
      .catch(() => notify(hostWords.shell.unloaded, "trouble"));
  }

  function drawPicker(state: State): void {
    const info = infoOf(state, lab.presets);
    // Edited data are still told of by where they come from.
    const own = info === undefined ? words.own : format(words.edited, { name: info.title });
    render(
      html`
        <label><span class="visually-hidden">${words.preset}</span>
          <select class="select" data-control="preset" ?disabled=${lockOf("preset") !== null} title=${lockOf("preset") ?? nothing} @change=${(event: Event) => void choose((event.currentTarget as HTMLSelectElement).value)}>
            ${state.preset === "own" ? html`<option value="own">${own}</option>` : ""}
            ${GROUPS.map(
              (group) => html`<optgroup label=${words.groups[group]}>
                ${lab.presets
                  .filter((each) => each.group === group)
                  .map((each) => html`<option value=${each.id}>${each.title}</option>`)}
              </optgroup>`,
            )}
          </select>
        </label>`,
      picker,
    );
    // After the options exist; and also where the user's choice was undone.
    const select = picker.querySelector("select");
    if (select !== null) select.value = state.preset;
    picker.dataset.preset = state.preset;
    if (info === undefined) about.show(lab.about(state), "");
    else tell(info);
  }

  const table = mountTable(roots.table, tableSource(page, lab), {
    edit(row, column, value) {
      const { state } = store;
      const objection = column === state.d ? (lab.objection?.(value) ?? "") : "";
      if (objection === "") store.patch(lab.edited(withCell(lab.rows(state), row, column, value), state));
      else {
        notify(objection, "trouble");
        table.update(tableSource(page, lab));
      }
    },
    add: () => store.patch(withRow(store.state, lab)),
    remove: (row) => {
      if (row < countOf(store.state)) store.patch(lab.edits.remove(store.state, row));
    },
    select: (row) => page.selection.pick(row),
    text: () => tableText(page, lab),
    notify,
  });

  let shown: State | null = null;
  function update(): void {
    const { state } = store;
    const said = (from: State) => [from.preset, from.origin, countOf(from), from.d].join();
    if (shown === null || said(shown) !== said(state)) drawPicker(state);
    shown = state;
    table.update(tableSource(page, lab));
    exporting.update();
  }
  const undo = [page.subscribe(update), about.dispose, undrop, importing.dispose, exporting.dispose, table.dispose];
  update();
  return () => {
    for (const each of undo) each();
    bar.remove();
  };
}

/** The data set on show, or the one that the data were edited from. */
export function infoOf(
  { preset, origin }: Pick<PointsState, "preset" | "origin">,
  presets: readonly PresetInfo[],
): PresetInfo | undefined {
  return presets.find(({ id }) => id === (preset === "own" ? origin : preset));
}

/** The state with one more row, a copy of the picked one: typing changes it from there. */
function withRow<State extends PointsState>(
  state: State,
  lab: Pick<LabData<State, RunRequest, Fit>, "rows" | "edited" | "edits" | "firstLast">,
): Partial<State> {
  const [rows, n] = [lab.rows(state), countOf(state)];
  if (n >= lab.edits.maxPoints) return {};
  return lab.edited(n === 0 ? withPoint(rows, {}, lab.firstLast) : withCopy(rows, pickedPoint(state)), state);
}

function tableSource<State extends PointsState, Request extends RunRequest, F extends Fit>(
  { context, answer }: PageContext<State, Request, F>,
  lab: LabData<State, Request, F>,
): TableSource {
  const { state } = context.store;
  const { d } = state;
  const points = lab.rows(state);
  const own = [...columnNames(state), lab.lastName(state)].map((name) => ({ title: name, name, editable: true }));
  const rows = answerRows(answer, state);
  return {
    rows: countOf(state),
    columns: [...own, ...lab.solved.map((column) => ({ ...column, editable: false }))],
    selected: countOf(state) === 0 ? null : pickedPoint(state),
    maxRows: lab.edits.maxPoints,
    cell(row, column) {
      if (column < d) return String(points.x[row * d + column]);
      if (column === d) return String(points.last[row]);
      const k = rows?.[row] ?? -1;
      return answer === null || k < 0 ? "" : lab.solvedCell(answer, column - d - 1, k);
    },
  };
}

/** For the clipboard: the table with all its digits. */
function tableText<State extends PointsState, Request extends RunRequest, F extends Fit>(
  { context, answer }: PageContext<State, Request, F>,
  lab: LabData<State, Request, F>,
): string {
  const { state } = context.store;
  return lab.answers(answer, state) ? lab.solutionCsv(state, answer, CLIPBOARD) : lab.dataCsv(state, CLIPBOARD);
}

function exportItems<State extends PointsState, Request extends RunRequest, F extends Fit>(
  page: PageContext<State, Request, F>,
  lab: LabData<State, Request, F>,
  { surface }: { readonly surface: Surface },
  pictures: PictureItems,
): ExportItem[] {
  const { answer } = page;
  const { state } = page.context.store;
  const solved = lab.answers(answer, state) ? answer : null;
  const { files } = words;
  // Whatever shows a solution says in its name if that is no optimum; the picture and the report in the file say so, too.
  const unconverged = answer?.frame.solution.report.converged === false ? [files.unconvergedPart] : [];
  const name = (extension: string, ...rest: string[]) => fileName([lab.id, state.preset, ...rest], extension);
  const csv = (data: string, ...parts: string[]): ExportFile => ({
    name: name("csv", ...parts),
    type: "text/csv;charset=utf-8",
    data,
  });
  const whenSolved = (make: (answer: Answer<Request, F>) => ExportFile) => () => {
    if (solved === null) throw new Error(hostWords.export.notYet);
    return make(solved);
  };
  return [
    ...pictures(surface, [lab.id, state.preset, ...unconverged], page.context.address),
    { id: "data", ...files.data, ready: countOf(state) > 0, make: () => csv(lab.dataCsv(state), files.dataPart) },
    {
      id: "solution",
      ...files.solution,
      hint: lab.solutionHint,
      ready: solved !== null,
      make: whenSolved((to) => csv(lab.solutionCsv(state, to), files.solutionPart, ...unconverged)),
    },
    {
      id: "json",
      ...files.json,
      ready: solved !== null,
      make: whenSolved((to) => ({
        name: name("json", files.solutionPart, ...unconverged),
        type: "application/json",
        data: lab.solutionJson(state, to),
      })),
    },
  ];
}
