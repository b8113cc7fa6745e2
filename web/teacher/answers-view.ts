// The table of answers: sorted, filtered, each with what was measured here and what its file says.
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { until } from "lit/directives/until.js";
import { format } from "../host/messages/format.ts";
import { said } from "../host/said.ts";
import { isJudged } from "../host/tasks/hand-in-replayed.ts";
import { fieldsAddress } from "../host/url.ts";
import { differs } from "./finding.ts";
import { en as words } from "./messages/teacher.en.ts";
import { isDoneHere, type Row, whoOf } from "./rows.ts";
import { findingText, measuredTexts, twinsText } from "./sentences.ts";

/** Rows on show before all are asked for: a table of thousands takes a browser seconds. */
const FIRST = 200;

/** Of those with the same answer, in one row. */
const MOST_NAMES = 2;

export const SHOWS = ["all", "done", "open", "differs", "twins"] as const;
export type Show = (typeof SHOWS)[number];
const SORTABLE = ["who", "task", "statement", "done", "says", "at"] as const;
type Column = (typeof SORTABLE)[number];

export interface Looks {
  readonly text: string;
  /** An id; "": any. */
  readonly task: string;
  readonly show: Show;
  readonly by: Column;
  readonly down: boolean;
  /** Beyond the first ones. */
  readonly whole: boolean;
}
export const FIRST_LOOKS: Looks = { text: "", task: "", show: "all", by: "who", down: false, whole: false };

const SHOWN: Readonly<Record<Show, (row: Row) => boolean>> = {
  all: () => true,
  done: isDoneHere,
  open: (row) => !isDoneHere(row),
  differs: ({ finding }) => differs(finding),
  twins: ({ twins }) => twins.length > 0,
};

const KEYS: Readonly<Record<Column, (row: Row) => string>> = {
  who: ({ from }) => whoOf(from),
  task: ({ title }) => title,
  statement: ({ task, entry }) => task?.statement.name ?? entry.statement,
  done: (row) => (isDoneHere(row) ? "0" : "1"),
  says: ({ finding }) => `${differs(finding) ? 0 : 1} ${finding.kind}`,
  at: ({ entry }) => entry.at ?? "",
};

export function chosen(rows: readonly Row[], { text, task, show, by, down }: Looks): Row[] {
  const wanted = text.trim().toLocaleLowerCase();
  const fits = ({ from, entry, title }: Row) =>
    [whoOf(from), from.file, entry.task, title].some((each) => each.toLocaleLowerCase().includes(wanted));
  const key = KEYS[by];
  const sign = down ? -1 : 1;
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return rows
    .filter((row) => SHOWN[show](row) && (task === "" || row.entry.task === task) && fits(row))
    .sort((a, b) => sign * compare(key(a), key(b)));
}

const addresses = new WeakMap<Row, Promise<string>>();

/** The state of the answer in its lab. */
function link(row: Row, base: string): TemplateResult | string {
  if (row.task === null) return "";
  const { lab, fields } = row.entry;
  const address = addresses.get(row) ?? fieldsAddress(lab, fields);
  addresses.set(row, address);
  const name = format(words.answers.openOf, { task: row.title, who: whoOf(row.from) });
  const made = address.then((hash) =>
    /[#&]s=/.test(hash)
      ? html`<a href=${base + hash} target="_blank" rel="noopener" aria-label=${name}>${words.answers.open}</a>`
      : html`<span class="muted">${words.answers.tooLarge}</span>`,
  );
  return html`${until(made, "")}`;
}

function time(at: string | null): TemplateResult {
  if (at === null) return html`<span class="muted">${words.answers.noTime}</span>`;
  const shown = new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  return html`<time datetime=${at}>${shown}</time>`;
}

function doneCell(row: Row): TemplateResult {
  if (row.replayed === null) return html`<td class="muted">${words.answers.waits}</td>`;
  const known = isJudged(row.replayed) || row.task !== null;
  const done = isDoneHere(row);
  return html`<td data-done=${known ? String(done) : nothing}>${known ? (done ? words.answers.yes : words.answers.no) : "–"}</td>`;
}

function line(row: Row, base: string): TemplateResult {
  const { from, entry, finding, title, task } = row;
  const said = measuredTexts(row);
  const twins = twinsText(row, MOST_NAMES);
  return html`<tr data-task=${entry.task} data-who=${whoOf(from)} data-finding=${finding.kind}>
    <th scope="row">${whoOf(from)}</th>
    <td><span class="task-title">${title}</span> <code>${entry.task}</code></td>
    <td>${task?.statement.name ?? entry.statement}</td>
    ${doneCell(row)}
    <td>
      <ul class="measured">${said.map(
        ({ text, holds }) =>
          html`<li data-holds=${String(holds)}>${text}<span class="visually-hidden">: ${holds ? words.answers.holds : words.answers.fails}</span></li>`,
      )}</ul>
    </td>
    <td class="says">${findingText(finding, from.handIn.program)}</td>
    <td data-twins=${twins === "" ? nothing : ""}>${twins === "" ? nothing : format(words.answers.sameAs, { who: twins })}</td>
    <td>${time(entry.at)}</td>
    <td>${link(row, base)}</td>
  </tr>`;
}

function head(column: Column, looks: Looks, change: (next: Partial<Looks>) => void): TemplateResult {
  const own = looks.by === column;
  const order = own ? (looks.down ? "descending" : "ascending") : nothing;
  const sort = () => change({ by: column, down: own && !looks.down });
  const label = words.answers[column];
  return html`<th scope="col" aria-sort=${order}>
    <button type="button" class="sort" data-sort=${column} title=${format(words.answers.sortedBy, { column: label })} @click=${sort}>${label}</button>
  </th>`;
}

const given = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

function filters(rows: readonly Row[], looks: Looks, change: (next: Partial<Looks>) => void): TemplateResult {
  const tasks = [...new Map(rows.map(({ entry, title }) => [entry.task, title] as const))];
  return html`<div class="filters" role="group" aria-label=${words.filter.title}>
    <label>${words.filter.text} <input class="input" type="search" data-filter="text" .value=${looks.text} @input=${(event: Event) => change({ text: given(event) })} /></label>
    <label>${words.filter.task}
      <select class="select" data-filter="task" @change=${(event: Event) => change({ task: given(event) })}>
        <option value="" .selected=${looks.task === ""}>${words.filter.any}</option>
        ${tasks.map(([id, title]) => html`<option value=${id} .selected=${id === looks.task}>${id}  ${title}</option>`)}
      </select>
    </label>
    <label>${words.filter.show}
      <select class="select" data-filter="show" @change=${(event: Event) => change({ show: SHOWS.find((each) => each === given(event)) ?? "all" })}>
        ${SHOWS.map((each) => html`<option value=${each} .selected=${each === looks.show}>${words.filter.shows[each]}</option>`)}
      </select>
    </label>
  </div>`;
}

/** @param base address of the page with the labs, without its hash */
export function answersView(
  rows: readonly Row[],
  looks: Looks,
  {
    base,
    change,
    csv,
    saved,
  }: {
    readonly base: string;
    change(next: Partial<Looks>): void;
    csv(): void;
    readonly saved: string;
  },
): TemplateResult {
  const all = chosen(rows, looks);
  const shown = looks.whole ? all : all.slice(0, FIRST);
  const { answers } = words;
  const plain = (label: string) => html`<th scope="col">${label}</th>`;
  return html`
    <div class="answers-head">
      <h2>${answers.title}</h2>
      <button type="button" class="button" data-action="csv" @click=${csv}>${words.csv.button}</button>
      <p class="note">${said("saved", saved)}</p>
    </div>
    ${filters(rows, looks, change)}
    <p class="note">${said("shown", all.length === 0 ? answers.none : format(answers.count, { n: shown.length, all: rows.length }))}</p>
    <div class="scroll long" tabindex="0" role="region" aria-label=${answers.region}>
      <table class="answers">
        <thead>
          <tr>
            ${head("who", looks, change)} ${head("task", looks, change)} ${head("statement", looks, change)}
            ${head("done", looks, change)} ${plain(answers.how)} ${head("says", looks, change)} ${plain(answers.twins)}
            ${head("at", looks, change)} ${plain(answers.state)}
          </tr>
        </thead>
        <tbody>${repeat(
          shown,
          (row) => row,
          (row) => guard([row.replayed, row.twins], () => line(row, base)),
        )}</tbody>
      </table>
    </div>
    ${
      shown.length < all.length
        ? html`<button type="button" class="button" @click=${() => change({ whole: true })}>${format(answers.all, { n: all.length })}</button>`
        : nothing
    }
  `;
}
