// The pieces of claim plots that only labs of points use.
import { html, type TemplateResult } from "lit";
import type { Store } from "../../host/lab.ts";
import { format } from "../../host/messages/format.ts";
import type { ClaimPlotContext } from "../claims/claim-plot.ts";
import { claimPlots as words } from "../messages/claim-plots.en.ts";
import { countOf, type PointsState, pickedPoint } from "./state.ts";

/** The context of a claim plot in a lab of points. */
export interface PointClaimPlotContext<State, F, Claim extends { readonly id: string }>
  extends ClaimPlotContext<State, F, Claim> {
  /** Make this the picked point, in all parts of the page. */
  pick(i: number): void;
}

/** The part of a context that the functions below use; the context of any lab of points fits. */
interface PickContext {
  readonly store: Store<PointsState>;
  pick(i: number): void;
}

/** An axis title, which says when the numbers are those of the standardised problem. */
export function inSolvedUnits({ store }: PickContext, title: string): string {
  return store.state.standardise ? format(words.standardised, { title }) : title;
}

/** Previous, number, next. Points are counted from 1, as in the table of the data. */
export function pointPicker({ store, pick }: PickContext): TemplateResult {
  const n = countOf(store.state);
  const point = pickedPoint(store.state);
  const typed = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const value = Number(input.value);
    if (Number.isInteger(value) && value >= 1 && value <= n) pick(value - 1);
    else input.value = String(point + 1);
  };
  return html`<div class="claim-picker">
    <label>${words.point} <input type="number" inputmode="numeric" min="1" max=${n} .value=${String(point + 1)} @change=${typed} /></label>
    <span>${format(words.ofPoints, { n })}</span>
    <button type="button" class="button" aria-label=${words.previousPoint} ?disabled=${point <= 0} @click=${() => pick(point - 1)}>‹</button>
    <button type="button" class="button" aria-label=${words.nextPoint} ?disabled=${point >= n - 1} @click=${() => pick(point + 1)}>›</button>
  </div>`;
}
