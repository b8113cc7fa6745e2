// The player that runs through the steps of the chain.
import { html, type TemplateResult } from "lit";
import "../../kit/player/player.ts";
import type { Store } from "../../host/lab.ts";
import { format } from "../../host/messages/format.ts";
import { newGesture } from "../../host/store.ts";
import { stepOf } from "./fields.ts";
import { steps as words } from "./messages/steps.en.ts";
import type { DiffusionState } from "./state.ts";

/** Steps a second at first, so that the whole chain takes some ten seconds. */
const speedOf = (T: number) => (T > 400 ? 100 : T > 50 ? 25 : 5);

/**
 * The player over t = least .. T; one run of it is one entry of undo.
 * @param value what is said of a step besides its number; "" where nothing is known
 */
export function chainPlayer(
  store: Store<DiffusionState>,
  least: 0 | 1 = 1,
  value: (t: number) => string = () => "",
): () => TemplateResult {
  let gesture = newGesture();
  const caption = (k: number, count: number) => format(words.caption, { t: k + least, T: count + least });
  const told = (k: number, count: number) => {
    const more = value(k + least);
    return more === "" ? caption(k, count) : format(words.told, { caption: caption(k, count), value: more });
  };
  const seek = (position: number, more: boolean) => {
    store.patch({ t: position + least }, { gesture });
    if (!more) gesture = newGesture();
  };
  return () => {
    const { T } = store.state;
    // A chain of one step has nothing to run through.
    if (T === least) return html`<p class="stage-one">${words.oneStep}</p>`;
    return html`<pg-player .field=${"t"} .count=${T - least} .position=${stepOf(store.state, least) - least} .caption=${caption} .told=${told} .speed=${speedOf(T)} .onSeek=${seek}></pg-player>`;
  };
}
