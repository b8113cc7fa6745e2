// The words of the checks of problem 2, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import { pointReasons as shared } from "../../../kit/messages/checks.zh-TW.ts";
import type * as En from "./checks.en.ts";

export const checks: Translated<typeof En.checks> = {
  grouped: "L 逐項相加與按變數整理之差，相對值",
  "saddle-below": "200 組隨機乘數中最大的 L 高出鞍點值",
  "saddle-above": "200 組隨機 ρ、μ、ξ 中最小的 L 低於鞍點值",
  complementary: "最佳解處乘數乘以限制式之和",
  multipliers: "乘數超出範圍的量，佔範圍的比例",
  gap: "間隙 |P − D|",
  slater: "Slater 點處最大的限制式高於 −1 單位",
  sum: "|Σ α − 1|",
  "weak-duality": "路徑上最大的對偶值高出最小的原始值",
  reported: "求解器自己的目標函數值，誤差",
  below: "1000 處中最差的一處，θ 高出 L",
  tight: "μ = Σ α x / |α|₁ 處的 |L − θ|",
  ride: "違反一條等式時 L 的斜率，誤差",
  equal: "(9) 與 (10) 的目標函數之差",
  concave: "200 對點中，兩端的平均高出中點",
  ray: "沿射線偏離直線的量",
  optimal: "從 α 逐對往上走，目標函數增加",
  least: "求解器的最小 |α|₁ 與由距離算出的值之差",
  "as-good": "取最小的 |α|₁ 時目標函數的損失",
  worse: "該和的 7/8 所能達到的最大值，佔最佳值的比例",
  support: "通過 (0, D) 的直線高出集合 A",
  envelope: "θ 高出某條直線，或偏離它所切的直線",
  places: "球外 α 偏離 C/ν、球內 α 偏離 0 的量，佔 C/ν 的比例",
  feasible: "α 超出範圍、總和超過 1，或 ρ 小於 0 的量",
  balance: "|Σ α (φ(x) − μ)|²，由距離算出",
  distances: "求解器的 d² 與重新量得的值之差",
  force: "Σ α (x − μ) 最大的座標",
  norm: "|μ|² 與重新量得的值之差",
  elsewhere: "μ 處的代價高出其他球心處的最小代價",
  bound: "μ 處的代價高出對偶值",
  "slope-left": "h 在 ρ 左側的斜率（若為正）",
  "slope-right": "h 在 ρ 右側的斜率大小（若為負）",
  minimum: "h(ρ) 高出 h 的最小值",
  flat: "h 在最小點集合上的變動",
  lower: "ρ 低於下端的量",
  upper: "ρ 高於上端的量",
  ends: "最佳 ρ 集合的兩端：此處算出的與求解器的之差",
  attained: "兩端處的 h 高出 h 的最小值",
  slack: "最大的 |ξ − max(d² − ρ, 0)|",
  covered: "最大的 d² − ρ − ξ、−ξ 或 −ρ（若為正）",
  total: "ρ + (1/ν) Σ C ξ 與對偶值之差",
  staircase: "到階梯圖的最大距離，相對值",
  violation: "α 還能增加的點，其 d² 高出 α 還能減少的點的 d²",
  outside: "球外的比例超出 ν",
  "not-inside": "球上與球外的比例低於 ν",
  sweep: "掃過 ν 時，兩條不等式最嚴重的違反",
};

export const reasons: Translated<typeof En.reasons> = {
  ...shared,
  "no-fit": "在允許的計算量之內，沒有任何其他 ν 的擬合夠接近它的最佳解。",
  coarse:
    "對求解器的要求太低，它停在離最佳解很遠的地方：距離平方的誤差超過最大距離平方的十分之一。請選較小的容許誤差。",
  coincident: "所有點都相同：每個力與每個距離都是 0。",
  "weights-differ": "各點的權重不同，數點的個數沒有意義。命題 2.5c 說明對權重成立的是什麼。",
};

export const judged: Translated<typeof En.judged> = {
  anew: "這些數字判定的是同一個問題更精確的新解。畫面上的距離平方與它的相差至多最大距離平方的 {share}。",
  shown: "這些數字判定的是畫面上的球。",
};
