// The words of this lab's tour, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./tour.en.ts";

export const tour: Translated<typeof En.tour> = {
  out: {
    say: "把圖中的一個點拖到離球很遠的地方。",
    came: "這個點現在有 α = {alpha}，這是 ν 允許的最大值：它再也不能更用力拉球。{n} 個點中有 {outside} 個在球外。",
  },
  nu: {
    say: "把 ν 往右移：讓更多點留在球外。",
    came: "ν 佔權重的 {share} 時，半徑平方 ρ = {rho}，{n} 個點中有 {outside} 個在球外。",
  },
  break: {
    say: "開啟命題 2.2，再按「破壞」：求解器的答案會被故意改掉。",
    came: "{checks} 項檢查中有 {failing} 項未通過：球是重新量的，沒有去問求解器。",
  },
  mend: {
    say: "按「修復」。",
    came: "命題 2.2 成立，{checks} 項檢查全部通過。",
  },
  band: {
    say: "開啟命題 2.5b，再按「顯示這個命題的範例」。",
    came: "三個點，而 ν 正好讓其中兩個可以留在外面：最好的圓有多大？",
  },
  radius: {
    say: "在命題 2.5b 的圖中，沿著平坦的谷底拖曳 ρ。",
    came: "ρ = {rho} 的代價不比求解器的高：從 {lo} 到 {hi} 的每個 ρ 都是最佳的。圓變大所多花的，正好等於它省下的。",
  },
};
