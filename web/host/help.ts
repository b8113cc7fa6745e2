// The sheet of keys: the page's own and the open lab's. Loaded when it is first opened.
import { html, type TemplateResult } from "lit";
import { openDialog } from "./dialog.ts";
import { keys as say } from "./messages/keys.en.ts";

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
      <p class="muted">${say.sound}</p>
    `,
  );
}
