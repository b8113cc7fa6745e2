// What a page in a frame says of what the page around it asks for, in Traditional Chinese.
import type { Translated } from "../messages/translated.ts";
import type * as En from "./messages.en.ts";

export const en: Translated<typeof En.en> = {
  why: "已由顯示本頁的網頁鎖定。",
  locked: "「{name}」已由顯示本頁的網頁鎖定。",
  wishes: {
    hide: "這個實驗室沒有名為「{name}」而可以隱藏的欄位或部分。",
    lock: "這個實驗室沒有名為「{name}」而可以鎖定的欄位或部分。",
    theme: "沒有名為「{name}」的主題；有 light 和 dark。",
    lang: "這裡沒有語言「{name}」；有 en 和 zh-TW。",
  },
  refused: {
    version: "本頁使用第 1 版的訊息格式。",
    shape: "這種訊息的欄位或其種類不是這樣。",
    "unknown-type": "沒有這種訊息。",
    "too-large": "一則訊息最多 256 KB。",
    "too-fast": "每秒最多接受 50 則訊息。",
    "not-ready": "畫面上還沒有實驗室：請等候「ready」。",
    nothing: "沒有可以復原或重做的內容。",
  },
};
