// A widget (w=1): what differs from the whole page. Loaded for widgets only.
import { keepWheel } from "./frame/wheel.ts";
import { en as words } from "./messages/en.ts";
import "./widget.css";

/**
 * @param address the hash of the whole page, as it then is; null where it is too much for a link
 * @returns puts the way from a widget to the whole page there
 */
export function startWidget(address: () => Promise<string | null>): (main: HTMLElement) => void {
  keepWheel();
  const link = document.createElement("a");
  link.className = "button open-here";
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = words.shell.openHere;
  const page = location.href.replace(/#.*$/, "");
  const aim = () => void address().then((hash) => (link.href = page + (hash ?? "")));
  link.href = page;
  for (const event of ["pointerenter", "pointerdown", "focus"]) link.addEventListener(event, aim);
  return (main) => {
    main.append(link);
    aim();
  };
}
