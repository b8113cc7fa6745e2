// Words of the lab's data bar, table columns and files, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./data.en.ts";

export const data: Translated<typeof En.data> = {
  ownAbout: "{n} 個點，{d} 欄。",
  weight: "權重 C",
  notPositive: "{name} 不能當權重：第 {row} 列的 {value} 不在大於 0、至多 {most} 的範圍內。",
  badWeight: "權重至少 {least}，至多 {most}，不能是 {value}。",
  useAsWeight: "以 {name} 為權重 C",
  noWeight: "沒有權重：全部取 1/n",
  columns: {
    d2: { title: "d²", name: "到球心的距離平方" },
    alpha: { title: "α", name: "乘數 α" },
    xi: { title: "ξ", name: "鬆弛變數 ξ" },
    case: { title: "情形", name: "相對於球的位置" },
  },
  solutionHint: "每個點一列：距離平方、乘數、鬆弛變數、情形",
};
