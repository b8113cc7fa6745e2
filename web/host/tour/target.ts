// The outline around what a step is about.
const MARK = "tourTarget";
const HANDLE = ".sheet-handle";

function isShown(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.checkVisibility({ visibilityProperty: true });
}

/** The first of these that is on screen. What lies in the closed sheet of a phone is reached by its handle. */
export function targetIn(main: HTMLElement, at: readonly string[]): HTMLElement | null {
  for (const selector of at) {
    const element = main.querySelector(selector);
    if (isShown(element)) return element;
    const handle = element?.closest(".lab-controls") ? main.querySelector(HANDLE) : null;
    if (isShown(handle)) return handle;
  }
  return null;
}

/** Outline this one, and nothing else. */
export function outline(main: HTMLElement, target: HTMLElement | null): void {
  for (const old of main.querySelectorAll<HTMLElement>("[data-tour-target]"))
    if (old !== target) delete old.dataset[MARK];
  if (target && !(MARK in target.dataset)) target.dataset[MARK] = "";
}

/** What takes the keys in it: itself, or its first control. */
export function focusable(target: HTMLElement): HTMLElement | null {
  const own = "button, input:not([type=hidden]), select, a[href], [tabindex]";
  return target.matches(own) ? target : target.querySelector<HTMLElement>(own);
}

/** Scroll the document so that it is in sight below `top`, px; in the middle of what is left there, where it was not. */
export function bring(target: HTMLElement, top: number): void {
  const box = target.getBoundingClientRect();
  if (box.top >= top && box.bottom <= innerHeight) return;
  const room = innerHeight - top;
  // What is higher than the room begins at its top.
  const margin = Math.max(0, (room - box.height) / 2);
  scrollBy(0, box.top - top - margin);
}
