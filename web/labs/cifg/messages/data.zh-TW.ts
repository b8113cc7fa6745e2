// Words of the lab about its data in Traditional Chinese.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./data.en.ts";

export const data: Translated<typeof En.data> = {
  preset: "起始狀態",
  edited: "{name}（已編輯）",
  x: { title: "x{j}", name: "第 t 步的輸入 {j}" },
  g: { title: "g{j}", name: "第 t 步 h{j} 在損失中的權重" },
  value: { title: "值", name: "時間序列的值" },
  applied: "已讀入序列：{rows} 步，每步 {columns} 個數。按「復原」可取回舊的。",
  tooLarge: "第 {row} 列有 {value}：實驗室接受的數最大為 ±{most}。頁面上的資料不變。",
  tooFar: "{value} 太大：數的範圍到 ±{most} 為止。保留舊值。",
  seriesApplied: "已讀入時間序列：{rows} 個值。按「復原」可取回舊的。",
  noRemove: "序列至少要有一步。",
  weights: {
    load: "載入權重",
    loaded: "已讀入權重：{inputs} 個輸入，{units} 個單元。按「復原」可取回舊的。",
    notJson: "{name} 不是權重檔：它不是 JSON。",
    notWeights: "{name} 不是權重檔：缺少 {field}，或其元素個數與檔中所寫的大小不符。",
    notCifg: "{name} 裡是標準 LSTM。這一頁的細胞，閘是耦合的。",
    size: "{name} 有 {inputs} 個輸入、{units} 個單元。頁面逐一顯示每個數，兩者各最多 {most} 個。",
    range: "{name} 有超出 ±{most} 的權重，或有不是數的權重。",
    tooLong: "{name} 太大，不可能是這種細胞的權重檔。",
    failed: "無法讀取 {name}。",
  },
  files: {
    data: { label: "序列 (CSV)", hint: "輸入與損失的權重，每步一列" },
    series: { label: "時間序列 (CSV)", hint: "每列一個值" },
    weights: { label: "權重 (JSON)", hint: "全部的 W、U 與 b，可閱讀，也可再載入" },
    dataPart: "sequence",
    seriesPart: "series",
    weightsPart: "weights",
  },
};
