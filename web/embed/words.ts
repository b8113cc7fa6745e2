// The words of an element, in its language: that of its own attribute, else that of the page around it. Few enough to be here in both.
import { en } from "./messages/en.ts";
import { en as chinese } from "./messages/zh-TW.ts";

export const wordsIn = (element: Element): Readonly<Record<keyof typeof en, string>> =>
  /^zh\b/i.test(element.closest("[lang]")?.getAttribute("lang") ?? "") ? chinese : en;
