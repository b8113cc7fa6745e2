// What is said of the main plot besides its sentence, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./spoken.en.ts";

export const spoken: Translated<typeof En.spoken> = {
  ranges: "{x} 從 {xLow} 到 {xHigh}，{y} 從 {yLow} 到 {yHigh}。",
  fit: "擬合曲線從 {lowAt} 處的 {low} 到 {highAt} 處的 {high}；管往上下各延伸 {tube}。",
  level: "擬合曲線是水平的，高度為 {low}；管往上下各延伸 {tube}。",
  farthest: "離擬合曲線最遠的是點 {i}，在曲線上方 {above}。",
  farthestBelow: "離擬合曲線最遠的是點 {i}，在曲線下方 {below}。",
  join: "",
  gap: "對偶間隙 {gap}。",
  at: "{x} {at}：擬合值 {f}，管從 {low} 到 {high}。",
};
