// Why a link is not followed, by the reason of its refusal, in Traditional Chinese.
import type * as En from "./link.en.ts";
import type { Translated } from "./translated.ts";

export const linkWords: Translated<typeof En.linkWords> = {
  "link-too-long": "這個連結太長。實驗室以初始狀態開啟。",
  "link-unknown": "這裡看不懂這個連結（「{value}」）。實驗室以初始狀態開啟。",
  "link-damaged": "這個連結已損壞，可能在複製時被截斷。實驗室以初始狀態開啟。",
  "link-too-large": "這個連結所含的資料超過本頁的上限。實驗室以初始狀態開啟。",
  "link-version": "這個連結由別的版本產生（是「{value}」，不是「{expected}」）。實驗室以初始狀態開啟。",
  "unknown-lab": "沒有名為「{value}」的實驗室。現在顯示第一個實驗室。",
  "unknown-claim": "這個實驗室沒有命題「{value}」（有的是 {expected}）。實驗室以初始狀態開啟。",
  "unknown-field": "這個連結要設定「{field}」，但這個實驗室沒有這一項。實驗室以初始狀態開啟。",
  "wrong-kind": "這個連結把 {field} 設為「{value}」，值的種類不對。實驗室以初始狀態開啟。",
  "not-finite": "這個連結把 {field} 設為 {value}，但它必須是有限的數。實驗室以初始狀態開啟。",
  "not-whole": "這個連結把 {field} 設為 {value}，但它必須是整數。實驗室以初始狀態開啟。",
  "out-of-range": "這個連結把 {field} 設為 {value}，超出 {expected} 的範圍。實驗室以初始狀態開啟。",
  "not-an-option": "這個連結把 {field} 設為「{value}」，這不是它的選項。實驗室以初始狀態開啟。",
  "text-too-long": "這個連結給 {field} 的文字超過 {expected} 個字元。實驗室以初始狀態開啟。",
  "too-many": "這個連結給 {field} 的項目超過 {expected} 個。實驗室以初始狀態開啟。",
  inconsistent: "這個連結的各部分彼此不合（{value}）。實驗室以初始狀態開啟。",
};
