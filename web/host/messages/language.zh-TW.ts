import "../../language/zh-TW.css";
import type { Translated } from "./translated.ts";

export const language: Translated<typeof import("./language.en.ts").language> = {
  other: { tag: "en", name: "English", says: "" },
  lab: "{problem}：{title}",
};
