// The language of this page, and the other one, which is named in itself.
export const language = {
  /** How dates are written. */
  dates: "en-GB",
  other: { tag: "zh-TW", name: "中文" },
  change: "Change the language",
  tooLarge: "There is too much data to keep it over a change of language. Export it first, then open the page in the other language.",
  failed: "The other language could not be loaded. Check the connection and try again.",
} as const;
