// The line at the top: which lab, undo and redo, the link, and what is needed seldom.
import { html, nothing, type TemplateResult } from "lit";
import "./header.css";
import type { LabEntry } from "./entry.ts";
import { type Icon, icon } from "./icons.ts";
import { en as words } from "./messages/en.ts";
import { format } from "./messages/format.ts";
import { language } from "./messages/language.en.ts";
import type { ThemeChoice } from "./theme.ts";

export interface HeaderState {
  labs: readonly LabEntry[];
  /** Id of the open lab. */
  open: string;
  canUndo: boolean;
  canRedo: boolean;
  theme: ThemeChoice;
  /** Whether the seldom-used buttons are unfolded, where there is no room for them. */
  menu: boolean;
}

export interface HeaderActions {
  choose(id: string): void;
  undo(): void;
  redo(): void;
  share(): void;
  theme(): void;
  tour(): void;
  tasks(): void;
  help(): void;
  about(): void;
  menu(open: boolean): void;
  language(): void;
}

export function titleOf(entry: LabEntry): string {
  return entry.title;
}

function problemOf(entry: LabEntry): string {
  return format(words.shell.problem, { problem: entry.problem });
}

const inList = (entry: LabEntry, title: string) => format(language.lab, { problem: problemOf(entry), title });

function button(sign: Icon, label: string, action: () => void, disabled = false): TemplateResult {
  return html`<button type="button" class="button plain icon" aria-label=${label} title=${label} ?disabled=${disabled} @click=${action}>
    ${icon(sign)}
  </button>`;
}

/** @param lang of the label, where it is another one than the page's  @param says the same in the page's own */
function named(sign: Icon, label: string, action: () => void, lang?: string, says?: string): TemplateResult {
  return html`<button type="button" class="button plain" title=${says || label} @click=${action}>
    ${icon(sign)}<span lang=${lang ?? nothing}>${label}</span>
  </button>`;
}

/** Labs of one problem that has several stand together. */
function groupsOf(labs: readonly LabEntry[]): readonly (readonly LabEntry[])[] {
  const groups: LabEntry[][] = [];
  for (const lab of labs) {
    const last = groups.at(-1);
    if (lab.group !== undefined && last?.[0]?.group === lab.group) last.push(lab);
    else groups.push([lab]);
  }
  return groups;
}

function options(group: readonly LabEntry[], open: string): TemplateResult {
  const [first] = group;
  const each = group.map(
    (lab) => html`<option value=${lab.id} .selected=${lab.id === open}>${inList(lab, lab.title)}</option>`,
  );
  if (first?.group === undefined) return html`${each}`;
  return html`<optgroup label=${inList(first, first.group)}>${each}</optgroup>`;
}

function switcher({ labs, open }: HeaderState, choose: (id: string) => void): TemplateResult {
  const entry = labs.find(({ id }) => id === open);
  if (!entry) return html``;
  const title = html`<h1 class=${labs.length > 1 ? "visually-hidden" : nothing}>
    <small>${problemOf(entry)}</small> ${titleOf(entry)}
  </h1>`;
  if (labs.length < 2) return title;
  return html`${title}
    <select class="select" aria-label=${words.shell.labs} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${groupsOf(labs).map((group) => options(group, open))}
    </select>`;
}

export function header(state: HeaderState, actions: HeaderActions): TemplateResult {
  const say = words.shell;
  return html`
    <a class="skip" href="#main" @click=${skip}>${say.skip}</a>
    <a class="brand" href="#" title=${say.door}>${say.name}</a>
    ${switcher(state, actions.choose)}
    <div class="header-actions">
      ${button("undo", say.undo, actions.undo, !state.canUndo)}
      ${button("redo", say.redo, actions.redo, !state.canRedo)}
      ${button("share", say.share, actions.share)}
      <button
        type="button" class="button plain icon header-more" aria-label=${say.menu} title=${say.menu} aria-expanded=${state.menu}
        @click=${() => actions.menu(!state.menu)}
      >
        ${icon("more")}
      </button>
      <div class="header-seldom" ?data-open=${state.menu} @click=${() => actions.menu(false)}>
        ${named("tasks", say.tasks, actions.tasks)} ${named("tour", say.tour, actions.tour)}
        ${named(state.theme, say.theme[state.theme], actions.theme)} ${named("help", say.help, actions.help)}
        ${named("about", say.about, actions.about)}
        ${named("language", language.other.name, actions.language, language.other.tag, language.other.says)}
      </div>
    </div>
  `;
}

/** The room in the header that the status line takes, and what this page is while there is no status. */
export function createHeaderLine(): HTMLElement {
  const line = document.createElement("div");
  line.className = "header-line";
  const what = document.createElement("p");
  what.className = "header-what";
  what.textContent = words.shell.what;
  line.append(what);
  return line;
}

/** What the keys go to in the main plot, best first: a picture that takes them, something in it that can be dragged. */
const IN_PLOT = ['[role="application"]', '[role="slider"]', '[role="img"]'];

/** Put the focus on the picture; on the whole page where there is none. */
export function focusPicture(): void {
  const found = IN_PLOT.map((one) => document.querySelector<HTMLElement>(`.lab-plot ${one}:not([hidden])`));
  const picture = found.find((one) => one !== null);
  if (!picture) document.querySelector<HTMLElement>("main")?.focus();
  else {
    // Some pictures take no keys: they can be reached from here all the same.
    if (picture.tabIndex < 0) picture.tabIndex = -1;
    picture.focus();
  }
}

/** Everything after "#" belongs to the lab, so the jump is made by hand. */
function skip(event: Event): void {
  event.preventDefault();
  focusPicture();
}
