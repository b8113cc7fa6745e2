// Words of the proof panel that labs of points share, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./claims.en.ts";

export const claims: Translated<typeof En.claims> = {
  stepperNote: "單步檢視目前顯示結束前的迭代點：關於最佳解的命題此時未必成立。",
  noTheory: "無法載入證明的文字。",
  noPicture: "無法載入這個命題的圖。",
};
