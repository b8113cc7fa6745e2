// Every word the frame of the diffusion lab shows, in Traditional Chinese; each stage has its own file, loaded with the stage.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./en.ts";
import { presetGroups, presets } from "./presets.zh-TW.ts";

export const en: Translated<typeof En.en> = {
  stages: {
    label: "階段",
    forward: "前向",
    posterior: "反向一步",
    train: "訓練",
    sample: "取樣",
    elbo: "ELBO",
  },
  keys: [
    ["Tab", "移到圖中的下一個控制點"],
    ["方向鍵", "移動控制點；加按 Alt 則微調"],
    [", 與 .", "播放器中後退或前進一步"],
    ["C", "在有曲線的圖上：用方向鍵沿著曲線走，並聽到它的值；C 換下一條，Escape 結束"],
  ],
  loading: "載入中…",
  stageFailed: "無法載入這個階段。請重新載入頁面再試一次。",
  presets,
  presetGroups,
  params: {
    data: "資料",
    dataset: {
      label: "資料集",
      options: {
        moons: "雙月",
        roll: "瑞士捲",
        spirals: "雙螺旋",
        gaussians: "八個高斯",
        board: "棋盤格",
        letters: "字母",
        own: "自訂",
      },
    },
    n: { label: "點數", symbol: "n" },
    text: {
      label: "字母",
      hint: "A 到 Z，一到四個。",
      refused: "只能用字母 A 到 Z，一到四個。",
    },
    spread: {
      label: "各點的散布",
      symbol: "σ",
      hint: "以這個標準差的高斯把每個點模糊。資料於是成為混合分布，其最佳去噪器有精確的公式。",
    },
    dataSeed: { label: "資料的亂數種子", hint: "換一個種子，就從同一分布抽出另一批點。" },
    schedule: "排程",
    kind: {
      label: "各步的 β",
      options: { linear: "線性", cosine: "餘弦", constant: "常數", drawn: "手繪" },
    },
    T: { label: "步數", symbol: "T", hint: "從資料到 N(0, I) 的鏈長。" },
    beta1: { label: "第一個 β", symbol: "β₁" },
    betaT: { label: "最後的 β", symbol: "β_T" },
    s: { label: "位移", symbol: "s", hint: "避免最初幾步過小。" },
    betaMax: { label: "最大的 β", hint: "單靠餘弦會到 β = 1，那一步會把訊號全部去掉。" },
    beta: { label: "每個 β", symbol: "β" },
    seed: { label: "亂數種子", hint: "用於所有隨機抽樣：同一個種子得到同一張圖。" },
  },
};
