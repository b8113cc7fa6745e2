// The words of the mistakes in the ledger and in the horizon (3ledger, 3horizon) in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./mistakes-paths.en.ts";

export const pathMistakes: Translated<typeof En.pathMistakes> = {
  "3ledger": {
    unseen: "沒有任何一筆明細用到的 δf、δo 或 δc̃ 有誤。那是命題 3b。",
    mistakes: {
      plain: {
        name: "損失大了十分之一",
        breaks: "每個 gₜ 都乘以 1.1，所有明細與梯度裡都是。",
        wrong: "帳仍然對得起來，但直接那條邊的明細不再是 gₜ（步驟 4）。",
      },
      twice: {
        name: "經過 U_f 的路徑算了兩次",
        breaks: "把 f 的 U_fᵀ δz 加進 δhₜ 兩次，也照此記帳。",
        wrong: "和與梯度一致，因為兩者都錯。但每條路徑恰屬於一筆明細，只算一次（步驟 6）。",
      },
      "no-recurrent": {
        name: "δh 少了傳回來的部分",
        breaks: "令 δhₜ = gₜ，於是 U_f、U_o 與 U_c 的明細全是 0。",
        wrong: "步驟 4 離開 hₜ 的邊還有三條。漏記它們的帳，加起來是錯的梯度。",
      },
      "no-transpose": {
        name: "該用轉置而用了 U",
        breaks: "U_k 的明細寫成 U_k δz，而不是 U_kᵀ δz。",
        wrong: "步驟 4 用的是轉置的雅可比矩陣。只有對稱的 U 才看不出來。",
      },
      source: {
        name: "記到第 t + 1 步名下",
        breaks: "從第 t + 1 步傳回的，不論起自何處，都記成該步的損失。",
        wrong: "總和對，明細不對：來源是路徑的終點，也就是從 hₛ 到 L 的那條邊（步驟 2）。",
      },
      "no-cell": {
        name: "細胞自身的路徑沒有記",
        breaks: "δcₜ 的明細漏掉 δcₜ₊₁ ⊙ fₜ₊₁。",
        wrong: "它是離開 cₜ 的邊之一（步驟 4）。少了它，明細加起來不是 δcₜ。",
      },
    },
    hypotheses: {},
  },
  "3horizon": {
    unseen: "記憶對損失有沒有用：只量 c_T 感受到多少 cₜ。",
    mistakes: {
      plain: {
        name: "全部大了十分之一",
        breaks: "f 的乘積與 dc_T/dcₜ 都乘以 1.1。",
        wrong: "t = T 時中間什麼也沒有：兩者在那裡都是 1。",
      },
      product: {
        name: "「f 保住梯度」：漏掉 h",
        breaks: "以為雅可比矩陣 dc_T/dcₜ 就只是遺忘閘的乘積。",
        wrong: "那只是從不離開細胞的那一條路徑（步驟 1）。離開到某個 h 再回來的路徑都漏掉了（步驟 4）。",
      },
      "f-t": {
        name: "把 fₜ₊₁ … f_T 寫成 fₜ … f_T₋₁",
        breaks: "乘積從第 t 步的閘開始，早一步結束。",
        wrong: "從 cₜ 到 cₜ₊₁ 的閘是 fₜ₊₁（步驟 1）：cₜ 已經通過 fₜ 了。",
      },
      "input-gate": {
        name: "乘了輸入閘",
        breaks: "乘積用 1 − f，而不是 f。",
        wrong: "1 − f 是 c̃ 的係數，f 才是 cₜ₋₁ 的係數（步驟 1）。",
      },
      transposed: {
        name: "列與行對調",
        breaks: "雅可比矩陣的元素 (i, j) 寫成 cₜ 的元素 i 對 c_T 的元素 j 的影響。",
        wrong: "應該反過來：第 i 列屬於 c_T，第 j 行屬於 cₜ。範數相同，元素不同。",
      },
    },
    hypotheses: {},
  },
};
