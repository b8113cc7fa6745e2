// The names of the data sets, and what the first one shows, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./presets.en.ts";

export const presets: Translated<typeof En.presets> = {
  motorcycle: {
    title: "機車撞擊",
    about: "安全帽測試：靜止、撞擊、反彈。撞擊後散布變大，但整條管只有一種寬度。",
    x: ["撞擊後的時間 (ms)"],
    y: "頭部加速度 (g)",
    source: "Silverman, J. R. Statist. Soc. B 47 (1985)；R 的 MASS 套件中的 mcycle。133 筆讀數，公有領域。",
  },
  faithful: { title: "老忠實間歇泉" },
  cars: { title: "汽車的煞車距離" },
  co2: { title: "茂納羅亞的二氧化碳" },
  "co2-season": { title: "二氧化碳：趨勢與季節" },
  lynx: { title: "加拿大山貓" },
  "air-passengers": { title: "航空旅客" },
  iris: { title: "鳶尾花花瓣" },
  digits: { title: "缺少的像素" },
  sinc: { title: "帶雜訊的 sinc" },
  outlier: { title: "一個離群值" },
  "five-cases": { title: "五種情形齊全" },
  parabola: { title: "拋物線" },
  saddle: { title: "兩個輸入的馬鞍面" },
  "tie-wide": { title: "平手：最佳的 b 有很多" },
  "tie-slack": { title: "平手：沒有點在拉" },
  "inside-tube": { title: "全部在管內" },
  duplicates: { title: "重複的點" },
  "one-point": { title: "一個點" },
  "two-points": { title: "兩個點" },
  collinear: { title: "三個輸入，一個方向" },
  indefinite: { title: "不是合格的核函式" },
};
