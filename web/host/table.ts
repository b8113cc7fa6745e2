// The table twin of a plot: the same points as rows of typed numbers. Only the rows in sight are in the document, so that
// thousands cost what thirty do. It knows no lab: columns, cells and edits are the owner's.
import { html, nothing, render, type TemplateResult } from "lit";
import "./table.css";
import { announce } from "./announce.ts";
import { cellSentence } from "./cell-sentence.ts";
import { en } from "./messages/en.ts";
import { format } from "./messages/format.ts";
import { readTyped } from "./number.ts";
import { lockOf } from "./restraints.ts";

const words = en.data.table;

export interface TableColumn {
  /** Short, for the head of the column. */
  title: string;
  /** In full, for screen readers and the tooltip. */
  name: string;
  /** Typed by the user, or answered by the solver. */
  editable: boolean;
}

export interface TableSource {
  rows: number;
  columns: readonly TableColumn[];
  /** Text of a cell; "" while not known. Of editable cells the number in full. */
  cell: (row: number, column: number) => string;
  selected: number | null;
  /** Most rows that may be added to. */
  maxRows: number;
}

export interface TableActions {
  /** A number was typed into an editable column. */
  edit: (row: number, column: number, value: number) => void;
  add: () => void;
  remove: (row: number) => void;
  select: (row: number) => void;
  /** The whole table as text, for the clipboard. */
  text: () => string;
  notify: (sentence: string, tone: "plain" | "trouble") => void;
}

export interface PointTable {
  update(source: TableSource): void;
  dispose(): void;
}

/** Rows drawn above and below the ones in sight, so that a quick scroll shows no gap. */
const SPARE = 10;
/** Narrowest column, rem: room for a number of five digits with sign and exponent; and the column of row numbers (table.css). */
const LEAST_COLUMN = 5.25;
const INDEX_COLUMN = 3.25;
/** Until the first row has been measured, px. */
const GUESSED_HEIGHT = 32;
const PAGE = 10;
/** Out of sight the table is brought up to date when nothing has changed for this long, ms: a drag needs the time. */
const REST = 250;

const countOf = (rows: number) => (rows === 0 ? words.empty : format(words.count, { rows }));

export function mountTable(root: HTMLElement, first: TableSource, actions: TableActions): PointTable {
  let source = first;
  let cursor = { row: 0, column: 0 };
  let editing: { text: string } | null = null;
  /** Why the last typed text was not taken; "" when it was. */
  let refusal = "";
  let height = GUESSED_HEIGHT;
  let unmeasured = true;
  let frame = 0;
  let pressedAgain = false;
  /** Focus the cursor's cell after the next draw. */
  let refocus = false;
  let inSight = false;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const host = document.createElement("div");
  host.className = "points";
  root.append(host);
  const lock = lockOf("data", "x");

  function range(): { from: number; to: number } {
    const box = host.querySelector<HTMLElement>(".points-scroll");
    const top = box?.scrollTop ?? 0;
    const seen = Math.ceil((box?.clientHeight || 320) / height);
    const from = Math.max(0, Math.min(Math.floor(top / height) - SPARE, source.rows - seen - 2 * SPARE));
    return { from, to: Math.min(source.rows, from + seen + 2 * SPARE) };
  }

  function draw(): void {
    cancelAnimationFrame(frame);
    clearTimeout(rest);
    frame = 0;
    delete host.dataset.stale;
    cursor.row = Math.max(0, Math.min(cursor.row, source.rows - 1));
    cursor.column = Math.max(0, Math.min(cursor.column, source.columns.length - 1));
    const { from, to } = range();
    render(template(from, to), host);
    const spaces = host.querySelectorAll<HTMLElement>(".points-space");
    spaces[0]!.style.height = `${from * height}px`;
    spaces[1]!.style.height = `${(source.rows - to) * height}px`;
    host
      .querySelector("table")
      ?.style.setProperty("min-width", `${source.columns.length * LEAST_COLUMN + INDEX_COLUMN}rem`);
    if (unmeasured) measureRow();
    if (refocus) focusCursor();
  }

  /** Once for each size of the box, not each draw: to measure is to lay out, and a drag draws at every frame. */
  function measureRow(): void {
    const measured = host.querySelector<HTMLElement>("tr[data-row]")?.getBoundingClientRect().height ?? 0;
    if (measured === 0) return;
    unmeasured = false;
    if (Math.abs(measured - height) <= 0.5) return;
    height = measured;
    schedule();
  }

  function schedule(): void {
    host.dataset.stale = "";
    if (inSight) {
      if (frame === 0) frame = requestAnimationFrame(draw);
      return;
    }
    clearTimeout(rest);
    rest = setTimeout(draw, REST);
  }

  function focusCursor(): void {
    refocus = false;
    const cell = host.querySelector<HTMLElement>(`tr[data-row="${cursor.row}"] [data-column="${cursor.column}"]`);
    const input = cell?.querySelector("input");
    if (input) {
      input.focus();
      return;
    }
    cell?.focus({ preventScroll: true });
  }

  function moveTo(row: number, column: number): void {
    if (source.rows === 0) return;
    cursor = {
      row: Math.max(0, Math.min(row, source.rows - 1)),
      column: Math.max(0, Math.min(column, source.columns.length - 1)),
    };
    editing = null;
    reveal(cursor.row);
    refocus = true;
    actions.select(cursor.row);
    draw();
  }

  function reveal(row: number): void {
    const box = host.querySelector<HTMLElement>(".points-scroll");
    if (box === null) return;
    const head = box.querySelector("thead")?.getBoundingClientRect().height ?? 0;
    const [top, bottom] = [row * height, (row + 1) * height + head];
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
  }

  function startEdit(text: string | null): void {
    if (!source.columns[cursor.column]?.editable || source.rows === 0 || lock !== null) return;
    editing = { text: text ?? source.cell(cursor.row, cursor.column) };
    refusal = "";
    refocus = true;
    draw();
    const input = host.querySelector<HTMLInputElement>(".points-edit");
    if (text === null) input?.select();
    else input?.setSelectionRange(text.length, text.length);
  }

  /** Hands a typed number on. @returns whether the text was one; else `refusal` says why not. */
  function commit(): boolean {
    if (editing === null) return true;
    const { row, column } = cursor;
    const text = editing.text.trim();
    const read = readTyped(text);
    refusal = read.ok ? "" : cellSentence(read.code, source.columns[column]!.name, text);
    announce("table", refusal);
    if (!read.ok) return false;
    editing = null;
    if (text !== source.cell(row, column)) actions.edit(row, column, read.value);
    return true;
  }

  /** Leaves the cell forwards, or stays in it with the reason. */
  function commitAnd(then: () => void): void {
    if (commit()) {
      then();
      return;
    }
    refocus = true;
    draw();
  }

  function cancel(): void {
    editing = null;
    refusal = "";
    refocus = true;
    draw();
  }

  function remove(row: number): void {
    if (lock !== null) return;
    editing = null;
    refocus = source.rows > 1;
    actions.remove(row);
  }

  function add(): void {
    editing = null;
    actions.add();
    moveTo(source.rows - 1, 0);
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(actions.text());
      actions.notify(format(words.copied, { rows: source.rows }), "plain");
    } catch {
      // No permission, or a page that is not allowed to touch the clipboard (an iframe, an old browser from file://).
      actions.notify(words.copyRefused, "trouble");
    }
  }

  function onKey(event: KeyboardEvent): void {
    const { row, column } = cursor;
    if (editing !== null) {
      editKey(event);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const go: Record<string, () => void> = {
      ArrowUp: () => moveTo(row - 1, column),
      ArrowDown: () => moveTo(row + 1, column),
      ArrowLeft: () => moveTo(row, column - 1),
      ArrowRight: () => moveTo(row, column + 1),
      Home: () => moveTo(row, 0),
      End: () => moveTo(row, source.columns.length - 1),
      PageUp: () => moveTo(row - PAGE, column),
      PageDown: () => moveTo(row + PAGE, column),
      Enter: () => startEdit(null),
      F2: () => startEdit(null),
      Delete: () => remove(row),
      Backspace: () => startEdit(""),
    };
    const action = go[event.key] ?? (/^[-+.,\d\u2212]$/.test(event.key) ? () => startEdit(event.key) : null);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  function editKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === "Escape") cancel();
    else if (event.key === "Enter") commitAnd(() => moveTo(cursor.row + 1, cursor.column));
    else if (event.key === "Tab") commitAnd(() => moveTo(cursor.row, cursor.column + (event.shiftKey ? -1 : 1)));
    else return;
    event.preventDefault();
  }

  function cellAt(event: Event): { row: number; column: number } | null {
    const cell = (event.target as Element).closest<HTMLElement>("[data-column]");
    const row = cell?.closest<HTMLElement>("tr[data-row]")?.dataset.row;
    return cell === null || row === undefined ? null : { row: Number(row), column: Number(cell.dataset.column) };
  }

  /** The cursor is where the focus is: after scrolling, Tab enters the rows in sight and not the one left behind. */
  function onFocus(event: FocusEvent): void {
    const at = cellAt(event);
    if (at === null || editing !== null || (at.row === cursor.row && at.column === cursor.column)) return;
    cursor = at;
    schedule();
  }

  /** Before the press moves the focus: is it on the cell that already has it? */
  function onPress(event: Event): void {
    const at = cellAt(event);
    const focused = host.ownerDocument.activeElement?.closest("[data-column]") ?? null;
    pressedAgain = at !== null && focused !== null && focused === (event.target as Element).closest("[data-column]");
  }

  function onClick(event: Event): void {
    const at = cellAt(event);
    if (at === null || (event.target as Element).closest("input")) return;
    const again = pressedAgain;
    // The second click or tap on a cell edits it: touch has no double click.
    moveTo(at.row, at.column);
    if (again) startEdit(null);
  }

  function template(from: number, to: number): TemplateResult {
    const { columns, rows } = source;
    const indices = Array.from({ length: to - from }, (_, k) => from + k);
    return html`
      <div class="points-bar">
        <button type="button" class="button" data-action="add" ?disabled=${lock !== null || rows >= source.maxRows} @click=${add}
          title=${lock ?? (rows >= source.maxRows ? format(words.full, { limit: source.maxRows }) : nothing)}>${words.add}</button>
        <button type="button" class="button" data-action="remove" ?disabled=${lock !== null || rows === 0} title=${lock ?? nothing} @click=${() => remove(source.selected ?? cursor.row)}>
          ${words.removeSelected}</button>
        <button type="button" class="button" data-action="copy" ?disabled=${rows === 0} @click=${copy}>${words.copy}</button>
        <span class="points-count">${countOf(rows)}</span>
      </div>
      <div class="points-scroll" @scroll=${schedule}>
        <table role="grid" aria-label=${words.caption} aria-describedby="points-hint" aria-rowcount=${rows + 1} aria-colcount=${columns.length + 1}
          @keydown=${onKey} @pointerdown=${onPress} @click=${onClick} @focusin=${onFocus}>
          <thead>
            <tr aria-rowindex="1"><th scope="col" class="points-index">${words.row}</th>
              ${columns.map((column) => html`<th scope="col" title=${column.name} aria-label=${column.name}>${column.title}</th>`)}</tr>
          </thead>
          <tbody>
            <tr class="points-space" aria-hidden="true"></tr>
            ${indices.map((row) => rowTemplate(row, cursor.row >= from && cursor.row < to ? cursor.row : from))}
            <tr class="points-space" aria-hidden="true"></tr>
          </tbody>
        </table>
      </div>
      <p class="points-refusal" id="points-refusal">${refusal}</p>
      <p class="points-hint" id="points-hint">${words.hint}</p>`;
  }

  /** @param entry the row in sight that Tab leads to */
  function rowTemplate(row: number, entry: number): TemplateResult {
    return html`
      <tr data-row=${row} aria-rowindex=${row + 2} aria-selected=${row === source.selected ? "true" : "false"}>
        <th scope="row" class="points-index">${row + 1}</th>
        ${source.columns.map((column, k) => cellTemplate(column, row, k, row === entry))}
      </tr>`;
  }

  function cellTemplate(column: TableColumn, row: number, k: number, entry: boolean): TemplateResult {
    const here = row === cursor.row && k === cursor.column;
    if (here && editing !== null) {
      return html`<td data-column=${k} class="points-editing"><input class="points-edit" type="text" inputmode="text" autocomplete="off"
        aria-label=${format(words.edit, { name: column.name, row: row + 1 })} aria-invalid=${refusal ? "true" : "false"}
        aria-describedby="points-refusal" .value=${editing.text}
        @input=${(event: Event) => {
          if (editing) editing.text = (event.currentTarget as HTMLInputElement).value;
        }}
        @blur=${() => {
          // Left by mouse or touch: a number is taken, anything else leaves the old value and says why.
          if (editing === null) return;
          commit();
          editing = null;
          schedule();
        }} /></td>`;
    }
    return html`<td data-column=${k} tabindex=${entry && k === cursor.column ? 0 : -1} class=${column.editable ? "" : "points-answer"}
      aria-readonly=${column.editable ? "false" : "true"}>${column.editable ? source.cell(row, k).replaceAll("-", "\u2212") : source.cell(row, k)}</td>`;
  }

  const resized = new ResizeObserver(() => {
    unmeasured = true;
    schedule();
  });
  resized.observe(host);
  const seen = new IntersectionObserver((entries) => {
    inSight = entries.at(-1)?.isIntersecting ?? false;
    if (inSight && host.dataset.stale !== undefined) schedule();
  });
  seen.observe(host);
  draw();
  return {
    update(next) {
      const otherHeight = next.rows !== source.rows;
      const moved = next.selected !== source.selected && next.selected !== null && next.selected !== cursor.row;
      source = next;
      // What changes it from elsewhere says so there.
      if (otherHeight && host.contains(document.activeElement)) announce("table", countOf(next.rows));
      if (moved && editing === null) {
        cursor = { row: next.selected!, column: cursor.column };
        reveal(cursor.row);
      }
      // Out of sight as well: a page that changes its height later moves what the user is about to press.
      if (refocus || otherHeight) draw();
      else schedule();
    },
    dispose() {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
      resized.disconnect();
      seen.disconnect();
      host.remove();
    },
  };
}
