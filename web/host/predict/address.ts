// The mode is a wish of the address: it is turned on and off by going there.
import { formatAddress } from "../url.ts";

/** An address that says nothing of the lab's state: the state stays. */
export function turn(lab: string, on: boolean): void {
  const widget = document.documentElement.dataset.mode === "widget";
  location.hash = `${formatAddress({ lab, claim: null, packed: null, widget })}&predict=${on ? "1" : ""}`;
}

export const isOn = (): boolean => /&predict=1(&|$)/.test(location.hash);
