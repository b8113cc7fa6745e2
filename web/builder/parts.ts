// The parts of a page that can be hidden or locked by name, and the controls on show.

export const PARTS: readonly { readonly name: string; readonly description: string; readonly lockable: boolean }[] = [
  { name: "data", description: "Menu of data sets, import, export and the table", lockable: true },
  { name: "controls", description: "The form of parameters", lockable: true },
  { name: "proof", description: "The proof panel with its verdicts", lockable: true },
];

export interface ShownField {
  readonly field: string;
  readonly label: string;
}

export function shownFields(page: ParentNode): readonly ShownField[] {
  return [...page.querySelectorAll<HTMLElement>("[data-field]")].map((element) => {
    const field = element.dataset.field ?? "";
    const named = element.querySelector(".control-label") ?? element;
    return { field, label: (named.textContent ?? "").replace(/\s+/g, " ").trim() || field };
  });
}
