// Where files come in: dropped, chosen, pasted; what was not taken; how far the replay is.
import { html, nothing, type TemplateResult } from "lit";
import { format } from "../host/messages/format.ts";
import { said } from "../host/said.ts";
import { type Found, fromDrop, fromPicker, LARGEST_FILE, MEGABYTE, MOST_FILES } from "./files.ts";
import { en as words } from "./messages/teacher.en.ts";
import type { Session } from "./session.ts";

/** Sentences on show; the rest is counted. */
const MOST_SENTENCES = 20;
/** Of them, those that are read out; the list has them all. */
const SAID = 3;

export interface TakeActions {
  add(found: readonly Found[]): void;
  paste(text: string): void;
}

function picker(id: string, label: string, folder: boolean, add: TakeActions["add"]): TemplateResult {
  const choose = (event: Event) => {
    const input = event.target as HTMLInputElement;
    if (input.files) add(fromPicker(input.files));
    // The same files may be chosen again.
    input.value = "";
  };
  return html`<label class="button picker"
    ><input class="visually-hidden" type="file" id=${id} multiple ?webkitdirectory=${folder} @change=${choose} />${label}</label
  >`;
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

function drop(event: DragEvent, add: TakeActions["add"]): void {
  delete (event.currentTarget as HTMLElement).dataset.over;
  if (!hasFiles(event) || !event.dataTransfer) return;
  event.preventDefault();
  void fromDrop(event.dataTransfer).then(add);
}

function refusedList(refused: readonly string[]): TemplateResult {
  return html`<h3>${words.refused.title}</h3>
    <ul class="refused">
      ${refused.slice(0, MOST_SENTENCES).map((sentence) => html`<li>${sentence}</li>`)}
      ${
        refused.length > MOST_SENTENCES
          ? html`<li>${format(words.refused.more, { n: refused.length - MOST_SENTENCES })}</li>`
          : nothing
      }
    </ul>`;
}

export function takeView(session: Session, { add, paste }: TakeActions): TemplateResult {
  const { files, rows, refused, reading } = session;
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).dataset.over = "";
  };
  const leave = (event: DragEvent) => {
    const place = event.currentTarget as HTMLElement;
    // Moving onto a child is no leaving.
    if (!(event.relatedTarget instanceof Node && place.contains(event.relatedTarget))) delete place.dataset.over;
  };
  const addTyped = (event: Event) => {
    event.preventDefault();
    const area = (event.currentTarget as HTMLElement).querySelector("textarea");
    if (!area || area.value.trim() === "") return;
    paste(area.value);
    area.value = "";
  };
  const taken =
    reading > 0
      ? format(words.take.reading, { n: reading })
      : files.length > 0
        ? format(words.take.read, { files: files.length, tasks: rows.length })
        : "";
  return html`
    <h2 class="visually-hidden">${words.take.title}</h2>
    <div
      class="drop" data-empty=${files.length === 0 ? "" : nothing}
      @dragenter=${over} @dragover=${over} @dragleave=${leave} @drop=${(event: DragEvent) => drop(event, add)}
    >
      <p class="drop-words">${words.take.drop} <span class="muted">${words.take.or}</span></p>
      <div class="pickers">
        ${picker("files", words.take.files, false, add)} ${picker("folder", words.take.folder, true, add)}
        ${
          files.length + refused.length > 0
            ? html`<button type="button" class="button plain" data-action="clear" @click=${() => session.clear()}>${words.take.clear}</button>`
            : nothing
        }
      </div>
      <p class="note">${format(words.take.hint, { size: LARGEST_FILE / MEGABYTE, files: MOST_FILES })}</p>
    </div>
    <details class="paste">
      <summary>${words.take.paste}</summary>
      <form @submit=${addTyped}>
        <p class="note" id="paste-hint">${words.take.pasteHint}</p>
        <textarea class="input" rows="4" spellcheck="false" aria-label=${words.take.paste} aria-describedby="paste-hint"></textarea>
        <button class="button">${words.take.add}</button>
      </form>
    </details>
    <p class="said">${said("taken", taken)}</p>
    <div class="refusals">${said("refused", refused.slice(0, SAID).join(" "), refused.length === 0 ? nothing : refusedList(refused))}</div>
  `;
}

/** Sentences about the replay, the one for a number of answers. */
function progressText({ replayed, rows, running }: Session, done: number): string {
  const all = rows.length;
  const text = replayed === all ? words.progress.done : running ? words.progress.running : words.progress.stopped;
  return format(text, { done, all });
}

/** What is said of the replay: in steps, since a count that changes all the time would drown everything else. */
export function progressSaid(session: Session): string {
  const { replayed, rows, running } = session;
  if (rows.length === 0) return "";
  const step = Math.max(Math.ceil(rows.length / 5), 1);
  return progressText(session, running && replayed < rows.length ? Math.floor(replayed / step) * step : replayed);
}

export function progressView(session: Session): TemplateResult | typeof nothing {
  const { replayed: done, rows, running } = session;
  const all = rows.length;
  if (all === 0) return nothing;
  return html`
    <progress max=${all} .value=${done} aria-label=${words.progress.label}></progress>
    <span class="progress-words">${progressText(session, done)}</span>
    ${
      done === all
        ? nothing
        : html`<button type="button" class="button" data-action=${running ? "stop" : "resume"} @click=${() => (running ? session.stop() : session.start())}>${running ? words.progress.stop : words.progress.resume}</button>`
    }
  `;
}
