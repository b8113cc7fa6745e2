// The player that runs through the equations of a pass, one at a time.
import { html, type TemplateResult } from "lit";
import "../../../../kit/player/player.ts";
import type { Store } from "../../../../host/lab.ts";
import { format } from "../../../../host/messages/format.ts";
import { newGesture } from "../../../../host/store.ts";
import { cell as words } from "../../messages/cell.en.ts";
import type { CifgState } from "../../state.ts";
import { ALL, EQUATIONS } from "./fields.ts";
import { countOf, lit } from "./scrubber.ts";

/** Equations a second. */
const SPEEDS = [0.5, 1, 2, 5, 25] as const;
const SPEED = 2;

/** One run of it is one entry of undo. */
export function equationPlayer(store: Store<CifgState>): () => TemplateResult {
  let gesture = newGesture();
  /** Made anew for each state: the player is drawn again only where it is given something else. */
  const captionOf =
    ({ pass, T }: Pick<CifgState, "pass" | "T">) =>
    (k: number, count: number) => {
      const place = lit({ pass, at: k, T });
      return place === null
        ? format(words.player.captionNone, { count })
        : format(words.player.caption, { k, count, t: place.t });
    };
  const seek = (position: number, more: boolean) => {
    // All of them stay all of them when the sequence grows.
    store.patch({ at: position >= store.state.T * EQUATIONS ? ALL : position }, { gesture });
    if (!more) gesture = newGesture();
  };
  // What it has led to, the stage says: the equation with its result.
  return () => html`<pg-player
    .field=${"at"} .count=${store.state.T * EQUATIONS} .position=${countOf(store.state)} .caption=${captionOf(store.state)} .words=${words.player}
    .told=${() => ""} .speeds=${SPEEDS} .speed=${SPEED} .onSeek=${seek}
  ></pg-player>`;
}
