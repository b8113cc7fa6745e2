// What every claim's picture is given, and the pieces that many of them use.
import { html, render, type TemplateResult } from "lit";
import "./claim-plot.css";
import { formatNumber } from "../../host/format-number.ts";
import type { Store } from "../../host/lab.ts";
import { format } from "../../host/messages/format.ts";
import { type DrawLayer, Surface } from "../../plot/surface.ts";
import { pictures as words } from "../messages/pictures.en.ts";
import { countOf, type PointsState, pickedPoint } from "../points/state.ts";

/** @typeParam Claim the union of the lab's claims */
export interface PictureContext<State, D, Claim extends { readonly id: string }> {
  readonly store: Store<State>;
  /** The newest result of a claim, null before the first. Vacuous ones have a picture, too. */
  result<Id extends Claim["id"]>(id: Id): Extract<Claim, { id: Id }> | null;
  /** What the newest result of the open claim came with. */
  readonly frame: D | null;
  /** Trial values and selections are ways of looking: undo leaves them alone. */
  look(change: Partial<State>): void;
  /** Called after every change of the state or of the results. @returns unsubscribe */
  subscribe(listener: () => void): () => void;
}

/** The same in a lab of points. */
export interface PointPictureContext<State, D, Claim extends { readonly id: string }>
  extends PictureContext<State, D, Claim> {
  /** Make this the point that all parts of the page speak of. */
  pick(i: number): void;
}

/** Puts a picture into an empty element. @returns its undoing */
export type MountPicture<Context> = (root: HTMLElement, context: Context) => () => void;

/** As much of a context as the pieces below need; that of any lab fits. */
interface PointContext {
  readonly store: Store<PointsState>;
  pick(i: number): void;
}

/** An axis title, which says when the numbers are those of the standardised problem. */
export function inSolvedUnits({ store }: PointContext, title: string): string {
  return store.state.standardise ? format(words.standardised, { title }) : title;
}

/** What is drawn of a picture, and what a change does to it besides being drawn anew. */
export interface Drawn {
  readonly surfaces: readonly Surface[];
  update?(): void;
}

/**
 * The life of a claim's picture: everything around its canvases and the canvases themselves, anew after every change.
 * @param draw called once the template's elements are there
 * @returns its undoing
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

/** A canvas of a picture, for `surfaceIn`, with what is said under it. @param keys whether it takes them */
export function figure(name: string, caption: string | TemplateResult, keys = false): TemplateResult {
  const canvas = keys
    ? html`<div class="claim-canvas ${name}" tabindex="0"></div>`
    : html`<div class="claim-canvas ${name}"></div>`;
  return html`<figure class="claim-figure">${canvas}<figcaption>${caption}</figcaption></figure>`;
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

/** Previous, number, next. Points are counted from 1, as in the table of the data. */
export function pointPicker({ store, pick }: PointContext): TemplateResult {
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

export interface SliderOptions {
  label: string;
  min: number;
  max: number;
  value: number;
  /** What the value is written as; default: formatNumber. */
  text?: string;
  onInput(value: number): void;
}

export function slider({ label, min, max, value, text = formatNumber(value), onInput }: SliderOptions): TemplateResult {
  const moved = (event: Event) => onInput(Number((event.currentTarget as HTMLInputElement).value));
  // A range input rounds to its step: a thousandth of the width is finer than a pixel.
  const step = max > min ? (max - min) / 1000 : 1;
  return html`<label class="claim-slider">
    <span>${label}</span>
    <input type="range" min=${min} max=${max} step=${step} .value=${String(value)} aria-valuetext=${text} @input=${moved} />
    <output>${text}</output>
  </label>`;
}

/** Name and value pairs under a picture. */
export function readings(rows: readonly (readonly [name: string, value: string])[]): TemplateResult {
  return html`<dl class="claim-readings">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
