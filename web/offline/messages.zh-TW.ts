import type { Translated } from "../host/messages/translated.ts";

export const en: Translated<typeof import("./messages.en.ts").en> = {
  ready: "新版本已經準備好。重新載入會保留這個實驗室的資料，訓練則會重新開始。",
  reload: "重新載入",
  tooLarge: "資料太多，網址裝不下，重新載入時無法保留。請先匯出。新版本會在你下次來的時候開啟。",
  later: "稍後",
};
