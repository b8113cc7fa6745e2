// Every word about data coming in, shown as a table and going out, in Traditional Chinese; those of the import dialog: import.zh-TW.ts.
import type * as En from "./data.en.ts";
import type { Translated } from "./translated.ts";

export const data: Translated<typeof En.data> = {
  import: {
    open: "你的資料…",
    notLoaded: "無法載入匯入資料的對話框。請再試一次。",
    drop: "把數字檔案拖放到這裡的任何位置",
    asTarget: "y",
    useAsTarget: "以 {name} 作為目標 y",
    applied: "已讀入 {rows} 個點。按「復原」可換回原來的資料。",
  },
  cell: {
    missing: "{name}：這裡需要填數字。",
    "not-number": "{name}：「{text}」不是數字。",
    "not-finite": "{name}：「{text}」不是有限的數。",
    "too-large": "{name}：「{text}」太大；絕對值最大可到 1e100。",
    "too-small": "{name}：「{text}」太接近零，無法精確表示；請用 0 或換單位。",
    ambiguous: "{name}：「{text}」有兩種讀法：請去掉逗號，或改用小數點。",
  },
  table: {
    caption: "以表格列出各點",
    hint: "方向鍵移動；按 Enter 或直接輸入即可修改數值，Escape 放棄修改；Delete 刪除該列。",
    row: "列",
    add: "新增一列",
    remove: "刪除第 {row} 列",
    removeSelected: "刪除這一列",
    copy: "複製表格",
    copied: "已複製 {rows} 列。",
    copyRefused: "這裡不允許自動複製。請改用 CSV 匯出。",
    edit: "{name}，第 {row} 列",
    empty: "還沒有點。請新增一列，或在圖上點一下。",
    count: "{rows} 列",
    full: "本頁最多容納 {limit} 個點。",
  },
};

/** The rest of it: export.zh-TW.ts. */
export const exporting: Translated<typeof En.exporting> = { open: "匯出", notYet: "等下一個解算好就有" };
