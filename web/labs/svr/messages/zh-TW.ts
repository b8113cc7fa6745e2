// Every word the SVR lab shows, in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import { claims } from "./claims.zh-TW.ts";
import { data } from "./data.zh-TW.ts";
import type * as En from "./en.ts";
import { presets } from "./presets.zh-TW.ts";

export const en: Translated<typeof En.en> = {
  params: {
    gammaHint: "越大，每個點影響的範圍越小，擬合就越彎曲。",
    C: { label: "鬆弛的懲罰", symbol: "C", hint: "越大，離開管的代價越高，平坦就越不重要。" },
    epsilon: { label: "管的半寬", symbol: "ε", hint: "不超過 ε 的誤差沒有代價。" },
    standardise: {
      label: "標準化",
      hint: "求解時把每一欄與 y 都化為平均 0、標準差 1；ε 與 C 就以這些單位計。",
    },
  },
  presets,
  data,
  picture: {
    fit: "擬合 f(x)",
    tube: "管 ± ε",
    lift: "你的 b",
    cases: ["在管下方", "在管的下邊緣", "在管內", "在管的上邊緣", "在管上方"],
    legend: ["下方", "下邊緣", "管內", "上邊緣", "上方"],
    predicted: "{name} 的預測值",
    actual: "{name} 的實際值",
    views: { column: "資料與擬合", predicted: "預測值對實際值" },
    describe: "以 {x} 對 {y} 做支援向量迴歸：{n} 個點，{cases}；支援向量 {sv} 個。",
    describeCase: "{name} {count} 個",
    describeJoin: "、",
    describePending: "以 {x} 對 {y} 做支援向量迴歸：{n} 個點，尚未求解。",
    many: "{first} 與其他 {count} 欄",
    slice: "畫曲線時，其餘 {count} 欄固定在平均：離曲線遠的點仍可能擬合得很好。",
    predictedNote: "在對角線上，擬合完全準確。這裡只能移動 {y}。",
    emptyPredicted: "請選擇資料集，或改以某一欄為橫軸顯示資料。",
    cannotAdd: "這種顯示方式不能加點。請改以某一欄為橫軸顯示資料。",
    readout: {
      f: "f(x)",
      e: "e = y − f(x)",
      alpha: "α",
      alphaStar: "α*",
      xi: "ξ",
    },
  },
  claims,
};
