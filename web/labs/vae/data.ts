// The lab's data panel: the menu of starting states.
import { html, render } from "lit";
import type { DataSlots } from "../../kit/stages/mount.ts";
import { en } from "./messages/en.ts";
import { chosen } from "./model.ts";
import { PRESET_GROUPS, PRESET_IDS, type PresetId, presetGroup } from "./presets.ts";
import type { VaeStageContext, VaeStageView } from "./stage.ts";

/** @param _stage the open stage, whose plot is exported  @returns the undoing */
export function mountData(slots: DataSlots, context: VaeStageContext, _stage: () => VaeStageView | null): () => void {
  const { store } = context;
  const picker = document.createElement("div");
  slots.bar.append(picker);
  const choose = (id: PresetId) => store.patch(chosen(store.state, id));
  const draw = () =>
    render(
      html`<select class="select" data-control="preset" @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value as PresetId)}>
        ${PRESET_GROUPS.map(
          (group) => html`<optgroup label=${en.presetGroups[group]}>
            ${PRESET_IDS.filter((id) => presetGroup(id) === group).map((id) => html`<option value=${id} .selected=${id === store.state.preset}>${en.presets[id].title}</option>`)}
          </optgroup>`,
        )}
      </select>`,
      picker,
    );
  const undo = store.subscribe(draw);
  draw();
  return () => {
    undo();
    picker.remove();
  };
}
