// The words of this lab's tour, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./tour.en.ts";

export const tour: Translated<typeof En.tour> = {
  mean: {
    say: "在圖中拖曳 q 的平均，也就是點 m。",
    came: "現在下界比 log p(x) 低 {gap} nats：不論往哪裡拖，這都等於 KL(q ‖ 後驗)。",
  },
  best: {
    say: "按「最佳 q」。",
    came: "還剩 {gap} nats：後驗是傾斜的，而各座標不相關的 q 永遠無法與它吻合。",
  },
  break: {
    say: "開啟命題 4v1，再按「破壞」：下界的某一項會被故意改掉。",
    came: "{checks} 項檢查中有 {failing} 項未通過：各項加起來不再等於 log p(x)。",
  },
  mend: {
    say: "按「修復」。",
    came: "命題 4v1 成立，{checks} 項檢查全部通過。",
  },
  straight: {
    say: "從選單選擇「不傾斜的後驗」。",
    came: "這個後驗不傾斜。現在下界比 log p(x) 低 {gap} nats。",
  },
  closed: {
    say: "再按一次「最佳 q」。",
    came: "間隙是 {gap}：q 就是後驗本身，下界等於 log p(x) = {logPx}。會失去的，只有 q 無法表示的部分。",
  },
};
