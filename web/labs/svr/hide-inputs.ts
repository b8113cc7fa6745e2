// Covers over what shows the inputs, while the plot of claim 1d1, which needs none, hides them.
import type { SvrClaimId } from "../../../wasm/lib/types.ts";
import type { Store } from "../../host/lab.ts";
import "./hide-inputs.css";
import { en } from "./messages/en.ts";
import type { SvrState } from "./state.ts";

const words = en.claims;

/** The claim whose plot can hide the inputs. */
const HIDES_INPUTS: SvrClaimId = "1d1";

/** @param slots covered and inert while the inputs are hidden  @returns a function that removes it */
export function mountHideInputs(slots: readonly HTMLElement[], store: Store<SvrState>): () => void {
  const covers = slots.map((slot) => {
    const cover = document.createElement("div");
    cover.className = "hide-inputs";
    const text = document.createElement("p");
    text.textContent = words.inputsHidden;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button", textContent: words.showInputs });
    button.addEventListener("click", () => store.patch({ hideX: false }, { undoable: false }));
    cover.append(text, button);
    return { slot, cover };
  });
  function show(hidden: boolean): void {
    for (const { slot, cover } of covers) {
      if (hidden === cover.isConnected) continue;
      for (const child of slot.children) if (child instanceof HTMLElement) child.inert = hidden;
      if (hidden) slot.append(cover);
      else cover.remove();
    }
  }
  const update = ({ hideX, claim }: Readonly<SvrState>) => show(hideX && claim === HIDES_INPUTS);
  const unsubscribe = store.subscribe(update);
  update(store.state);
  return () => {
    unsubscribe();
    show(false);
  };
}
