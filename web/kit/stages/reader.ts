// A picture of a stage for those who do not see it, or go there by keys: what its numbers say, the way to the same numbers as a table,
// and a walk along its curves. It lies over the picture, beside it in the page: what an image contains is not read out.
import "./reader.css";
import { format } from "../../host/messages/format.ts";
import { stageReader as words } from "../messages/stage-reader.en.ts";
import { mountNumbers } from "./numbers.ts";
import { onRest } from "./rest.ts";
import type { Spoken } from "./spoken.ts";
import { mountWalk } from "./walk.ts";

export interface Reader {
  /** What the picture shows has changed. */
  update(): void;
  /** Onto its first curve. */
  walk(): void;
  dispose(): void;
}

/** Names of elements; they only have to differ. */
let made = 0;

export function mountReader(host: HTMLElement, below: HTMLElement, spoken: Spoken): Reader {
  const id = `picture-${++made}`;
  const over = document.createElement("div");
  over.className = "reader";
  const told = document.createElement("p");
  told.className = "visually-hidden";
  told.id = `${id}-told`;
  const link = document.createElement("button");
  link.type = "button";
  link.className = "button reader-way";
  link.textContent = format(words.tableOf, { title: spoken.title });
  over.append(told, link);
  host.after(over);
  host.setAttribute("aria-describedby", told.id);

  /** As large as the picture, and on it. */
  function lay(): void {
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = host;
    const box = { "--left": offsetLeft, top: offsetTop, width: offsetWidth, height: offsetHeight };
    for (const [side, value] of Object.entries(box)) over.style.setProperty(side, `${value}px`);
  }
  const resized = new ResizeObserver(lay);
  resized.observe(host);
  // What comes and goes above the picture moves it.
  if (host.offsetParent !== null) resized.observe(host.offsetParent);
  over.addEventListener("focusin", lay);
  lay();

  const numbers = spoken.numbers ? mountNumbers(below, spoken.title, spoken.numbers) : null;
  const tableOf = () => numbers?.element ?? spoken.table?.() ?? null;
  link.addEventListener("click", () => {
    if (numbers !== null) numbers.open();
    else {
      const at = tableOf();
      if (at === null) return;
      // The summary of a folded one.
      const fold = at.closest("details");
      if (fold !== null) fold.open = true;
      if (!at.matches("button, summary, [tabindex]")) at.tabIndex = -1;
      at.focus();
    }
  });
  const walk = spoken.curves ? mountWalk(host, over, spoken.curves) : null;

  function tell(): void {
    const text = spoken.told();
    if (told.textContent !== text) told.textContent = text;
    numbers?.update();
    const found = tableOf();
    const at = found?.hidden === true ? null : found;
    link.hidden = at === null;
    if (at === null) host.removeAttribute("aria-details");
    else {
      at.id ||= `${id}-numbers`;
      host.setAttribute("aria-details", at.id);
    }
    walk?.update();
  }
  const rest = onRest(tell);
  tell();

  return {
    update: rest.changed,
    walk: () => walk?.begin(),
    dispose() {
      rest.dispose();
      resized.disconnect();
      walk?.dispose();
      numbers?.dispose();
      over.remove();
      host.removeAttribute("aria-describedby");
      host.removeAttribute("aria-details");
    },
  };
}
