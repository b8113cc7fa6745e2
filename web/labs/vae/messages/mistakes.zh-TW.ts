// The words of all mistakes of the VAE, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./mistakes.en.ts";

export const mistakes: Translated<typeof En.mistakes> = {
  "4v1": {
    unseen: "換成另一個 x 或 q 時的錯誤，以及超過兩個座標的潛在空間。",
    mistakes: {
      plain: {
        name: "ELBO 稍微大了一點",
        breaks: "ELBO 大了（1 + 它的絕對值）的百分之一，間隙小了同樣多。",
        wrong: "兩者相加仍是 log p(x)。但每一個都有自己確定的值，格點找得出來（步驟 1）。",
      },
      "no-variance": {
        name: "漏了解碼器的變異數",
        breaks: "以 −½ |x − Dz − b|² 代替 log p(x | z)，沒有 s²，也沒有常數。",
        wrong:
          "只有 s² = 1 時它才可能是 log p(x | z)，而且還缺 −½ dₓ log 2π。減去 KL 之後剩下的數，不是任何量的下界（步驟 5）。",
      },
      "kl-sign": {
        name: "KL 取了正號",
        breaks: "ELBO 變成重建項加 KL。",
        wrong: "KL 是使用 q 的代價，應該減去。加上去的「下界」可能高於 log p(x)（步驟 1 和 2）。",
      },
      "kl-mean": {
        name: "KL 對座標取平均",
        breaks: "KL 取各座標項的平均，而不是總和。",
        wrong: "獨立座標的密度相乘，所以對數相加。只有一個座標時兩者相同。",
      },
      reversed: {
        name: "間隙的方向相反",
        breaks: "間隙取 KL(後驗 ‖ q)，而不是 KL(q ‖ 後驗)。",
        wrong: "步驟 1 是對 q 取平均。另一個方向的散度沒有對應的 ELBO，加起來也不是 log p(x)。",
      },
      "mean-only": {
        name: "只在 q 的平均處解碼",
        breaks: "E_q log p(x | z) 只在 q 的平均處計算，好像沒有變異數。",
        wrong: "q 的散開要付出 Σ σⱼ² |Dⱼ|² / 2s² 的代價（步驟 5）。少了它，很寬的 q 在重建項中就不必付代價。",
      },
      marginals: {
        name: "以邊際分布的變異數當作最佳",
        breaks: "最佳的對角 q 取後驗本身的變異數 Cⱼⱼ。",
        wrong:
          "KL(q ‖ 後驗) 最小時，變異數是 1 / (C⁻¹)ⱼⱼ，小於或等於 Cⱼⱼ：q 留在後驗之內（步驟 7）。只有 C 是對角矩陣時才全部相等。",
      },
    },
    hypotheses: {},
  },
  "4v2": {
    unseen: "對角的 q 是不是好的選擇：這裡只判定它的散度。",
    mistakes: {
      plain: {
        name: "第一項稍微大了一點",
        breaks: "第一個座標的項大了（1 + 它的絕對值）的百分之一，總和也跟著變大。",
        wrong: "q log(q/p) 的積分就是步驟 2 的值，不會是別的。",
      },
      "kl-mean": {
        name: "取平均而不是總和",
        breaks: "總和換成各座標的平均。",
        wrong: "密度相乘，所以對數相加（步驟 1）。只有一個座標時兩者相同。",
      },
      sigma: {
        name: "把 σ 當成 log σ²",
        breaks: "公式要的是 v = log σ²，給的卻是 σ。",
        wrong: "這樣 eᵛ 就不是變異數。σ = 1 時這一項甚至不是 0，儘管 q 可能就是先驗（步驟 3）。",
      },
      "kl-sign": {
        name: "KL 的正負號相反",
        breaks: "每一項都變號，總和也變號。",
        wrong: "散度絕不是負的（步驟 3）。",
      },
      "no-log": {
        name: "漏了對數",
        breaks: "各項是 ½(m² + σ² − 1)，沒有 log σ²。",
        wrong: "這樣 σ → 0 就沒有代價，項也可能低於 0。對數正是使用很窄的 q 要付的代價（步驟 2）。",
      },
    },
    hypotheses: {},
  },
  "4v3": {
    unseen: "兩種估計用於訓練會有什麼結果、其他的 f，以及超過四個座標的情形。",
    mistakes: {
      plain: {
        name: "梯度稍有偏差",
        breaks: "梯度的第一個分量大了（1 + 它的絕對值）的百分之一。",
        wrong: "兩種估計有同一個平均，也就是 ELBO 的導數（步驟 1 到 3），而這個數不是它。",
      },
      "kept-eps": {
        name: "ε 只抽一次就一直沿用",
        breaks: "重參數化估計的每次抽樣都使用第一個 ε。",
        wrong: "步驟 1 是對 ε 取平均。沿用同一個 ε，每次都得到同一個數：看起來沒有雜訊，卻不是平均。",
      },
      sigma: {
        name: "把 σ 當成 log σ²",
        breaks: "該用 log σ² 的地方用了 σ，於是兩種估計都以變異數 exp(σ) 抽樣。",
        wrong: "兩者彼此一致，卻是另一個 q 的梯度，而且那個 q 一定更寬：exp(σ) 大於 σ²（步驟 1）。",
      },
      "no-score": {
        name: "把抽樣當成常數",
        breaks: "分數函數估計忘了 f ∇ log q，好像抽樣與 q 無關。",
        wrong: "剩下的是 −∇ log q，它的平均是 0（步驟 2）：平均而言 q 完全不動。",
      },
      "kl-sign": {
        name: "KL 取了正號",
        breaks: "兩種估計針對的都是重建項加 KL。",
        wrong: "ELBO 含的是 −KL。取正號時，q 會被推離先驗。",
      },
    },
    hypotheses: {},
  },
  "4v4": {
    unseen: "不是高斯分布的解碼器，以及訓練好的網路與 E[x₀ | z] 相差多遠。",
    mistakes: {
      plain: {
        name: "重建項稍微大了一點",
        breaks: "VAE 的重建項大了（1 + 它的絕對值）的百分之一，它的界也跟著變大。",
        wrong: "兩個界逐項都是同一個數（步驟 1）。",
      },
      "no-variance": {
        name: "漏了解碼器的變異數",
        breaks: "以 ½ (x₀ − E[x₀ | z])² 代替 −log p(x₀ | z)，沒有 s²，也沒有常數。",
        wrong: "平方誤差的單位不是 nats：除以 s² 再加 ½ log 2πs²，才是 nats（步驟 4）。",
      },
      "one-point": {
        name: "KL 只取資料平均那一點",
        breaks: "VAE 的 KL 只取 E x₀ = 0 這一點的值。",
        wrong: "界是對 x₀ 的平均（步驟 1），而 E x₀² 不等於 (E x₀)²（步驟 2）。",
      },
      sigma: {
        name: "把 σ 當成 log σ²",
        breaks: "KL 要的是 log(1 − ᾱ)，給的卻是編碼器的標準差 √(1 − ᾱ)。",
        wrong: "步驟 2 的 v 是對數。訊號很少時 KL 幾乎是 0，而不是 0.36 nats。",
      },
      "no-draw": {
        name: "在編碼器的平均處解碼",
        breaks: "VAE 解碼的是編碼器的平均 √ᾱ x₀，而不是 z 的抽樣。",
        wrong: "步驟 1 是對 z 取平均。q 的平均完全知道 x₀，抽樣則不然：這樣得到的是較簡單的問題的誤差，太小了。",
      },
      "no-prior": {
        name: "漏了 KL：只是自編碼器",
        breaks: "VAE 的 KL 是 0。",
        wrong: "z 透露多少 x₀，就要付多少代價（步驟 2）。不付代價，界就太小，ᾱ₁ 接近 1 時甚至低於熵。",
      },
      beta: {
        name: "以變異數 β₁ 代替最佳變異數",
        breaks: "擴散模型的第一步使用變異數 β₁ = 1 − ᾱ，因為 β̃₁ = 0，有些程式就這樣做。",
        wrong: "它仍是界，但是另一個界：最佳變異數只有 V/d（步驟 4）。只有 V = 1 − ᾱ 時兩者相等。",
      },
    },
    hypotheses: {},
  },
};
