// The sheet that writes a hand-in: says what is in the file and who sees what, then saves or copies it. Loaded when asked for.
import { html, nothing, type TemplateResult } from "lit";
import "./hand-in.css";
import { openDialog } from "../dialog.ts";
import type { LabEntry } from "../entry.ts";
import { download, fileName } from "../export-file.ts";
import { format } from "../messages/format.ts";
import { handIn as words } from "../messages/hand-in.en.ts";
import type { Notify } from "../notify.ts";
import { cleanName, entryKey, LONGEST_WHO } from "./hand-in.ts";
import { type Choice, type Content, fileOf, type Prepared, prepare } from "./hand-in-content.ts";
import { keptAnswers } from "./kept.ts";

export interface HandInHost {
  /** All of them: answers are kept for all. */
  readonly labs: readonly LabEntry[];
  readonly notify: Notify;
}

/** Of a long file, what is shown of it, characters. */
const SHOWN = 6000;

/** The teacher's page, beside this one or in it. */
const teacherPage = () => (__SINGLE_FILE__ ? `${location.href.replace(/#.*$/, "")}#teach` : "./teach/");

function taskRow(one: Prepared, taken: boolean, take: (taken: boolean) => void): TemplateResult {
  const { answer, title, statement, state } = one;
  return html`<li data-task=${answer.task} data-state=${state}>
    <label>
      <input type="checkbox" .checked=${taken} @change=${(event: Event) => take((event.target as HTMLInputElement).checked)} />
      <span class="hand-in-statement">${statement}</span> ${title}
      <span class="hand-in-state">${words[state]}</span>
    </label>
  </li>`;
}

const list = (entries: readonly string[]) =>
  html`<ul class="hand-in-list">${entries.map((each) => html`<li>${each}</li>`)}</ul>`;

function preview(text: string): TemplateResult {
  const more = text.length - SHOWN;
  return html`<details class="hand-in-file">
    <summary>${words.show}</summary>
    <pre tabindex="0" aria-label=${words.show}>${text.slice(0, SHOWN)}${more > 0 ? format(words.cut, { more }) : nothing}</pre>
  </details>`;
}

/** Opens it. What is kept is computed again meanwhile. */
export async function openHandIn({ labs, notify }: HandInHost): Promise<void> {
  const kept = keptAnswers();
  const known = labs.map(({ id }) => id);
  const own = kept.filter(({ lab }) => known.includes(lab));
  if (own.length === 0) {
    openDialog(words.title, html`<p>${words.nothing}</p>`);
    return;
  }
  let choice: Choice = { who: "", times: false, taken: new Set() };
  /** What has come of saving or copying. */
  let outcome = "";
  const waiting = (done: number) =>
    html`<p role="status">${format(words.checking, { done, all: own.length })}</p>
      <progress class="hand-in-progress" max=${own.length} .value=${done} aria-label=${words.title}></progress>`;
  const show = openDialog(words.title, waiting(0));
  const content = await prepare(labs, own, (done) => show(waiting(done)));
  if (content === null) return;
  choice = {
    ...choice,
    taken: new Set(content.answers.filter(({ state }) => state !== "notDone").map(({ answer }) => entryKey(answer))),
  };
  draw(content);

  function change(made: Content, next: Partial<Choice>): void {
    choice = { ...choice, ...next };
    draw(made);
  }

  function take(made: Content, { answer }: Prepared, taken: boolean): void {
    const next = new Set(choice.taken);
    if (taken) next.add(entryKey(answer));
    else next.delete(entryKey(answer));
    change(made, { taken: next });
  }

  function save(text: string): void {
    const name = fileName(["proofground", "hand-in", choice.who], "json");
    download({ name, type: "application/json;charset=utf-8", data: text });
    notify(format(words.saved, { name }), "plain");
    said(words.saved, name);
  }

  function copy(text: string): void {
    navigator.clipboard.writeText(text).then(
      () => said(words.copied),
      () => said(words.copyByHand),
    );
  }

  /** In the sheet: what lies under it is not read aloud. */
  function said(sentence: string, name = ""): void {
    outcome = format(sentence, { name });
    if (content !== null) draw(content);
  }

  function draw(made: Content): void {
    const text = fileOf(made, choice);
    const none = choice.taken.size === 0;
    show(html`
      <form class="hand-in" @submit=${(event: Event) => event.preventDefault()}>
        <label class="hand-in-row" for="hand-in-who">${words.who}</label>
        <input
          class="input" id="hand-in-who" autocomplete="name" maxlength=${LONGEST_WHO} aria-describedby="hand-in-who-hint" .value=${choice.who}
          @change=${(event: Event) => change(made, { who: cleanName((event.target as HTMLInputElement).value) })}
        />
        <p class="muted hand-in-hint" id="hand-in-who-hint">${words.whoHint}</p>
        <h3>${words.tasks}</h3>
        <ul class="hand-in-tasks">
          ${made.answers.map((one) =>
            taskRow(one, choice.taken.has(entryKey(one.answer)), (taken) => take(made, one, taken)),
          )}
        </ul>
        <label class="hand-in-times"
          ><input
            type="checkbox" name="times" aria-describedby="hand-in-times-hint" .checked=${choice.times}
            @change=${(event: Event) => change(made, { times: (event.target as HTMLInputElement).checked })}
          />
          ${words.times}</label
        >
        <p class="muted hand-in-hint" id="hand-in-times-hint">${words.timesHint}</p>
        <h3>${words.inside}</h3>
        ${list(words.contents)} ${preview(text)}
        <h3>${words.sees}</h3>
        <p>${words.teacher} <a href=${teacherPage()} target="_blank" rel="noopener">${words.page}</a></p>
        <div class="hand-in-foot">
          <div class="hand-in-buttons">
          <button type="button" class="button primary" data-action="save-hand-in" ?disabled=${none} @click=${() => save(text)}>${words.save}</button>
          <button type="button" class="button" data-action="copy-hand-in" ?disabled=${none} @click=${() => copy(text)}>${words.copy}</button>
          </div>
          <p class="hand-in-said" role="status">${none ? words.none : outcome}</p>
        </div>
      </form>
    `);
  }
}
