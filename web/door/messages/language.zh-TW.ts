import "../../language/zh-TW.css";
import type { Translated } from "../../host/messages/translated.ts";

export const language: Translated<typeof import("./language.en.ts").language> = {
  other: { tag: "en", name: "English", says: "" },
  pages: "zh-TW/",
  builder: "embed/?lang=zh-TW",
  after: "：{title}",
};
