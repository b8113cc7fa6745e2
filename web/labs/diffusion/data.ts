// The line above the picture: which starting state, and what it shows.
import { html, render } from "lit";
import "../../kit/data-panel.css";
import { en } from "./messages/en.ts";
import model from "./model.ts";
import { PRESET_IDS, type PresetId } from "./presets.ts";
import type { StageParts, StageView } from "./stage.ts";

export interface DataRoots {
  bar: HTMLElement;
  table: HTMLElement;
  drop: HTMLElement;
}

/** @param _stage the stage on show, whose picture is exported  @returns the undoing */
export function mountData(
  { bar }: DataRoots,
  { context: { store } }: StageParts,
  _stage: () => StageView | null,
): () => void {
  const choose = (id: string) => {
    const { stage } = store.state;
    if (model.base) store.patch({ ...model.base.state(id), stage });
  };
  function update(): void {
    const { preset } = store.state;
    render(
      html`<div class="data-bar">
        <select class="select" data-control="preset" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
          ${PRESET_IDS.map((id: PresetId) => html`<option value=${id} ?selected=${id === preset}>${en.presets[id].title}</option>`)}
        </select>
        <div class="data-about"><p>${en.presets[preset].about}</p></div>
      </div>`,
      bar,
    );
  }
  const forget = store.subscribe(update);
  update();
  return () => {
    forget();
    render("", bar);
  };
}
