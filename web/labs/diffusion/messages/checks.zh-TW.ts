// The words of the checks of problem 4, in Traditional Chinese: what each measures, and why a claim says nothing here.
import type { Translated } from "../../../host/messages/translated.ts";
import { reasons as shared } from "../../../kit/messages/checks.zh-TW.ts";
import type * as En from "./checks.en.ts";

export const checks: Translated<typeof En.checks> = {
  "4a": {
    signal: "ᾱₜ 對照 √(1 − β) 連乘積的平方，取各 t 中最差者",
    noise: "1 − ᾱₜ 對照變異數的遞迴式，取各 t 中最差者",
    steps: "αₜ、ᾱₜ₋₁ 與 1 − ᾱₜ₋₁ 對照遞迴式，取各 t 中最差者",
    prior: "到 N(0, I) 的 KL：簡式對照一般公式",
    mean: "逐步走的粒子的平均，以標準誤計",
    spread: "逐步走的粒子的變異數，以標準誤計",
    law: "逐步走的粒子的分布對照高斯：大小、各座標、座標和；距離乘 √n",
    across: "逐步走的粒子兩座標的共變異數，取最差的一對，以標準誤計",
    jump: "一次跳到的粒子的同一距離",
    fresh: "最後一步的雜訊與前一位置的共變異數，或兩者大小的共變異數，以標準誤計",
    normal: "最後一步的雜訊與 N(0, I) 的同一距離",
  },
  "4b": {
    precision: "1/β̃ₜ 對照兩個精確度的和，取各 t 中最差者",
    "mean-xt": "xₜ 的係數對照加權平均的係數，取各 t 中最差者",
    "mean-x0": "x₀ 的係數對照加權平均的係數，取各 t 中最差者",
    first: "t = 1 對照在 x₀ 的點質量",
    "grid-mean": "平均對照格點上乘積的平均",
    "grid-variance": "變異數對照格點上乘積的變異數",
    "grid-density": "密度對照格點上的乘積，兩者之差的積分之半",
  },
  "4c": {
    forms: "雜訊形式對照後驗形式，取各 t 中最差者",
    perfect: "代入真雜訊的雜訊形式對照在 x₀ 的後驗平均，取各 t 中最差者",
    orthogonal: "(ε − ε*)·h(xₜ) 的平均，以標準誤計，取數個 h 中最差者",
    score: "ε* 對照由密度得出的 −√(1 − ᾱₜ) ∇log qₜ，取最差的位置",
    floor: "E|ε − ε*|² 對照 d − (1 − ᾱₜ) E|∇log qₜ|²，以標準誤計",
    "floor-grid": "同一量對照格點上的積分，以標準誤計",
  },
  "4d": {
    "kl-means": "一般 KL 對照 |平均之差|²/2β̃ₜ，取各 t 中最差者",
    "kl-noise": "一般 KL 對照 wₜ|ε − εθ|²，取各 t 中最差者",
    weight: "wₜ 對照 βₜ²/(2β̃ₜ αₜ(1 − ᾱₜ))，取各 t 中最差者",
    first: "w₁ 為無限大：是則 0，否則 1",
    total: "各項的總和對照沿抽出的路徑量得的界，以標準誤計",
  },
  "4r1": {
    second: "E|xₜ|² 的封閉形式對照逐步計算，資料與 x₀ = 0 兩種，取各 t 中最差者",
    walked: "逐步走的粒子的 |x_T|²，以標準誤計",
  },
  "4r2": {
    density: "log qₜ 對照各成分的和，取最差的位置",
    score: "分數函數對照 log qₜ 的導數，取最差的位置",
    noise: "ε* 對照該導數的 −√(1 − ᾱₜ) 倍，取最差的位置",
    mean: "E[x₀ | xₜ] 對照另一種分解算出的值，取最差的位置",
    tweedie: "Tweedie 公式的點對照 E[x₀ | xₜ]，兩者皆乘 √ᾱₜ，取最差的位置",
  },
  "4r3": {
    law: "平均與標準差對照證明中的和與積，取各種步數中最差者",
    meet: "兩者的差距，外推到無限多步",
    arrive: "與資料的距離，外推到無限多步",
    "drawn-mean": "抽出的粒子的平均，以標準誤計",
    "drawn-variance": "抽出的粒子的變異數，以標準誤計",
  },
  "4bridge": {
    reconstruction: "抽樣的 −log p(x₀ | x₁) 對照該項，以標準誤計",
    drawn: "沿抽出的路徑量得的界對照數值積分，以標準誤計",
    entropy: "抽樣的 −log q(x₀) 對照熵，以標準誤計",
    integral: "熵對照另一種數值積分",
    prior: "先驗項對照一般公式",
    terms: "界的各項對照由分數函數得出的值，取各 t 中最差者",
    sum: "每個界對照自己各項的和",
    divergence: "差距低於 0 多少",
    best: "最佳變異數的差距高於另一者多少",
  },
};

export const reasons: Translated<typeof En.reasons> = {
  ...shared,
  "no-noise": "每個 β 都小於 10⁻⁸：幾乎沒有加雜訊。請選 β 較大的排程。",
  "one-step": "這條鏈只有一步，而命題談的是 t ≥ 2 的步。請選較大的 T。",
  "no-signal": "訊號已經不剩：ᾱₜ 捨入後為 0，或資料點全是 0。請選較小的 t，或其他資料。",
  "no-spread": "資料散布太小：由 xₜ 幾乎能精確得知 x₀。請選有幾個不同點的資料。",
  "coarse-steps": "這個排程的步對這些資料太大，即使每步再切成許多小步也一樣。命題談的是小步。",
  points: "資料是沒有散布的點：沒有密度，熵為 −∞。請選大於 0 的散布。",
  extent: "在這些資料上做數值積分要花太久。",
};
