// The words of the claims of problem 1, in Traditional Chinese: titles.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./claims.en.ts";

export const claims: Translated<typeof En.claims> = {
  inputsHidden: "輸入已隱藏。求解器只用 K 與 y。",
  showInputs: "顯示輸入",
  claims: {
    "1a": { title: "拉格朗日函數與鞍點" },
    "1b": { title: "對偶問題，沒有間隙" },
    "1c1": { title: "b 使總鬆弛量最小" },
    "1c2": { title: "點的位置決定 α" },
    "1d1": { title: "訓練：只需要內積" },
    "1d2": { title: "預測：只需要內積" },
  },
};
