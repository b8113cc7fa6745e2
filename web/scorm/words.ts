// The words of the bar over the page. Both languages are in the launch page: they are few.
import { en } from "./messages/scorm.en.ts";
import { en as zhTW } from "./messages/scorm.zh-TW.ts";

export const WORDS = { en, "zh-TW": zhTW } as const;
export type Language = keyof typeof WORDS;

/**
 * As the page in the frame chooses its own.
 * @param tags of languages: the address's, the one chosen by hand, the reader's; null: none
 * @returns Chinese for every kind of it: there is no other one here, and it is read sooner than English
 */
export function languageFor(tags: readonly (string | null)[]): Language {
  for (const tag of tags) {
    if (/^zh\b/i.test(tag ?? "")) return "zh-TW";
    if (/^en\b/i.test(tag ?? "")) return "en";
  }
  return "en";
}
