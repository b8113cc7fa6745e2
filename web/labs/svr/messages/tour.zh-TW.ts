// The words of this lab's tour, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./tour.en.ts";

export const tour: Translated<typeof En.tour> = {
  out: {
    say: "在圖上把一個點拖到管外很遠的地方。",
    came: "這個點現在的 α = {alpha}，已是 C 所允許的最大值：拖得再遠，它也不會拉得更用力。曲線靠 {n} 個點中的 {sv} 個支撐。",
  },
  tube: {
    say: "把 ε 往右移：加寬管。",
    came: "ε = {epsilon} 時，曲線靠 {n} 個點中的 {sv} 個支撐。其餘的點 α = 0：沒有它們，曲線也一樣。",
  },
  break: {
    say: "開啟命題 1b，再按「破壞」：這會刻意改動一個乘數。",
    came: "{checks} 項檢查中有 {failing} 項未通過：乘數是重新測量的，不問求解器。",
  },
  mend: {
    say: "按「修復」。",
    came: "命題 1b 成立，{checks} 項檢查全部通過。",
  },
  tie: {
    say: "開啟命題 1c1，再按「顯示這個命題的範例」。",
    came: "兩個點往上拉，兩個點往下拉，沒有點在管的邊緣：哪個 b 最好？",
  },
  offset: {
    say: "在命題 1c1 的圖上，沿著平坦的底部拖曳 b。",
    came: "b = {b} 的代價不比求解器的 b 高：從 {lo} 到 {hi} 的每個 b 都是最佳解。這裡對偶問題決定的是區間，不是單一數值。",
  },
};
