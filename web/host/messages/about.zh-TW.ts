// Words of the sheet about this page, in Traditional Chinese.
import type * as En from "./about.en.ts";
import type { Translated } from "./translated.ts";

export const about: Translated<typeof En.about> = {
  version: "版本 {version}",
  what: "這裡把一份研究所機器學習作業的每個命題都做成可以動手操作、檢查、破壞的實驗。所有數字都由本頁內的 C++ (WebAssembly) 計算，資料不會離開本頁。",
  fingerprint: "指紋 (fingerprint)",
  fingerprintWhat:
    "每個實驗室剛才都在這個瀏覽器裡回答了同一組固定的請求。兩部機器顯示的指紋相同，就表示它們算出的數字相同。參考值是這個版本製作時的答案；經過 exp 或 log 的數字則在容許誤差內比較。",
  all: "所有實驗室",
  state: {
    waits: "計算中",
    agrees: "一致",
    differs: "不同",
    failed: "沒有答案",
  },
  engine: "由 {engine} 計算。",
  copy: "複製指紋",
  copied: "已複製。",
  copyByHand: "這裡不允許自動複製。請自行複製這段文字：",
  licence: "授權條款",
  notices: "使用的軟體套件",
  noticesFailed: "無法載入這份清單。它在原始碼旁的檔案 THIRD_PARTY_NOTICES 裡。",
};
