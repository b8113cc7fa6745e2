// The button "Listen" of a curve. What plays it is loaded at the first press.
import { html, svg, type TemplateResult } from "lit";
import { en } from "../messages/en.ts";
import type { Curve } from "./curve.ts";

export const SPEAKER = svg`<path d="M2.5 6v4H5l3.5 3V3L5 6zM11 5.500a3.500 3.500 0 0 1 0 5" />`;

/** @param curve as it is on show when the button is pressed */
export function listenButton(curve: () => Curve | null | undefined, name: string = en.picture.listen): TemplateResult {
  // Loaded before the press: Safari lets sound begin only while it is being pressed.
  const load = () => import("./listen.ts");
  const press = ({ currentTarget }: Event) =>
    load().then(({ listen }) => listen(currentTarget as HTMLElement, curve()));
  return html`<button type="button" class="button icon" data-tool="listen" aria-label=${name} title=${name} @pointerenter=${load} @focus=${load} @click=${press}>
    <svg viewBox="0 0 16 16" aria-hidden="true">${SPEAKER}</svg>
  </button>`;
}
