// The words of this lab's tasks in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./tasks.en.ts";

export const tasks: Translated<typeof En.tasks> = {
  "3a-shares": {
    title: "三比一的分配",
    ask: "調整閘，使 δc̃₁ 是 δc₁ 傳回 c₀ 的部分的 2.9 到 3.1 倍。|δc₁| 須保持在 0.05 以上。",
    hint: "δc 分成兩份：1 − f 與 f。轉動細胞下方的「f 的轉盤」，或改變 b_f；命題裡的滑桿 f 只是試試看。",
    measured: { ratio: "δc̃₁ 除以傳給 c₀ 的部分", "delta-c": "|δc₁|" },
  },
  "3a-no-matter": {
    title: "不起作用的閘",
    ask: "使 |δf₁| 最多為 |δc₁| 的 0.01，而閘半開：f 在 0.1 到 0.9 之間。|δc₁| 須保持在 0.05 以上。",
    hint: "δf 是 δc 乘以一個差。哪兩個數必須相等？c₀ 不能動。",
    measured: { "delta-f": "|δf₁| 除以 |δc₁|", "delta-c": "|δc₁|", gate: "f₁" },
  },
  "3a-rounded": {
    title: "1 − f 捨入為 0 之處",
    ask: "把閘打開，直到由捨入後的 f 算出的 1 − f 恰為 0，但不要再開：δc̃₁ 必須大於 δc₁ 的 10⁻¹⁶。|δc₁| 須保持在 0.05 以上。",
    hint: "推導的步驟 7 說明大約從哪個 z 開始。每個權重都可以直接輸入。",
    measured: {
      difference: "用減法算的 1 − f₁",
      share: "δc̃₁ 除以 δc₁",
      "delta-c": "|δc₁|",
    },
  },
  "3b-keep": {
    title: "往回十一步",
    ask: "損失只在第 12 步。選擇權重，使 |δc₁| 是 |δc₁₂| 的 0.5 到 2 倍，而且每一步都寫入一些新內容：1 − f 至少 0.02。",
    hint: "在細胞內，每往回一步，δc 就乘以 f。十一步之後還剩多少？",
    measured: { ratio: "|δc₁| 除以 |δc₁₂|", written: "最小的 1 − f" },
  },
  "3b-line": {
    title: "五行中有一行錯了",
    ask: "下面是一個推導的五行，其中一行是錯的，但用起始的數，每一行的兩邊都相等。選出錯的那一行，並改變數，直到它的兩邊相差至少為最大 δ 的 0.01。",
    hint: "起始時遺忘閘在每一步都相同。若閘會變，哪一行就不成立？",
    measured: { apart: "兩邊的差距除以最大的 δ" },
    inputs: {
      line: {
        label: "錯的那一行",
        options: {
          dh: "δhₜ = gₜ + U_fᵀ δz_f,ₜ₊₁ + U_oᵀ δz_o,ₜ₊₁ + U_cᵀ δz_c,ₜ₊₁",
          dc: "δcₜ = δhₜ ⊙ oₜ ⊙ (1 − tanh² cₜ) + δcₜ₊₁ ⊙ fₜ",
          df: "δfₜ = δcₜ ⊙ (cₜ₋₁ − c̃ₜ)",
          dzO: "δz_o,ₜ = δoₜ ⊙ oₜ ⊙ (1 − oₜ)",
          dzC: "δz_c,ₜ = δc̃ₜ ⊙ (1 − c̃ₜ²)",
        },
      },
    },
  },
  "3b-harmless": {
    title: "無害的錯誤",
    ask: "寫成 δh₁ = g₁ 的人，漏掉了經過 U_f、U_o 與 U_c 傳回的三個部分。選擇權重，使三者之和最多為三者大小之和的 0.02，而每一部分的大小至少 0.01。",
    hint: "三個部分有正負。改變其中一個 U，看 δh₁ 接近 g₁。",
    measured: { "left-out": "漏掉的量除以大小之和", "least-part": "最小部分的大小" },
  },
  "3c-one-step": {
    title: "只有一步有貢獻",
    ask: "改變輸入，使 ∂L/∂W_f 只有第 3 步有貢獻：佔各項大小之和的 0.999 以上。在 ∂L/∂b_f 中，它的比例最多只能是 0.9。",
    hint: "一項是該步的 δz 乘以輸入。不論 δz 多大，什麼會使它為 0？",
    measured: { share: "第 3 步在 ∂L/∂W_f 的比例", "bias-share": "第 3 步在 ∂L/∂b_f 的比例" },
  },
  "3c-difference": {
    title: "不太小也不太大",
    ask: "選擇中央差分 (L(b_f + η) − L(b_f − η)) / (2η) 的步長 η = 10ᵏ，使它作為 ∂L/∂b_f 的值，相對誤差最多 10⁻⁹。",
    hint: "推導的步驟 10：誤差的一部分隨 η 變大而增加，另一部分隨 η 變小而增加。",
    measured: { error: "差分的相對誤差" },
    inputs: { exponent: { label: "k，η 的指數" } },
  },
  "3c-cancel": {
    title: "互相抵銷的項",
    ask: "改變損失的權重 g，使 |∂L/∂b_f| 最多為各項大小之和的 0.01，而三項各自的比例至少 0.05。",
    hint: "各項對 g 是線性的，改 g 的一個數就夠。看看它們的正負號。",
    measured: { total: "|∂L/∂b_f| 除以大小之和", "least-share": "最小一項的比例" },
  },
  "3c-before": {
    title: "前一個狀態，不是後一個",
    ask: "選擇輸入與起始狀態，使 ∂L/∂U_f 每一項的大小最多 10⁻⁴，而把 hₜ₋₁ 寫成 hₜ 的錯誤總和 Σ δz_f,ₜ hₜ，大小至少 0.005。",
    hint: "正確的項只含 h₀ 與 h₁。c₁ 為 0 時 h₁ 為 0，而 c₁ 是 c₀ 與 c̃₁ 的混合。",
    measured: { "largest-term": "最大一項的大小", "wrong-sum": "錯誤總和的大小" },
  },
  "3c-rank": {
    title: "六步，秩為一",
    ask: "每一步都在 ∂L/∂W_f 加上秩為 1 的矩陣。改變輸入，使總和的秩也是 1：第二奇異值最多為第一的 0.001。至少要有四步，各貢獻大小之和的 0.05 以上；而且每個輸入的大小都不得小於 0.1。",
    hint: "每一項都是一行乘以列 xₜᵀ。這樣的乘積相加，何時仍是這樣的一個乘積？",
    measured: {
      second: "第二奇異值除以第一",
      steps: "有貢獻的步數",
      "least-input": "最小輸入的大小",
    },
  },
  "3ledger-output": {
    title: "經過輸出閘回來",
    ask: "損失只在第 2 步。選擇權重，使 δh₁ 各部分的大小之和中，U_o 至少佔 0.9，且 |δh₁| 至少 0.05。",
    hint: "每一部分都是 U 乘以其閘的 δz。三者之中有兩個可以關掉。",
    measured: { share: "U_o 在 δh₁ 的比例", "delta-h": "|δh₁|" },
  },
  "3ledger-cancel": {
    title: "部分很大，總和很小",
    ask: "損失只在第 2 步。選擇權重，使 |δc₁| 最多為其按路徑拆開的最大部分的 0.05，而這個部分的大小至少 0.1。",
    hint: "經過細胞的部分與損失同號。讓另一條路徑帶相反的符號。",
    measured: { total: "|δc₁| 除以其最大部分", largest: "最大部分的大小" },
  },
  "3ledger-late": {
    title: "只有最後的損失算數",
    ask: "每一步都有損失。選擇權重與輸入，使 δc₁ 按來源拆開後，第 3 步的損失至少佔大小之和的 0.9，且 |δc₁| 至少 0.1。",
    hint: "一步的損失要經過該步的輸出閘才進得了細胞。可以用輸入標記哪一步的閘打開；遺忘閘則必須保留。",
    measured: { share: "第 3 步的損失在 δc₁ 的比例", "delta-c": "|δc₁|" },
  },
  "3horizon-nothing": {
    title: "說好一半，什麼都沒到",
    ask: "選擇權重，使第 2 步的遺忘閘至少讓 0.4 過去，但 dc₂/dc₁ 的大小最多 0.02。",
    hint: "dc₂/dc₁ 的第二部分經過 h₁，而且有正負。推導的步驟 5 說的正是這個細胞。",
    measured: { product: "f 的乘積", reaches: "|dc₂/dc₁|" },
  },
  "3horizon-half-shut": {
    title: "閘半關也記得住",
    ask: "選擇權重，使 f 在十二步的每一步都最多 0.6，而 dc₁₂/dc₁ 的大小仍在 0.5 到 2 之間。",
    hint: "閘放走的，必須經過 h 回來。起始時一步保留 3/4：應該保留多少？",
    measured: { gate: "最大的 f", reaches: "|dc₁₂/dc₁|" },
  },
  "3horizon-promise": {
    title: "f 沒有答應的",
    ask: "在較大的細胞裡，移動 U 的增益與遺忘偏差，使從 c₁ 到 c_T 的 f 乘積最多 10⁻²⁰，而 ‖∂c_T/∂c₁‖ 在 0.1 到 10 之間。",
    hint: "先把閘關上，再讓 h 把它們擋下的帶回來。",
    measured: { promise: "f 的最大乘積的 log₁₀", norm: "‖∂c_T/∂c₁‖ 的 log₁₀" },
  },
};
