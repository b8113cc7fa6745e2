// What on the front door belongs to the language of this page: the other one, named in itself, and pages in this one.
export const language = {
  /** And what it is called for those whose computer has no letters for it. */
  other: { tag: "zh-TW", name: "中文", says: "Chinese" },
  /** The folder of the static pages, and the page that makes links. */
  pages: "",
  builder: "embed/",
  /** The name of a lab after what is done with it. */
  after: ": {title}",
} as const;
