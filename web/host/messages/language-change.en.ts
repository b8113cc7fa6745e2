// What may go wrong where the language is changed. Loaded when it is.
export const change = {
  tooLarge:
    "There is too much data to keep it while the page is loaded in another language. Export it first, or delete some of it.",
  unreachable: "Without a network this page is here only in the language that it was last used in. It stays as it is.",
} as const;
