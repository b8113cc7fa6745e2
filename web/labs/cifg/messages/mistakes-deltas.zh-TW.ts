// The words of the mistakes in the deltas and in the gradients of the parameters (3a, 3b, 3c) in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./mistakes-deltas.en.ts";

export const deltaMistakes: Translated<typeof En.deltaMistakes> = {
  "3a": {
    unseen: "δcₜ 是怎麼來的：只比較它的值，不比較得到它的路。那是命題 3b。",
    mistakes: {
      plain: {
        name: "導數大了十分之一",
        breaks: "cₜ 的三個局部導數都乘以 1.1。",
        wrong: "步驟 2 的斜率就是係數本身。f 與 1 − f 之中至少有一個不小於 ½，所以看得出來。",
      },
      "lost-minus": {
        name: "漏掉的減項：∂c/∂f = cₜ₋₁",
        breaks: "以為閘 fₜ 只出現在第一項：漏掉 − c̃ₜ。",
        wrong: "閘也出現在 (1 − fₜ) c̃ₜ。步驟 2 兩項都有：cₜ₋₁ − c̃ₜ。標準 LSTM 的 i 是另一個閘，那裡 cₜ₋₁ 才對。",
      },
      plus: {
        name: "符號錯誤：∂c/∂f = cₜ₋₁ + c̃ₜ",
        breaks: "把 (1 − fₜ) c̃ₜ 當成 + fₜ c̃ₜ 來微分。",
        wrong: "1 − f 對 f 的導數是 −1（步驟 2）：對舊內容開閘，就是對新內容關閘。",
      },
      "no-complement": {
        name: "忘了 1 − f：∂c/∂c̃ = 1",
        breaks: "把 δcₜ 整個交給 c̃ₜ。",
        wrong: "候選值 c̃ₜ 以因子 1 − fₜ 進入 cₜ（步驟 2）。f 接近 1 時，它幾乎完全不寫入。",
      },
      "f-for-complement": {
        name: "把 1 − f 寫成 f",
        breaks: "以為 ∂cₜ/∂c̃ₜ 是 fₜ。",
        wrong: "閘 fₜ 是 cₜ₋₁ 的係數；c̃ₜ 的係數是 1 − fₜ（步驟 2）。只有 f = ½ 時兩者相同。",
      },
      "from-difference": {
        name: "用捨入後的數相減得到 1 − f",
        breaks: "1 − f 由捨入後的 f 算出，斜率 f (1 − f) 裡的也是。",
        wrong:
          "在紙上兩者相同。在浮點數裡，f 接近 1 時 1 − f 逐漸失去有效位數，z = 37 起恰為 0（步驟 7）。σ(−z) 則全部保留。",
      },
    },
    hypotheses: {},
  },
  "3b": {
    unseen: "參數的梯度，它們由這些 δ 算出。那是命題 3c。",
    mistakes: {
      plain: {
        name: "損失大了十分之一",
        breaks: "回程中每個 gₜ 都乘以 1.1。",
        wrong: "在有損失的最後一步，δhₜ 就是 gₜ（步驟 8）。誤差從那裡往回傳到每一步。",
      },
      "no-recurrent": {
        name: "δh 少了傳回來的部分",
        breaks: "令 δhₜ = gₜ：漏掉來自第 t + 1 步各閘的項。",
        wrong:
          "狀態 hₜ 餵給四個節點，不是一個（步驟 3）。在 gₜ = 0 之處，δhₜ 與 δoₜ 全部消失，δcₜ 只剩留在細胞內的部分。",
      },
      "lost-minus": {
        name: "漏掉的減項：δf = δc ⊙ cₜ₋₁",
        breaks: "δfₜ 漏掉 − c̃ₜ。",
        wrong: "∂cₜ/∂fₜ 是 cₜ₋₁ − c̃ₜ（步驟 6）。錯的 δf 經過 U_f 傳到之前的每一步，使那裡所有的 δ 都錯。",
      },
      "f-t": {
        name: "δcₜ₊₁ ⊙ fₜ₊₁ 寫成 ⊙ fₜ",
        breaks: "從細胞傳回的部分乘上了第 t 步的閘。",
        wrong: "下一步是 cₜ₊₁ = fₜ₊₁ ⊙ cₜ + …：cₜ 的係數是那一步的閘（步驟 5）。",
      },
      twice: {
        name: "經過 U_f 的路徑算了兩次",
        breaks: "把 f 的 U_fᵀ δz 加進 δhₜ 兩次。",
        wrong:
          "它是圖中的一條邊，只加一次（步驟 1 與 3）。算 cₜ 時很容易再加一次，但 cₜ 已經透過 hₜ 有它了（步驟 5）。",
      },
      "no-transpose": {
        name: "該用轉置而用了 U",
        breaks: "δhₜ 得到 U_k δz，而不是 U_kᵀ δz。",
        wrong: "前向用的是列，回程用的是行（步驟 3）。只有對稱的 U 才看不出來。",
      },
      "tanh-z": {
        name: "把 1 − c̃² 寫成 1 − z²",
        breaks: "tanh 的斜率用 z 來算，而不是用它的值 c̃。",
        wrong: "斜率 tanh′ 是 1 − tanh²(z)，而 tanh(z) 就是 c̃（步驟 7）。|z| > 1 時，錯的斜率甚至是負的。",
      },
      "tanh-h": {
        name: "把 1 − tanh²(c) 寫成 1 − h²",
        breaks: "在斜率裡把狀態 hₜ 當成 tanh(cₜ)。",
        wrong: "hₜ = oₜ ⊙ tanh(cₜ) 中的閘 oₜ 不屬於 tanh 的斜率（步驟 5）。",
      },
      "sigma-z": {
        name: "把 f (1 − f) 寫成 z (1 − z)",
        breaks: "σ 的斜率用 z 來算，而不是用它的值。",
        wrong: "σ′ 是 σ(z) (1 − σ(z))，用的是閘的值（步驟 7）。它最大是 ¼；錯的那個沒有上限。",
      },
    },
    hypotheses: {},
  },
  "3c": {
    unseen: "單獨的 δz 有誤，但在對 t 的和裡互相抵銷：每個參數只看得到自己的和。那是命題 3b。",
    mistakes: {
      plain: {
        name: "一個偏差的梯度有誤",
        breaks: "dL/db_f 的第一個元素偏了該處相加總量的十分之一。",
        wrong: "它是 f 的 δz 對所有步的和（步驟 1 與 6），單獨移動這個偏差就看得出來。",
      },
      "last-step": {
        name: "沒有對 t 相加",
        breaks: "只取最後一步的項。",
        wrong: "所有步共用權重，所以各步的項都要相加（步驟 1）。",
      },
      "h-t": {
        name: "把 hₜ₋₁ 寫成 hₜ",
        breaks: "梯度寫成 dL/dU_k = Σ δz hₜᵀ。",
        wrong: "第 t 步的 z 裡，U_k 乘的是 hₜ₋₁（步驟 5）。t = 1 時它是 h₀，錯的和從未用到 h₀。",
      },
      "one-bias": {
        name: "兩個閘共用一個偏差",
        breaks: "偏差 b_f 與 b_o 得到相同的梯度，即兩者的和。",
        wrong: "那是共用一個偏差時的梯度。這裡每個閘有自己的偏差與自己的 δz（步驟 6）。",
      },
      outer: {
        name: "外積轉置了",
        breaks: "梯度寫成 dL/dU_k = Σ hₜ₋₁ δzᵀ。",
        wrong: "元素 (j, m) 是單元 j 的 δz 乘以 hₜ₋₁ 的元素 m（步驟 4）。兩種寫法的 dL/dU 形狀相同，從大小看不出來。",
      },
      mean: {
        name: "對 t 取平均而不是相加",
        breaks: "參數的梯度全部除以 T。",
        wrong: "L 是各步的和，它的梯度也是（步驟 1）。損失是平均時才取平均。",
      },
      "no-transpose": {
        name: "該用轉置而用了 U",
        breaks: "回程用的是 U_k δz，而不是 U_kᵀ δz。",
        wrong: "除了最後一步，各步的 δ 都錯（命題 3b，步驟 3），對 t 的和也跟著全錯。",
      },
      "sigma-z": {
        name: "把 f (1 − f) 寫成 z (1 − z)",
        breaks: "f 與 o 的斜率用 z 來算。",
        wrong: "步驟 2 的 δz 取自命題 3b，其步驟 7 的斜率用閘的值，不用 z。",
      },
      "tanh-z": {
        name: "把 1 − c̃² 寫成 1 − z²",
        breaks: "tanh 的斜率用 z 來算。",
        wrong: "步驟 2 的 δz 取自命題 3b，其步驟 7 的斜率用值 c̃，不用 z。",
      },
    },
    hypotheses: {},
  },
};
