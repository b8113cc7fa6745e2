// The words of the checks of problem 3 in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import { reasons as shared } from "../../../kit/messages/checks.zh-TW.ts";
import type * as En from "./checks.en.ts";

const states = "狀態與方程式相比，一次一步，取最差者";
const loss = "L 與 Σ ⟨gₜ, hₜ⟩ 相比";

export const checks: Translated<typeof En.checks> = {
  "3a": {
    states,
    "by-f": "∂cₜ/∂fₜ：對角線與複數步相比，取最差的元素",
    "by-c-tilde": "∂cₜ/∂c̃ₜ：對角線與複數步相比，取最差的元素",
    "by-c-before": "∂cₜ/∂cₜ₋₁：對角線與複數步相比，取最差的元素",
    "delta-c": "δcₜ 與在 cₜ 的複數步相比，取最差的元素",
    diagonal: "三條對角線以外最大的元素",
    "flow-f": "δfₜ 與在 fₜ 的複數步相比，取最差的元素",
    "flow-c-tilde": "δc̃ₜ 與在 c̃ₜ 的複數步相比，取最差的元素",
    "flow-c-before": "δcₜ ⊙ fₜ 與在 cₜ₋₁ 而只經過 cₜ 的複數步相比，取最差的元素",
    bounded: "|cₜ| 超出 max(|c₀|, 1) 多少",
  },
  "3b": {
    states,
    loss,
    "delta-h": "δhₜ 與在 hₜ 的複數步相比，取最差的元素",
    "delta-c": "δcₜ 與在 cₜ 的複數步相比，取最差的元素",
    "delta-f": "δfₜ 與在 fₜ 的複數步相比，取最差的元素",
    "delta-o": "δoₜ 與在 oₜ 的複數步相比，取最差的元素",
    "delta-c-tilde": "δc̃ₜ 與在 c̃ₜ 的複數步相比，取最差的元素",
    "delta-z-f": "f 的 δz 與該處的複數步相比，取最差的元素",
    "delta-z-o": "o 的 δz 與該處的複數步相比，取最差的元素",
    "delta-z-c": "c̃ 的 δz 與該處的複數步相比，取最差的元素",
  },
  "3c": {
    states,
    loss,
    "w-f": "dL/dW_f 與複數步相比，取最差的元素",
    "u-f": "dL/dU_f 與複數步相比，取最差的元素",
    "b-f": "dL/db_f 與複數步相比，取最差的元素",
    "w-o": "dL/dW_o 與複數步相比，取最差的元素",
    "u-o": "dL/dU_o 與複數步相比，取最差的元素",
    "b-o": "dL/db_o 與複數步相比，取最差的元素",
    "w-c": "dL/dW_c 與複數步相比，取最差的元素",
    "u-c": "dL/dU_c 與複數步相比，取最差的元素",
    "b-c": "dL/db_c 與複數步相比，取最差的元素",
    x: "dL/dxₜ 與複數步相比，取最差的元素",
    h0: "dL/dh₀ 與複數步相比，取最差的元素",
    c0: "dL/dc₀ 與複數步相比，取最差的元素",
    sums: "W、U 與 b 的梯度與各自的項對 t 的和相比，取最差的元素",
    central: "以上全部與中央差分相比，取最差的元素",
  },
  "3ledger": {
    states,
    "into-h": "δhₜ 的各筆明細與只沿一條邊離開 hₜ 的複數步相比，取最差者",
    "into-c": "δcₜ 的各筆明細與只沿一條邊離開 cₜ 的複數步相比，取最差者",
    parameters: "參數的各筆明細與在 z 的這種複數步相比，取最差者",
    "sum-h": "δhₜ 的明細相加後與 δhₜ 相比，取最差者",
    "sum-c": "δcₜ 的明細相加後與 δcₜ 相比，取最差者",
    "sum-parameters": "參數的明細相加後與其梯度相比，取最差者",
  },
  "3horizon": {
    states,
    product: "f 的乘積與只留在細胞內的複數步相比，取最差的元素",
    jacobian: "dc_T/dcₜ 與所有路徑都開放的複數步相比，取最差的元素",
    "through-h": "dc_T/dcₜ 減去乘積後與經過 h 的複數步相比，取最差的元素",
    norm: "dc_T/dcₜ 的範數與量到的矩陣的範數相比，取最差的 t",
    "norm-through-h": "經過 h 的部分的範數與量到的矩陣的範數相比，取最差的 t",
    "product-norm": "f 的最大乘積與量到的值相比，取最差的 t",
    share: "經過 h 的比例與量到的比例相比，取最差的 t",
  },
};

export const reasons: Translated<typeof En.reasons> = {
  ...shared,
  "no-loss": "每個 gₜ 都是 0，或比起其他數小得等於 0：損失與所有梯度也是。請讓某個 hₜ 在損失中有權重。",
  overflow: "有梯度或梯度的一部分太大，浮點數裝不下。請選較小的權重或較少的步數。",
  "one-step": "只有一步，而這個命題說的是步與步之間傳遞什麼。請選較大的 T。",
};
