// The words of this lab on the front door, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./door.en.ts";

export const door: Translated<typeof En.door> = {
  action: "把 q 拖到綠色的後驗上。",
  caption: "q 用來代替潛在變數 z 的後驗。間隙就是證據下界比 log p(x) 低多少。",
  gap: "間隙 {gap} nats",
  handle: "q 的平均",
  at: "{x}, {y}",
  describe:
    "潛在變數 z 的平面：後驗 p(z | x) 畫成以 ({posterior}) 為中心的綠色橢圓，q 是以 ({q}) 為中心的虛線橢圓。證據下界比 log p(x) 低 {gap} nats。",
  begun: "下界比 log p(x) 低 {gap} nats；先前低 {before}。把 q 拖到後驗上：各座標不相關的 q 最少仍差 {best}。",
  done: "q 已在後驗上：下界比 log p(x) 低 {gap} nats；先前低 {before}。各座標不相關的 q 不可能差得比 {best} 更少。",
};
