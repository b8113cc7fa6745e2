// What is said of the main plot besides its sentence, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./spoken.en.ts";

export const spoken: Translated<typeof En.spoken> = {
  range: "{name} 從 {low} 到 {high}。",
  centre: "球心在這個檢視中的 {x}, {y}。",
  distances: "到球心的距離平方從 {low}（點 {lowAt}）到 {high}（點 {highAt}）。",
  pull: "點 {i} 拉得最用力：α = {alpha}。",
  join: "",
  gap: "對偶間隙 {gap}。",
};
