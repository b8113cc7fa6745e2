// Every word the SVDD lab shows, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import { claims } from "./claims.zh-TW.ts";
import { data } from "./data.zh-TW.ts";
import type * as En from "./en.ts";
import { presets } from "./presets.zh-TW.ts";

export const en: Translated<typeof En.en> = {
  params: {
    nuShare: {
      label: "排除的比例",
      symbol: "ν",
      hint: "佔全部權重 ΣC 的比例，介於 0 與 1 之間。在球外的權重至多佔這個比例，不在球內的權重至少佔這個比例。",
    },
    nuValue: "ν = {nu}，ΣC = {sum}。",
    gamma: "越大：每個點影響的範圍越小，邊界越貼近資料。",
    standardise: {
      label: "標準化",
      hint: "先把每一欄化為平均 0、標準差 1 再求解；距離就以這些單位計。",
    },
  },
  presets,
  data,
  picture: {
    sphere: "球 d² = ρ",
    shadow: "球的投影",
    band: "所有最佳的 ρ",
    trial: "你的 ρ",
    cases: ["在球內", "在球上", "在球外"],
    pull: "拉力 α",
    slack: "鬆弛變數 ξ",
    levels: "d² 相等處",
    legend: ["球內", "球上", "球外"],
    views: { plane: "兩欄", sphere: "三欄，可轉動", strip: "距離" },
    axes: { columnX: "向右的欄", columnY: "向上的欄", columnZ: "向前的欄" },
    directions: ["方向 1（變異數的 {share}）", "方向 2（變異數的 {share}）"],
    turned: "轉動了 {azimuth}° 與 {elevation}°。",
    distances: {
      axis: "距離平方 d²",
      rho: "ρ",
      inside: "球內",
      outside: "球外",
    },
    labelled: "{label}，{name}",
    describe: "包住 {n} 個點的超球面，{d} 欄：{cases}；半徑平方 {rho}，{sv} 個支援向量。",
    describeInterval: "從 {lo} 到 {hi} 的每個半徑平方都是最佳的。",
    describeCase: "{count} 個{name}",
    describeJoin: "、",
    describePending: "包住 {n} 個點的超球面，{d} 欄，尚未求解。",
    describeEmpty: "空白的圖：還沒有點。",
    notes: {
      shadow: "這是 {d} 欄中的球的投影：點在投影之內，仍可能在球外。填色的等高面是通過其他各欄平均的切面。",
      levels: "球在特徵空間中；畫出的是它的距離函數等於 ρ 的地方。",
      shadow3: "這是 {d} 欄中的球的投影：點在投影之內，仍可能在球外。",
      slice: "等高線是在通過其他各欄平均的平面上的。",
      noSphere: "這個核函式的球在特徵空間中，在這三欄裡沒有位置。",
      projection: "每個距離都是準確的；旁邊的圖只是投影。",
      empty: "ρ = 0 時，球只剩一個點，就是球心。",
    },
    cannotAdd: "只有在兩欄的平面上才能加點與移點。請改看兩欄，或使用表格。",
    readout: {
      weight: "C",
      d2: "d²",
      alpha: "α",
      xi: "ξ",
    },
    keys: {
      turn: ["Shift + 方向鍵", "轉動球"],
    },
  },
  claims,
};
