// The words of this lab's tasks, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./tasks.en.ts";

export const tasks: Translated<typeof En.tasks> = {
  "4v1-posterior": {
    title: "讓後驗變成 q",
    ask: "q 保持不變。改變模型或 x，直到後驗就是 q：間隙小於 0.001 nats。",
    hint: "先讓後驗與 q 一樣寬：不論 x 在哪裡，後驗的變異數都是 1 / (1 + D²/s²)。然後移動 x。",
    measured: { gap: "間隙" },
  },
  "4v1-line": {
    title: "找出錯誤的一行",
    ask: "有四行據稱在 x 與 z 各是一個數時，對任何 q 都成立。選出第一個錯誤的一行，並移動 q，使這一行兩邊相差超過 1 nat。",
    hint: "明細列出每一行的左邊。把各行與證明的步驟比較：q 變寬要付什麼代價？",
    measured: { apart: "那一行兩邊的差", earlier: "它之前錯誤的行數" },
    inputs: {
      line: {
        label: "第一個錯誤的一行",
        options: {
          identity: "1. log p(x) = ELBO + KL(q ‖ 後驗)",
          reconstruction: "2. 重建項 = −½ log 2πs² − (x − b − Dm)² / 2s²",
          kl: "3. KL(q ‖ 先驗) = ½ (m² + σ² − 1 − log σ²)",
          elbo: "4. ELBO = 第 2 行的右邊 − 第 3 行的右邊",
        },
      },
    },
  },
  "4v1-higher": {
    title: "下界更高，間隙更大",
    ask: "x、q 與雜訊保持不變。改變 D 與 b，使 ELBO 上升超過 0.5 nats，間隙卻也增大超過 0.2。一開始兩者是 −2.953 與 0.267。",
    hint: "ELBO 問的是：以取自 q 的 z 解釋 x，解釋得多好。間隙問的是：後驗是否還像 q。D 很小時，後驗是什麼？",
    measured: { elbo: "ELBO 的上升", gap: "間隙的增大" },
  },
  "4v1-turn": {
    title: "旋轉解碼器",
    ask: "只有 D 與 q 可以改變。找出另一個 D：在所試的每個 x，log p(x) 的改變都小於 0.01 nats，而最佳 q 的間隙小於 0.01。一開始這個間隙是 0.304。",
    hint: "p(x) 只透過 DDᵀ 認得 D，而對每個旋轉 R，DR 的 DDᵀ 都相同。哪個角度使 DR 的各行正交？",
    measured: { evidence: "log p 的最大改變（四個 x）", least: "最佳 q 的間隙" },
  },
  "4v2-price": {
    title: "付代價的兩種方式",
    ask: "兩個平均都保持 0。讓 q 在 z₁ 比先驗窄，在 z₂ 比先驗寬，使每個座標的 KL 都是 0.5 nats，誤差小於 0.02。",
    hint: "平均是 0 時，這一項是 ½(σ² − 1 − log σ²)。有一個小於 1 的 σ² 和一個大於 1 的 σ² 使它等於 0.5：命題的圖畫出了每一項。",
    measured: {
      first: "z₁ 的項與 0.5 的差",
      second: "z₂ 的項與 0.5 的差",
      narrow: "z₁ 的變異數",
      wide: "z₂ 的變異數",
    },
  },
  "4v2-log": {
    title: "忘記的對數",
    ask: "某個程式把 ½(m² + σ² − 1) 相加，忘了對數。找出一個 q，使它印出的值小於 −0.9 nats，而 KL 大於 3。",
    hint: "依照這個錯誤的公式，散度在哪裡最小？想想使用很窄的 q 要付的代價。",
    measured: { without: "沒有對數的和", kl: "KL(q ‖ 先驗)" },
  },
  "4v2-mean": {
    title: "不是下界的「下界」",
    ask: "某個程式把 KL 的兩項取平均，而不是相加。移動 q，使它的「ELBO」比 log p(x) 高出超過 0.5 nats，儘管 q 與後驗的間隙大於 0.5。",
    hint: "取平均藏起了 KL 的一半。這一半減去間隙之後還剩多少？在最佳 q 處間隙太小：從那裡繼續移動。",
    measured: { above: "「ELBO」減 log p(x)", gap: "間隙" },
  },
  "4v2-sigma": {
    title: "隱藏的錯誤",
    ask: "某個程式在公式需要 log σ² 的地方給了 σ。找出一個 q，使兩項仍然正確，誤差小於 0.01 nats。",
    hint: "它的項是 ½(m² + e^σ − 1 − σ)，所以 m 沒有影響。σ = 1 時它太大；σ 很小時它太小。",
    measured: { apart: "兩項中較大的誤差" },
  },
  "4v3-climb": {
    title: "沿著梯度走",
    ask: "只有 q 的平均可以移動。把它帶到 ELBO 對 m 的梯度在兩個座標都小於 0.1 的地方。",
    hint: "命題的圖畫出了梯度：往它指的方向走。這樣的地方只有一個，因為 ELBO 對 m 是凹的。Alt 加方向鍵可以小幅移動。",
    measured: { slope: "對 m 的梯度中較大的分量" },
  },
  "4v3-quiet": {
    title: "沒有雜訊的梯度",
    ask: "只有 D 與 q 可以改變。使重參數化估計的每個分量都沒有雜訊，變異數小於 0.000001，而分數函數估計的每個分量都大於 5。",
    hint: "f 的斜率要在每個 z 都相同，f 就得是常數。對哪個 q，log p(x, z) − log q(z) 是常數？什麼樣的後驗容許這樣的 q？分數函數估計取決於 f 的值，這時就是 log p(x)。",
    measured: {
      reparameterised: "重參數化，最大的變異數",
      score: "分數函數，最小的變異數",
    },
  },
  "4v3-even": {
    title: "分數函數最好的情形",
    ask: "讓分數函數估計接近它的最好情形：對 m 的變異數小於重參數化估計的 1.6 倍。",
    hint: "步驟 6：若 f 在 q 的平均處沒有斜率，且 e + h = 0，倍數就是 3/2。把 q 移到後驗的平均。那裡 h = 1 − σ²/C，而 e 就是 ELBO：用較小的雜訊提高 log p(x)。",
    measured: { ratio: "對 m 的變異數，分數函數除以重參數化" },
  },
  "4v4-step": {
    title: "最好的一步",
    ask: "資料保持不變。用命題的滑桿選擇 ᾱ₁，使界比資料的熵高不到 0.46 nats。",
    hint: "ᾱ₁ 很小時，z 中不剩任何 x₀；ᾱ₁ 接近 1 時，留下先驗所沒有的峰。最好的值在兩者之間，並靠近其中一端。",
    measured: { gap: "T = 1 時的間隙" },
  },
  "4v4-free": {
    title: "低於熵",
    ask: "沒有 KL 的自編碼器，把重建項本身稱為界。用命題的滑桿選擇 ᾱ₁，使它比資料的熵低超過 1 nat：那裡不可能有界。",
    hint: "z 幾乎說出整個 x₀ 時，重建就很便宜。什麼東西沒有付代價？",
    measured: { below: "熵減重建項" },
  },
  "4v4-enough": {
    title: "一步就夠的時候",
    ask: "ᾱ₁ 保持 0.5。用命題的滑桿找出資料，使一步的間隙小於 0.00001 nats。",
    hint: "編碼後的資料必須與先驗吻合，反向分布必須是單一高斯分布。哪種資料使兩者都精確成立？",
    measured: { gap: "T = 1 時的間隙" },
  },
  "4v4-beta": {
    title: "β₁ 正確的地方",
    ask: "有些程式以 β₁ 作為解碼器的變異數。資料保持不變。用命題的滑桿選擇 ᾱ₁，使 β₁ 就是最佳變異數，誤差小於 0.5 %。",
    hint: "最佳變異數是 V，也就是 Var[x₀ | z] 的平均：它的值列在圖的下方。在 ᾱ₁ 很小與很大時，把它與 1 − ᾱ₁ 比較。",
    measured: { apart: "最佳變異數除以 β₁，與 1 的差" },
  },
};
