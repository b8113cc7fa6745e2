// What in the header belongs to the language of this page: the other one, named in itself, and a lab in a list, after its problem.
export const language = {
  /** And what it is called for those whose computer has no letters for it. */
  other: { tag: "zh-TW", name: "中文", says: "Chinese" },
  lab: "{problem}: {title}",
} as const;
