// The words of the claims of the VAE: titles, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./claims.en.ts";

export const claims: Translated<typeof En.claims> = {
  claims: {
    "4v1": { name: "V1", title: "下界與 log\u00a0p(x) 相差一個散度" },
    "4v2": { name: "V2", title: "到先驗的 KL 散度有封閉形式" },
    "4v3": { name: "V3", title: "同一個梯度的兩種估計" },
    "4v4": { name: "V4", title: "VAE 就是一步的擴散模型" },
  },
};
