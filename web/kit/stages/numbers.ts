// The numbers of a picture as a folded table, made when it is opened.
import { html, nothing, render } from "lit";
import { format } from "../../host/messages/format.ts";
import { stageReader as words } from "../messages/stage-reader.en.ts";
import type { Numbers } from "./spoken.ts";

export interface FoldedNumbers {
  readonly element: HTMLElement;
  /** Unfold it, and go there. */
  open(): void;
  update(): void;
  dispose(): void;
}

export function mountNumbers(below: HTMLElement, title: string, numbers: () => Numbers | null): FoldedNumbers {
  const element = document.createElement("details");
  element.className = "stage-numbers";
  const summary = document.createElement("summary");
  summary.textContent = format(words.tableOf, { title });
  const body = document.createElement("div");
  // It scrolls within itself: by keys, too.
  body.className = "stage-numbers-body";
  body.tabIndex = 0;
  body.setAttribute("role", "region");
  body.setAttribute("aria-label", title);
  element.append(summary, body);
  below.append(element);

  function draw(): void {
    const now = numbers();
    if (now === null) {
      render(nothing, body);
      return;
    }
    const [first, ...others] = now.columns;
    render(
      html`<table>
        <thead><tr>${first === "" ? html`<td></td>` : html`<th scope="col">${first}</th>`}${others.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
        <tbody>${now
          .rows()
          .map(
            ([head, ...cells]) =>
              html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`,
          )}</tbody>
      </table>`,
      body,
    );
  }
  const toggled = () => {
    if (element.open) draw();
    else render(nothing, body);
  };
  element.addEventListener("toggle", toggled);

  return {
    element,
    open() {
      element.open = true;
      draw();
      body.focus();
    },
    update() {
      element.hidden = numbers() === null;
      if (element.open) draw();
    },
    dispose: () => element.remove(),
  };
}
