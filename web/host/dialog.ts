// A modal sheet of paper over the page: title, content, close. The browser's own <dialog> keeps focus and Escape right.
import { html, render, type TemplateResult } from "lit";
import "./dialog.css";
import { en as words } from "./messages/en.ts";

let ids = 0;
let current: HTMLDialogElement | null = null;

/** Opens it, replacing one that is open. @returns a function that shows other content in it; false: it is not open any more */
export function openDialog(title: string, content: TemplateResult): (content: TemplateResult) => boolean {
  current?.close();
  const dialog = document.createElement("dialog");
  const id = `dialog-${++ids}`;
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", id);
  const show = (body: TemplateResult) =>
    render(
      html`
        <header>
          <h2 id=${id}>${title}</h2>
          <button type="button" class="button" @click=${() => dialog.close()}>${words.shell.close}</button>
        </header>
        <div class="dialog-body" tabindex="0" role="group" aria-labelledby=${id}>${body}</div>
      `,
      dialog,
    );
  show(content);
  dialog.addEventListener("close", () => {
    if (current === dialog) current = null;
    dialog.remove();
  });
  // A click on the backdrop lands on the dialog itself.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  current = dialog;
  dialog.showModal();
  return (body) => {
    if (dialog.isConnected) show(body);
    return dialog.isConnected;
  };
}
