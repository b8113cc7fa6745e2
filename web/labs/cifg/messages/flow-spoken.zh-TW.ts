// What is said of the picture of the stage "Gradient flow" besides its name, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./flow-spoken.en.ts";

export const flowSpoken: Translated<typeof En.flowSpoken> = {
  between: "",
  title: "所有步",
  range: "{cell}：{line} 在 t = {highT} 最大，為 {high}；在 t = {lowT} 最小，為 {low}。",
  level: "{cell}：{line} 每一步都是 {value}。",
  float: "{cell}：在單精度下它有 {under} 步為 0，有 {over} 步裝不下。",
  gates: "{cell}：遺忘閘的所有值中，{open} % 大於 0.99，{closed} % 小於 0.01，{flat} % 平坦，{dead} % 失效。",
  curve: "{line}，{cell}",
  at: "t = {t}：{value}",
};
