import type { Translated } from "./translated.ts";

export const change: Translated<typeof import("./language-change.en.ts").change> = {
  tooLarge: "資料太多，以另一種語言重新載入頁面時無法保留。請先匯出，或刪去一部分。",
  unreachable: "沒有網路時，這一頁只有上次使用的語言可用。頁面維持原狀。",
};
