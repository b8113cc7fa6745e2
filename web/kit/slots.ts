// The slots of the layout of a lab.
import { isHidden } from "../host/restraints.ts";

type Slot = "bar" | "plot" | "controls" | "below" | "data" | "proof";
export type Slots = Readonly<Record<Slot, HTMLElement>>;

/** The layout of a lab (style.css), empty. */
export function slotsIn(root: HTMLElement): Slots {
  const layout = document.createElement("div");
  layout.className = "lab-layout";
  root.replaceChildren(layout);
  // What is hidden is filled like the rest, and stands nowhere.
  const slot = (name: Slot, part: string = name) => {
    const element = document.createElement("div");
    element.className = `lab-${name}`;
    if (!isHidden(part)) layout.append(element);
    return element;
  };
  // In the order a reader without eyes meets them: the plot, what changes it, what it proves, its data.
  return {
    bar: slot("bar", "data"),
    plot: slot("plot"),
    below: slot("below"),
    controls: slot("controls"),
    proof: slot("proof"),
    data: slot("data"),
  };
}
