// The words of the claims of problem 3 in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./claims.en.ts";

export const claims: Translated<typeof En.claims> = {
  claims: {
    "3a": {
      title: "閘逐單元混合新舊",
    },
    "3b": {
      title: "梯度沿兩條通道往回走",
    },
    "3c": {
      title: "權重共用：各步相加",
    },
    "3ledger": {
      name: "明細",
      title: "每條路徑都算，且只算一次",
    },
    "3horizon": {
      name: "記憶範圍",
      title: "遺忘閘的乘積漏掉了什麼",
    },
  },
};
