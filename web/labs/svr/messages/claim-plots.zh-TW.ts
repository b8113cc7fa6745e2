// The words in the pictures of the claims of problem 1, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./claim-plots.en.ts";

export const claimPlots: Translated<typeof En.claimPlots> = {
  residual: "殘差 e",
  slack: "鬆弛變數 ξ",
  ledger: {
    caption:
      "每根長條從上一根結束的地方開始；最後一根是總和 L。虛線是鞍點處的 L。移動一個點的乘數：L 絕不會越過這條線。",
    brokenCaption:
      "每根長條從上一根結束的地方開始；最後一根是總和 L。虛線是鞍點處的 L。有錯誤時，L 不一定停在這條線之下。",
    terms: ["½‖w‖²", "C Σ ξ", "Σ α (e − ε − ξ)", "Σ α* (−e − ε − ξ)", "− Σ β ξ"],
    turned: { row: 3, name: "Σ α* (e + ε + ξ)" },
    /** By the code of a mistake: the term that it changes, and its name then. */
    changed: {
      "tube-twice": { row: 2, name: "Σ α (e − 2ε − ξ)" },
      beta: { row: 4, name: "沒有 Σ β ξ" },
      half: { row: 0, name: "‖w‖²" },
    },
    alpha: "這個點的 α",
    alphaStar: "這個點的 α*",
    beta: "這個點的 β",
    drawsCaption:
      "上排：最佳的 w, b, ξ 配隨機的乘數。下排：隨機的 w, b, ξ 配最佳的乘數。橫軸是 L 與鞍點值 L* 的差距，兩側都用對數刻度。叉號表示落在錯的一側。",
    sides: ["其他乘數", "其他 w, b, ξ"],
  },
  dual: {
    caption:
      "求解器的每個迭代點都是對偶可行的，所以它的對偶值是下界；同一迭代點的原始值是上界。最佳值介於兩者之間，在塗色的帶狀區裡。",
    sum: "Σ (α − α*)",
    beta: "最小的 β = C − α − α*",
    box: {
      name: "各點的乘數，畫在三角形與方框裡",
      caption:
        "每個點的兩個乘數。每個點一個鬆弛變數，允許的是三角形 α + α* ≤ C；兩側各一個，則允許整個方框。在最佳解處，所有點都在兩條軸上，αα* = 0。",
      brokenCaption:
        "每個點的兩個乘數：空心是求解器的位置，紅色是錯誤把它們放到的位置。三角形是 α + α* ≤ C；兩側各一個鬆弛變數，則允許整個方框。",
      axes: ["α", "α*"],
      triangle: "α + α* ≤ C",
      square: "兩個鬆弛變數的方框",
      moved: "被錯誤移動",
      selected: "所選的點",
      describe: "{inside} 個點在 0，{axis} 個在軸上，{off} 個不在軸上；{beyond} 個超出三角形。",
    },
  },
  offset: {
    name: "截距 b 的代價 g",
    caption: "拖曳或按方向鍵可試別的 b：主圖的擬合會跟著移動。兩條短線是它左側與右側的斜率。",
    brokenCaption: "標記是被破壞的 b，帶著左右兩側的斜率。修復命題後才能試別的 b。",
    axisB: "截距 b",
    axisG: "g(b)",
    setLabel: "g 的最小點",
    reset: "回到求解器的 b",
    pick: "b",
    value: "g(b)",
    slopes: "g 的左、右斜率",
    set: "最小點",
    minimum: "g 的最小值",
    trial: {
      pass: "你的 b 是 g 的最小點。",
      fail: "你的 b 不是最小點：g(b) 比 g 的最小值高 {excess}。",
      broken: "被破壞的 b 不是最小點：g(b) 比 g 的最小值高 {excess}。",
      brokenMinimises: "被破壞的 b 也是 g 的最小點。",
    },
    describe: "b 是 {pick}，該處的 g 是 {value}，左側斜率 {left}，右側斜率 {right}；最小點：{set}",
  },
  staircase: {
    name: "KKT 情形的階梯圖",
    caption:
      "每個點畫在它的殘差 e 與係數 α − α* 處；線是最佳解的點必須在的位置。塗色的長條是視為 |e| = ε 的容差帶。點選一個點，或用方向鍵沿線移動。",
    axisE: "殘差 e",
    axisDelta: "α − α*",
    cases: ["管下方", "在下邊緣", "管內", "在上邊緣", "管上方"],
    rules: [
      { e: "< −ε", alpha: "0", alphaStar: "C", xi: "−e − ε" },
      { e: "= −ε", alpha: "0", alphaStar: "0 … C", xi: "0" },
      { e: "|e| < ε", alpha: "0", alphaStar: "0", xi: "0" },
      { e: "= ε", alpha: "0 … C", alphaStar: "0", xi: "0" },
      { e: "> ε", alpha: "C", alphaStar: "0", xi: "e − ε" },
    ],
    columns: { kase: "點的位置" },
    right: "{wrong}，應為 {right}",
    brokenCaption:
      "空心標記是求解器的點所在，紅色是錯誤把它們放到的位置；線是最佳解的點必須在的位置。塗色的長條是視為 |e| = ε 的容差帶。",
    tableCaption: "C = {C}，ε = {epsilon}。所選點的那一列是它自己的數字；它到階梯圖的相對距離是 {distance}。",
    describe: "各情形的點數：管上方 {above}，上邊緣 {upper}，管內 {inside}，下邊緣 {lower}，管下方 {below}。",
    describePoint: "點 {point} 的位置：{name}。",
  },
  gram: {
    name: "Gram 矩陣",
    title: "K，每個點一列一行",
    caption: "訓練對輸入所知道的，全在這裡。各點依第一欄排序；框起來的列與行屬於所選的點。",
    captionPart:
      "訓練對輸入所知道的，全在這裡；顯示 {n} 個點中的 {m} 個，依第一欄的次序等間隔取出。所選的點若在其中，它的列與行會框起來。",
    rotatedName: "隨機旋轉後的輸入",
    rotatedDescribe: "用這些輸入重新求解 {n} 個點，其中 {sv} 個是支援向量；與只用 K 求得的 α − α* 最多相差 {apart}。",
    rotatedCaption: "另一組輸入，K 卻相同：第 {seed} 號旋轉。實心點是在這組輸入上重新求解所得的支援向量。",
    brokenCaption:
      "不再是旋轉：第 {seed} 號，再拉長四分之一；每條線從旋轉後的位置連到點現在的位置。這組輸入有另一個 K。實心點是在這組輸入上求解所得的支援向量。",
    distanceCaption:
      "對角線上方是 K，下方是錯誤用來訓練的矩陣：距離平方，對角線為 0。沒有內積會是這樣：它有一個負的特徵值。",
    shiftCaption:
      "第 {seed} 號旋轉，再把所有輸入平移同一個向量：每條線從旋轉後的位置連到點現在的位置。距離不變，內積變了。",
    sample: "重新求解的是 {n} 個點中 {solved} 個的擬合，依第一欄的次序等間隔取出。",
    captionAndSample: "{caption}{sample}",
    hidden: "輸入在這裡與主圖都已隱藏。求解器從來不需要它們：有 K 就夠了。",
    notSolved: "不在取出的點之中",
    hiddenShort: "輸入已隱藏",
    axes: ["第一個座標", "第二個座標"],
    hide: "隱藏輸入",
    rotate: "再旋轉一次",
    eigenvalue: "K 的最小特徵值",
    fromGram: "只用 K 求得的 α − α*",
    fromRotated: "用旋轉後的輸入求得的 α − α*",
    describe: "{m} 個點的 Gram 矩陣，值從 {low} 到 {high}；最小特徵值是 {eigenvalue}。",
  },
  prediction: {
    name: "預測值是核函式長條的總和",
    caption:
      "每個支援向量一根長條 (α − α*) k(xᵢ, x)，從上一根結束的地方開始。最後一根結束的地方，也就是虛線處，是 f(x) − b。",
    brokenCaption: "虛線外框是正確的長條，其餘是錯誤的長條：它們結束在點線處。f(x) − b 仍在虛線處。",
    up: "增加",
    down: "減少",
    total: "f(x) − b",
    leftOut: "正確的長條",
    brokenSum: "錯誤的總和",
    at: "在 {name} 處預測",
    jump: "移到所選的點",
    sum: "長條總和",
    b: "b",
    f: "f(x)",
    axisPoint: "支援向量（點的編號）",
    axisSum: "累計總和",
    describe: "{count} 根長條的總和是 {sum}；加上 b = {b}，預測值是 {f}。",
  },
};
