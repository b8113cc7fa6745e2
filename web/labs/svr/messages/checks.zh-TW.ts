// The words of the checks of problem 1, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import { pointReasons as shared } from "../../../kit/messages/checks.zh-TW.ts";
import type * as En from "./checks.en.ts";

export const checks: Translated<typeof En.checks> = {
  "saddle-below": "乘數抽樣 200 次，最大的 L 高出鞍點值",
  "saddle-above": "w, b, ξ 抽樣 200 次，最小的 L 低於鞍點值",
  complementary: "最佳解處，乘數乘以限制式的總和",
  multipliers: "最負的乘數，取絕對值",
  gap: "間隙 |P − D|",
  sum: "|Σ (α − α*)|",
  product: "各點 min(α, α*) 的最大值",
  "weak-duality": "路徑上最大的對偶值，高出最小的原始值",
  violation: "KKT 條件的最大違反量，以 y 的單位計",
  reported: "求解器自報的 P 與 D 的偏差",
  "slope-left": "g 在 b 左側的斜率，若為正",
  "slope-right": "g 在 b 右側的斜率，若為負，取絕對值",
  minimum: "g(b) 高出 g 的最小值",
  flat: "g 在最小點集合上的變動",
  interval: "集合的端點：這裡數出的與求解器的相差",
  staircase: "到階梯圖的最大相對距離",
  slack: "|ξ − max(|e| − ε, 0)| 的最大值",
  "other-multiplier": "必須為 0 的乘數中最大的",
  residual: "求解器的殘差與重新加總的殘差相差",
  eigenvalue: "K 的最小特徵值，若為負，取絕對值",
  "inner-products": "旋轉造成的內積最大相對變化",
  "gram-alone": "各點的 f − b，只用 K 求解，相差",
  "dual-gram": "對偶值，只用 K 求解，相差",
  rotated: "各點的 f − b，用旋轉後的輸入求解，相差",
  "dual-rotated": "對偶值，用旋轉後的輸入求解，相差",
  unique: "三個解的 α − α* 相差",
  bars: "預測值與長條總和的相對差",
  "feature-map": "k(x, z) 與寫出的 ⟨φ(x), φ(z)⟩ 的相對差",
  offset: "b 到由長條找出的最小點集合的距離",
  weights: "求解器的 w 與 Σ (α − α*) x 的相對差",
  explicit: "以寫出的 w 算 ⟨w, φ(x)⟩，與長條總和的相對差",
};

export const reasons: Translated<typeof En.reasons> = {
  ...shared,
  "single-point": "只有一個點。",
  coarse: "容許誤差或捨入誤差與 y 的分布範圍一樣大：這樣任何擬合都會通過。請選小一點的容許誤差。",
  "not-solved-again": "為了比較而把問題再解一次，在這裡要太多步。請選小一點的 C，或少一些點。",
  "no-spread": "所有輸入都相同，或都幾乎是 0：沒有東西可比較。",
  "no-bars": "這裡每根長條都是零：沒有點是支援向量，或這個 x 與所有支援向量之間的核函式值都是 0。",
};

/** Which answer of the solver the checks are about. */
export const judged: Translated<typeof En.judged> = {
  anew: "這些數字判定的是同一個問題更精確的新解。畫面上的擬合與它的差異，最多是 y 範圍一半的 {share}。",
  shown: "這些數字判定的是畫面上的擬合。",
};
