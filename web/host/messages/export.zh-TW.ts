// The words of the list that the export button unfolds into, in Traditional Chinese.
import type * as En from "./export.en.ts";
import type { Translated } from "./translated.ts";

export const exporting: Translated<typeof En.exporting> = {
  title: "存成檔案",
  saved: "已儲存 {name}。",
  failed: "無法製作檔案：{reason}",
  onScreen: "圖片用螢幕上的配色",
  pictures: {
    png: { label: "圖片 (PNG)", hint: "點陣圖，適合簡報" },
    svg: { label: "圖片 (SVG)", hint: "線條與文字，適合列印" },
    claimPng: { label: "命題 {claim} 的圖片 (PNG)", hint: "目前開啟的命題，點陣圖" },
    claimSvg: { label: "命題 {claim} 的圖片 (SVG)", hint: "目前開啟的命題，線條與文字" },
  },
};
