// Short formulas as HTML: letters in italics with their subscripts, everything else upright. As plot/formula.ts writes them on a canvas.
import { html, type TemplateResult } from "lit";
import { piecesOf } from "../plot/formula.ts";

interface Run {
  readonly text: string;
  readonly italic: boolean;
  readonly sub: boolean;
}

/** Names of functions and Greek capitals stand upright, as do digits and signs. */
const PARTS = /(tanh|σ|δ)|([a-zA-Z]\u0303?)|([^a-zA-Zσδ]+)/gu;

export function runsOf(formula: string): Run[] {
  return piecesOf(formula).flatMap(({ text, sub }) =>
    [...text.matchAll(PARTS)].map(([part, , letter]) => ({ text: part, italic: letter !== undefined, sub })),
  );
}

export function typeset(formula: string): TemplateResult {
  const one = ({ text, italic }: Run) => (italic ? html`<i>${text}</i>` : html`${text}`);
  return html`<span class="formula">${runsOf(formula).map((run) => (run.sub ? html`<sub>${one(run)}</sub>` : one(run)))}</span>`;
}

export function typesetHtml(formula: string): Node[] {
  return runsOf(formula).map(({ text, italic, sub }) => {
    const leaf: Node = italic
      ? Object.assign(document.createElement("i"), { textContent: text })
      : document.createTextNode(text);
    if (!sub) return leaf;
    const low = document.createElement("sub");
    low.append(leaf);
    return low;
  });
}
