import "../../language/zh-TW.css";
import type { Translated } from "./translated.ts";

export const language: Translated<typeof import("./language.en.ts").language> = {
  dates: "zh-TW",
  other: { tag: "en", name: "English" },
  change: "切換語言",
  tooLarge: "資料太多，切換語言時無法保留。請先匯出，再以另一種語言開啟這一頁。",
  failed: "無法載入另一種語言。請檢查網路連線後再試一次。",
};
