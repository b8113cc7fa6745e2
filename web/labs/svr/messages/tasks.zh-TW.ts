// The words of this lab's tasks, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./tasks.en.ts";

export const tasks: Translated<typeof En.tasks> = {
  "1a-reward": {
    title: "違反反而有利",
    ask: "這個 L 裡，下側限制式的正負號反了。選一個點，移動它的乘數，使 L 比鞍點值至少高 2.5。",
    hint: "被破壞的項是 α* (e + ε + ξ)。哪些點的括號值大？",
    measured: { above: "L 高出鞍點值" },
  },
  "1a-level": {
    title: "沒有作用的改變",
    ask: "選一個點，把它的一個乘數至少移動 0.3，而 L 仍停在鞍點值。",
    hint: "L 對每個乘數都是直線，斜率就是限制式的值。找一個等號成立的限制式。",
    measured: { moved: "乘數的最大改變", change: "L 的改變" },
  },
  "1a-escape": {
    title: "L 相同，卻不是鞍點",
    ask: "移動一個點的乘數，使 L 在最佳的 w, b, ξ 處保持鞍點值。再給這個點另一個鬆弛變數 ξ，可正可負，使 L 比鞍點值至少低 10。",
    hint: "L 對 ξ 也是直線，斜率是 C − α − α* − β，而最佳的乘數使它為 0。",
    measured: { change: "L 在最佳 ξ 處的改變", below: "L 在你的 ξ 處低於鞍點值" },
    inputs: { slack: { label: "這個點的鬆弛變數 ξ" } },
  },
  "1b-first": {
    title: "第一個小間隙",
    ask: "單步執行求解器，停在對偶間隙第一次低於 1 的那次迭代：不論最小代價是多少，那裡的原始值與它相差不到 1。",
    hint: "對偶值不會下降，但迭代點的原始值可能上升，所以間隙也可能變大：每一步都要看。",
    measured: { gap: "這次迭代的間隙", before: "之前的最小間隙" },
  },
  "1b-line": {
    title: "錯的那一行",
    ask: "這段推導有一行是錯的；z 是 Σ (α − α*) x。選出這一行，並說出在目前的最佳解處，它的右邊比左邊多多少，誤差在 1 % 內。由前面各行推得出的，都算對。",
    hint: "把方括號配方。命題 1a 的明細裡有這個最佳解的數字。",
    measured: {
      above: "在你所選之前的錯行數",
      chosen: "你所選的行是錯的（1：是）",
      right: "你的數字正確，誤差在 1% 內（1：是）",
    },
    inputs: {
      line: {
        label: "錯的那一行",
        options: {
          split: "1. L = [½‖w‖² − wᵀz] − b Σ (α − α*) + Σ (C − α − α* − β) ξ + Σ y (α − α*) − ε Σ (α + α*)",
          least: "2. 方括號在 w = z 處最小。",
          bracket: "3. 在那裡，½‖w‖² − wᵀz = ½‖z‖²。",
          vanish: "4. 下確界要有限，必須 − b Σ (α − α*) + Σ (C − α − α* − β) ξ = 0。",
          result: "5. 剩下 θ = ½ Σ Σ (αᵢ − αᵢ*) (αⱼ − αⱼ*) xᵢᵀxⱼ + Σ y (α − α*) − ε Σ (α + α*)。",
        },
      },
      error: { label: "右邊減左邊" },
    },
  },
  "1b-solver": {
    title: "你來當求解器",
    ask: "三個點是 (0, 0)、(1, 1.5)、(3, 0.9)，C = 0.6，ε = 0.1。給出每個點的 δ = α − α*，總和為 0，|δ| 都不超過 C；再給出 b，使間隙低於原始值的 1 %。",
    hint: "猜猜哪些點在管外，哪些在邊緣（命題 1c2）。邊緣定出 w 與 b，再由 w = Σ δ x 求出還缺的 δ。",
    measured: { sum: "|Σ δ|", bound: "最大的 |δ|", gap: "間隙 (P − D) / P" },
    inputs: {
      first: { label: "點 1 的 δ" },
      second: { label: "點 2 的 δ" },
      third: { label: "點 3 的 δ" },
      b: { label: "截距 b" },
    },
  },
  "1c1-other": {
    title: "另一個最佳的 b",
    ask: "把 b 移到離求解器的 b 至少 0.2 的地方，而 g(b) 一樣小。",
    hint: "g 在哪裡是平的？",
    measured: { away: "到求解器的 b 的距離", excess: "g(b) 高出 g 的最小值" },
  },
  "1c1-wide": {
    title: "最佳的 b 成一大段",
    ask: "放至多六個點，使最佳 b 的集合寬度大於 0.5。",
    hint: "管上方的點要與管下方的一樣多，而且沒有點在邊緣。",
    measured: { width: "最佳 b 的集合寬度", points: "點數" },
  },
  "1c1-single": {
    title: "沒有自由點，b 仍唯一",
    ask: "放至多六個點，使最佳的 b 唯一（0.001 以內），而每個 |α − α*| 都是 0 或 C（0.1 % 以內），其中至少一個是 C。",
    hint: "從一段最佳 b 的區間開始，移動一個點，直到兩端相遇。表格可以輸入精確的數字。",
    measured: {
      full: "|α − α*| = C 的點數",
      free: "0 < |α − α*| < C 的點數",
      width: "最佳 b 的集合寬度",
      points: "點數",
    },
  },
  "1c2-free": {
    title: "自由的支援向量",
    ask: "所有點都在管內，C = 10。移動點，使其中一個在上邊緣，且 α 在 1 到 9 之間。",
    hint: "兩端的點能轉動直線。拖曳它時，邊緣跟著走，它的 α 逐漸變大。",
    measured: { inside: "α 到 0 與到 C 的距離，以 C 為單位", points: "點數" },
  },
  "1c2-five": {
    title: "五列同時出現",
    ask: "放至多六個點，使表中每一列都有點：管上方、上邊緣、管內、下邊緣、管下方。",
    hint: "讓一個遠在上方的點與一個遠在下方的點幾乎互相抵銷，直線就靠另外兩個點支撐。",
    measured: { kinds: "有點的列數", points: "點數" },
  },
  "1c2-sum": {
    title: "只有階梯圖不夠",
    ask: "三個點是 (−1, 0.4)、(0, −0.3)、(1, 0.8)，C = 1，ε = 0.2。給出每個點的 δ = α − α* 與 b，使所有點都在階梯圖上（0.001 以內），但以 w = Σ δ x 所得的擬合，代價比最好的至少高 0.1。",
    hint: "除了階梯圖，還必須檢查什麼？別管它。",
    measured: { distance: "到階梯圖的最大距離", cost: "代價高出最小值" },
    inputs: {
      first: { label: "點 1 的 δ" },
      second: { label: "點 2 的 δ" },
      third: { label: "點 3 的 δ" },
      b: { label: "截距 b" },
    },
  },
  "1d1-shift": {
    title: "看不見平移的核函式",
    ask: "所有輸入都將平移 2。選一個核函式，使 K 完全不變。",
    hint: "哪一個只由 x − z 決定？",
    measured: { change: "K 的最大改變" },
  },
  "1d1-mirror": {
    title: "輸入不同，K 相同",
    ask: "把五個點都往左或往右至少移動 0.5，而 K 的每個元素改變不超過 0.1。",
    hint: "直線上的哪些映射能保持任兩個輸入的乘積？表格可以輸入精確的數字。",
    measured: { moved: "最短的移動", change: "K 的最大改變" },
  },
  "1d1-negative": {
    title: "根本不是內積",
    ask: "用二次的多項式核函式與至多兩個點，使 K 的最小特徵值為 −1 或更小。",
    hint: "找出使 vᵀKv < 0 的輸入，其中 v = (1, −1)。常數項 c₀ 可以是負的。",
    measured: { eigenvalue: "K 的最小特徵值", points: "點數" },
  },
  "1d2-few": {
    title: "只剩兩根長條",
    ask: "改變 ε，使預測恰好靠兩個支援向量。",
    hint: "只有在管的邊緣或管外的點才有長條。",
    measured: { bars: "支援向量" },
  },
  "1d2-cancel": {
    title: "互相抵銷的長條",
    ask: "找一個 x，使 f(x) 等於 b（0.01 以內），而至少有一根長條的長度達到 0.05。",
    hint: "遠離所有資料，每根長條都短。要在點之間找，那裡有的長條向上，有的向下。",
    measured: { sum: "|f(x) − b|", longest: "最長的長條" },
  },
  "1d2-explicit": {
    title: "把核函式寫開",
    ask: "核函式是 (xz + 1)²，所以 f 是拋物線 a₀ + a₁x + a₂x²。給出它的係數，使它從 x = −2.2 到 2.2 與求解器的 f 相差至多 0.02。",
    hint: "把 k(xᵢ, x) 的平方展開，以表格中的 α − α* 為係數，把 x 的各次方加總。用 f 的三個值也行。",
    measured: { apart: "與 f 的最大差距" },
    inputs: {
      constant: { label: "a₀" },
      linear: { label: "a₁" },
      square: { label: "a₂" },
    },
  },
};
