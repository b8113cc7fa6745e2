// Every word of the stage "Bound", in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./bound.en.ts";

export const bound: Translated<typeof En.bound> = {
  loading: "計算中…",
  titles: { latent: "潛在空間", data: "資料空間" },
  axes: { z: ["z₁", "z₂"], x: ["x₁", "x₂", "x₃"], density: "密度" },
  legend: {
    prior: "先驗 p(z)",
    posterior: "後驗 p(z | x)",
    q: "q(z)",
    best: "最佳 q",
    marginal: "p(x)",
    decoder: "p(x | z)，z 取 q 的平均",
  },
  marks: { mean: "m", sds: ["2σ_1", "2σ_2"], sd: "σ", x: "x" },
  handles: {
    mean: "q 的平均",
    sd: ["q 的標準差，第一個座標", "q 的標準差，第二個座標"],
    x: "點 x",
    place: "{place}",
    sdAt: "{sd}",
  },
  planes: {
    label: "畫出 x 的哪兩個座標",
    options: { "12": "x₁, x₂", "13": "x₁, x₃", "23": "x₂, x₃" },
  },
  best: "最佳 q",
  again: "重新抽樣",
  sheet: {
    caption: "下界的各項，以 nats 計：精確值與對 z 抽樣的值",
    heads: { exact: "精確值", sampled: "{draws} 次抽樣" },
    rows: {
      reconstruction: "重建項：log p(x | z) 對 q 的平均",
      kl: "KL(q ‖ 先驗)",
      elbo: "ELBO",
      gap: "間隙：KL(q ‖ 後驗)",
      logPx: "log p(x)",
    },
  },
  notes: {
    tilted: "後驗是傾斜的，而這種 q 不會傾斜，因此永遠不等於後驗：間隙至少是 {least} nats。目前是 {gap}。",
    straight: "後驗不傾斜，所以 q 可以等於它，使間隙為 0。目前間隙是 {gap} nats。",
    atBest: "這就是最佳 q：平均與後驗相同，變異數則比後驗的小。",
    atExact: "這個 q 就是後驗：ELBO 等於 log p(x)，每次抽樣都得到同一個值。",
    sampled:
      "抽樣：z 取自 q。抽樣得到的 log p(x) 是權重 p(x, z) / q(z) 平均後取對數；依權重計算，{draws} 次抽樣相當於 {effective} 次。",
    few: "有效的抽樣這麼少，是因為 q 幾乎碰不到後驗。此時抽樣得到的 log p(x) 偏小，它的誤差也偏小。",
  },
  numbers: {
    label: "模型的數值",
    groups: { model: "模型：x = D z + b + 雜訊", x: "資料", q: "q" },
    names: { D: "D", b: "b", x: "x", qMean: "q 的平均", qVar: "q 的變異數" },
    entry: "{name}，第 {row} 列",
    entries: "{name}，第 {row} 列第 {column} 行",
    moved: "{text} 不在 {min} 到 {max} 之間：改用 {value}。",
    refused: "「{text}」不是這裡可用的數。",
  },
  controls: {
    model: "模型",
    dx: { label: "x 的座標數" },
    dz: { label: "z 的座標數" },
    noiseVar: { label: "雜訊的變異數", symbol: "s²" },
    draws: "抽樣",
    boundDraws: { label: "z 的抽樣次數", symbol: "K" },
    seed: { label: "亂數種子" },
  },
  said: "ELBO {elbo}，間隙 {gap}。",
  describe:
    "潛在空間有先驗、後驗與 q；資料空間有 x。ELBO 為 {elbo}，間隙為 {gap}，log p(x) 為 {logPx} nats。不傾斜的 q 最小的間隙：{least}。",
};
