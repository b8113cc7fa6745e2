// The line that tells of a new version: it stays until it is answered, and nothing happens before.
import "./announce.css";
import { en as words } from "./messages.en.ts";

function button(text: string, name: string): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = name;
  element.textContent = text;
  return element;
}

/** @param reload reloads the page with its state kept, or does nothing and says so by false: the state is too large to be kept */
export function announce(reload: () => Promise<boolean>): void {
  if (document.querySelector(".update")) return;
  const line = document.createElement("div");
  line.className = "update";
  line.setAttribute("role", "status");
  // Where the shell's own messages stand; the front door has no such place.
  (document.querySelector(".foot") ?? document.body).append(line);
  const sentence = document.createElement("p");
  sentence.textContent = words.ready;
  const now = button(words.reload, "button primary");
  const later = button(words.later, "button plain");
  const actions = document.createElement("div");
  actions.className = "update-actions";
  actions.append(now, later);
  later.onclick = () => line.remove();
  now.onclick = async () => {
    now.disabled = true;
    if (await reload()) return;
    sentence.textContent = words.tooLarge;
    now.remove();
  };
  // Spoken when it is added to a region that is there.
  requestAnimationFrame(() => line.append(sentence, actions));
}
