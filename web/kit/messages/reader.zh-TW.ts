// Words of the main plot for those who do not see it, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./reader.en.ts";

export const reader: Translated<typeof En.reader> = {
  table: "以表格顯示數字",
  noCurve: "這個檢視沒有可沿著走的曲線。",
};
