// A digit as a small picture in the page's text.
import { html, svg, type TemplateResult } from "lit";

const SIDE = 8;

/** @param pixels (64) 0..1 */
export function digitIcon(pixels: ArrayLike<number>, size: number): TemplateResult {
  const inked = Array.from(pixels, (ink, p) => [ink, p] as const).filter(([ink]) => ink > 0);
  return html`<svg class="digit-icon" viewBox="0 0 8 8" width=${size} height=${size} aria-hidden="true" shape-rendering="crispEdges">
    ${inked.map(([ink, p]) => svg`<rect x=${p % SIDE} y=${Math.floor(p / SIDE)} width="1" height="1" fill="currentColor" fill-opacity=${ink} />`)}
  </svg>`;
}
