// Which step, or which sequence, is looked at, without a drag: a box to type its number in, and a button for the one before and the one
// after.
import { html, nothing, type TemplateResult } from "lit";
import "./place-picker.css";
import { format } from "../../../host/messages/format.ts";
import { lockOf } from "../../../host/restraints.ts";
import { typedValue } from "../../../host/slider.ts";
import { newGesture } from "../../../host/store.ts";

export interface PlacePicker {
  /** Of the state: locked with it. */
  readonly field: string;
  /** 1..most */
  readonly value: number;
  readonly most: number;
  readonly words: { readonly label: string; readonly back: string; readonly forward: string; readonly of: string };
  /** Whether what stands beside it says what it picks, and of how many. */
  readonly bare?: boolean;
  /** @param gesture the same for all moves of one held key */
  choose(value: number, gesture: string): void;
}

const ICONS = { back: "M10.5 3 5 8l5.500 5", forward: "M5.500 3 11 8l-5.500 5" } as const;

export function placePicker({ field, value, most, words, bare = false, choose }: PlacePicker): TemplateResult {
  const lock = lockOf("stepper", field);
  const go = (to: number, gesture = newGesture()) => choose(Math.max(1, Math.min(most, to)), gesture);
  function take(event: Event): void {
    const box = event.currentTarget as HTMLInputElement;
    const typed = typedValue({ min: 1, max: most, integer: true }, box.value);
    if (typed.ok) go(typed.value);
    box.value = String(typed.ok ? typed.value : value);
  }
  function key(event: KeyboardEvent): void {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(value + by);
  }
  // At an end a button only says that it leads nowhere: one that is disabled would lose the focus.
  const button = (id: keyof typeof ICONS, to: number) => html`<button
    type="button" class="button icon" data-place=${id} aria-label=${words[id]} title=${words[id]}
    ?disabled=${lock !== null} aria-disabled=${to < 1 || to > most ? "true" : nothing} @click=${() => go(to)}
  ><svg viewBox="0 0 16 16" aria-hidden="true"><path d=${ICONS[id]} /></svg></button>`;
  return html`<div class="place-picker" role="group" aria-label=${words.label} title=${lock ?? nothing}>
    ${bare ? nothing : html`<span aria-hidden="true">${words.label}</span>`}
    ${button("back", value - 1)}
    <input
      class="input" type="text" inputmode="numeric" autocomplete="off" role="spinbutton" data-place="number"
      aria-label=${words.label} aria-valuenow=${value} aria-valuemin="1" aria-valuemax=${most}
      .value=${String(value)} ?disabled=${lock !== null} @change=${take} @keydown=${key}
    />
    ${button("forward", value + 1)}
    ${bare ? nothing : html`<span>${format(words.of, { most })}</span>`}
  </div>`;
}
