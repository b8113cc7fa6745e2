// What each check of problem 4's remarks cannot see, and the mistakes that break its claims, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./mistakes-remarks.en.ts";

export const remarkMistakes: Translated<typeof En.remarkMistakes> = {
  "4r1": {
    unseen: "xₜ 的大小以外的一切。簡化損失訓練得比權重 wₜ 好，是經驗，不是命題。",
    mistakes: {
      plain: {
        name: "照講義所印的損失",
        breaks: "損失照講義所印來用，以 √αₜ 代替 √ᾱₜ。",
        wrong: "√αₜ 屬於單一步。用它時，xₜ 保留太多 x₀，變異數為 1 的資料得到變異數 αₜ + 1 − ᾱₜ。",
      },
      root: {
        name: "ᾱₜ 沒開根號",
        breaks: "把 x₀ 乘上 ᾱₜ，而不是 √ᾱₜ。",
        wrong: "x₀ 的倍數進到變異數時要平方。變異數為 1 的資料得到 ᾱₜ² + 1 − ᾱₜ，小於 1：xₜ 太小。",
      },
      index: {
        name: "步從 0 算起",
        breaks: "把 x₀ 乘上 √ᾱₜ₋₁，而不是 √ᾱₜ，好像 t = 1 是第一個乾淨的步。",
        wrong: "訊號比雜訊慢一步：E|xₜ|² 比鏈的大 βₜ ᾱₜ₋₁ E|x₀|²。",
      },
      step: {
        name: "只有一步的雜訊",
        breaks: "雜訊是 √βₜ ε，而不是 √(1 − ᾱₜ) ε。",
        wrong: "βₜ 是第 t 步所加的。之前各步的雜訊都漏掉了，所以 xₜ 太小。",
      },
    },
    hypotheses: {},
  },
  "4r2": {
    unseen: "遠離資料、沒有抽到 xₜ 的位置，以及 t 以外的步。",
    mistakes: {
      plain: {
        name: "分數函數變號",
        breaks: "分數函數取相反的符號：它指離資料。",
        wrong: "分數函數指向密度上升處。雜訊指離資料，所以 ε* 是分數函數的負倍數。",
      },
      factor: {
        name: "把雜訊當分數函數",
        breaks: "把 −ε* 當成分數函數：漏掉 1/√(1 − ᾱₜ) 這個倍數。",
        wrong: "箭頭太短，只有應有的 √(1 − ᾱₜ) 倍，雜訊少的地方最嚴重，Tweedie 公式也停得太早。",
      },
      root: {
        name: "Tweedie 漏掉 √ᾱₜ",
        breaks: "Tweedie 公式沒有除以 √ᾱₜ。",
        wrong: "xₜ + (1 − ᾱₜ) · 分數函數是 √ᾱₜ x₀ 的平均，也就是縮小後的資料。相除才會還原。",
      },
      alpha: {
        name: "Tweedie 用一步的變異數",
        breaks: "Tweedie 公式以 1 − αₜ 代替 1 − ᾱₜ。",
        wrong: "1 − αₜ 是一步的雜訊：去掉的雜訊太少，再除以 √ᾱₜ 就走得太遠。",
      },
    },
    hypotheses: {},
  },
  "4r3": {
    unseen: "非高斯的資料（只用到平均與變異數），以及訓練出來的網路。",
    mistakes: {
      plain: {
        name: "該有雜訊的取樣器沒加雜訊",
        breaks: "祖先取樣器不加雜訊：不論走幾步，標準差都太小。",
        wrong: "單靠平均只會往資料收縮。失去的變異數，要靠每一步的雜訊補回來。",
      },
      root: {
        name: "把變異數當標準差",
        breaks: "祖先取樣器加 β̃ₜ z，而不是 √β̃ₜ z。",
        wrong: "雜訊的變異數於是成為 β̃ₜ²。步變小時，這些加起來趨近於零。",
      },
      "no-shrink": {
        name: "沒有還原縮小",
        breaks: "祖先取樣器漏掉平均裡的 1/√αₜ。",
        wrong: "前向每一步把 x 縮小 √αₜ 倍。反向若不還原，平均與散布最後都太小。",
      },
      index: {
        name: "DDIM 用 t 的雜訊",
        breaks: "DDIM 走到 √ᾱₜ₋₁ x̂₀ + √(1 − ᾱₜ) ε̂：用了 t 的雜訊，而不是 t − 1 的。",
        wrong: "每步都留下稍多的雜訊。步數變多，每步的誤差變小，但步也同樣多了。",
      },
    },
    hypotheses: {
      "same-steps": {
        name: "步更多，但沒有更小",
        breaks: "每個 β 出現 2、4、8、…次：步變多了，卻沒有一步變小。",
        wrong: "Σβₜ²/(1 − ᾱₜ) 與最大的角於是不趨近 0：證明的步驟 3 與 5 失效。",
      },
      "other-start": {
        name: "起點不是 q(x_T)",
        breaks: "兩種取樣器都從 N(0, 4) 出發，而不是 q(x_T)。",
        wrong:
          "步驟 2 與 4 從 S_T 開始。機率流什麼也不會忘，開始時錯多少，結束時就錯多少；有雜訊的取樣器要到 ᾱ_T 為 0，才會完全忘掉起點。",
      },
    },
  },
  "4bridge": {
    unseen: "網路：此處雜訊預測得不能再好。還有變異數不只一個數的反向步。",
    mistakes: {
      plain: {
        name: "雜訊預測毫無誤差",
        breaks: "假定雜訊預測毫無誤差，好像 xₜ 決定了 x₀。",
        wrong: "於是漏掉給定 xₜ 時 x₀ 的散布的代價。步數多時，界甚至低於熵：差距是散度，不可能小於 0（步驟 1）。",
      },
      "no-prior": {
        name: "漏掉先驗項",
        breaks: "界裡少了 q(x_T) 與 N(0, I) 的散度。",
        wrong: "ᾱ_T 不是 0，所以 x_T 仍知道一點 x₀。界必須為此付出代價，步數少時最多。",
      },
      "no-first": {
        name: "漏掉 t = 1 的項",
        breaks: "界的總和從 t = 2 開始：少了重建。",
        wrong: "給定 x₁ 時的 x₀ 於是沒有任何代價：這個界不再是 −ln p(x₀) 的界（步驟 1）。",
      },
      "entropy-sign": {
        name: "熵的符號",
        breaks: "把熵加到界上，而不是減去。",
        wrong: "ln q(x₀) 的平均是 −H。換了符號，剩下的就不是步驟 1 的散度，也不趨近 0。",
      },
      "one-point": {
        name: "以一點代替平均",
        breaks: "只在資料的平均處取界，而不是對資料取平均。",
        wrong: "給定 xₜ 時 x₀ 的散布隨 xₜ 而變：在兩峰之間很大，在峰上很小。平均要最後才取。",
      },
    },
    hypotheses: {},
  },
};
