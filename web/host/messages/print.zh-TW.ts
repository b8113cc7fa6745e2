// The words that stand beside a picture in a file or on paper, in Traditional Chinese.
import type * as En from "./print.en.ts";
import type { Translated } from "./translated.ts";

export const print: Translated<typeof En.print> = {
  of: "{what} · {page}",
  broken: "{claim}（{broken}）",
  data: "資料：{name}",
  parameters: "參數",
  on: "開",
  off: "關",
  withWords: "{symbol}（{label}）",
  value: "{name} = {value}",
  choice: "{name}：{value}",
  join: " · ",
  name: "姓名：",
  link: "連結：{link}",
  noLink: "資料太多，放不進連結。",
  date: "列印日期：{date}。",
  locale: "zh-TW",
};
