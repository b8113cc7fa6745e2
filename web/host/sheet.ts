// On a phone the controls lie in a sheet at the bottom. This adds its handle; where the sheet is one, style decides.
import { en as words } from "./messages/en.ts";
import { scrollToTop } from "./scroll.ts";

/** A stroke longer than this opens or closes, CSS px; a shorter one is a tap. */
const STROKE = 24;

let ids = 0;

/** @param layout the element with class lab-layout  @returns its undoing */
export function mountSheet(layout: HTMLElement): () => void {
  const controls = layout.querySelector<HTMLElement>(":scope > .lab-controls");
  if (!controls) return () => undefined;
  const isOpen = () => layout.dataset.sheet === "open";
  controls.id ||= `sheet-${++ids}`;

  const handle = document.createElement("button");
  handle.type = "button";
  handle.className = "sheet-handle";
  handle.setAttribute("aria-controls", controls.id);
  handle.textContent = words.shell.sheet.title;
  // Before the controls, so that the Tab key goes from the handle into the sheet.
  controls.before(handle);

  function set(open: boolean): void {
    const opened = open && !isOpen();
    layout.dataset.sheet = open ? "open" : "closed";
    handle.setAttribute("aria-expanded", String(open));
    handle.title = open ? words.shell.sheet.close : words.shell.sheet.open;
    // What the controls change should be seen while they are used.
    const plot = layout.querySelector(":scope > .lab-plot");
    if (opened && plot) scrollToTop(plot);
  }

  let from: number | null = null;
  let stroked = false;
  handle.onpointerdown = (event) => {
    from = event.clientY;
    stroked = false;
    handle.setPointerCapture(event.pointerId);
  };
  handle.onpointermove = (event) => {
    if (from === null || Math.abs(event.clientY - from) < STROKE) return;
    stroked = true;
    set(event.clientY < from);
    from = event.clientY;
  };
  handle.onpointerup = handle.onpointercancel = () => {
    from = null;
  };
  handle.onclick = () => {
    // A stroke ends with a click as well; it has already done its work.
    if (!stroked) set(!isOpen());
    stroked = false;
  };
  function onkeydown(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented || !isOpen()) return;
    set(false);
    if (getComputedStyle(handle).display !== "none") handle.focus();
  }
  layout.addEventListener("keydown", onkeydown);
  set(false);
  return () => {
    layout.removeEventListener("keydown", onkeydown);
    handle.remove();
  };
}
