// What this lab asks before a control shows what it does, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./predict.en.ts";

export const predict: Translated<typeof En.predict> = {
  share: {
    ask: "第 1 步的梯度與第 T 步的梯度之比：這個比值的 10 的次方會如何變化？",
    name: "第 1 步與第 T 步梯度之比的 log₁₀ ",
  },
  alone: {
    ask: "若只由 f 把梯度從第 T 步傳到第 1 步：傳到的比例，其 10 的次方會如何變化？",
    name: "只由 f 傳到的比例的 log₁₀ ",
  },
  sharePlace: {
    ask: "第 1 步的梯度與第 T 步的梯度之比：會是 10 的幾次方？",
    name: "第 1 步與第 T 步梯度之比的 log₁₀ ",
  },
};
