// The lab's data panel: the menu of starting states, import, weights from a file, export, and the table of the open stage's data. The
// host's components do the work; here they are connected with the state.
import { html, nothing, render } from "lit";
import "./data.css";
import { dropTarget } from "../../host/drop.ts";
import { mountExport } from "../../host/export.ts";
import { type ExportItem, fileName, type PictureItems } from "../../host/export-file.ts";
import { formatNumber } from "../../host/format-number.ts";
import { MAX_BYTES, mountImport } from "../../host/import.ts";
import type { Imported } from "../../host/import-types.ts";
import { en as hostWords } from "../../host/messages/en.ts";
import { format } from "../../host/messages/format.ts";
import { lockOf } from "../../host/restraints.ts";
import { mountTable, type TableSource } from "../../host/table.ts";
import { mountAbout } from "../../kit/data-about.ts";
import type { DataSlots } from "../../kit/stages/mount.ts";
import { dataCsv, dataRows, isDrawn, objection, withSequence } from "./data-table.ts";
import { MAX_SIZE, MAX_T, type StageId } from "./fields.ts";
import { data as words } from "./messages/data.en.ts";
import { en } from "./messages/en.ts";
import { chosen, shownPreset } from "./model.ts";
import { PRESET_GROUPS, PRESET_IDS, type PresetId, presetGroup } from "./presets.ts";
import { seriesColumn } from "./series-column.ts";
import type { CifgStageContext, CifgStageView } from "./stage.ts";
import { MAX_SERIES } from "./stages/train/fields.ts";
import { MAX_FILE, readWeights, weightsJson } from "./weights-file.ts";

/** Longest column name read; none is kept. */
const MAX_NAME = 60;
/** Tabs, as spreadsheets paste them. */
const CLIPBOARD = { separator: "\t", decimal: ".", eol: "\n" } as const;

/** @param stage the open stage, whose plot is exported  @returns the undoing */
export function mountData(slots: DataSlots, context: CifgStageContext, stage: () => CifgStageView | null): () => void {
  const { store, notify } = context;
  let selected = 0;

  const bar = document.createElement("div");
  bar.className = "data-bar";
  const division = () => document.createElement("div");
  const [picker, buttons, about] = [division(), division(), mountAbout()];
  buttons.className = "data-buttons";
  bar.append(picker, buttons, about.element);
  slots.bar.append(bar);

  function button(action: string, label: string, click: () => void): HTMLButtonElement {
    const element = document.createElement("button");
    Object.assign(element, { type: "button", className: "button", textContent: label });
    element.dataset.action = action;
    element.disabled = lockOf("data") !== null;
    element.addEventListener("click", click);
    buttons.append(element);
    return element;
  }

  // ---- import: a series where one is learnt, else the inputs of the cell
  const importOptions = (series: boolean) => ({
    notify,
    limits: { maxBytes: MAX_BYTES, maxRows: series ? MAX_SERIES : MAX_T, maxColumns: 256 },
    maxInputs: series ? 1 : MAX_SIZE,
    ...(series ? { preselect: seriesColumn } : {}),
    maxName: MAX_NAME,
    apply: ({ x, d }: Imported) => take(x, d),
  });
  function take(x: readonly number[], d: number): void {
    const { state } = store;
    const wrong = objection(x, d, dataRows(state).most);
    if (wrong !== "") {
      notify(wrong, "trouble");
      return;
    }
    const series = state.stage === "train";
    if (series) store.patch({ task: "series", series: "own", ownSeries: x });
    else store.patch(withSequence(state, x, d));
    notify(format(series ? words.seriesApplied : words.applied, { rows: x.length / d, columns: d }), "plain");
  }
  const imports = {
    series: mountImport(slots.bar, importOptions(true)),
    cell: mountImport(slots.bar, importOptions(false)),
  };
  const importing = () => (store.state.stage === "train" ? imports.series : imports.cell);
  const undrop = dropTarget(
    slots.drop,
    (file) => {
      if (!isDrawn(store.state)) importing().take(file);
    },
    (text) => {
      if (!isDrawn(store.state)) importing().takeText(text);
    },
  );
  const importButton = button("import", hostWords.data.import.open, () => importing().open());

  // ---- weights from a file
  const chooser = document.createElement("input");
  Object.assign(chooser, { type: "file", accept: ".json,application/json", hidden: true });
  chooser.dataset.load = "weights";
  const loadButton = button("load-weights", words.weights.load, () => chooser.click());
  buttons.append(chooser);
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    chooser.value = "";
    if (file) void loadWeights(file);
  });
  async function loadWeights(file: File): Promise<void> {
    const { name } = file;
    if (file.size > MAX_FILE) {
      notify(format(words.weights.tooLong, { name }), "trouble");
      return;
    }
    const text = await file.text().catch(() => null);
    if (text === null) {
      notify(format(words.weights.failed, { name }), "trouble");
      return;
    }
    const read = readWeights(text, name, store.state);
    if ("refusal" in read) {
      notify(read.refusal, "trouble");
      return;
    }
    store.patch({ ...read.problem, at: 0, unit: 0 });
    notify(format(words.weights.loaded, { inputs: read.problem.dx, units: read.problem.dh }), "plain");
  }

  // ---- export
  const exporting = mountExport(buttons, items, notify);
  function items(pictures: PictureItems): ExportItem[] {
    const { state } = store;
    const { stage: open } = state;
    const { id: preset } = shownPreset(state);
    const view = stage();
    const series = open === "train";
    const named = (extension: string, part: string) => fileName(["cifg", preset, part], extension);
    const rows = dataRows(state);
    const { data, series: seriesFile, weights, dataPart, seriesPart, weightsPart } = words.files;
    return [
      ...pictures(view?.picture() ?? null, ["cifg", preset, open], context.address),
      {
        id: "data",
        ...(series ? seriesFile : data),
        ready: rows.rows > 0 && !isDrawn(state),
        make: () => ({
          name: named("csv", series ? seriesPart : dataPart),
          type: "text/csv;charset=utf-8",
          data: dataCsv(rows),
        }),
      },
      ...(open === "cell"
        ? [
            {
              id: "weights",
              ...weights,
              ready: true,
              make: () => ({
                name: named("json", weightsPart),
                type: "application/json;charset=utf-8",
                data: weightsJson(state),
              }),
            },
          ]
        : []),
      ...(view?.files?.() ?? []).map((file) => ({ ...file, ready: true })),
    ];
  }

  // ---- the menu
  const choose = (id: PresetId) => store.patch(chosen(store.state, id));
  let shown = "";
  function drawPicker(): void {
    const { id: preset, edited } = shownPreset(store.state);
    if (shown === `${preset} ${edited}`) return;
    shown = `${preset} ${edited}`;
    const title = (id: PresetId) =>
      id === preset && edited ? format(words.edited, { name: en.presets[id].title }) : en.presets[id].title;
    render(
      html`<label><span class="visually-hidden">${words.preset}</span>
        <select class="select" data-control="preset" ?disabled=${lockOf("preset") !== null} title=${lockOf("preset") ?? nothing} @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value as PresetId)}>
          ${PRESET_GROUPS.map(
            (group) => html`<optgroup label=${en.presetGroups[group]}>
              ${PRESET_IDS.filter((id) => presetGroup(id) === group).map((id) => html`<option value=${id}>${title(id)}</option>`)}
            </optgroup>`,
          )}
        </select>
      </label>`,
      picker,
    );
    // After the options are there, and also where the user's own choice was undone.
    const select = picker.querySelector("select");
    if (select !== null) select.value = preset;
    about.show(en.presets[preset].about, "");
  }

  // ---- the table
  function source(): TableSource {
    const { columns, rows, maxRows, cell } = dataRows(store.state);
    return {
      rows,
      columns: columns.map((column) => ({ ...column, editable: true })),
      selected: rows === 0 ? null : Math.min(selected, rows - 1),
      maxRows,
      cell: (row, column) => String(cell(row, column)),
    };
  }
  const table = mountTable(slots.table, source(), {
    edit(row, column, value) {
      const { most, withCell } = dataRows(store.state);
      if (Math.abs(value) <= most) store.patch(withCell(row, column, value));
      else {
        notify(format(words.tooFar, { value: formatNumber(value), most }), "trouble");
        table.update(source());
      }
    },
    add() {
      const { rows, maxRows, added } = dataRows(store.state);
      if (rows < maxRows) store.patch(added());
    },
    remove(row) {
      const { rows, without } = dataRows(store.state);
      const change = row < rows ? without(row) : null;
      if (change !== null) store.patch(change);
      else notify(words.noRemove, "plain");
    },
    select(row) {
      selected = row;
      table.update(source());
    },
    text: () => dataCsv(dataRows(store.state), CLIPBOARD),
    notify,
  });

  let known: { readonly stage: StageId; readonly lists: readonly unknown[] } | null = null;
  function update(): void {
    drawPicker();
    const { stage: open, x, g, series, ownSeries } = store.state;
    const lists = open === "train" ? [series, ownSeries] : [x, g];
    if (known?.stage !== open || known.lists.some((list, k) => list !== lists[k])) table.update(source());
    known = { stage: open, lists };
    loadButton.hidden = open !== "cell";
    importButton.hidden = slots.table.hidden = isDrawn(store.state);
    exporting.update();
  }
  const undo = [
    ...[store.subscribe(update), undrop, imports.series.dispose, imports.cell.dispose],
    ...[exporting.dispose, table.dispose],
  ];
  update();
  return () => {
    for (const each of undo) each();
    about.dispose();
    bar.remove();
  };
}
