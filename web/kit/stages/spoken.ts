// What a stage says of one of its pictures to those who do not see it. A stage makes it in spoken.ts beside its view, from the numbers
// that the picture is drawn from.
import type { Axis } from "../sound/pitch.ts";

/** The numbers of a picture. The first cell of a row is its head. */
export interface Numbers {
  readonly columns: readonly string[];
  /** Made when the table is open. */
  rows(): readonly (readonly string[])[];
}

/** A curve of the picture that is walked by keys, from place to place. */
export interface WalkedCurve {
  readonly name: string;
  /** How many places it has. */
  readonly length: number;
  /** What is said there. */
  at(k: number): string;
  /** Where it is, px from the picture's upper left corner; null where it is out of sight. */
  place(k: number): { readonly x: number; readonly y: number } | null;
  /** Where a walk begins. Default: in the middle. */
  readonly start?: number;
  /** What a press does there, where the picture can be pressed: Enter does it. */
  press?(k: number): void;
  /** What is heard there while runs are heard. */
  heard?(k: number): { readonly value: number; readonly axis: Axis };
}

export interface Spoken {
  /** What the numbers of the picture are, in a few words: the name of their table. */
  readonly title: string;
  /** What the picture shows now, and its name does not say; "" while there is nothing. */
  told(): string;
  /** null while there are none. */
  numbers?(): Numbers | null;
  /** Instead: a table of them that the page has; of a folded one, its summary. */
  table?(): HTMLElement | null;
  /** In the order in which they are walked. */
  curves?(): readonly WalkedCurve[];
}
