// The words of the front door itself, in Traditional Chinese. Those of a lab are in its own messages/door.zh-TW.ts.
import type { Translated } from "../../host/messages/translated.ts";
import type * as En from "./en.ts";

export const en: Translated<typeof En.en> = {
  name: "Proofground",
  what: "機器學習作業的各個命題，在你動手改動的資料上即時檢查。",
  how: "求解器就在本頁內執行。每張圖都在你觀看時算出：照著提示動手，再看求解器的回答。資料不會離開你的瀏覽器。",
  problem: "第 {problem} 題",
  pause: "暫停各圖",
  theme: { auto: "主題：系統", light: "主題：淺色", dark: "主題：深色" },
  openLab: "開啟實驗室",
  openHere: "到實驗室繼續",
  tour: "開始導覽",
  tourOf: "開始導覽：{lab}",
  back: "重新開始",
  statements: {
    heading: "每個命題，以及它是否成立",
    about:
      "由求解器在上面各圖的資料上檢查：資料是一開始的樣子，或你改成的樣子。開啟一個命題，就能看它的證明，也能破壞它。",
  },
  about: "關於",
  aboutFailed: "無法載入這段文字。請檢查網路連線，再試一次。",
  foot: {
    label: "更多 Proofground 內容",
    course: "用於課程",
    builder: "把實驗室放進你的網頁",
    recipes: "使用方法：架設、嵌入、分發",
    pages: "每個證明都有一頁可讀：",
  },
  verdict: {
    pass: "成立",
    fail: "不成立",
    vacuous: "此處不適用",
    checking: "檢查中",
    unasked: "尚未檢查",
  },
  holds: "{total} 個命題中有 {pass} 個成立",
  unchecked: "{total} 個命題，尚未檢查",
  checking: "已檢查 {total} 個命題中的 {done} 個",
  trouble: {
    "no-wasm": "這是靜態圖：這個瀏覽器關閉了 WebAssembly，而這裡會動的一切都靠它計算。",
    "no-simd": "這是靜態圖：這個瀏覽器太舊，無法計算。Chromium 91、Firefox 89、Safari 16.4 以上的版本才可以。",
    load: "這是靜態圖：無法載入求解器。請檢查網路連線，再試一次。",
    failed: "求解器失敗。請重新開始，或開啟實驗室。",
    again: "再試一次",
  },
};
