// The lab's data panel: the menu of starting states, own images from a table or a picture, export, and the table of the open stage's
// data. The host's components do the work; here they are connected with the state.
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
import { dataCsv, dataRows } from "./data-table.ts";
import { MAX_OWN_IMAGES, PIXELS, type StageId } from "./fields.ts";
import { data as words } from "./messages/data.en.ts";
import { en } from "./messages/en.ts";
import { chosen, shownPreset } from "./model.ts";
import { classColumn, fromColumns, withOwnImages } from "./own-images/images.ts";
import { PRESET_GROUPS, PRESET_IDS, type PresetId, presetGroup } from "./presets.ts";
import type { VaeStageContext, VaeStageView } from "./stage.ts";
import type { VaeState } from "./state.ts";

/** Longest column name read; none is kept. */
const MAX_NAME = 60;
/** Tabs, as spreadsheets paste them. */
const CLIPBOARD = { separator: "\t", decimal: ".", eol: "\n" } as const;

/** Whether the handwritten digits are on the page, whose source is then named. */
const showsDigits = ({ stage, vaeData }: VaeState) =>
  stage === "digits" || stage === "compare" || (stage === "train" && vaeData === "digits");

/** @param stage the open stage, whose plot is exported  @returns the undoing */
export function mountData(slots: DataSlots, context: VaeStageContext, stage: () => VaeStageView | null): () => void {
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

  // ---- own images: a table of pixels, or a picture cut into tiles
  const importing = mountImport(slots.bar, {
    notify,
    limits: { maxBytes: MAX_BYTES, maxRows: MAX_OWN_IMAGES, maxColumns: 256 },
    minInputs: PIXELS,
    maxInputs: PIXELS,
    intro: words.intro,
    placeholder: words.placeholder,
    target: { ...words.classes, preselect: classColumn },
    maxName: MAX_NAME,
    apply: ({ x, target }: Imported) => takeColumns(x, target?.values ?? null),
  });
  function takeColumns(x: readonly number[], labels: readonly number[] | null): void {
    const read = fromColumns(x, labels);
    if ("refusal" in read) {
      const { row, value } = read;
      notify(
        format(read.refusal === "label" ? words.wrongLabel : words.range, { row, value: formatNumber(value) }),
        "trouble",
      );
      return;
    }
    takeImages(read.images.images, read.images.labels, words.scales[read.scale]);
  }
  function takeImages(ownImages: readonly number[], ownLabels: readonly number[], scale: string): void {
    store.patch(withOwnImages(store.state, ownImages, ownLabels));
    notify(format(words.taken, { n: ownLabels.length, scale }), "plain");
  }
  async function takePicture(file: Blob): Promise<void> {
    const { readPicture } = await import("./own-images/picture-file.ts");
    const read = await readPicture(file);
    if ("refusal" in read) {
      notify(words.pictureRefused[read.refusal], "trouble");
      return;
    }
    const { openTiles } = await import("./own-images/tile-dialog.ts");
    openTiles(read.picture, (images) =>
      takeImages(images, new Array<number>(images.length / PIXELS).fill(-1), words.cutFromPicture),
    );
  }
  const takesImages = () => store.state.stage === "train" || store.state.stage === "digits";
  const take = (file: Blob) => {
    if (!takesImages()) return;
    if (file.type.startsWith("image/")) void takePicture(file);
    else importing.take(file);
  };
  const undrop = dropTarget(slots.drop, take, (text) => {
    if (takesImages()) importing.takeText(text);
  });
  const importButton = button("import", hostWords.data.import.open, () => importing.open());
  const chooser = document.createElement("input");
  Object.assign(chooser, { type: "file", accept: "image/*", hidden: true });
  chooser.dataset.load = "picture";
  const pictureButton = button("picture", words.picture, () => chooser.click());
  buttons.append(chooser);
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    chooser.value = "";
    if (file) void takePicture(file);
  });

  // ---- export
  const exporting = mountExport(buttons, items, notify);
  function items(pictures: PictureItems): ExportItem[] {
    const { state } = store;
    const { stage: open } = state;
    const { id: preset } = shownPreset(state);
    const view = stage();
    const named = (extension: string, part: string) => fileName(["vae", preset, part], extension);
    const rows = dataRows(state);
    const { data, images, dataPart, imagesPart } = words.files;
    const model = open === "bound";
    const table = {
      id: "data",
      ...(model ? data : images),
      ready: true,
      make: () => ({
        name: named("csv", model ? dataPart : imagesPart),
        type: "text/csv;charset=utf-8",
        data: dataCsv(rows),
      }),
    };
    return [
      ...pictures(view?.picture() ?? null, ["vae", preset, open], context.address),
      // Without own images there is nothing that could ever come.
      ...(rows.rows > 0 ? [table] : []),
      ...(view?.files?.() ?? []).map((file) => ({ ...file, ready: true })),
    ];
  }

  // ---- the menu
  const choose = (id: PresetId) => store.patch(chosen(store.state, id));
  let shown = "";
  function drawPicker(): void {
    const { id: preset, edited } = shownPreset(store.state);
    const source = showsDigits(store.state) ? words.digitsSource : "";
    const now = JSON.stringify([preset, edited, source]);
    if (shown === now) return;
    shown = now;
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
    about.show(en.presets[preset].about, source);
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
      const { range, withCell } = dataRows(store.state);
      const [least, most] = range(column);
      if (value >= least && value <= most) store.patch(withCell(row, column, value));
      else {
        notify(format(words.outside, { value: formatNumber(value), least, most }), "trouble");
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
    const { stage: open, x, b, D, ownImages, ownLabels } = store.state;
    const lists = open === "bound" ? [x, b, D] : [ownImages, ownLabels];
    if (known?.stage !== open || known.lists.some((list, k) => list !== lists[k])) table.update(source());
    known = { stage: open, lists };
    importButton.hidden = pictureButton.hidden = !takesImages();
    // Nothing to see in an empty table of one's own images.
    slots.table.hidden = open !== "bound" && (ownLabels.length === 0 || open === "compare");
    exporting.update();
  }
  const undo = [store.subscribe(update), undrop, importing.dispose, exporting.dispose, table.dispose];
  update();
  return () => {
    for (const each of undo) each();
    about.dispose();
    bar.remove();
  };
}
