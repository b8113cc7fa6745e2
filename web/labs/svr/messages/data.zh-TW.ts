// Words of the lab's data bar, table columns and files, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./data.en.ts";

export const data: Translated<typeof En.data> = {
  ownAbout: "點數：{n}。輸入：{d}。",
  columns: {
    f: { title: "f(x)", name: "擬合值 f(x)" },
    e: { title: "e", name: "誤差 e = y − f(x)" },
    coefficient: { title: "α − α*", name: "兩個乘數的差 α − α*" },
    xi: { title: "ξ", name: "鬆弛變數 ξ" },
    case: { title: "情形", name: "點相對於管的位置" },
  },
  solutionHint: "每個點一列：f、e、乘數、鬆弛變數、情形",
};
