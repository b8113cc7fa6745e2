// What this lab asks before a control shows what it does, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./predict.en.ts";

export const predict: Translated<typeof En.predict> = {
  slack: { ask: "所有鬆弛變數的總和會如何變化？", name: "所有鬆弛變數的總和" },
  supports: { ask: "哪些點會是支援向量？", name: "支援向量" },
  supportCount: { ask: "支援向量的個數會如何變化？", name: "支援向量的個數" },
  fitAt: { ask: "在 x = {at} 處，擬合曲線會在哪裡？", name: "x = {at} 處的擬合值" },
};
