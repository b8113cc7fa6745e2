// Elements made by hand: the front door is to be read before a library for templates has arrived.
type Child = Node | string;

/** @param attributes true: without a value; false: left out */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== false) made.setAttribute(key, value === true ? "" : value);
  made.append(...children);
  return made;
}

export function button(words: string, action: string, kind: string, onclick: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", class: `button ${kind}`.trim(), "data-action": action }, words);
  made.addEventListener("click", onclick);
  return made;
}
