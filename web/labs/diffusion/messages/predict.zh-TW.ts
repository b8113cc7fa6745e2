// What this lab asks before a control shows what it does, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./predict.en.ts";

export const predict: Translated<typeof En.predict> = {
  signal: {
    ask: "第 T 步時資料剩下的比例 √ᾱ_T 會如何變化？",
    name: "√ᾱ_T（百分比）",
  },
  signalPlace: {
    ask: "第 T 步時，也就是 ᾱ 那張圖的右端，資料會剩下多少（√ᾱ_T，百分比）？",
    name: "√ᾱ_T（百分比）",
  },
  kl: {
    ask: "真正的反向步與用你的猜測的反向步，兩者的 KL 散度會如何變化？",
    name: "兩種反向步的 KL 散度 (nats) ",
  },
  gap: {
    ask: "採用後驗的變異數時，NELBO − 熵會如何變化？",
    name: "NELBO − 熵 (nats) ",
  },
};
