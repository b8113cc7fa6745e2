// The words of a tour that are not a lab's, in Traditional Chinese.
import type * as En from "./tour.en.ts";
import type { Translated } from "./translated.ts";

export const en: Translated<typeof En.en> = {
  label: "導覽",
  count: "步驟 {step}，共 {count} 步",
  next: "下一步",
  back: "上一步",
  skip: "略過這一步",
  show: "顯示位置",
  end: "結束導覽",
  already: "這一步已經完成。{came}",
  fresh: "導覽從這個實驗室的第一個範例開始。按「復原」可找回你原來的內容。",
  none: "這個實驗室沒有導覽。",
  over: "導覽結束。可從選單重新開始。",
};
