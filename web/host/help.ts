// The sheet of keys: the page's own and the open lab's.
import { html, type TemplateResult } from "lit";
import { openDialog } from "./dialog.ts";
import { en as words } from "./messages/en.ts";

export type HelpRow = readonly [keys: string, does: string];

function table(title: string, rows: readonly HelpRow[]): TemplateResult {
  return html`
    <h3>${title}</h3>
    <table class="keys">
      <tbody>
        ${rows.map(([keys, does]) => html`<tr><th scope="row"><kbd>${keys}</kbd></th><td>${does}</td></tr>`)}
      </tbody>
    </table>
  `;
}

/** @param lab rows that the open lab brings */
export function openHelp(lab: readonly HelpRow[]): void {
  const say = words.shell.keys;
  const control = /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘" : "Ctrl";
  openDialog(
    say.title,
    html`
      ${lab.length === 0 ? "" : table(say.lab, lab)}
      ${table(say.everywhere, [
        [`${control} Z`, say.undo],
        [`${control} Shift Z`, say.redo],
        ["?", say.help],
        ["← → ↑ ↓", say.slider],
        ["Esc", say.escape],
      ])}
    `,
  );
}

/** Where single letters and undo belong to the text being edited. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !/^(range|checkbox|radio|button|submit|file|color)$/.test(target.type);
}
