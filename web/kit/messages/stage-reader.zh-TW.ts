// Words beside a picture of a stage for those who do not see it, or go there by keys, in Traditional Chinese.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./stage-reader.en.ts";

export const stageReader: Translated<typeof En.stageReader> = {
  table: "以表格看數值",
  tableOf: "以表格看數值：{title}",
  walk: "沿曲線走：{name}",
  walkKeys: "← 與 → 沿著曲線走，Page Up 與 Page Down 走大步；C 換下一條曲線；Escape 結束。",
  noCurve: "這個檢視沒有可以沿著走的曲線。",
  noValue: "沒有值",
  at: "{across} = {x}：{name} {value}",
  now: "在 {across} = {x}：{values}。",
  one: "{name} {value}",
  list: "；",
  range: "{name}：最小 {low}，在 {across} = {lowAt}；最大 {high}，在 {across} = {highAt}。",
  level: "{name}：始終為 {value}。",
  join: "",
};
