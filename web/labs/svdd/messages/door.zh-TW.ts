// The words of this lab on the front door, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./door.en.ts";

export const door: Translated<typeof En.door> = {
  action: "把藍色的點拖到球外。",
  caption: "包住這些點的最小球；有一定比例的點可以留在外面。只有上色的點撐住它。",
  point: "可以拖曳的點",
  at: "{x}, {y}",
  describe:
    "{n} 個點，以及可以排除其中一些點的最小球：球心在 ({at})，半徑平方 ρ = {rho}，{outside} 個點在球外。有線從球心連到撐住球的點。",
  inside: "在球內，α = {alpha}：球感覺不到這個點。再拖遠一點。",
  edge: "在球上，α = {alpha}：現在這個點撐住球。再拖遠一點。",
  outside:
    "它離開了球：α 從 {before} 變成 {alpha}，這是 ν 允許的最大值。半徑平方 ρ 從 {rhoBefore} 變成 {rho}，{n} 個點中有 {outside} 個在球外。",
};
