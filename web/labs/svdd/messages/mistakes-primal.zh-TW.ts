// What each check of problem 2 about centre, radius and slack cannot see, and the mistakes that break its claims, in Traditional
// Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./mistakes-primal.en.ts";

const allSupport = {
  name: "對所有支援向量取平均",
  breaks: "取 ρ 為所有支援向量的 d² 的平均，連 α = C/ν 的也算在內。",
};
const radius = { name: "以 R 代替 R²" };

export const primalMistakes: Translated<typeof En.primalMistakes> = {
  "2.5a": {
    unseen: "有好幾組 α 在同一個球心平衡時，這是其中哪一組；也看不出 ρ 與 ξ 對不對。",
    mistakes: {
      plain: {
        name: "球心被移動",
        breaks: "把 μ 往最遠的點移動十分之一的距離：力不再抵銷。",
        wrong: "力不抵銷時，L 對 μ 不在最小處：順著力移動，L 就會降低。",
      },
      mean: {
        name: "所有點的平均",
        breaks: "讓每個點都拉：αᵢ = Cᵢ/Σ C，μ 是所有點的加權平均。",
        wrong: "力會抵銷，任何平均都如此。但球內的點不可以拉 (2.5e)：另一個球心的球更便宜，這裡的代價高於對偶值。",
      },
      "support-mean": {
        name: "支援向量的簡單平均",
        breaks: "取 μ 為 α > 0 的點的平均，每個點權重相同。",
        wrong: "球外的點以 C/ν 拉，球上的點以不超過它的任何力拉。權重都相同時，力不抵銷（步驟 2）。",
      },
      "nu-sum": {
        name: "總和為 ν 的 α",
        breaks: "用總和為 ν 而不是 1 的乘數，又漏了除法：μ = Σ αᵢ xᵢ 的長度成為原來的 ν 倍。",
        wrong: "命題是 |α|₁ μ = Σ α x。少了 |α|₁，球心就沿著它與原點的連線移動，這對球沒有意義。",
      },
    },
    hypotheses: {},
  },
  "2.5b": {
    unseen: "球心對不對：判定的是這個球心的 ρ (2.5a)。也看不出它是區間中的哪個 ρ。",
    mistakes: {
      plain: {
        name: "ρ 在所有點之外",
        breaks: "把 ρ 移到所有點之外，那裡 h 以斜率 1 上升。",
        wrong: "在那裡和裡面一項也不剩，每往回一步，h 都以整個斜率下降。",
      },
      "all-support": {
        ...allSupport,
        wrong: "在界上的支援向量位於球外，所以這個 ρ 太大：h 在那裡上升。只有 0 < α < C/ν 的點一定在球上。",
      },
      radius: {
        ...radius,
        breaks: "該用半徑平方 ρ 的地方用了半徑 R。",
        wrong: "這是拿距離平方與 R 比較：R > 1 時球太小，R < 1 時球太大。h 在兩側的斜率於是同號。",
      },
      "no-nu": {
        name: "漏掉因子 1/ν",
        breaks: "最小化的是 ρ + Σ C max(d² − ρ, 0)，沒有 1/ν：即虛線。",
        wrong: "它的斜率是 1 − S 而不是 1 − S/ν（步驟 5）。鬆弛變數算得太輕或太重，最小處是另一個 ρ。",
      },
    },
    hypotheses: {},
  },
  "2.5c": {
    unseen: "球心對不對：(11) 說的是這個球心 (2.5a)。也看不出它是區間中的哪個 ρ。",
    mistakes: {
      plain: {
        name: "ρ 在所有點之外",
        breaks: "把 ρ 移到所有點之外，那裡球外的權重小於 ν：高於上端。",
        wrong: "較小的 ρ 就已經有 S(ρ) = 0 < ν，而 (11) 止於最小的這種值。",
      },
      exchanged: {
        name: "兩端互換",
        breaks: "取第一個 S < ν 的 ρ 為下端，第一個 S ≤ ν 的 ρ 為上端。",
        wrong: "S < ν 是較難的條件，所以它的第一個 ρ 較大。兩端互換之後，中間沒有 ρ。",
      },
      "all-support": {
        ...allSupport,
        wrong: "球外的點把平均拉高：S 在那裡低於 ν，而且在更小的 ρ 就已如此。那已高於上端（步驟 4）。",
      },
      "not-strict": {
        name: "以 ≥ 代替 >",
        breaks: "把球上的點算在球外：S(ρ) = 對 d² ≥ ρ 的 Σ C。",
        wrong: "在 ρ 上的點沒有鬆弛，不可計入。這個 S 晚一步才下降：兩端都往外移，或失去區間的一部分。",
      },
      count: {
        name: "只數點，不計權重",
        breaks: "數球外的點有幾個，而不是把它們的權重 C 加起來。",
        wrong: "h 的斜率是 1 − S/ν，S 中是權重（步驟 2）。一個重的點把 ρ 往外推，就像好幾個輕的點。",
      },
    },
    hypotheses: {
      "nu-too-large": {
        name: "ν ≥ Σ C",
        breaks: "令 ν 為 5/4 Σ C，而保留求解器的球。",
        wrong:
          "這時每個 ρ 都有 S(ρ) < ν：不論資料如何，(11) 只有 0 這一點。2.4 中找到 |α|₁ = 1 的最佳解的那個步驟失效，求解器也跟著失效。",
      },
    },
  },
  "2.5d": {
    unseen: "這是區間中的哪個 ρ：每個 ρ 各有自己的鬆弛變數，代價全都相同。",
    mistakes: {
      plain: {
        name: "一個鬆弛變數太長",
        breaks: "讓所選的點的鬆弛變數比必要的長。",
        wrong: "這個點仍然被包住，但鬆弛要付 Cᵢ/ν：較短的 ξᵢ 可行，而且更便宜。",
      },
      distance: {
        name: "距離沒有平方",
        breaks: "取 ξ = max(d − R, 0)，也就是到球面的距離。",
        wrong: "限制式是 d² ≤ ρ + ξ。因為 d² − R² = (d − R)(d + R)，除非 d + R = 1，這個 ξ 不是太短就是太長。",
      },
      radius: {
        ...radius,
        breaks: "取 ξ = max(d² − R, 0)。",
        wrong: "這是拿距離平方與 R 比較：R > 1 時鬆弛變數太長，R < 1 時太短，總代價不等於對偶值。",
      },
      signed: {
        name: "漏掉 max(…, 0)",
        breaks: "對每個點都取 ξ = d² − ρ，即使那是負的。",
        wrong: "鬆弛變數小於 0 違反 ξ ≥ 0，也就是乘數為 β 的限制式：球內的點就會替球外的點付錢。",
      },
    },
    hypotheses: {
      "weight-0": {
        name: "權重為 0 的點",
        breaks: "加上所選的點的副本，令 C = 0，並讓它的鬆弛變數太長。",
        wrong:
          "一切仍是最佳：總代價、對偶值與 β ξ = 0 都吻合。步驟 4 失效：較短的鬆弛使代價減少 C 乘以某個數，而那是 0。",
      },
    },
  },
  "2.5e": {
    unseen: "最佳的 α 有好幾組時，這是其中哪一組：每一組都在階梯圖上。",
    mistakes: {
      plain: {
        name: "α 超過最大值",
        breaks: "把所選的點的 α 提高到 1.5 C/ν，也就是最大值的一倍半：離開階梯圖。",
        wrong: "這時 βᵢ = Cᵢ/ν − αᵢ < 0：這種乘數會獎勵負的鬆弛變數，對偶值就不是下界。",
      },
      "nu-sum": {
        name: "總和為 ν 的 α",
        breaks: "把每個 α 乘以 ν，好像它的範圍是 [0, C]。",
        wrong: "這時 Σ α = ν 而不是 1，γ = 1 − Σ α 不是 0：要有 γρ = 0，只能 ρ = 0。",
      },
      "no-nu": {
        name: "以 C 代替 C/ν",
        breaks: "取 C 而不是 C/ν 為階梯的高度：即虛線。",
        wrong: "鬆弛的代價是 C/ν，所以 α + β = C/ν（步驟 1）。在球外 β = 0，α 在 C/ν：不在虛線上。",
      },
      reversed: {
        name: "< 與 > 互換",
        breaks: "把表讀反：球內的點 α = C/ν，球外的點 α = 0。",
        wrong: "球內的點碰不到限制式 d² ≤ ρ + ξ，所以它的乘數必須是 0（步驟 3）。",
      },
    },
    hypotheses: {
      "nu-too-large": {
        name: "ν ≥ Σ C",
        breaks: "令 ν 為 5/4 Σ C，而保留 α。",
        wrong:
          "這時各範圍 [0, C/ν] 合起來只有 4/5，其中沒有總和為 1 的 α。2.4 中找到這種最佳解的步驟失效；只剩下 ρ = 0。",
      },
    },
  },
};
