// The words of the claims of problem 2, in Traditional Chinese: titles.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./claims.en.ts";

export const claims: Translated<typeof En.claims> = {
  claims: {
    "2.1": { title: "拉格朗日函數與鞍點" },
    "2.2": { title: "沒有對偶間隙" },
    "2.3": { title: "對偶函數" },
    "2.4": { title: "化簡後的對偶問題" },
    "2.5a": { title: "球心使力平衡" },
    "2.5b": { title: "ρ 使 h 最小" },
    "2.5c": { title: "ρ 落在區間 (11) 內" },
    "2.5d": { title: "鬆弛變數就是超出球的部分" },
    "2.5e": { title: "點的位置決定 α" },
    "2.6": { title: "ν 是點的比例" },
  },
};
