// The still picture of a lab: what its solver gave at build time, as a file for each theme.
/// <reference types="vite/types/importMeta.d.ts" />
import type { Still } from "./door.ts";

const files = import.meta.glob<string>("../../build/door/*.svg", { eager: true, query: "?url", import: "default" });

export interface StillPicture {
  readonly element: HTMLImageElement;
  show(): void;
  hide(): void;
}

const system = () => matchMedia("(prefers-color-scheme: dark)");

export function stillPicture({ lab, alt }: Still): StillPicture {
  const element = document.createElement("img");
  element.className = "door-still";
  element.alt = alt;
  element.decoding = "async";
  const choose = () => {
    const { theme } = document.documentElement.dataset;
    const dark = theme === undefined ? system().matches : theme === "dark";
    const file = files[`../../build/door/${lab}-${dark ? "dark" : "light"}.svg`];
    if (file !== undefined && element.getAttribute("src") !== file) element.src = file;
  };
  const observer = new MutationObserver(choose);
  const show = () => {
    element.hidden = false;
    system().addEventListener("change", choose);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    choose();
  };
  show();
  return {
    element,
    show,
    hide() {
      element.hidden = true;
      observer.disconnect();
      system().removeEventListener("change", choose);
    },
  };
}
