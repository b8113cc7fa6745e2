// The dialog that brings data in: a paste box, a file button and the choice of columns. Nothing of the page changes before "Use
// these columns"; a refusal leaves everything as it was.
import { html, nothing, render, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import "./import.css";
import { type Column, type Parsed, parseFile, parseTable, type Reading, type Separator, type Table } from "./csv.ts";
import { dropTarget } from "./drop.ts";
import type { ImportDialog, ImportOptions, Usable } from "./import-types.ts";
import { format } from "./messages/format.ts";
import { importing as words } from "./messages/import.en.ts";
import type { DecimalMark } from "./number.ts";
import { problemSentence } from "./problem.ts";

const FIRST_VALUES = 4;
/** Longer pastes are read like a file, characters: browsers take seconds to lay out thousands of lines in a text box. */
const LONG_PASTE = 50_000;
const SEPARATOR_WORDS: Readonly<Record<Separator, string>> = {
  ",": words.separators.comma,
  ";": words.separators.semicolon,
  "\t": words.separators.tab,
  "|": words.separators.bar,
  " ": words.separators.spaces,
};

/** Puts a closed dialog into `root`. */
export function mountImportDialog(root: HTMLElement, options: ImportOptions): ImportDialog {
  const dialog = document.createElement("dialog");
  dialog.className = "import";
  dialog.setAttribute("aria-labelledby", "import-title");
  root.append(dialog);

  let text = "";
  let file: Blob | null = null;
  /** What the user has said of the text, until there is another one. */
  let header: boolean | "auto" = "auto";
  let decimal: DecimalMark | "auto" = "auto";
  let parsed: Parsed | null = null;
  /** Name of the file being read; null when none is. */
  let pending: string | null = null;
  let unreadable = false;
  let inputs = new Set<number>();
  let target = -1;
  /** A slow file must not overwrite what was taken after it. */
  let reading = 0;

  const table = (): Table | null => (parsed?.ok ? parsed.table : null);

  function settle(result: Parsed | null): void {
    parsed = result;
    pending = null;
    unreadable = false;
    inputs = new Set();
    target = -1;
    const usable = (table()?.columns ?? []).flatMap(({ name, values }, index): Usable[] =>
      values === null ? [] : [{ index, name: name.trim(), values }],
    );
    // Tables mostly end with what is to be predicted.
    const last = options.target !== undefined && options.target.none === undefined ? (usable.at(-1)?.index ?? -1) : -1;
    target = options.target?.preselect?.(usable) ?? last;
    const free = usable.filter(({ index }) => index !== target);
    const { preselect = (columns) => columns.map(({ index }) => index) } = options;
    const first = preselect(free);
    for (const k of first.slice(0, options.maxInputs)) inputs.add(k);
    draw();
  }

  async function read(): Promise<void> {
    const turn = ++reading;
    if (file === null) {
      settle(text.trim() === "" ? null : parseTable(text, options.limits, header, decimal));
      return;
    }
    pending = file instanceof File ? file.name : "";
    draw();
    try {
      const result = await parseFile(file, options.limits, header, decimal);
      if (turn === reading) settle(result);
    } catch {
      // The browser refuses to read a file that was moved, changed or locked since it was chosen.
      if (turn !== reading) return;
      settle(null);
      unreadable = true;
      draw();
    }
  }

  function take(next: Blob | null, pasted: string): void {
    file = next;
    text = pasted;
    [header, decimal] = ["auto", "auto"];
    show();
    void read();
  }

  function onpaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (pasted.length <= LONG_PASTE) return;
    event.preventDefault();
    take(new File([pasted], words.pasted), "");
  }

  function show(): void {
    draw();
    if (!dialog.open) dialog.showModal();
  }

  /** Why the choice cannot be used, or "". */
  function objection(): string {
    const { minInputs = 1 } = options;
    if (inputs.size < minInputs)
      return minInputs === 1 ? words.needInput : format(words.needInputs, { count: minInputs });
    if (inputs.size > options.maxInputs)
      return format(words.tooManyInputs, { limit: options.maxInputs, found: inputs.size });
    const chosen = table()?.columns[target];
    return chosen?.values ? (options.target?.objection?.(nameOf(chosen, target), chosen.values) ?? "") : "";
  }

  function apply(event: Event): void {
    event.preventDefault();
    const data = table();
    if (data === null || objection() !== "") return;
    const chosen = [...inputs].sort((a, b) => a - b);
    const columns = chosen.map((k) => data.columns[k]!.values!);
    const x: number[] = [];
    for (let row = 0; row < data.rows; row++) for (const column of columns) x.push(column[row]!);
    const name = (k: number) => nameOf(data.columns[k]!, k).slice(0, options.maxName);
    options.apply({
      xNames: chosen.map(name),
      d: chosen.length,
      x,
      target: target < 0 ? null : { name: name(target), values: [...data.columns[target]!.values!] },
    });
    dialog.close();
  }

  function clear(): void {
    reading++;
    [text, file] = ["", null];
    settle(null);
  }

  function pickTarget(k: number): void {
    target = k;
    inputs.delete(k);
    draw();
  }

  function toggleInput(k: number, on: boolean): void {
    if (on) inputs.add(k);
    else inputs.delete(k);
    draw();
  }

  function draw(): void {
    render(template(), dialog);
  }

  function template(): TemplateResult {
    const data = table();
    const refusal = unreadable
      ? words.unreadable
      : parsed !== null && !parsed.ok
        ? problemSentence(parsed.problem)
        : "";
    const outcome = pending !== null ? "reading" : refusal ? "refused" : data ? "taken" : "waiting";
    const status = {
      reading: format(words.reading, { name: pending ?? "" }),
      refused: "",
      taken: data ? found(data) : "",
      waiting: words.waiting,
    };
    const blocked = data === null ? "" : objection();
    const reading = data ?? (parsed?.ok === false ? parsed.reading : null);
    return html`
      <form method="dialog" class="import-form" @submit=${apply}>
        <h2 id="import-title">${words.title}</h2>
        <p class="import-intro">${options.intro ?? words.intro}</p>
        <label class="import-file button">
          <input type="file" accept=".csv,.tsv,.txt,.dat,text/csv,text/plain,text/tab-separated-values"
            @change=${(event: Event) => {
              const input = event.currentTarget as HTMLInputElement;
              const chosen = input.files?.[0];
              // Emptied, so that choosing the same file again after editing it is noticed.
              if (chosen) take(chosen, "");
              input.value = "";
            }} />
          ${words.file}
        </label>
        <label class="import-paste">
          ${words.paste}
          <textarea rows="5" spellcheck="false" autocomplete="off" placeholder=${options.placeholder ?? words.placeholder} .value=${live(text)}
            @paste=${onpaste}
            @input=${(event: Event) => {
              text = (event.currentTarget as HTMLTextAreaElement).value;
              file = null;
              [header, decimal] = ["auto", "auto"];
              void read();
            }}></textarea>
        </label>
        <div class="import-outcome" data-outcome=${outcome}>
          <p role="alert" class="import-refusal">${refusal ? html`${refusal} <span>${words.kept}</span>` : nothing}</p>
          <p role="status" class="import-status">${status[outcome]}</p>
        </div>
        ${reading === null ? nothing : readingChoice(reading)}
        ${data ? choice(data) : nothing}
        <div class="import-end">
          <p class="import-objection" role="status">${blocked}</p>
          <button type="button" class="button" @click=${() => dialog.close()}>${words.cancel}</button>
          <button type="submit" class="button primary" ?disabled=${data === null || blocked !== ""}>${words.apply}</button>
        </div>
      </form>`;
  }

  /** How the text is read. Offered after a refusal as well: it may be the very thing that was wrong. */
  function readingChoice(reading: Reading): TemplateResult {
    const marks = [
      ["auto", words.marks.auto],
      [".", words.marks.point],
      [",", words.marks.comma],
    ] as const;
    return html`
      <div class="import-choice">
        <label class="import-header">
          <input type="checkbox" .checked=${live(reading.header)}
            @change=${(event: Event) => {
              header = (event.currentTarget as HTMLInputElement).checked;
              void read();
            }} />
          ${words.header}
        </label>
        <label class="import-decimal">
          ${words.decimal}
          <select class="select" .value=${live(decimal)}
            @change=${(event: Event) => {
              decimal = (event.currentTarget as HTMLSelectElement).value as DecimalMark | "auto";
              void read();
            }}>
            ${marks.map(([mark, label]) => html`<option value=${mark} ?selected=${mark === decimal}>${label}</option>`)}
          </select>
        </label>
      </div>`;
  }

  function choice(data: Table): TemplateResult {
    const picks = html`<div class="import-choice">
      <button type="button" class="button" @click=${() => selectAll(data)}>${words.all}</button>
      <button type="button" class="button" @click=${selectNone}>${words.none}</button>
    </div>`;
    return html`
      ${data.columns.length > 3 ? picks : nothing}
      <div class="import-columns" tabindex="0" role="region" aria-label=${words.columns}>
        <table>
          <thead>
            <tr><th scope="col">${words.column}</th><th scope="col">${words.asInput}</th>${options.target === undefined ? nothing : html`<th scope="col">${options.target.title}</th>`}
              <th scope="col">${words.first}</th></tr>
          </thead>
          <tbody>${options.target?.none === undefined ? nothing : noTarget(options.target.none)}${data.columns.map((column, k) => columnRow(column, k))}</tbody>
        </table>
      </div>`;
  }

  function selectNone(): void {
    inputs = new Set();
    draw();
  }

  function selectAll(data: Table): void {
    inputs = new Set(data.columns.flatMap((column, k) => (column.values === null || k === target ? [] : [k])));
    draw();
  }

  function noTarget(label: string): TemplateResult {
    return html`<tr>
      <th scope="row">${label}</th>
      <td></td>
      <td>${targetChoice(-1, label)}</td>
      <td></td>
    </tr>`;
  }

  function targetChoice(k: number, label: string): TemplateResult {
    return html`<input type="radio" name="import-target" aria-label=${label} .checked=${live(k === target)}
      @change=${() => pickTarget(k)} />`;
  }

  function columnRow(column: Column, k: number): TemplateResult {
    const name = nameOf(column, k);
    const first = column.cells.slice(0, FIRST_VALUES).join("  ");
    if (column.problem !== null) {
      const spare = options.target === undefined ? nothing : html`<td></td>`;
      return html`<tr class="unusable"><th scope="row">${name}</th><td></td>${spare}<td>${problemSentence(column.problem)}</td></tr>`;
    }
    return html`
      <tr>
        <th scope="row">${name}</th>
        <td><input type="checkbox" aria-label=${format(words.useAsInput, { name })} .checked=${live(inputs.has(k))} ?disabled=${k === target}
          @change=${(event: Event) => toggleInput(k, (event.currentTarget as HTMLInputElement).checked)} /></td>
        ${options.target === undefined ? nothing : html`<td>${targetChoice(k, format(options.target.use, { name }))}</td>`}
        <td class="import-values">${first}</td>
      </tr>`;
  }

  const undrop = dropTarget(
    dialog,
    (dropped) => take(dropped, ""),
    (pasted) => take(null, pasted),
  );
  dialog.addEventListener("close", clear);
  draw();
  return {
    open: show,
    take: (next) => take(next, ""),
    takeText: (pasted) => take(null, pasted),
    dispose() {
      undrop();
      if (dialog.open) dialog.close();
      dialog.remove();
    },
  };
}

function nameOf(column: Column, k: number): string {
  return column.name.trim() || format(words.unnamed, { index: k + 1 });
}

function found(data: Table): string {
  const remarks = data.remarks === 0 ? "" : ` ${format(words.remarks, { count: data.remarks })}`;
  const what = format(words.found, {
    rows: data.rows,
    columns: data.columns.length,
    separator: SEPARATOR_WORDS[data.separator],
    decimal: data.decimal === "," ? words.decimals.comma : words.decimals.point,
  });
  return what + remarks;
}
