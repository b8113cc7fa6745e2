// What is looked at in a claim's plot, and what is said of it.
import type { TemplateResult } from "lit";
import { announce } from "../../../host/announce.ts";
import { live } from "../../../kit/claims/claim-plot.ts";
import { createListeners } from "../../../kit/listeners.ts";
import { readLate } from "../../../kit/stages/late-reader.ts";
import type { Reader } from "../../../kit/stages/reader.ts";
import { onRest } from "../../../kit/stages/rest.ts";
import type { Spoken } from "../../../kit/stages/spoken.ts";
import type { Surface } from "../../../plot/surface.ts";
import type { CifgClaimPlotContext } from "./context.ts";

/** The surfaces of a plot, what a change does besides drawing them again, and what is said of each: loaded when it is needed. */
export interface Told {
  readonly surfaces: readonly Surface[];
  update(): void;
  readonly spoken: readonly (readonly [surface: Surface, load: () => Promise<Spoken>])[];
}

/** It has the table of the numbers, after the caption. */
function figureOf({ host }: Surface): HTMLElement {
  const figure = host.closest("figure");
  if (figure === null) throw new Error("a surface without a figure");
  return figure;
}

/**
 * What is looked at in a plot while its claim is open: no part of the state, and forgotten with the plot.
 * @param begin what is looked at first
 */
export function choice<Choice extends object>(context: CifgClaimPlotContext, begin: Choice) {
  const changes = createListeners();
  let now = begin;
  /** The plot that is named first, while it is there. */
  let first: Surface | undefined;
  // What it comes to is the answer to the key, or the press.
  const rest = onRest(() => announce("plot", first?.label ?? ""));
  return {
    get now(): Choice {
      return now;
    },
    choose(change: Partial<Choice>): void {
      now = { ...now, ...change };
      changes.notify();
      rest.changed();
    },
    /** As kit/claims/claim-plot.ts: also drawn again when another choice is made. */
    live(root: HTMLElement, template: () => TemplateResult, draw: () => Told): () => void {
      const subscribe = (listener: () => void) => {
        const undo = [context.subscribe(listener), changes.subscribe(listener)];
        return () => {
          for (const each of undo) each();
        };
      };
      let readers: readonly Reader[] = [];
      const undo = live(root, { subscribe }, template, () => {
        const { surfaces, update, spoken } = draw();
        [first] = surfaces;
        readers = spoken.map(([surface, load]) => readLate(surface.host, figureOf(surface), load));
        return {
          surfaces,
          update() {
            update();
            for (const reader of readers) reader.update();
          },
        };
      });
      return () => {
        rest.dispose();
        for (const reader of readers) reader.dispose();
        undo();
      };
    },
  };
}
