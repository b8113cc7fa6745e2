// Which fields of a lab have a control on a page, read from its document.

/** A control on show that is about one field. */
export interface ShownField {
  readonly field: string;
  readonly label: string;
}

/**
 * The fields that have a control on a page now, with their labels: for a list to choose from. A lab of stages shows those of the
 * open stage.
 * @param page its document: this one's, or that of a frame of the same origin
 */
export function shownFields(page: ParentNode): readonly ShownField[] {
  const found = new Map<string, string>();
  for (const element of page.querySelectorAll<HTMLElement>("[data-field]")) {
    const field = element.dataset.field ?? "";
    if (found.has(field)) continue;
    const group = element.closest<HTMLElement>("[role=radiogroup][aria-label]");
    const named = element.querySelector(".control-label, .control-flag") ?? element.closest("label") ?? element;
    const text = named.cloneNode(true) as Element;
    for (const other of text.querySelectorAll("select, .control-hint")) other.remove();
    const label = group?.getAttribute("aria-label") ?? element.getAttribute("aria-label") ?? text.textContent ?? "";
    found.set(field, label.replace(/\s+/g, " ").trim() || field);
  }
  return [...found].map(([field, label]) => ({ field, label }));
}
