// A plot of a claim with its legend above and its caption below. Marks in a legend are of a kind, in the colour of a role.
import { html, type TemplateResult } from "lit";
import { steadyKey } from "./claim-plot.ts";
import "./claim-figure.css";

export type KeyKind =
  | "line"
  | "dash"
  | "dots"
  | "wide"
  | "bar"
  | "dot"
  | "ring"
  | "cross"
  | "plus"
  | "diamond"
  | "square"
  | "arrow";
/** [how it is drawn, its colour's role, what it is] */
export type KeyEntry = readonly [
  kind: KeyKind,
  role: "dual" | "primal" | "pair" | "ink" | "tube" | "accent" | "fail",
  text: string,
];

/** The legend of a plot. */
export function legend(entries: readonly KeyEntry[]): TemplateResult {
  return html`<p class="claim-key">${entries.map(([kind, role, text]) => html`<span class="key-${kind} role-${role}">${text}</span> `)}</p>`;
}

/** A canvas with its legend above and its caption below. @param other the legend that breaking or mending puts in its place */
export function figureWith(
  name: string,
  keys: readonly KeyEntry[],
  caption: string,
  other: readonly KeyEntry[] = [],
): TemplateResult {
  const key = other.length === 0 ? legend(keys) : steadyKey(legend(keys), legend(other));
  return html`<figure class="claim-figure">
    ${keys.length + other.length === 0 ? "" : key}
    <div class="claim-canvas ${name}"></div>
    <figcaption>${caption}</figcaption>
  </figure>`;
}
