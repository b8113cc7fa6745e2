// The lab's data panel: the menu of starting states, import, export, and the table. The host's components do the work; here they are
// connected with the state.
import { html, nothing, render } from "lit";
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
import { keepSolved } from "../../kit/solve-request.ts";
import type { DataSlots } from "../../kit/stages/mount.ts";
import { dataCsv, outOfRange, own, rounded, withCell, withCopy, without } from "./data-table.ts";
import { type DatasetPointsFrame, type DatasetPointsRequest, datasetPointsRequest } from "./dataset-request.ts";
import { MAX_COORDINATE, MAX_POINTS } from "./fields.ts";
import { data as words } from "./messages/data.en.ts";
import { en } from "./messages/en.ts";
import { chosen } from "./model.ts";
import { PRESET_GROUPS, PRESET_IDS, type PresetId, presetGroup } from "./presets.ts";
import type { DiffusionStageContext, DiffusionStageView } from "./stage.ts";
import type { DiffusionState } from "./state.ts";

const MAX_FILE_COLUMNS = 256;
/** Longest column name read; none is kept. */
const MAX_NAME = 60;
/** Tabs, as spreadsheets paste them. */
const CLIPBOARD = { separator: "\t", decimal: ".", eol: "\n" } as const;

/** @param stage the open stage, whose plot is exported  @returns the undoing */
export function mountData(
  slots: DataSlots,
  context: DiffusionStageContext,
  stage: () => DiffusionStageView | null,
): () => void {
  const { store, notify } = context;
  let selected = 0;

  const bar = document.createElement("div");
  bar.className = "data-bar";
  const division = () => document.createElement("div");
  const [picker, buttons, about] = [division(), division(), mountAbout()];
  buttons.className = "data-buttons";
  bar.append(picker, buttons, about.element);
  slots.bar.append(bar);

  const solved = keepSolved<DiffusionState, DatasetPointsRequest, DatasetPointsFrame>(
    store,
    context.namedClient("data"),
    {
      request: datasetPointsRequest,
      changed: () => update(),
    },
  );
  /** (n*2); null while a named set is on its way. */
  function points(): ArrayLike<number> | null {
    const { state } = store;
    if (state.dataset === "own") return state.points;
    return solved.current ? (solved.answer?.frame.points ?? null) : null;
  }

  // ---- import: the points are standardised by the library before they become the state's
  let waiting = false;
  const importing = mountImport(slots.bar, {
    notify,
    limits: { maxBytes: MAX_BYTES, maxRows: MAX_POINTS, maxColumns: MAX_FILE_COLUMNS },
    minInputs: 2,
    maxInputs: 2,
    maxName: MAX_NAME,
    apply: ({ x }: Imported) => standardise(x),
  });
  function standardise(x: readonly number[]): void {
    const client = context.namedClient("import");
    if (!listening) {
      listening = true;
      client.onframe((frame) => {
        if (!waiting || frame.task !== "standardise") return;
        waiting = false;
        taken(frame.points);
      });
      client.onstatus((status) => {
        if (!waiting || status.phase !== "refused") return;
        waiting = false;
        notify(words.same, "trouble");
      });
    }
    waiting = true;
    client.solve({ task: "standardise", points: x });
  }
  let listening = false;
  function taken(standard: Float64Array): void {
    const far = outOfRange(standard);
    if (far !== null) {
      notify(format(words.far, { row: far.row + 1, value: formatNumber(far.value), most: MAX_COORDINATE }), "trouble");
      return;
    }
    store.patch({ ...own(standard), t: 0 });
    notify(format(words.applied, { rows: standard.length / 2 }), "plain");
  }
  const undrop = dropTarget(slots.drop, importing.take, importing.takeText);
  const importButton = document.createElement("button");
  importButton.type = "button";
  importButton.className = "button";
  importButton.dataset.action = "import";
  importButton.textContent = hostWords.data.import.open;
  importButton.disabled = lockOf("data") !== null;
  importButton.addEventListener("click", importing.open);
  buttons.append(importButton);

  // ---- export
  const exporting = mountExport(buttons, items, notify);
  function items(pictures: PictureItems): ExportItem[] {
    const { preset, stage: open } = store.state;
    const [view, all] = [stage(), points()];
    const name = (extension: string, ...rest: string[]) => fileName(["diffusion", preset, ...rest], extension);
    return [
      ...pictures(view?.picture() ?? null, ["diffusion", preset, open], context.address),
      {
        id: "data",
        ...words.files.data,
        ready: all !== null && all.length > 0,
        make: () => ({
          name: name("csv", words.files.dataPart),
          type: "text/csv;charset=utf-8",
          data: dataCsv(all ?? []),
        }),
      },
      ...(view?.files?.() ?? []).map((file) => ({ ...file, ready: true })),
    ];
  }

  // ---- the menu
  const choose = (id: PresetId) => store.patch(chosen(store.state, id));
  let shown = "";
  function drawPicker(): void {
    const { preset } = store.state;
    if (shown === preset) return;
    shown = preset;
    render(
      html`<label><span class="visually-hidden">${words.preset}</span>
        <select class="select" data-control="preset" ?disabled=${lockOf("preset") !== null} title=${lockOf("preset") ?? nothing} @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value as PresetId)}>
          ${PRESET_GROUPS.map(
            (group) => html`<optgroup label=${en.presetGroups[group]}>
              ${PRESET_IDS.filter((id) => presetGroup(id) === group).map((id) => html`<option value=${id}>${en.presets[id].title}</option>`)}
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
    const all = points() ?? [];
    const n = all.length / 2;
    return {
      rows: n,
      columns: words.columns.map((column) => ({ ...column, editable: true })),
      selected: n === 0 ? null : Math.min(selected, n - 1),
      maxRows: MAX_POINTS,
      cell: (row, column) => String(rounded(all[2 * row + column] ?? 0)),
    };
  }
  const table = mountTable(slots.table, source(), {
    edit(row, column, value) {
      if (Math.abs(value) <= MAX_COORDINATE) store.patch(own(withCell(points() ?? [], row, column, value)));
      else {
        notify(format(words.tooFar, { value: formatNumber(value), most: MAX_COORDINATE }), "trouble");
        table.update(source());
      }
    },
    add() {
      const all = points();
      const more = all === null ? null : withCopy(all, Math.min(selected, all.length / 2 - 1));
      if (more !== null) store.patch(own(more));
    },
    remove(row) {
      const all = points();
      if (all !== null && row < all.length / 2) store.patch(own(without(all, row)));
    },
    select(row) {
      selected = row;
      table.update(source());
    },
    text: () => dataCsv(points() ?? [], CLIPBOARD),
    notify,
  });

  let known: ArrayLike<number> | null = null;
  function update(): void {
    drawPicker();
    const all = points();
    if (all !== known) table.update(source());
    known = all;
    exporting.update();
  }
  const undo = [store.subscribe(update), solved.dispose, undrop, importing.dispose, exporting.dispose, table.dispose];
  update();
  return () => {
    for (const each of undo) each();
    about.dispose();
    bar.remove();
  };
}
