// Titles and explanations of the starting states, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./presets.en.ts";

export const presetGroups: Translated<typeof En.presetGroups> = {
  bound: "下界",
  train: "VAE",
  digits: "以擴散生成手寫數字",
  compare: "並列比較",
};

export const presets: Translated<typeof En.presets> = {
  plane: {
    title: "兩個潛在座標",
    about: "線性模型：下界、後驗與 log p(x) 都能精確算出。拖曳 q，直到間隙最小。",
  },
  line: {
    title: "在直線上",
    about: "x 與潛在變數 z 各是一個數：推導中的數值範例。後驗是 N(0.6, 0.2)。",
  },
  tilted: {
    title: "傾斜的後驗",
    about: "D 的兩行幾乎指向同一方向。「最佳 q」仍留下間隙，沒有任何對角的 q 能消除它。",
  },
  straight: {
    title: "不傾斜的後驗",
    about: "D 的兩行正交，因此後驗不傾斜：「最佳 q」使間隙變成 0。",
  },
  "few-numbers": {
    title: "潛在座標比資料多",
    about: "x 只有一個數，z 有兩個座標：只知道 z₁ + z₂，後驗沿著一條直線分布。",
  },
  ignored: {
    title: "不理會 z 的解碼器",
    about: "D = 0：x 完全沒有透露 z，最佳的 q 就是先驗。後驗坍縮就是這個樣子。",
  },
  three: {
    title: "三個數，兩個潛在座標",
    about: "x 有三個座標。它的後驗是傾斜的，因此最佳的對角 q 仍有間隙。",
  },
  digits: {
    title: "手寫數字",
    about: "有兩個潛在座標的 VAE。開始訓練：各類別在潛在圖上逐漸分開，圖會即時更新。",
  },
  collapse: {
    title: "KL 的權重太大",
    about: "β = 30：編碼器要為每個 nat 付出很高的代價，於是什麼都不告訴解碼器。所有數字看起來都一樣。",
  },
  "many-latents": {
    title: "十個潛在座標",
    about: "下界比只有兩個座標時更好。看看用了哪些座標：其餘座標的 KL 大約是 0。",
  },
  moons: {
    title: "雙月",
    about: "用平面上的點代替影像：看解碼器如何把 z 的平面彎到資料上。",
  },
  gaussians: {
    title: "八個高斯分布",
    about: "一個高斯先驗要對應八個群：注意落在群與群之間的樣本，那裡並沒有資料。",
  },
  "own-images": {
    title: "你自己的影像",
    about: "載入有 64 欄的表格，或一張會切成小塊的圖片；也可以直接拖放到頁面上。",
  },
  samples: {
    title: "一百個數字",
    about: "頁面內附的去噪器為每個類別各生成十個數字。移動播放器，觀看每一步。",
  },
  guidance: {
    title: "越來越強的引導",
    about: "同樣的雜訊配上不同的權重 w：類別越來越清楚，數字也越來越像。",
  },
  between: {
    title: "從一個數字到另一個",
    about: "把兩個真實數字帶回雜訊，再把兩者之間大圓弧上的各點重新去噪。",
  },
  fill: {
    title: "數字的另一半",
    about: "已知數字的一半並保持不變。每個補全都是其餘部分的另一個樣本。",
  },
  "every-step": {
    title: "走完所有步，並加雜訊",
    about: "與講義相同的鏈：走每一步，並加上變異數為 β̃ 的新雜訊。比較早期與後期的 x̂₀。",
  },
  "side-by-side": {
    title: "VAE 與擴散模型並列",
    about: "兩者的樣本與真實數字並列，用同樣的指標衡量：類別對嗎？有變化嗎？是抄來的嗎？",
  },
};
