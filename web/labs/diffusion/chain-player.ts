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

/** The player over t = least .. T; one run of it is one entry of undo. */
export function chainPlayer(store: Store<DiffusionState>, least: 0 | 1 = 1): () => TemplateResult {
  let gesture = newGesture();
  const caption = (k: number, count: number) => format(words.caption, { t: k + least, T: count + least });
  const seek = (position: number, more: boolean) => {
    store.patch({ t: position + least }, { gesture });
    if (!more) gesture = newGesture();
  };
  return () => {
    const { T } = store.state;
    // A chain of one step has nothing to run through.
    if (T === least) return html`<p class="stage-one">${words.oneStep}</p>`;
    return html`<pg-player .field=${"t"} .count=${T - least} .position=${stepOf(store.state, least) - least} .caption=${caption} .speed=${speedOf(T)} .onSeek=${seek}></pg-player>`;
  };
}
