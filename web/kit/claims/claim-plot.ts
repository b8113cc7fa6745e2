// What the plot of a claim is given, and the pieces that many of them use.
import { html, nothing, render, type TemplateResult } from "lit";
import "./claim-plot.css";
import { formatNumber } from "../../host/format-number.ts";
import type { Store } from "../../host/lab.ts";
import { badge } from "../../host/proof.ts";
import { lockOf } from "../../host/restraints.ts";
import { said } from "../../host/said.ts";
import { type DrawLayer, Surface } from "../../plot/surface.ts";

/** @typeParam Claim the union of the lab's claims */
export interface ClaimPlotContext<State, D, Claim extends { readonly id: string }> {
  readonly store: Store<State>;
  /** The newest result of a claim, null before the first. A vacuous result has plot data, too. */
  result<Id extends Claim["id"]>(id: Id): Extract<Claim, { id: Id }> | null;
  /** The frame that had the newest result of the open claim. */
  readonly frame: D | null;
  /** Change trial values and selections. They are no edits: undo leaves them alone. */
  patchView(change: Partial<State>): void;
  /** Called after every change of the state or of the results. @returns unsubscribe */
  subscribe(listener: () => void): () => void;
}

/** Puts a plot into an empty element. @returns a function that removes it again */
export type MountClaimPlot<Context> = (root: HTMLElement, context: Context) => () => void;

/** The surfaces of a plot, and what a change does besides drawing them again. */
export interface Drawn {
  readonly surfaces: readonly Surface[];
  update?(): void;
}

/**
 * Keep a claim's plot up to date: its template is rendered and its surfaces are drawn again after every change.
 * @param draw called once, after the elements of the template exist
 * @returns a function that removes the plot
 */
export function live(
  root: HTMLElement,
  { subscribe }: { subscribe(listener: () => void): () => void },
  template: () => TemplateResult,
  draw: () => Drawn | readonly Drawn[],
): () => void {
  render(template(), root);
  const drawn = [draw()].flat();
  const surfaces = drawn.flatMap((each) => each.surfaces);
  const update = () => {
    render(template(), root);
    for (const each of drawn) each.update?.();
    for (const surface of surfaces) surface.invalidate();
  };
  update();
  const unsubscribe = subscribe(update);
  return () => {
    unsubscribe();
    for (const surface of surfaces) surface.dispose();
    render("", root);
  };
}

/** A canvas for `surfaceIn` with a caption. @param keys whether it takes keys */
export function figure(name: string, caption: string | TemplateResult, keys = false): TemplateResult {
  const canvas = keys
    ? html`<div class="claim-canvas ${name}" tabindex="0"></div>`
    : html`<div class="claim-canvas ${name}"></div>`;
  return html`<figure class="claim-figure">${canvas}<figcaption>${caption}</figcaption></figure>`;
}

/**
 * The legend of what is shown; unseen in the same place is the one that breaking or mending the claim puts there, so that the plot
 * beside it keeps its place.
 */
export function steadyKey(shown: TemplateResult, other: TemplateResult): TemplateResult {
  return html`<div class="claim-keys">${shown}<div aria-hidden="true">${other}</div></div>`;
}

/** A surface of one layer in the element `.name` of root. */
export function surfaceIn(
  root: HTMLElement,
  name: string,
  draw: DrawLayer,
  label: string,
  role: "img" | "application" = "img",
): Surface<"all"> {
  const host = root.querySelector<HTMLElement>(`.${name}`);
  if (host === null) throw new Error(`no element .${name}`);
  return new Surface(host, { all: draw }, { label, role });
}

export interface SliderOptions {
  label: string;
  /** Of the state: locked with it. */
  field?: string;
  min: number;
  max: number;
  value: number;
  /** Whether only whole numbers are meant: a key goes from one to the next. */
  whole?: boolean;
  /** The value as text; default: formatNumber. */
  text?: string;
  onInput(value: number): void;
}

export function slider(options: SliderOptions) {
  const { label, field, min, max, value, whole = false, text = formatNumber(value), onInput } = options;
  const moved = (event: Event) => onInput(Number((event.currentTarget as HTMLInputElement).value));
  // A range input rounds to its step: a thousandth of the width is finer than a pixel.
  const step = max > min && !whole ? (max - min) / 1000 : 1;
  const lock = field === undefined ? null : lockOf(field);
  return html`<label class="claim-slider" title=${lock ?? nothing}>
    <span>${label}</span>
    <input type="range" min=${min} max=${max} step=${step} .value=${String(value)} aria-valuetext=${text} ?disabled=${lock !== null} @input=${moved} />
    <output>${text}</output>
  </label>`;
}

/** The verdict on a value that is tried by hand. The claim's own verdict is about the solver's. */
export function trialVerdict(pass: boolean, text: string): TemplateResult {
  const verdict = pass ? "pass" : "fail";
  return html`<p class="claim-trial" data-trial=${verdict} >${said("trial", text, badge(verdict, text))}</p>`;
}

/** Name and value pairs under a plot. */
export function readings(rows: readonly (readonly [name: string, value: string])[]): TemplateResult {
  return html`<dl class="claim-readings">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
