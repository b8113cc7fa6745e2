// What in the header belongs to the language of this page: the other one, named in itself, and a lab in a list, after its problem.
export const language = {
  other: { tag: "zh-TW", name: "中文" },
  lab: "{problem}: {title}",
} as const;
