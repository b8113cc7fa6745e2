// The words of this lab on the front door, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./door.en.ts";

export const door: Translated<typeof En.door> = {
  action: "把藍色的點拖到管外。",
  caption: "一條曲線與圍著它的管，擬合帶雜訊的點。曲線只靠有顏色的點支撐，它們在管的邊緣或管外。",
  point: "x = {x} 的點",
  at: "y = {y}",
  describe: "{n} 個點、擬合曲線、半寬 {tube} 的管：曲線靠 {sv} 個點支撐，它們在管的邊緣或管外。",
  inside: "在管內，α = {alpha}：曲線感覺不到這個點。再拖遠一點。",
  edge: "在管的邊緣，α = {alpha}：從這裡起，這個點開始拉曲線。再拖遠一點。",
  outside:
    "它離開了管：α 從 {before} 變成 {alpha}，也就是 C 所允許的最大值。它到管的距離，即鬆弛變數，是 ξ = {xi}。曲線現在靠 {n} 個點中的 {sv} 個支撐；先前是 {svBefore} 個。",
};
