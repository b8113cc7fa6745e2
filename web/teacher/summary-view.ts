// The table of students, and the field for the tasks that they were asked for.
import { html, nothing, type TemplateResult } from "lit";
import { format } from "../host/messages/format.ts";
import { said } from "../host/said.ts";
import { en as words } from "./messages/teacher.en.ts";
import { NOTES, type Summary } from "./summary.ts";

export function askedView(typed: string, unknown: readonly string[], change: (text: string) => void): TemplateResult {
  return html`<div class="asked">
    <label for="asked">${words.asked.label}</label>
    <input
      class="input" id="asked" autocomplete="off" autocapitalize="off" spellcheck="false" .value=${typed}
      aria-describedby="asked-hint" aria-invalid=${unknown.length > 0 ? "true" : nothing}
      @change=${(event: Event) => change((event.target as HTMLInputElement).value)}
    />
    <p class="note" id="asked-hint">${words.asked.hint}</p>
    <p class="note" data-wrong>
      ${said("asked", unknown.length === 0 ? "" : format(words.asked.unknown, { n: unknown.length, tasks: unknown.join(", ") }))}
    </p>
  </div>`;
}

const notesText = ({ notes }: Summary): string =>
  NOTES.filter((note) => notes[note] > 0)
    .map((note) => format(words.summary.notesOf[note], { n: notes[note] }))
    .join(words.summary.comma);

function row(one: Summary, asked: number): TemplateResult {
  const { who, files, done, missing } = one;
  const looked = notesText(one);
  return html`<tr data-who=${who} data-complete=${missing.length === 0 ? "" : nothing}>
    <th scope="row">${who}${files.includes(who) ? html` <span class="muted">(${words.summary.nameless})</span>` : nothing}</th>
    <td class="count">${format(words.summary.of, { done: done.length, all: asked })}</td>
    <td>${missing.length === 0 ? html`<span class="muted">${words.summary.none}</span>` : missing.join(words.summary.comma)}</td>
    <td data-notes=${looked === "" ? nothing : ""}>${looked === "" ? html`<span class="muted">${words.summary.nothing}</span>` : looked}</td>
    <td class="file">${files.filter((file) => file !== who).join(", ")}</td>
  </tr>`;
}

export function summaryView(students: readonly Summary[], asked: readonly string[]): TemplateResult {
  const heads = [words.summary.who, words.summary.done, words.summary.missing, words.summary.notes, words.summary.file];
  return html`
    <h2 id="students">${words.summary.title}</h2>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="students">
      <table class="students">
        <thead>
          <tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr>
        </thead>
        <tbody>${students.map((one) => row(one, asked.length))}</tbody>
      </table>
    </div>
  `;
}
