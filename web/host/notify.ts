// Short messages that come and go in a corner, also spoken. What stays true for longer belongs into the status line.
import { announce } from "./announce.ts";
import { en as words } from "./messages/en.ts";

export type Tone = "plain" | "trouble";
export type Notify = (text: string, tone: Tone) => void;

/** How long a message stays, ms: about 60 ms a character beyond a first glance. */
const GLANCE = 4000;
const PER_CHARACTER = 60;
/** Messages at once; the oldest goes first. */
const MOST = 3;

/** @param root where the messages appear  @returns notify */
export function createNotifier(root: HTMLElement): Notify {
  // One list, however many speak in it.
  const list = root.querySelector<HTMLElement>(".toasts") ?? document.createElement("div");
  list.className = "toasts";
  root.append(list);

  return (text, tone) => {
    for (const same of list.children) if (same.firstElementChild?.textContent === text) same.remove();
    while (list.children.length >= MOST) list.firstElementChild?.remove();
    const toast = document.createElement("div");
    toast.className = "toast";
    toast.dataset.tone = tone;
    const sentence = document.createElement("p");
    sentence.textContent = text;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "button plain icon";
    close.setAttribute("aria-label", words.shell.dismiss);
    close.textContent = "×";
    close.onclick = () => toast.remove();
    toast.append(sentence, close);
    list.append(toast);
    // Two at once are both said.
    announce(`notice: ${text}`, text);

    // It waits while it is being read: under the pointer or holding the focus.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(timer);
      timer = setTimeout(() => toast.remove(), GLANCE + PER_CHARACTER * text.length);
    };
    const stay = () => clearTimeout(timer);
    toast.onpointerenter = stay;
    toast.onpointerleave = leave;
    toast.addEventListener("focusin", stay);
    toast.addEventListener("focusout", leave);
    leave();
  };
}
