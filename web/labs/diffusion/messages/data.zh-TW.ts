// Words of the lab about its data, in Traditional Chinese: beside those that the host has for every lab.
import type { Translated } from "../../../host/messages/translated.ts";
import type * as En from "./data.en.ts";

export const data: Translated<typeof En.data> = {
  preset: "起始狀態",
  columns: [
    { title: "x₁", name: "第一座標" },
    { title: "x₂", name: "第二座標" },
  ],
  applied: "已讀取 {rows} 個點，並平移縮放成平均 0、變異數 1。按「復原」可回到舊資料。",
  same: "這些欄不能用：所有點都相同，無法縮放到變異數 1。頁面上的資料保持不變。",
  far: "這些欄不能用：縮放到變異數 1 後，第 {row} 列位於 {value}，而實驗室最多顯示到 ±{most}。頁面上的資料保持不變。",
  tooFar: "{value} 太大：座標最多到 ±{most}。保留舊值。",
  files: {
    data: { label: "資料 (CSV)", hint: "各點，兩欄" },
    dataPart: "data",
  },
};
